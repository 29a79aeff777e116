package org.gapmap.assess.walking;

import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;

/** Gives lines that cross at the same level a point in common. For one thread. */
final class Crossings {
  private final LineTable lines;
  private final LineIntersector intersector = new RobustLineIntersector();
  private final Coordinate a = new Coordinate();
  private final Coordinate b = new Coordinate();
  private final Coordinate c = new Coordinate();
  private final Coordinate d = new Coordinate();
  private int made;
  private int keptApart;

  Crossings(LineTable lines) {
    this.lines = lines;
  }

  int made() {
    return made;
  }

  int keptApart() {
    return keptApart;
  }

  void run() {
    SegmentGrid grid = new SegmentGrid(lines);
    for (int cell = 0; cell < grid.cells(); cell++) {
      for (int i = grid.first(cell); i < grid.end(cell); i++) {
        for (int j = i + 1; j < grid.end(cell); j++) {
          pair(grid, cell, grid.item(i), grid.item(j));
        }
      }
    }
    lines.putIn();
  }

  private void pair(SegmentGrid grid, int cell, int s, int t) {
    double[] xy = grid.xy;
    double left = Math.max(low(xy, s, 0), low(xy, t, 0));
    double bottom = Math.max(low(xy, s, 1), low(xy, t, 1));
    if (left > Math.min(high(xy, s, 0), high(xy, t, 0))
        || bottom > Math.min(high(xy, s, 1), high(xy, t, 1))
        // Two segments share several cells: looked at in the one where their boxes' overlap begins.
        || grid.cellOf(left, bottom) != cell) {
      return;
    }
    int one = grid.line[s];
    int other = grid.line[t];
    boolean follow = one == other && Math.abs(grid.segment[s] - grid.segment[t]) == 1;
    if (follow || (lines.isFixed(one) && lines.isFixed(other))) {
      return;
    }
    set(a, one, grid.segment[s]);
    set(b, one, grid.segment[s] + 1);
    set(c, other, grid.segment[t]);
    set(d, other, grid.segment[t] + 1);
    intersector.computeIntersection(a, b, c, d);
    if (!intersector.hasIntersection()) {
      return;
    }
    if (lines.level(one) != lines.level(other)) {
      keptApart += intersector.isProper() ? 1 : 0;
      return;
    }
    for (int i = 0; i < intersector.getIntersectionNum(); i++) {
      Coordinate at = intersector.getIntersection(i);
      boolean inOne = put(one, grid.segment[s], a, b, at);
      boolean inOther = put(other, grid.segment[t], c, d, at);
      made += inOne && inOther ? 1 : 0;
    }
  }

  private static double low(double[] xy, int s, int axis) {
    return Math.min(xy[4 * s + axis], xy[4 * s + 2 + axis]);
  }

  private static double high(double[] xy, int s, int axis) {
    return Math.max(xy[4 * s + axis], xy[4 * s + 2 + axis]);
  }

  private void set(Coordinate to, int line, int point) {
    to.x = lines.points(line)[2 * point];
    to.y = lines.points(line)[2 * point + 1];
  }

  /** False where the segment has the point already, as one of its ends. */
  private boolean put(int line, int segment, Coordinate from, Coordinate to, Coordinate at) {
    if (at.equals2D(from) || at.equals2D(to)) {
      return false;
    }
    double length = from.distance(to);
    lines.insert(line, segment, length == 0 ? 0 : from.distance(at) / length, at.x, at.y);
    return true;
  }
}
