package org.gapmap.assess.walking;

import java.util.Arrays;

/**
 * The search itself: from doors outwards along the streets, ring by ring, until nothing is left or
 * the limit is reached. For one thread.
 */
final class Spread {
  private final StreetGraph graph;

  /** Of each node its state. */
  private final long[] states;

  private final BucketQueue queue = new BucketQueue();

  Spread(StreetGraph graph) {
    this.graph = graph;
    states = new long[graph.nodes()];
    Arrays.fill(states, Quanta.UNREACHED);
  }

  long[] states() {
    return states;
  }

  /** Searches from all places of a table, each under its own number, without a limit. */
  void from(DoorTable facilities) {
    SeedSpan span = new SeedSpan();
    facilities.seeds(span);
    if (span.isEmpty()) {
      return;
    }
    queue.span(span.width() + graph.longestStep());
    facilities.seeds(
        (node, state) -> {
          if (state < states[node]) {
            states[node] = state;
            queue.add(node, state);
          }
        });
    run(span.least() >>> BucketQueue.SHIFT);
  }

  private void run(long first) {
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
              queue.add(other, there);
            }
          }
        }
      }
      queue.clear(ring);
    }
  }
}
