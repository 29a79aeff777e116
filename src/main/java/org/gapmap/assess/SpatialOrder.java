package org.gapmap.assess;

import java.util.Arrays;

/**
 * Puts places in the order of a Z curve over their extent, so that neighbours in the world are
 * mostly neighbours in memory: work that goes along it stays linear in a city's size.
 */
final class SpatialOrder {
  private static final int BITS = 16;

  private SpatialOrder() {}

  /**
   * @param rows one place in every {@code width} numbers, two of them longitude and latitude
   * @return the numbers of the places, from 0
   */
  static int[] of(double[] rows, int width, int lonAt, int latAt) {
    int n = rows.length / width;
    double west = Double.POSITIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      west = Math.min(west, rows[width * i + lonAt]);
      east = Math.max(east, rows[width * i + lonAt]);
      south = Math.min(south, rows[width * i + latAt]);
      north = Math.max(north, rows[width * i + latAt]);
    }
    double span = Math.max(Math.max(east - west, north - south), 1e-12);
    double perDegree = ((1 << BITS) - 1) / span;
    long[] keyed = new long[n];
    for (int i = 0; i < n; i++) {
      long column = (long) ((rows[width * i + lonAt] - west) * perDegree);
      long row = (long) ((rows[width * i + latAt] - south) * perDegree);
      keyed[i] = (spread(column) | spread(row) << 1) << 31 | i;
    }
    Arrays.parallelSort(keyed);
    int[] order = new int[n];
    for (int k = 0; k < n; k++) {
      order[k] = (int) (keyed[k] & Integer.MAX_VALUE);
    }
    return order;
  }

  /** Puts a zero before each of the lowest 16 bits. */
  private static long spread(long bits) {
    long v = bits & 0xFFFF;
    v = (v | v << 8) & 0x00FF00FFL;
    v = (v | v << 4) & 0x0F0F0F0FL;
    v = (v | v << 2) & 0x33333333L;
    return (v | v << 1) & 0x55555555L;
  }
}
