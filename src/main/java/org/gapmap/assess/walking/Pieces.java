package org.gapmap.assess.walking;

import java.util.Arrays;

/** Pieces of a line that is 1 long, and what they leave free. */
final class Pieces {
  /** Shares of lines shorter than this are no more than rounding. */
  private static final double NOTHING = 1e-12;

  private double[] from = new double[4];
  private double[] to = new double[4];
  private int count;

  void add(double start, double end) {
    if (count == from.length) {
      from = Arrays.copyOf(from, 2 * count);
      to = Arrays.copyOf(to, 2 * count);
    }
    int at = count++;
    for (; at > 0 && from[at - 1] > start; at--) {
      from[at] = from[at - 1];
      to[at] = to[at - 1];
    }
    from[at] = start;
    to[at] = end;
  }

  /** Pairs of start and end, ascending, of what no piece covers. */
  double[] gaps() {
    double[] gaps = new double[2 * count + 2];
    int at = 0;
    double reached = 0;
    for (int k = 0; k < count; k++) {
      if (from[k] > reached + NOTHING) {
        gaps[at++] = reached;
        gaps[at++] = Math.min(1, from[k]);
      }
      reached = Math.max(reached, to[k]);
    }
    if (reached < 1 - NOTHING) {
      gaps[at++] = reached;
      gaps[at++] = 1;
    }
    return Arrays.copyOf(gaps, at);
  }
}
