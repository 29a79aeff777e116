package org.gapmap.assess.walking;

import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The sides of a polygon's rings one after another, x and y of both ends each. Inside and outside
 * are told by even and odd crossings, so that neither the rings' order nor their sense matters.
 */
final class Sides {
  /** Numbers of a side. */
  static final int SIDE = 4;

  private Sides() {}

  /**
   * The sides of a polygon or several; those of no length are left out.
   *
   * @throws IllegalArgumentException for anything but polygons
   */
  static double[] of(Geometry polygon) {
    double[] sides = new double[SIDE * polygon.getNumPoints()];
    int at = 0;
    for (int part = 0; part < polygon.getNumGeometries(); part++) {
      if (!(polygon.getGeometryN(part) instanceof Polygon one)) {
        throw new IllegalArgumentException(
            "a " + polygon.getGeometryN(part).getGeometryType() + " has no sides");
      }
      at = add(one.getExteriorRing(), sides, at);
      for (int hole = 0; hole < one.getNumInteriorRing(); hole++) {
        at = add(one.getInteriorRingN(hole), sides, at);
      }
    }
    return Arrays.copyOf(sides, at);
  }

  private static int add(LineString ring, double[] sides, int from) {
    CoordinateSequence points = ring.getCoordinateSequence();
    int at = from;
    for (int i = 0; i + 1 < points.size(); i++) {
      if (points.getX(i) != points.getX(i + 1) || points.getY(i) != points.getY(i + 1)) {
        sides[at] = points.getX(i);
        sides[at + 1] = points.getY(i);
        sides[at + 2] = points.getX(i + 1);
        sides[at + 3] = points.getY(i + 1);
        at += SIDE;
      }
    }
    return at;
  }

  /** Writes, ascending, the heights at which the line of an x crosses sides; returns how many. */
  static int crossings(double[] sides, double x, double[] heights) {
    int count = 0;
    for (int i = 0; i < sides.length; i += SIDE) {
      double ax = sides[i];
      double bx = sides[i + 2];
      if ((ax > x) != (bx > x)) {
        heights[count++] = sides[i + 1] + (x - ax) / (bx - ax) * (sides[i + 3] - sides[i + 1]);
      }
    }
    Arrays.sort(heights, 0, count);
    return count;
  }

  /** How much of the line of an x lies inside. */
  static double width(double[] sides, double x, double[] heights) {
    int count = crossings(sides, x, heights);
    double width = 0;
    for (int k = 0; k + 1 < count; k += 2) {
      width += heights[k + 1] - heights[k];
    }
    return width;
  }
}
