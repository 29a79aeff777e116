package org.gapmap.geo;

/** A transform that knows its way back. */
interface TwoWayTransform extends CrsTransform {
  /**
   * Writes x and y in the system over longitude and latitude in degrees, in place.
   *
   * @throws CoordinateOutOfRange where a point has no place in the system
   */
  void back(double[] lonLat, int points);
}
