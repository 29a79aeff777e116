package org.gapmap.imports;

import java.util.Arrays;
import java.util.Optional;
import org.gapmap.geo.CoordinateOutOfRange;
import org.gapmap.geo.CrsTransform;
import org.gapmap.geo.Geocentric;
import org.locationtech.jts.geom.Envelope;

/**
 * Where a layer lies, to tell a shape that lies far from the rest. A city's communities are within
 * tens of kilometres, a country's within thousands: far is more than {@value #LEAST_METRES} metres
 * from the middle and more than {@value #TIMES} times as far as three quarters of the layer.
 * Medians and quartiles do not follow the few shapes that lie wrong.
 *
 * <p>Distances are chords through the earth, which grow with the angle up to the antipode.
 */
public final class LayerSpread {
  static final double LEAST_METRES = 100_000;
  static final double TIMES = 5;

  /** Of a meridian, at the poles. */
  private static final double MOST_METRES_OF_A_DEGREE = 111_700;

  private final double[] middle = new double[3];
  private final double farMetres;

  /** Within it nothing is far; longitudes and latitudes. */
  private final Envelope near;

  /**
   * @param lonLat at least one position, longitude and latitude in turn
   */
  private LayerSpread(double[] lonLat) {
    double lon = median(lonLat, 0);
    double lat = median(lonLat, 1);
    Geocentric.of(lon, lat, middle, 0);
    double[] apart = new double[lonLat.length / 2];
    for (int i = 0; i < apart.length; i++) {
      apart[i] = metres(lonLat[2 * i], lonLat[2 * i + 1]);
    }
    Arrays.sort(apart);
    this.farMetres = Math.max(LEAST_METRES, TIMES * apart[apart.length * 3 / 4]);
    // Along a parallel, then along the meridian, nobody comes farther than this.
    double degrees = farMetres / (2 * MOST_METRES_OF_A_DEGREE);
    this.near = new Envelope(lon - degrees, lon + degrees, lat - degrees, lat + degrees);
  }

  /**
   * @param lonLat longitude and latitude in turn
   * @return empty where there is none
   */
  public static Optional<LayerSpread> ofDegrees(double[] lonLat) {
    return lonLat.length < 2 ? Optional.empty() : Optional.of(new LayerSpread(lonLat));
  }

  /**
   * @param inFile x and y in turn of a sample of the layer, in the file's coordinates
   * @return empty where none of them has a place
   */
  static Optional<LayerSpread> of(double[] inFile, CrsTransform transform) {
    double[] lonLat = new double[inFile.length];
    int kept = 0;
    double[] xy = new double[2];
    for (int i = 0; i + 1 < inFile.length; i += 2) {
      xy[0] = inFile[i];
      xy[1] = inFile[i + 1];
      if (transformed(xy, transform)) {
        lonLat[kept++] = xy[0];
        lonLat[kept++] = xy[1];
      }
    }
    return kept == 0 ? Optional.empty() : Optional.of(new LayerSpread(Arrays.copyOf(lonLat, kept)));
  }

  private static boolean transformed(double[] xy, CrsTransform transform) {
    try {
      transform.apply(xy, 1);
    } catch (CoordinateOutOfRange e) {
      return false;
    }
    return Math.abs(xy[0]) <= 180 && Math.abs(xy[1]) <= 90;
  }

  private static double median(double[] lonLat, int from) {
    double[] values = new double[lonLat.length / 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = lonLat[2 * i + from];
    }
    Arrays.sort(values);
    return values[values.length / 2];
  }

  /** Found out at once, and true of nearly every shape that is not {@link #isFar}. */
  boolean isSurelyNear(Envelope extent) {
    return near.covers(extent);
  }

  /** How far the farthest corner of an extent in degrees lies from the middle, in metres. */
  double farthestMetres(Envelope extent) {
    return Math.max(
        Math.max(
            metres(extent.getMinX(), extent.getMinY()), metres(extent.getMinX(), extent.getMaxY())),
        Math.max(
            metres(extent.getMaxX(), extent.getMinY()),
            metres(extent.getMaxX(), extent.getMaxY())));
  }

  /** Whether a place in degrees lies far from the rest. */
  public boolean isFar(double lon, double lat) {
    return isFar(metres(lon, lat));
  }

  boolean isFar(double metres) {
    return metres > farMetres;
  }

  private double metres(double lon, double lat) {
    double[] at = new double[3];
    Geocentric.of(lon, lat, at, 0);
    double x = at[0] - middle[0];
    double y = at[1] - middle[1];
    double z = at[2] - middle[2];
    return Math.sqrt(x * x + y * y + z * z);
  }
}
