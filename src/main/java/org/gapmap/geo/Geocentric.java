package org.gapmap.geo;

/**
 * Earth-centred, earth-fixed coordinates in metres of points on the ellipsoid of CGCS2000.
 *
 * <p>WGS-84 has the same axes to a tenth of a millimetre, so one set serves both. Points are meant
 * to lie on the ellipsoid itself: heights play no part in a service radius.
 */
public final class Geocentric {
  /** Equatorial radius of CGCS2000 and WGS-84, metres. */
  static final double SEMI_MAJOR_METRES = 6_378_137.0;

  /** Flattening of CGCS2000 (WGS-84: 1/298.257223563). */
  static final double FLATTENING = 1 / 298.257222101;

  static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);

  /** 1 / (24 R²), which turns a chord of some kilometres into the arc above it, to 1e-9. */
  private static final double ARC_ABOVE_CHORD = 1 / (24 * 6_371_000.0 * 6_371_000.0);

  private Geocentric() {}

  /** Writes X, Y, Z of a point given in degrees to {@code out[at..at+2]}. */
  public static void of(double lon, double lat, double[] out, int at) {
    double lambda = Math.toRadians(lon);
    double phi = Math.toRadians(lat);
    double sinPhi = Math.sin(phi);
    double normal = SEMI_MAJOR_METRES / Math.sqrt(1 - ECCENTRICITY_SQUARED * sinPhi * sinPhi);
    double fromAxis = normal * Math.cos(phi);
    out[at] = fromAxis * Math.cos(lambda);
    out[at + 1] = fromAxis * Math.sin(lambda);
    out[at + 2] = normal * (1 - ECCENTRICITY_SQUARED) * sinPhi;
  }

  /** X, Y, Z triples for lon, lat pairs, so that each facility pays its trigonometry once. */
  public static double[] ofAll(double[] lonLat) {
    double[] xyz = new double[lonLat.length / 2 * 3];
    for (int point = 0; point < lonLat.length / 2; point++) {
      of(lonLat[2 * point], lonLat[2 * point + 1], xyz, 3 * point);
    }
    return xyz;
  }

  /** Metres along the ground between two points whose distance through the earth is known. */
  public static double arcMetres(double chordSquared) {
    return Math.sqrt(chordSquared) * (1 + chordSquared * ARC_ABOVE_CHORD);
  }

  /** Metres along the ground between two points in degrees, to 1e-9 over some kilometres. */
  public static double metres(double lonA, double latA, double lonB, double latB) {
    double[] xyz = new double[6];
    of(lonA, latA, xyz, 0);
    of(lonB, latB, xyz, 3);
    double dx = xyz[3] - xyz[0];
    double dy = xyz[4] - xyz[1];
    double dz = xyz[5] - xyz[2];
    return arcMetres(dx * dx + dy * dy + dz * dz);
  }

  /**
   * Longitude and latitude in degrees of the point of the ellipsoid on the line from the earth's
   * centre through X, Y, Z: of points some metres below the ground the one above them.
   */
  public static double[] lonLat(double x, double y, double z) {
    return new double[] {
      Math.toDegrees(Math.atan2(y, x)),
      Math.toDegrees(Math.atan2(z, (1 - ECCENTRICITY_SQUARED) * Math.hypot(x, y)))
    };
  }
}
