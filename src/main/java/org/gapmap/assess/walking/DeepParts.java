package org.gapmap.assess.walking;

import java.util.Arrays;

/**
 * What of a line lies inside an outline and deeper than {@link #SKIN_METRES} from its edge.
 *
 * <p>The skin is how far a street and an edge that were drawn from different maps may disagree: a
 * street along the edge that wavers across it, or one that ends at it, is no way in, on whichever
 * side of the line it was drawn. What goes deeper has crossed, and each end of a deep part within
 * the line is a crossing.
 */
final class DeepParts {
  static final double SKIN_METRES = 3;

  /** Two parts this near to each other are one that passes a corner of the line. */
  private static final double TOUCHING = 1e-9;

  private static final double[] NONE = {};

  private DeepParts() {}

  /**
   * Pairs of start and end, ascending, as places along the line: 2.25 is a quarter of the way from
   * the third of its points to the fourth.
   *
   * @param line longitude, latitude of its points
   */
  static double[] of(Outline outline, double[] line) {
    return of(outline, line, SKIN_METRES);
  }

  /** The same for another depth. */
  static double[] of(Outline outline, double[] line, double metres) {
    FlatMap flat = outline.flat();
    double[] parts = new double[8];
    int count = 0;
    double ax = flat.x(line[0]);
    double ay = flat.y(line[1]);
    for (int i = 0; 2 * i + 3 < line.length; i++) {
      double bx = flat.x(line[2 * i + 2]);
      double by = flat.y(line[2 * i + 3]);
      double[] deep =
          outline.boxMisses(ax, ay, bx, by) ? NONE : outline.deep(ax, ay, bx, by, metres);
      for (int k = 0; k < deep.length; k += 2) {
        if (count > 0 && i + deep[k] - parts[count - 1] < TOUCHING) {
          parts[count - 1] = i + deep[k + 1];
          continue;
        }
        if (count == parts.length) {
          parts = Arrays.copyOf(parts, 2 * count);
        }
        parts[count++] = i + deep[k];
        parts[count++] = i + deep[k + 1];
      }
      ax = bx;
      ay = by;
    }
    return Arrays.copyOf(parts, count);
  }

  /** Those of the ends of deep parts at which the line goes on: where it crosses the edge. */
  static double[] crossings(double[] deep, double[] line) {
    int last = last(line);
    double[] crossings = new double[deep.length];
    int count = 0;
    for (double at : deep) {
      if (at > TOUCHING && at < last - TOUCHING) {
        crossings[count++] = at;
      }
    }
    return Arrays.copyOf(crossings, count);
  }

  /** The place of a line's last point. */
  static int last(double[] line) {
    return line.length / 2 - 1;
  }

  /** Longitude (axis 0) or latitude (axis 1) of a place along a line. */
  static double at(double[] line, double place, int axis) {
    int i = Math.min((int) place, line.length / 2 - 2);
    double t = place - i;
    double a = line[2 * i + axis];
    double b = line[2 * i + 2 + axis];
    return t >= 1 ? b : a + t * (b - a);
  }
}
