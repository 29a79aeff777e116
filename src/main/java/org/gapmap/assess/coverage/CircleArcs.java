package org.gapmap.assess.coverage;

import java.util.Arrays;

/**
 * For each of a few circles the arcs that no other circle covers, with the integral of ½(x dy − y
 * dx) along them: Green's theorem turns that integral into area.
 *
 * <p>Angles run from −π to π, counter-clockwise from east. Along a circle of centre (cx, cy) and
 * radius r the integral has the primitive ½(r²θ + cx·v − cy·u), (u, v) being the point relative to
 * the centre, so that a known point costs no sine.
 *
 * <p>Scratch of one {@link UnionCoverage}: filled anew for each polygon.
 */
final class CircleArcs {
  /** Circles that meet closer than this share of the larger radius are taken to touch only. */
  private static final double TOUCH = 1e-9;

  int count;
  double[] x = new double[8];
  double[] y = new double[8];
  double[] radius = new double[8];

  /** Bare arcs of circle i are those from {@code bareFrom[i]} to before {@code bareFrom[i + 1]}. */
  private int[] bareFrom = new int[9];

  private double[] start = new double[16];
  private double[] end = new double[16];
  private double[] atStart = new double[16];
  private double[] atEnd = new double[16];

  /** The integral over a bare arc and those of the same circle after it. */
  private double[] remaining = new double[16];

  private int covers;
  private double[] coverStart = new double[16];
  private double[] coverEnd = new double[16];
  private double[] coverAtStart = new double[16];
  private double[] coverAtEnd = new double[16];

  void clear() {
    count = 0;
  }

  void add(double cx, double cy, double r) {
    if (count == x.length) {
      x = Arrays.copyOf(x, 2 * count);
      y = Arrays.copyOf(y, 2 * count);
      radius = Arrays.copyOf(radius, 2 * count);
      bareFrom = Arrays.copyOf(bareFrom, 2 * count + 1);
    }
    x[count] = cx;
    y[count] = cy;
    radius[count++] = r;
  }

  /** Drops every circle that lies inside another, and all but one of equal ones. */
  void dropSwallowed() {
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        if (j != i && swallows(j, i)) {
          count--;
          x[i] = x[count];
          y[i] = y[count];
          radius[i] = radius[count];
          i--;
          break;
        }
      }
    }
  }

  private boolean swallows(int large, int small) {
    double margin = radius[large] - radius[small];
    double dx = x[large] - x[small];
    double dy = y[large] - y[small];
    return margin >= 0 && dx * dx + dy * dy <= margin * margin;
  }

  /** Finds the bare arcs of all circles. */
  void findBareArcs() {
    int arcs = 0;
    for (int i = 0; i < count; i++) {
      bareFrom[i] = arcs;
      covers = 0;
      boolean whollyCovered = false;
      for (int j = 0; j < count && !whollyCovered; j++) {
        whollyCovered = j != i && cover(i, j);
      }
      if (!whollyCovered) {
        arcs = addGaps(i, arcs);
      }
    }
    bareFrom[count] = arcs;
  }

  /** Notes the arc of circle i inside circle j; true if that is all of it. */
  private boolean cover(int i, int j) {
    double dx = x[j] - x[i];
    double dy = y[j] - y[i];
    double ri = radius[i];
    double rj = radius[j];
    double squared = dx * dx + dy * dy;
    double sum = ri + rj;
    double difference = ri - rj;
    if (squared >= sum * sum) {
      return false;
    }
    double d = Math.sqrt(squared);
    // Heron's formula in factors keeps its digits where the circles all but touch.
    double sixteen = (sum + d) * (sum - d) * (d - difference) * (d + difference);
    double half = sixteen <= 0 ? 0 : Math.sqrt(sixteen) / (2 * d);
    double along = (squared + difference * sum) / (2 * d);
    if (half <= TOUCH * Math.max(ri, rj)) {
      return along < 0;
    }
    double ux = dx / d;
    double uy = dy / d;
    addCover(
        i,
        along * ux + half * uy,
        along * uy - half * ux,
        along * ux - half * uy,
        along * uy + half * ux);
    return false;
  }

  private void addCover(int i, double fromX, double fromY, double toX, double toY) {
    double from = Math.atan2(fromY, fromX);
    double to = Math.atan2(toY, toX);
    double atFrom = primitive(i, from, fromX, fromY);
    double atTo = primitive(i, to, toX, toY);
    if (from <= to) {
      insertCover(from, atFrom, to, atTo);
    } else {
      insertCover(from, atFrom, Math.PI, atPlusPi(i));
      insertCover(-Math.PI, atMinusPi(i), to, atTo);
    }
  }

  private void insertCover(double from, double atFrom, double to, double atTo) {
    if (covers == coverStart.length) {
      coverStart = Arrays.copyOf(coverStart, 2 * covers);
      coverEnd = Arrays.copyOf(coverEnd, 2 * covers);
      coverAtStart = Arrays.copyOf(coverAtStart, 2 * covers);
      coverAtEnd = Arrays.copyOf(coverAtEnd, 2 * covers);
    }
    int at = covers++;
    for (; at > 0 && coverStart[at - 1] > from; at--) {
      coverStart[at] = coverStart[at - 1];
      coverEnd[at] = coverEnd[at - 1];
      coverAtStart[at] = coverAtStart[at - 1];
      coverAtEnd[at] = coverAtEnd[at - 1];
    }
    coverStart[at] = from;
    coverEnd[at] = to;
    coverAtStart[at] = atFrom;
    coverAtEnd[at] = atTo;
  }

  private int addGaps(int i, int first) {
    int arcs = first;
    double reached = -Math.PI;
    double atReached = atMinusPi(i);
    for (int k = 0; k < covers; k++) {
      if (coverStart[k] > reached) {
        addArc(arcs++, reached, atReached, coverStart[k], coverAtStart[k]);
      }
      if (coverEnd[k] > reached) {
        reached = coverEnd[k];
        atReached = coverAtEnd[k];
      }
    }
    if (reached < Math.PI) {
      addArc(arcs++, reached, atReached, Math.PI, atPlusPi(i));
    }
    double after = 0;
    for (int k = arcs - 1; k >= first; k--) {
      after += atEnd[k] - atStart[k];
      remaining[k] = after;
    }
    return arcs;
  }

  private void addArc(int at, double from, double atFrom, double to, double atTo) {
    if (at == start.length) {
      start = Arrays.copyOf(start, 2 * at);
      end = Arrays.copyOf(end, 2 * at);
      atStart = Arrays.copyOf(atStart, 2 * at);
      atEnd = Arrays.copyOf(atEnd, 2 * at);
      remaining = Arrays.copyOf(remaining, 2 * at);
    }
    start[at] = from;
    atStart[at] = atFrom;
    end[at] = to;
    atEnd[at] = atTo;
  }

  /** The integral over all bare arcs of a circle. */
  double integral(int i) {
    return bareFrom[i] < bareFrom[i + 1] ? remaining[bareFrom[i]] : 0;
  }

  /**
   * The integral over what is bare of circle i counter-clockwise from a point on it, given relative
   * to the centre, to the angle π.
   */
  double integralFrom(int i, double u, double v) {
    int last = bareFrom[i + 1];
    int k = bareFrom[i];
    if (k == last) {
      return 0;
    }
    // Adding zero turns a negative zero into a positive one: atan2 would take it for -π.
    double angle = Math.atan2(v + 0.0, u);
    while (k < last && end[k] <= angle) {
      k++;
    }
    if (k == last) {
      return 0;
    }
    if (start[k] >= angle) {
      return remaining[k];
    }
    double rest = k + 1 < last ? remaining[k + 1] : 0;
    return rest + atEnd[k] - primitive(i, angle, u, v);
  }

  private double primitive(int i, double angle, double u, double v) {
    return 0.5 * (radius[i] * radius[i] * angle + x[i] * v - y[i] * u);
  }

  private double atPlusPi(int i) {
    return primitive(i, Math.PI, -radius[i], 0);
  }

  private double atMinusPi(int i) {
    return primitive(i, -Math.PI, -radius[i], 0);
  }
}
