package org.gapmap.imports.source;

import java.util.Arrays;

/** A set of 64-bit ids: first filled, then sorted and asked. Eight bytes for each. */
final class OsmIds {
  private long[] ids = new long[1024];
  private int count;
  private boolean sorted;

  void add(long id) {
    if (count == ids.length) {
      compact();
      if (count > ids.length / 2) {
        ids = Arrays.copyOf(ids, (int) Math.min(2L * ids.length, Integer.MAX_VALUE - 16));
      }
    }
    ids[count++] = id;
    sorted = false;
  }

  /** Sorted, each id once. */
  void sort() {
    compact();
    ids = Arrays.copyOf(ids, count);
    sorted = true;
  }

  private void compact() {
    Arrays.sort(ids, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (kept == 0 || ids[kept - 1] != ids[i]) {
        ids[kept++] = ids[i];
      }
    }
    count = kept;
  }

  int size() {
    return count;
  }

  long at(int index) {
    return ids[index];
  }

  /** The place of an id among the sorted ones, or less than 0. */
  int indexOf(long id) {
    if (!sorted) {
      throw new IllegalStateException("not sorted yet");
    }
    return Arrays.binarySearch(ids, 0, count, id);
  }
}
