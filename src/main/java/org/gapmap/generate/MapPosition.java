package org.gapmap.generate;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Where a town lies on the map: turned, moved, and rounded to centimetres as surveyors deliver.
 *
 * @param east easting of the town's middle, whole metres
 * @param north northing of the town's middle, whole metres
 * @param turnRadians counter-clockwise
 */
record MapPosition(double east, double north, double turnRadians) {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  Geometry of(Geometry shape) {
    Geometry moved = shape.copy();
    moved.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence points, int i) {
            Coordinate to = of(points.getCoordinate(i));
            points.setOrdinate(i, CoordinateSequence.X, to.x);
            points.setOrdinate(i, CoordinateSequence.Y, to.y);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return moved;
  }

  Geometry point(Coordinate at) {
    return GEOMETRY.createPoint(of(at));
  }

  private Coordinate of(Coordinate at) {
    double cos = StrictMath.cos(turnRadians);
    double sin = StrictMath.sin(turnRadians);
    return new Coordinate(
        Math.round((east + cos * at.x - sin * at.y) * 100) / 100.0,
        Math.round((north + sin * at.x + cos * at.y) * 100) / 100.0);
  }
}
