package org.gapmap.assess;

import org.gapmap.geo.Geocentric;

/**
 * Places and how much there is at each.
 *
 * @param places {@link Geocentric} X, Y, Z of each spot, one after another
 * @param amount people, or a share of them, by spot
 */
record Spots(double[] places, double[] amount) {
  static final Spots NONE = new Spots(new double[0], new double[0]);

  int size() {
    return amount.length;
  }

  double sum() {
    double sum = 0;
    for (double here : amount) {
      sum += here;
    }
    return sum;
  }

  /** The same places, their amounts adding up to 1; {@link #NONE} where they add up to 0. */
  Spots asShares() {
    double sum = sum();
    if (!(sum > 0)) {
      return NONE;
    }
    double[] shares = new double[amount.length];
    for (int k = 0; k < shares.length; k++) {
      shares[k] = amount[k] / sum;
    }
    return new Spots(places, shares);
  }
}
