package org.gapmap.imports.doctor;

import org.gapmap.geo.LocalPlane;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** Shapes laid flat in metres: those that share a vertex in degrees share it in the plane, too. */
final class MetreShapes implements CoordinateSequenceFilter {
  private static final double REACH_METRES = 99_000;

  private final LocalPlane plane;
  private final double[] xy = new double[2];

  private MetreShapes(LocalPlane plane) {
    this.plane = plane;
  }

  static Geometry of(LocalPlane plane, Geometry degrees) {
    Geometry flat = degrees.copy();
    flat.apply(new MetreShapes(plane));
    flat.geometryChanged();
    return flat;
  }

  /** Longitude and latitude of a place inside a flat shape, or of the centre where it lies far. */
  static Coordinate placeOf(LocalPlane plane, Geometry flat) {
    Coordinate inside = flat.getInteriorPoint().getCoordinate();
    return Math.hypot(inside.x, inside.y) < REACH_METRES
        ? plane.toLonLat(inside.x, inside.y)
        : new Coordinate(plane.lon(), plane.lat());
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
