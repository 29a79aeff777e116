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

  /** Straight metres from facility {@code j} to spot {@code k}. */
  double metresFrom(ServiceIndex service, int j, int k) {
    return service.metresTo(j, places[3 * k], places[3 * k + 1], places[3 * k + 2]);
  }

  /** The share of the people at spots that are in reach. */
  double share(boolean[] reached) {
    double inReach = 0;
    double beyond = 0;
    for (int k = 0; k < reached.length; k++) {
      if (reached[k]) {
        inReach += amount[k];
      } else {
        beyond += amount[k];
      }
    }
    // Rounding must not keep a community whose every home is in reach from being all in reach.
    return beyond == 0 ? 1 : Math.min(1, inReach);
  }
}
