package org.gapmap.assess.coverage;

import java.util.Arrays;

/**
 * The exact area of a polygon inside a union of circles, whose radii may differ.
 *
 * <p>By Green's theorem the area is the integral of ½(x dy − y dx) along the boundary of the
 * intersection. That boundary consists of the parts of the polygon's edges inside some circle (each
 * circle covers one interval of an edge) and of the parts of the circles that lie inside the
 * polygon and in no other circle. Nothing is approximated by segments.
 *
 * <p>Which arcs lie inside the polygon follows from where the boundary leaves and enters a circle:
 * going counter-clockwise, a circle enters the polygon where an edge leaves the circle. Sums over
 * these crossings need no sorting, and change continuously where circles touch edges, pass through
 * vertices or coincide; so there are no special cases to get wrong. Rounding stays below 1e-11 of
 * the area; where near-equal circles touch an edge in the same point, below 1e-6.
 *
 * <p>Holds scratch arrays: one instance per thread. Nothing is allocated once they have grown.
 */
public final class UnionCoverage {
  /** Shares this close to nothing or to everything are taken for it. */
  private static final double ROUNDING = 1e-11;

  private final CircleArcs circles = new CircleArcs();

  /** Power of the current edge's start with respect to each circle: negative inside. */
  private double[] power = new double[8];

  /** How often the polygon winds around the point of each circle just below due west. */
  private int[] winding = new int[8];

  private int intervals;
  private double[] from = new double[8];
  private double[] to = new double[8];

  /** The covered share, from 0 to 1; arguments as for {@link #coveredArea}. */
  public double coveredShare(
      PlanePolygon polygon, double[] cx, double[] cy, double[] radiusMetres, int n) {
    return coveredArea(polygon, cx, cy, radiusMetres, n) / polygon.areaSqm();
  }

  /**
   * Square metres of the polygon within the first n circles, from 0 to {@link
   * PlanePolygon#areaSqm()}.
   *
   * @param cx centres in the plane of the polygon, metres
   * @param radiusMetres radii; a circle of 0 or less covers nothing
   */
  public double coveredArea(
      PlanePolygon polygon, double[] cx, double[] cy, double[] radiusMetres, int n) {
    circles.clear();
    for (int i = 0; i < n; i++) {
      if (!addIfTouching(polygon, cx[i], cy[i], radiusMetres[i])) {
        return polygon.areaSqm();
      }
    }
    if (circles.count == 0) {
      return 0;
    }
    if (circles.count > 1) {
      circles.dropSwallowed();
    }
    circles.findBareArcs();
    double area = integrate(polygon);
    double rounding = ROUNDING * polygon.areaSqm();
    if (area < rounding) {
      return 0;
    }
    return area > polygon.areaSqm() - rounding ? polygon.areaSqm() : area;
  }

  /** Keeps a circle that reaches the bounding box; false if it holds the polygon whole. */
  private boolean addIfTouching(PlanePolygon polygon, double cx, double cy, double r) {
    if (!(r > 0)) {
      return true;
    }
    double x = cx - polygon.originX;
    double y = cy - polygon.originY;
    double squared = r * r;
    double beyondX = Math.max(0, Math.abs(x) - polygon.halfWidth);
    double beyondY = Math.max(0, Math.abs(y) - polygon.halfHeight);
    if (!(beyondX * beyondX + beyondY * beyondY < squared)) {
      return true;
    }
    double farX = Math.abs(x) + polygon.halfWidth;
    double farY = Math.abs(y) + polygon.halfHeight;
    if (farX * farX + farY * farY <= squared || holdsAll(polygon.xy, x, y, squared)) {
      return false;
    }
    circles.add(x, y, r);
    return true;
  }

  private static boolean holdsAll(double[] xy, double x, double y, double squared) {
    for (int i = 0; i < xy.length; i += 2) {
      double dx = xy[i] - x;
      double dy = xy[i + 1] - y;
      if (dx * dx + dy * dy > squared) {
        return false;
      }
    }
    return true;
  }

  private double integrate(PlanePolygon polygon) {
    if (power.length < circles.count) {
      power = new double[circles.x.length];
      winding = new int[circles.x.length];
      from = new double[circles.x.length];
      to = new double[circles.x.length];
    }
    Arrays.fill(winding, 0, circles.count, 0);
    double[] xy = polygon.xy;
    double doubledEdges = 0;
    double arcs = 0;
    for (int ring = 0, i = 0; ring < polygon.ringEnds.length; ring++, i += 2) {
      startAt(xy[i], xy[i + 1]);
      for (; i + 2 < polygon.ringEnds[ring]; i += 2) {
        double ax = xy[i];
        double ay = xy[i + 1];
        double bx = xy[i + 2];
        double by = xy[i + 3];
        arcs += crossCircles(ax, ay, bx, by);
        doubledEdges += (ax * by - ay * bx) * coveredPartOfEdge();
      }
    }
    for (int c = 0; c < circles.count; c++) {
      if (winding[c] != 0) {
        arcs += winding[c] * circles.integral(c);
      }
    }
    return doubledEdges / 2 + arcs;
  }

  private void startAt(double x, double y) {
    for (int c = 0; c < circles.count; c++) {
      double u = x - circles.x[c];
      double v = y - circles.y[c];
      power[c] = u * u + v * v - circles.radius[c] * circles.radius[c];
    }
  }

  /**
   * Notes which part of the edge a to b each circle covers, and returns what the crossings add to
   * the integral along the circles.
   */
  private double crossCircles(double ax, double ay, double bx, double by) {
    double ex = bx - ax;
    double ey = by - ay;
    double lengthSquared = ex * ex + ey * ey;
    double arcs = 0;
    intervals = 0;
    for (int c = 0; c < circles.count; c++) {
      double au = ax - circles.x[c];
      double av = ay - circles.y[c];
      double bu = bx - circles.x[c];
      double bv = by - circles.y[c];
      double atA = power[c];
      double atB = bu * bu + bv * bv - circles.radius[c] * circles.radius[c];
      power[c] = atB;
      if (atA <= 0 && atB <= 0) {
        addInterval(0, 1);
        continue;
      }
      double along = au * ex + av * ey;
      if (atA > 0 && atB > 0) {
        double root = along * along - lengthSquared * atA;
        if (along >= 0 || along + lengthSquared <= 0 || root <= 0) {
          winding[c] += westwardWinding(au, av, bu, bv);
          continue;
        }
        root = Math.sqrt(root);
        double enters = Math.max(0, atA / (root - along));
        double leaves = Math.min(1, (root - along) / lengthSquared);
        addInterval(enters, leaves);
        double enterU = au + enters * ex;
        double enterV = av + enters * ey;
        double leaveU = au + leaves * ex;
        double leaveV = av + leaves * ey;
        winding[c] += westwardWinding(au, av, enterU, enterV);
        winding[c] += westwardWinding(leaveU, leaveV, bu, bv);
        arcs += circles.integralFrom(c, leaveU, leaveV) - circles.integralFrom(c, enterU, enterV);
        continue;
      }
      double root = Math.sqrt(Math.max(0, along * along - lengthSquared * atA));
      if (atA > 0) {
        double enters = Math.max(0, Math.min(1, atA / (root - along)));
        double u = au + enters * ex;
        double v = av + enters * ey;
        addInterval(enters, 1);
        winding[c] += westwardWinding(au, av, u, v);
        arcs -= circles.integralFrom(c, u, v);
      } else {
        double leaves = along > 0 ? -atA / (along + root) : (root - along) / lengthSquared;
        leaves = Math.min(1, leaves);
        double u = au + leaves * ex;
        double v = av + leaves * ey;
        addInterval(0, leaves);
        winding[c] += westwardWinding(u, v, bu, bv);
        arcs += circles.integralFrom(c, u, v);
      }
    }
    return arcs;
  }

  /**
   * What a piece of the boundary outside a circle, relative to its centre, adds to the winding
   * around the circle's westernmost point: 1 if the piece crosses the line due west downward, −1
   * upward. Points at the very height of the centre count as above, as in the angle π.
   */
  private static int westwardWinding(double pu, double pv, double qu, double qv) {
    boolean above = pv >= 0;
    if (above == (qv >= 0)) {
      return 0;
    }
    if (pu >= 0 && qu >= 0) {
      return 0;
    }
    boolean west = pu < 0 && qu < 0;
    if (!west && (pu * qv - pv * qu > 0) != above) {
      return 0;
    }
    return above ? 1 : -1;
  }

  private void addInterval(double enters, double leaves) {
    int at = intervals++;
    for (; at > 0 && from[at - 1] > enters; at--) {
      from[at] = from[at - 1];
      to[at] = to[at - 1];
    }
    from[at] = enters;
    to[at] = leaves;
  }

  private double coveredPartOfEdge() {
    double covered = 0;
    double reached = 0;
    for (int k = 0; k < intervals; k++) {
      if (to[k] > reached) {
        covered += to[k] - Math.max(reached, from[k]);
        reached = to[k];
      }
    }
    return covered;
  }
}
