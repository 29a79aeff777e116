package org.gapmap.assess;

import org.gapmap.geo.LocalPlane;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.DistanceOp;

/** The shortest line between two shapes, as it is drawn on a map. */
final class ConnectingLine {
  private static final double DRAWN_WITHIN_METRES = 90_000;

  private ConnectingLine() {}

  /**
   * @param plane in which both are laid flat
   * @return its ends on the first shape and on the second, longitude and latitude in degrees; the
   *     same point twice where they overlap
   */
  static Coordinate[] between(Geometry first, Geometry second, LocalPlane plane) {
    Coordinate[] ends = DistanceOp.nearestPoints(flat(first, plane), flat(second, plane));
    // Beyond the plane's own reach degrees are as good: nobody measures such a line on the map.
    return ends[1].distance(new Coordinate(0, 0)) > DRAWN_WITHIN_METRES
        ? DistanceOp.nearestPoints(first, second)
        : new Coordinate[] {
          plane.toLonLat(ends[0].x, ends[0].y), plane.toLonLat(ends[1].x, ends[1].y)
        };
  }

  private static Geometry flat(Geometry shape, LocalPlane plane) {
    Geometry flat = shape.copy();
    double[] xy = new double[2];
    flat.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence points, int i) {
            plane.project(points.getX(i), points.getY(i), xy, 0);
            points.setOrdinate(i, 0, xy[0]);
            points.setOrdinate(i, 1, xy[1]);
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
    return flat;
  }
}
