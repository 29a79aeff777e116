package org.gapmap.geo;

import org.locationtech.jts.geom.Geometry;

/** From one coordinate system to longitude and latitude in degrees (EPSG:4326). */
public interface CrsTransform {
  /**
   * Transforms in place.
   *
   * @param xy x and y in turn, x being the easting or the longitude whatever the authority's axis
   *     order; becomes longitude and latitude in degrees
   * @param points how many points of the array to transform, from its start
   * @throws CoordinateOutOfRange where a point lies so far outside the system that it has no place
   */
  void apply(double[] xy, int points);

  /** A transformed copy. */
  default Geometry apply(Geometry geometry) {
    return BulkTransform.apply(this, geometry);
  }
}
