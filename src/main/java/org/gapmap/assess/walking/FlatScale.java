package org.gapmap.assess.walking;

/**
 * Degrees as metres around a layer's middle, to 1 in 1,000 over a city: good for telling what lies
 * within two metres, not for lengths.
 */
record FlatScale(double lon, double lat, double metresPerLon, double metresPerLat) {
  private static final double METRES_PER_DEGREE = 111_200;

  static FlatScale of(LineTable lines) {
    double minLon = 180;
    double maxLon = -180;
    double minLat = 90;
    double maxLat = -90;
    for (int line = 0; line < lines.count(); line++) {
      double[] points = lines.points(line);
      for (int i = 0; i < points.length; i += 2) {
        minLon = Math.min(minLon, points[i]);
        maxLon = Math.max(maxLon, points[i]);
        minLat = Math.min(minLat, points[i + 1]);
        maxLat = Math.max(maxLat, points[i + 1]);
      }
    }
    double lat = (minLat + maxLat) / 2;
    return new FlatScale(
        (minLon + maxLon) / 2,
        lat,
        METRES_PER_DEGREE * Math.cos(Math.toRadians(lat)),
        METRES_PER_DEGREE);
  }

  double x(double atLon) {
    return (atLon - lon) * metresPerLon;
  }

  double y(double atLat) {
    return (atLat - lat) * metresPerLat;
  }
}
