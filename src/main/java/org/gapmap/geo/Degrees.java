package org.gapmap.geo;

import java.util.Locale;

/** Longitude and latitude that stay as they are, once they are seen to be such. */
record Degrees(String system) implements CrsTransform {
  @Override
  public void apply(double[] lonLat, int points) {
    for (int i = 0; i < points; i++) {
      double lon = lonLat[2 * i];
      double lat = lonLat[2 * i + 1];
      if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
        throw new CoordinateOutOfRange(
            String.format(
                Locale.ROOT, "(%.3f, %.3f) is no longitude and latitude (%s)", lon, lat, system));
      }
    }
  }
}
