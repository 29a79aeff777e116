package org.gapmap.imports;

/**
 * The first row of each 64-bit fingerprint: 24 bytes for a row where a hash map of the JDK takes a
 * hundred.
 */
final class FirstRows {
  private static final int NONE = 0;

  private long[] prints = new long[1 << 12];
  private int[] rows = new int[1 << 12];
  private int count;

  /**
   * Keeps the row, where it is the first with the fingerprint.
   *
   * @param row from 1
   * @return the first row with it; 0 where there was none before
   */
  int putIfAbsent(long print, int row) {
    int slot = slot(print);
    if (rows[slot] != NONE) {
      return rows[slot];
    }
    prints[slot] = print;
    rows[slot] = row;
    if (2 * ++count > rows.length) {
      grow();
    }
    return NONE;
  }

  private int slot(long print) {
    int mask = rows.length - 1;
    // The golden ratio's bits spread prints that are alike over the table (Knuth, TAOCP 3, 6.4).
    int slot = (int) ((print * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (rows[slot] != NONE && prints[slot] != print) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldPrints = prints;
    int[] oldRows = rows;
    prints = new long[2 * oldRows.length];
    rows = new int[2 * oldRows.length];
    for (int i = 0; i < oldRows.length; i++) {
      if (oldRows[i] != NONE) {
        int slot = slot(oldPrints[i]);
        prints[slot] = oldPrints[i];
        rows[slot] = oldRows[i];
      }
    }
  }
}
