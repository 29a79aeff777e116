package org.gapmap.geo;

import java.util.Locale;

/** EPSG:3857, the sphere of web maps under degrees of WGS-84. */
final class WebMercator implements TwoWayTransform {
  private static final double RADIUS = Geocentric.SEMI_MAJOR_METRES;
  private static final double HALF_WAY_ROUND = Math.PI * RADIUS;

  @Override
  public void apply(double[] xy, int points) {
    for (int i = 0; i < 2 * points; i += 2) {
      double lon = Math.toDegrees(xy[i] / RADIUS);
      double lat = Math.toDegrees(Math.atan(Math.sinh(xy[i + 1] / RADIUS)));
      // Negated, so that NaN fails too.
      if (!(Math.abs(xy[i]) <= HALF_WAY_ROUND * (1 + 1e-9) && Math.abs(lat) <= 90)) {
        throw new CoordinateOutOfRange(
            String.format(
                Locale.ROOT, "(%.3f, %.3f) has no place in Web Mercator", xy[i], xy[i + 1]));
      }
      xy[i] = Math.max(-180, Math.min(180, lon));
      xy[i + 1] = lat;
    }
  }

  @Override
  public void back(double[] lonLat, int points) {
    for (int i = 0; i < 2 * points; i += 2) {
      double lat = lonLat[i + 1];
      if (!(Math.abs(lat) < 89.9)) {
        throw new CoordinateOutOfRange(
            String.format(Locale.ROOT, "latitude %.5f has no place in Web Mercator", lat));
      }
      lonLat[i] = RADIUS * Math.toRadians(lonLat[i]);
      double sin = Math.sin(Math.toRadians(lat));
      lonLat[i + 1] = RADIUS * Math.log1p(2 * sin / (1 - sin)) / 2;
    }
  }
}
