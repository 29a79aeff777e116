package org.gapmap.assess;

import org.gapmap.assess.coverage.ServingArea;
import org.gapmap.geo.LocalPlane;
import org.locationtech.jts.geom.Coordinate;
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
    Coordinate[] ends =
        DistanceOp.nearestPoints(
            ServingArea.laidInto(plane, first), ServingArea.laidInto(plane, second));
    // Beyond the plane's own reach degrees are as good: nobody measures such a line on the map.
    return ends[1].distance(new Coordinate(0, 0)) > DRAWN_WITHIN_METRES
        ? DistanceOp.nearestPoints(first, second)
        : new Coordinate[] {
          plane.toLonLat(ends[0].x, ends[0].y), plane.toLonLat(ends[1].x, ends[1].y)
        };
  }
}
