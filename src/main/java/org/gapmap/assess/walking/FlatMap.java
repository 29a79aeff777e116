package org.gapmap.assess.walking;

import org.gapmap.geo.LocalPlane;

/**
 * Degrees taken evenly as metres around a point: for telling sides, crossings and what is nearest,
 * within a few kilometres, where a hundred-thousandth plays no part. Lengths that anybody is told
 * are {@link GroundMetres} ones.
 */
record FlatMap(double lon, double lat, double metresPerLon, double metresPerLat) {
  private static final double PROBE_DEGREES = 1e-3;

  static FlatMap at(double lon, double lat) {
    LocalPlane plane = LocalPlane.at(lon, lat);
    double[] east = new double[2];
    double[] north = new double[2];
    plane.project(lon + PROBE_DEGREES, lat, east, 0);
    plane.project(lon, lat + PROBE_DEGREES, north, 0);
    return new FlatMap(lon, lat, east[0] / PROBE_DEGREES, north[1] / PROBE_DEGREES);
  }

  double x(double pointLon) {
    return (pointLon - lon) * metresPerLon;
  }

  double y(double pointLat) {
    return (pointLat - lat) * metresPerLat;
  }

  double lonAt(double x) {
    return lon + x / metresPerLon;
  }

  double latAt(double y) {
    return lat + y / metresPerLat;
  }
}
