package org.gapmap.assess.walking;

/**
 * Lengths as whole numbers of 1/65,536 m, so that sums are exact in any order: a walk is as long
 * there as back, ties are ties, and a search that starts from a former one finds its very numbers.
 *
 * <p>Rounded up, and by a billionth besides, so that no walk comes out shorter than the straight
 * line: the nodes of a street lie on the ellipsoid, whose curvature differs a little from that
 * which the straight line is measured by.
 *
 * <p>A search keeps for each node one number, its <em>state</em>: the quanta of the walk and below
 * them the number of the facility. So the lesser of two states is the shorter walk, and of equal
 * walks the one to the facility with the lowest number.
 */
final class Quanta {
  static final double PER_METRE = 65_536;
  static final int LABEL_BITS = 22;
  static final long LABEL_MASK = (1L << LABEL_BITS) - 1;

  /** The state of a node that nothing has reached; may be added to without overflow. */
  static final long UNREACHED = Long.MAX_VALUE >> 1;

  private static final double SPARE = 1 + 1e-9;
  private static final double ROUNDING = 1.0 / 1024;

  private Quanta() {}

  /** Quanta of some metres, rounded up; 0 only for 0. */
  static long up(double metres) {
    return metres > 0 ? (long) Math.ceil(metres * (SPARE * PER_METRE) + ROUNDING) : 0;
  }

  static double metres(long quanta) {
    return quanta / PER_METRE;
  }

  static long state(long quanta, int label) {
    return (quanta << LABEL_BITS) | label;
  }

  static int label(long state) {
    return (int) (state & LABEL_MASK);
  }

  /** Metres of a state; infinite where nothing came. */
  static double metresOf(long state) {
    return state >= UNREACHED ? Double.POSITIVE_INFINITY : metres(state >>> LABEL_BITS);
  }
}
