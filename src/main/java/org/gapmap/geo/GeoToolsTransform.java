package org.gapmap.geo;

import java.util.Locale;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.jspecify.annotations.Nullable;

/** A GeoTools transform from (x, y) to (longitude, latitude), with its results checked. */
final class GeoToolsTransform implements TwoWayTransform {
  private final MathTransform toLonLat;
  private final boolean northingFirst;
  private final String system;

  /**
   * @param northingFirst whether the transform wants y before x
   */
  GeoToolsTransform(MathTransform toLonLat, boolean northingFirst, String system) {
    this.toLonLat = toLonLat;
    this.northingFirst = northingFirst;
    this.system = system;
  }

  @Override
  public void back(double[] lonLat, int points) {
    try {
      toLonLat.inverse().transform(lonLat, 0, lonLat, 0, points);
    } catch (TransformException e) {
      throw new CoordinateOutOfRange(
          String.format(
              Locale.ROOT,
              "near (%.5f, %.5f) degrees %s has no place",
              points > 0 ? lonLat[0] : 0,
              points > 0 ? lonLat[1] : 0,
              system),
          e);
    }
    if (northingFirst) {
      swap(lonLat, points);
    }
  }

  private static void swap(double[] xy, int points) {
    for (int i = 0; i < points; i++) {
      double x = xy[2 * i];
      xy[2 * i] = xy[2 * i + 1];
      xy[2 * i + 1] = x;
    }
  }

  @Override
  public void apply(double[] xy, int points) {
    double firstX = points > 0 ? xy[0] : 0;
    double firstY = points > 0 ? xy[1] : 0;
    if (northingFirst) {
      swap(xy, points);
    }
    try {
      toLonLat.transform(xy, 0, xy, 0, points);
    } catch (TransformException e) {
      throw outside(firstX, firstY, e);
    }
    for (int i = 0; i < points; i++) {
      double lon = xy[2 * i];
      double lat = xy[2 * i + 1];
      // Negated, so that NaN fails too.
      if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
        throw outside(firstX, firstY, null);
      }
    }
  }

  private CoordinateOutOfRange outside(double x, double y, @Nullable Throwable cause) {
    String message =
        String.format(Locale.ROOT, "near (%.3f, %.3f) it has no place in %s", x, y, system);
    return cause == null
        ? new CoordinateOutOfRange(message)
        : new CoordinateOutOfRange(message, cause);
  }
}
