package org.gapmap.geo;

/**
 * The shifts of Chinese web maps: GCJ-02 (AMap, Tencent) and, on top of it, BD-09 (Baidu). GCJ-02
 * moves a place by 220 to 670 m, BD-09 by 830 to 975 m more.
 *
 * <p>The formula is the one that has been public since 2013 and that all web map libraries share:
 * polynomials and sines of the distance from 105° E, 35° N, scaled by the radii of curvature of the
 * Krasovsky ellipsoid. It has no closed inverse; the inverse here repeats the forward shift until
 * it agrees within 0.1 mm.
 */
public final class ChinaShift {
  private static final double SEMI_MAJOR = 6_378_245.0;
  private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;
  private static final double BAIDU_WAVE = Math.PI * 3000 / 180;
  private static final double BAIDU_LON = 0.0065;
  private static final double BAIDU_LAT = 0.006;

  /** About 0.1 mm on the ground. */
  private static final double SETTLED_DEGREES = 1e-9;

  private static final int MOST_ROUNDS = 50;

  private ChinaShift() {}

  /** Changes one point in place: {@code lonLat[at]} is its longitude, the next its latitude. */
  interface Shift {
    void apply(double[] lonLat, int at);
  }

  /** WGS-84 to GCJ-02, points in turn as longitude and latitude in degrees, in place. */
  public static void wgs84ToGcj02(double[] lonLat, int points) {
    each(lonLat, points, ChinaShift::toGcj02);
  }

  /** GCJ-02 to WGS-84, in place. */
  public static void gcj02ToWgs84(double[] lonLat, int points) {
    each(lonLat, points, (p, at) -> invert(p, at, ChinaShift::toGcj02));
  }

  /** GCJ-02 to BD-09, in place. */
  public static void gcj02ToBd09(double[] lonLat, int points) {
    each(lonLat, points, ChinaShift::toBd09);
  }

  /** BD-09 to GCJ-02, in place. */
  public static void bd09ToGcj02(double[] lonLat, int points) {
    each(lonLat, points, (p, at) -> invert(p, at, ChinaShift::toBd09));
  }

  /** BD-09 to WGS-84, in place. */
  public static void bd09ToWgs84(double[] lonLat, int points) {
    bd09ToGcj02(lonLat, points);
    gcj02ToWgs84(lonLat, points);
  }

  /** WGS-84 to BD-09, in place. */
  public static void wgs84ToBd09(double[] lonLat, int points) {
    wgs84ToGcj02(lonLat, points);
    gcj02ToBd09(lonLat, points);
  }

  /**
   * Whether the shift applies: the box of 72.004 to 137.8347° E and 0.8293 to 55.8271° N that the
   * public formula is published with. It takes in Korea and parts of the neighbours; web maps do
   * not shift those, but no list of borders is public either.
   */
  public static boolean inShiftedBox(double lon, double lat) {
    return lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
  }

  private static void each(double[] lonLat, int points, Shift shift) {
    for (int i = 0; i < points; i++) {
      if (inShiftedBox(lonLat[2 * i], lonLat[2 * i + 1])) {
        shift.apply(lonLat, 2 * i);
      }
    }
  }

  private static void toGcj02(double[] p, int at) {
    double lon = p[at];
    double lat = p[at + 1];
    double x = lon - 105;
    double y = lat - 35;
    double root = Math.sqrt(Math.abs(x));
    double ripple = 2.0 / 3.0 * (20 * sinPi(6 * x) + 20 * sinPi(2 * x));
    double north =
        -100
            + 2 * x
            + 3 * y
            + 0.2 * y * y
            + 0.1 * x * y
            + 0.2 * root
            + ripple
            + 2.0 / 3.0 * (20 * sinPi(y) + 40 * sinPi(y / 3))
            + 2.0 / 3.0 * (160 * sinPi(y / 12) + 320 * sinPi(y / 30));
    double east =
        300
            + x
            + 2 * y
            + 0.1 * x * x
            + 0.1 * x * y
            + 0.1 * root
            + ripple
            + 2.0 / 3.0 * (20 * sinPi(x) + 40 * sinPi(x / 3))
            + 2.0 / 3.0 * (150 * sinPi(x / 12) + 300 * sinPi(x / 30));
    double phi = Math.toRadians(lat);
    double w2 = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) * Math.sin(phi);
    double primeVertical = SEMI_MAJOR / Math.sqrt(w2);
    double meridional = primeVertical * (1 - ECCENTRICITY_SQUARED) / w2;
    p[at] = lon + Math.toDegrees(east / (primeVertical * Math.cos(phi)));
    p[at + 1] = lat + Math.toDegrees(north / meridional);
  }

  private static double sinPi(double x) {
    return Math.sin(Math.PI * x);
  }

  private static void toBd09(double[] p, int at) {
    double x = p[at];
    double y = p[at + 1];
    double radius = Math.hypot(x, y) + 0.00002 * Math.sin(y * BAIDU_WAVE);
    double angle = Math.atan2(y, x) + 0.000003 * Math.cos(x * BAIDU_WAVE);
    p[at] = radius * Math.cos(angle) + BAIDU_LON;
    p[at + 1] = radius * Math.sin(angle) + BAIDU_LAT;
  }

  /** Moves a guess by what its forward shift misses, until it misses nothing that matters. */
  private static void invert(double[] p, int at, Shift forward) {
    double lon = p[at];
    double lat = p[at + 1];
    double[] guess = {lon, lat};
    double[] shifted = new double[2];
    for (int round = 0; round < MOST_ROUNDS; round++) {
      shifted[0] = guess[0];
      shifted[1] = guess[1];
      forward.apply(shifted, 0);
      double missLon = lon - shifted[0];
      double missLat = lat - shifted[1];
      guess[0] += missLon;
      guess[1] += missLat;
      if (Math.abs(missLon) < SETTLED_DEGREES && Math.abs(missLat) < SETTLED_DEGREES) {
        break;
      }
    }
    p[at] = guess[0];
    p[at + 1] = guess[1];
  }
}
