package org.gapmap.imports;

import org.gapmap.geo.LocalPlane;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** Areas on the ground of polygons in degrees. */
final class GroundArea implements CoordinateSequenceFilter {
  private final LocalPlane plane;
  private final double[] xy = new double[2];

  private GroundArea(LocalPlane plane) {
    this.plane = plane;
  }

  /**
   * Square metres, as the rings add up: what lies under the two lobes of a figure of eight cancels
   * out.
   */
  static double sqm(LocalPlane plane, Geometry degrees) {
    Geometry flat = degrees.copy();
    flat.apply(new GroundArea(plane));
    flat.geometryChanged();
    return flat.getArea();
  }

  @Override
  public void filter(CoordinateSequence sequence, int i) {
    plane.project(sequence.getX(i), sequence.getY(i), xy, 0);
    sequence.setOrdinate(i, CoordinateSequence.X, xy[0]);
    sequence.setOrdinate(i, CoordinateSequence.Y, xy[1]);
  }

  @Override
  public boolean isDone() {
    return false;
  }

  @Override
  public boolean isGeometryChanged() {
    return true;
  }
}
