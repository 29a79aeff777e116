package org.gapmap.geo;

import org.gapmap.domain.UserError;
import org.locationtech.jts.geom.Geometry;

/** From longitude and latitude in degrees into another coordinate system, and back. */
public final class IntoSystem {
  private final CrsTransform outOf;

  private IntoSystem(CrsTransform outOf) {
    this.outOf = outOf;
  }

  /**
   * @param crs well-known text, or {@code EPSG:n}
   * @param where what to name in errors
   * @throws UserError where the text can't be understood, or its datum has no known shift
   */
  public static IntoSystem of(String crs, String where) {
    return new IntoSystem(CoordinateSystems.ofWkt(crs, where).transform());
  }

  /**
   * A transformed copy, x to the east and y to the north.
   *
   * @throws CoordinateOutOfRange where a point has no place in the system
   */
  public Geometry apply(Geometry lonLat) {
    return outOf instanceof TwoWayTransform projected
        ? BulkTransform.apply(projected::back, lonLat)
        : lonLat;
  }

  /** The way back, in place: x and y become longitude and latitude in degrees. */
  public void toLonLat(double[] xy, int points) {
    outOf.apply(xy, points);
  }
}
