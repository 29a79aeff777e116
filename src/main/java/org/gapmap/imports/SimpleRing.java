package org.gapmap.imports;

import org.gapmap.geo.FlatPoints;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * A quick proof that a polygon is valid, for the many with one short ring. Where it proves nothing,
 * the polygon may be valid all the same.
 */
final class SimpleRing {
  private static final int MOST_POINTS = 80;

  /**
   * A determinant's sign is certain where it is larger than this part of its two products
   * (Shewchuk, Adaptive Precision Floating-Point Arithmetic, 1997: 3.4e-16; three times as
   * careful).
   */
  private static final double CERTAIN = 1e-15;

  private SimpleRing() {}

  /** Whether this is one ring whose edges certainly meet at their ends and nowhere else. */
  static boolean isCertain(Geometry shape) {
    if (shape instanceof MultiPolygon && shape.getNumGeometries() == 1) {
      return isCertain(shape.getGeometryN(0));
    }
    if (!(shape instanceof Polygon polygon) || polygon.getNumInteriorRing() > 0) {
      return false;
    }
    double[] xy = FlatPoints.of(polygon.getExteriorRing().getCoordinateSequence());
    int edges = xy.length / 2 - 1;
    if (edges < 3) {
      return false;
    }
    if (isStar(xy, edges)) {
      return true;
    }
    if (edges >= MOST_POINTS) {
      return false;
    }
    for (int i = 0; i < edges; i++) {
      if (!turns(xy, i, (i + 1) % edges) || !meetsNoOther(xy, i, edges)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the ring certainly goes round the middle of its corners once and never back, as that of
   * most blocks does: then each edge has a sector of its own.
   */
  private static boolean isStar(double[] xy, int edges) {
    double x = 0;
    double y = 0;
    for (int i = 0; i < 2 * edges; i += 2) {
      x += xy[i];
      y += xy[i + 1];
    }
    x /= edges;
    y /= edges;
    int way = side(xy[0], xy[1], xy[2], xy[3], x, y);
    if (way == 0) {
      return false;
    }
    int crossings = 0;
    for (int i = 0; i < 2 * edges; i += 2) {
      if (side(xy[i], xy[i + 1], xy[i + 2], xy[i + 3], x, y) != way) {
        return false;
      }
      // Less than half a turn each, so that every round goes once up and once down past the middle.
      crossings += (xy[i + 1] < y) == (xy[i + 3] < y) ? 0 : 1;
    }
    return crossings == 2;
  }

  /** Whether two edges, the second beginning where the first ends, share that point alone. */
  private static boolean turns(double[] xy, int first, int second) {
    double backX = xy[2 * first] - xy[2 * second];
    double backY = xy[2 * first + 1] - xy[2 * second + 1];
    double onX = xy[2 * second + 2] - xy[2 * second];
    double onY = xy[2 * second + 3] - xy[2 * second + 1];
    double left = backX * onY;
    double right = backY * onX;
    // An angle of more than 90 degrees between them does as well, certain by half its cosine.
    return Math.abs(left - right) > CERTAIN * (Math.abs(left) + Math.abs(right))
        || backX * onX + backY * onY < -0.5 * (Math.abs(backX * onX) + Math.abs(backY * onY));
  }

  /** Whether no later edge that is not a neighbour comes near the edge. */
  private static boolean meetsNoOther(double[] xy, int edge, int edges) {
    double ax = xy[2 * edge];
    double ay = xy[2 * edge + 1];
    double bx = xy[2 * edge + 2];
    double by = xy[2 * edge + 3];
    // Compared by hand: Java's min and max look after NaN and zeros, which takes longer.
    double west = ax < bx ? ax : bx;
    double east = ax < bx ? bx : ax;
    double south = ay < by ? ay : by;
    double north = ay < by ? by : ay;
    int last = edge == 0 ? edges - 1 : edges;
    for (int other = edge + 2; other < last; other++) {
      double cx = xy[2 * other];
      double cy = xy[2 * other + 1];
      double dx = xy[2 * other + 2];
      double dy = xy[2 * other + 3];
      boolean apart =
          (cx < west && dx < west)
              || (cx > east && dx > east)
              || (cy < south && dy < south)
              || (cy > north && dy > north);
      if (!apart
          && side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) <= 0
          && side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) <= 0) {
        return false;
      }
    }
    return true;
  }

  /** On which side of a line a point lies: -1, 1, or 0 where that is not certain. */
  private static int side(double ax, double ay, double bx, double by, double px, double py) {
    double left = (ax - px) * (by - py);
    double right = (ay - py) * (bx - px);
    double determinant = left - right;
    if (Math.abs(determinant) <= CERTAIN * (Math.abs(left) + Math.abs(right))) {
      return 0;
    }
    return determinant > 0 ? 1 : -1;
  }
}
