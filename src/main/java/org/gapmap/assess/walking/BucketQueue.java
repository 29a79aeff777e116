package org.gapmap.assess.walking;

import java.util.Arrays;

/**
 * Nodes waiting to be gone on from, in rings of equal width about the doors. Within a ring they
 * come in the order that they were put in, which follows the map where the doors do: that is what
 * makes it quicker than a heap, which jumps about the memory. A node may wait more than once.
 */
final class BucketQueue {
  /** A ring is 32 m wide: narrower than most edges, so that few nodes are gone on from twice. */
  static final int SHIFT = Quanta.LABEL_BITS + 21;

  private static final int[] NO_NODES = {};
  private static final int FIRST_NODES = 8;

  private int[][] nodes = new int[0][];
  private int[] sizes = new int[0];
  private int mask;
  private int waiting;

  /** Makes room for states at most so far apart; the queue must be empty. */
  void span(long states) {
    int wanted = Integer.highestOneBit((int) (states >>> SHIFT) + 1) * 2;
    if (wanted > sizes.length) {
      int had = sizes.length;
      nodes = Arrays.copyOf(nodes, wanted);
      sizes = Arrays.copyOf(sizes, wanted);
      Arrays.fill(nodes, had, wanted, NO_NODES);
      mask = wanted - 1;
    }
  }

  void add(int node, long state) {
    int ring = (int) (state >>> SHIFT) & mask;
    int size = sizes[ring]++;
    if (size == nodes[ring].length) {
      nodes[ring] = Arrays.copyOf(nodes[ring], Math.max(FIRST_NODES, 2 * size));
    }
    nodes[ring][size] = node;
    waiting++;
  }

  boolean isEmpty() {
    return waiting == 0;
  }

  /** How many wait in a ring now; more may come while it is gone through. */
  int size(long ring) {
    return sizes[(int) ring & mask];
  }

  int get(long ring, int i) {
    return nodes[(int) ring & mask][i];
  }

  void clear(long ring) {
    waiting -= sizes[(int) ring & mask];
    sizes[(int) ring & mask] = 0;
  }
}
