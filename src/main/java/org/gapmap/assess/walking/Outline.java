package org.gapmap.assess.walking;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

/**
 * The edge of one part of a compound, its holes' edges included, in metres of its {@link FlatMap}.
 * Immutable; allocates nothing where many points or lines are asked about.
 */
final class Outline {
  private final FlatMap flat;
  private final Envelope box;
  private final double[] sides;
  private final double areaSqm;

  Outline(Polygon lonLat) {
    box = lonLat.getEnvelopeInternal();
    Coordinate middle = box.centre();
    flat = FlatMap.at(middle.x, middle.y);
    sides = Sides.of(lonLat);
    for (int i = 0; i < sides.length; i += 2) {
      sides[i] = flat.x(sides[i]);
      sides[i + 1] = flat.y(sides[i + 1]);
    }
    areaSqm = lonLat.getArea() * flat.metresPerLon() * flat.metresPerLat();
  }

  FlatMap flat() {
    return flat;
  }

  /** In degrees. */
  Envelope box() {
    return box;
  }

  /** x, y of points that stand for the area: {@link LatticePoints}. */
  double[] lattice() {
    return LatticePoints.of(sides, LatticePoints.count(areaSqm));
  }

  double areaSqm() {
    return areaSqm;
  }

  /** Whether a line in metres lies clear of the box, to the quick. */
  boolean boxMisses(double ax, double ay, double bx, double by) {
    double halfWidth = box.getWidth() / 2 * flat.metresPerLon();
    double halfHeight = box.getHeight() / 2 * flat.metresPerLat();
    return Math.min(ax, bx) > halfWidth
        || Math.max(ax, bx) < -halfWidth
        || Math.min(ay, by) > halfHeight
        || Math.max(ay, by) < -halfHeight;
  }

  double perimeterMetres() {
    double sum = 0;
    for (int i = 0; i < sides.length; i += Sides.SIDE) {
      sum += Math.hypot(sides[i + 2] - sides[i], sides[i + 3] - sides[i + 1]);
    }
    return sum;
  }

  /** Points of the edge, x, y pairs, as far apart as said or nearer: of each side at least one. */
  double[] pointsEvery(double metres) {
    double[] points = new double[2 * (sides.length + (int) (perimeterMetres() / metres))];
    int at = 0;
    for (int i = 0; i < sides.length; i += Sides.SIDE) {
      double dx = sides[i + 2] - sides[i];
      double dy = sides[i + 3] - sides[i + 1];
      int pieces = Math.max(1, (int) Math.ceil(Math.hypot(dx, dy) / metres));
      for (int k = 0; k < pieces; k++) {
        points[at++] = sides[i] + dx * (k + 0.5) / pieces;
        points[at++] = sides[i + 1] + dy * (k + 0.5) / pieces;
      }
    }
    return Arrays.copyOf(points, at);
  }

  boolean contains(double x, double y) {
    boolean inside = false;
    for (int i = 0; i < sides.length; i += Sides.SIDE) {
      double ay = sides[i + 1];
      double by = sides[i + 3];
      if ((ay > y) != (by > y) && x < sides[i] + (y - ay) / (by - ay) * (sides[i + 2] - sides[i])) {
        inside = !inside;
      }
    }
    return inside;
  }

  /** Metres from a point to a straight line between two. */
  static double metresToLine(double x, double y, double ax, double ay, double bx, double by) {
    double t = nearestAlong(x, y, ax, ay, bx, by);
    return Math.hypot(ax + t * (bx - ax) - x, ay + t * (by - ay) - y);
  }

  /** Which share of the line from a to b leads to its point nearest to a place, in [0, 1]. */
  static double nearestAlong(double x, double y, double ax, double ay, double bx, double by) {
    double dx = bx - ax;
    double dy = by - ay;
    double squared = dx * dx + dy * dy;
    return squared == 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / squared));
  }

  /** Metres to the nearest point of the edge, which is written to {@code out[0..1]}. */
  double nearestOfEdge(double x, double y, double[] out) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < sides.length; i += Sides.SIDE) {
      double t = nearestAlong(x, y, sides[i], sides[i + 1], sides[i + 2], sides[i + 3]);
      double px = sides[i] + t * (sides[i + 2] - sides[i]);
      double py = sides[i + 1] + t * (sides[i + 3] - sides[i + 1]);
      double squared = (px - x) * (px - x) + (py - y) * (py - y);
      if (squared < best) {
        best = squared;
        out[0] = px;
        out[1] = py;
      }
    }
    return Math.sqrt(best);
  }

  /** Whether a line from a to b meets the edge at 30 degrees or more. */
  boolean metBy(double ax, double ay, double bx, double by) {
    double dx = bx - ax;
    double dy = by - ay;
    for (int i = 0; i < sides.length; i += Sides.SIDE) {
      double sx = sides[i + 2] - sides[i];
      double sy = sides[i + 3] - sides[i + 1];
      double cross = dx * sy - dy * sx;
      double t = ((sides[i] - ax) * sy - (sides[i + 1] - ay) * sx) / cross;
      double u = ((sides[i] - ax) * dy - (sides[i + 1] - ay) * dx) / cross;
      if (Math.abs(cross) >= 0.5 * Math.hypot(dx, dy) * Math.hypot(sx, sy)
          && t >= 0
          && t <= 1
          && u >= 0
          && u <= 1) {
        return true;
      }
    }
    return false;
  }

  /** Whether the point lies inside, and at least so many metres from the edge. */
  boolean deeper(double x, double y, double metres) {
    return contains(x, y) && nearestOfEdge(x, y, new double[2]) >= metres;
  }

  /**
   * The parts of a line from a to b that lie inside and farther than some metres from the edge:
   * pairs of shares of its length, ascending; empty where there are none.
   *
   * <p>Exact: the line leaves and enters the polygon where it crosses sides, and what lies within
   * some metres of a side is one piece of the line for each side.
   */
  double[] deep(double ax, double ay, double bx, double by, double metres) {
    double minX = Math.min(ax, bx) - metres;
    double maxX = Math.max(ax, bx) + metres;
    double minY = Math.min(ay, by) - metres;
    double maxY = Math.max(ay, by) + metres;
    Pieces near = new Pieces();
    double[] piece = new double[2];
    for (int i = 0; i < sides.length; i += Sides.SIDE) {
      if (Math.max(sides[i], sides[i + 2]) >= minX
          && Math.min(sides[i], sides[i + 2]) <= maxX
          && Math.max(sides[i + 1], sides[i + 3]) >= minY
          && Math.min(sides[i + 1], sides[i + 3]) <= maxY
          && Capsule.along(ax, ay, bx, by, sides, i, metres, piece)) {
        near.add(piece[0], piece[1]);
      }
    }
    double[] gaps = near.gaps();
    int kept = 0;
    for (int k = 0; k < gaps.length; k += 2) {
      // Between two pieces no side is near, so one point tells of all.
      double t = (gaps[k] + gaps[k + 1]) / 2;
      if (contains(ax + t * (bx - ax), ay + t * (by - ay))) {
        gaps[kept++] = gaps[k];
        gaps[kept++] = gaps[k + 1];
      }
    }
    return Arrays.copyOf(gaps, kept);
  }
}
