package org.gapmap.assess.walking;

import java.util.Arrays;

/**
 * Puts places in the order of Hilbert's curve over their extent: neighbours in the order are always
 * neighbours in the world, and mostly the other way round, so that work on a territory touches
 * little memory.
 */
final class HilbertOrder {
  private static final int BITS = 16;

  private HilbertOrder() {}

  /**
   * @param lonLat longitude, latitude of each place
   * @return the places' numbers in order
   */
  static int[] of(double[] lonLat) {
    int n = lonLat.length / 2;
    double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int i = 0; i < lonLat.length; i++) {
      low[i & 1] = Math.min(low[i & 1], lonLat[i]);
      high[i & 1] = Math.max(high[i & 1], lonLat[i]);
    }
    double span = Math.max(Math.max(high[0] - low[0], high[1] - low[1]), 1e-12);
    double perDegree = ((1 << BITS) - 1) / span;
    long[] keyed = new long[n];
    for (int i = 0; i < n; i++) {
      int x = (int) ((lonLat[2 * i] - low[0]) * perDegree);
      int y = (int) ((lonLat[2 * i + 1] - low[1]) * perDegree);
      keyed[i] = along(x, y) << 31 | i;
    }
    Arrays.parallelSort(keyed);
    int[] order = new int[n];
    for (int k = 0; k < n; k++) {
      order[k] = (int) (keyed[k] & Integer.MAX_VALUE);
    }
    return order;
  }

  /**
   * How far along the curve a cell lies: quadrant by quadrant, each turned into the first one's.
   */
  private static long along(int column, int row) {
    int x = column;
    int y = row;
    long distance = 0;
    for (int half = 1 << (BITS - 1); half > 0; half >>= 1) {
      int right = (x & half) == 0 ? 0 : 1;
      int upper = (y & half) == 0 ? 0 : 1;
      distance = distance << 2 | (3 * right ^ upper);
      if (upper == 0) {
        if (right == 1) {
          x = ~x;
          y = ~y;
        }
        int swapped = x;
        x = y;
        y = swapped;
      }
    }
    return distance;
  }
}
