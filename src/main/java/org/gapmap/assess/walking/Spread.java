package org.gapmap.assess.walking;

import java.util.Arrays;

/**
 * The search itself: from doors outwards along the streets, ring by ring, until nothing is left.
 *
 * <p>Where facilities are many, it goes on in one block of neighbouring nodes as long as it can
 * before it turns to the next, so that what it works on stays in the processor's cache; a block
 * that something better comes into later is gone through again from there. The states are the same
 * in whichever order. For one thread.
 */
final class Spread {
  /** A block's states and arcs take well under a megabyte. */
  private static final int BLOCK_BITS = 14;

  /** All nodes in one. */
  private static final int ONE_BLOCK = 30;

  private final StreetGraph graph;

  /** Of each node its state. */
  private final long[] states;

  private final BucketQueue queue = new BucketQueue();
  private final int blockBits;

  /** Of each block the nodes that it is to be gone on from. */
  private final int[][] waiting;

  private final int[] waitingCount;

  /**
   * @param facilities how many; where they are fewer than blocks, ways across blocks are long, and
   *     one ring after the other is quicker
   */
  static Spread forMany(StreetGraph graph, int facilities) {
    boolean blocks = (long) facilities << BLOCK_BITS >= graph.nodes();
    return new Spread(graph, blocks ? BLOCK_BITS : ONE_BLOCK);
  }

  /**
   * @param blockBits a block has so many nodes, to the power of two
   */
  Spread(StreetGraph graph, int blockBits) {
    this.graph = graph;
    this.blockBits = blockBits;
    states = new long[graph.nodes()];
    Arrays.fill(states, Quanta.UNREACHED);
    waiting = new int[(graph.nodes() >>> blockBits) + 1][16];
    waitingCount = new int[waiting.length];
  }

  /** Searches from all places of a table, each under its own number, without a limit. */
  long[] from(DoorTable facilities) {
    facilities.seeds(
        (node, state) -> {
          if (state < states[node]) {
            states[node] = state;
            await(node);
          }
        });
    boolean more = true;
    while (more) {
      more = false;
      for (int block = 0; block < waiting.length; block++) {
        if (waitingCount[block] > 0) {
          goOn(block);
          more = true;
        }
      }
    }
    return states;
  }

  private void await(int node) {
    int block = node >>> blockBits;
    int count = waitingCount[block]++;
    if (count == waiting[block].length) {
      waiting[block] = Arrays.copyOf(waiting[block], 2 * count);
    }
    waiting[block][count] = node;
  }

  private void goOn(int block) {
    int[] nodes = waiting[block];
    int count = waitingCount[block];
    waitingCount[block] = 0;
    SeedSpan span = new SeedSpan();
    for (int i = 0; i < count; i++) {
      span.offer(nodes[i], states[nodes[i]]);
    }
    queue.span(span.width() + graph.longestStep());
    for (int i = 0; i < count; i++) {
      queue.add(nodes[i], states[nodes[i]]);
    }
    run(span.least() >>> BucketQueue.SHIFT, block);
  }

  private void run(long first, int block) {
    int[] firstArc = graph.firstArc;
    long[] arcs = graph.arcs;
    for (long ring = first; !queue.isEmpty(); ring++) {
      for (int i = 0; i < queue.size(ring); i++) {
        int node = queue.get(ring, i);
        long state = states[node];
        if (state >>> BucketQueue.SHIFT == ring) {
          int end = firstArc[node + 1];
          for (int at = firstArc[node]; at < end; at++) {
            long arc = arcs[at];
            long there = state + ((arc >>> 32) << Quanta.LABEL_BITS);
            int other = (int) arc;
            if (there < states[other]) {
              states[other] = there;
              if (other >>> blockBits == block) {
                queue.add(other, there);
              } else {
                await(other);
              }
            }
          }
        }
      }
      queue.clear(ring);
    }
  }
}
