package org.gapmap.assess.walking;

import java.util.List;

/**
 * The search itself: from doors outwards along the streets, ring by ring, until nothing is left.
 */
final class Spread {
  private final StreetGraph graph;
  private final long[] states;
  private final BucketQueue queue = new BucketQueue();

  Spread(StreetGraph graph, long[] states) {
    this.graph = graph;
    this.states = states;
  }

  void from(List<Doors> facilities) {
    long least = Quanta.UNREACHED;
    long most = 0;
    SeedList seeds = new SeedList(graph);
    for (int k = 0; k < facilities.size(); k++) {
      seeds.add(k, facilities.get(k));
    }
    for (int i = 0; i < seeds.count(); i++) {
      least = Math.min(least, seeds.state(i));
      most = Math.max(most, seeds.state(i));
    }
    if (seeds.count() == 0) {
      return;
    }
    long step = (long) graph.longestArcQuanta << Quanta.LABEL_BITS;
    queue.span(Math.max(most - least, step) + step);
    for (int i = 0; i < seeds.count(); i++) {
      reach(seeds.node(i), seeds.state(i));
    }
    run(least >>> BucketQueue.SHIFT);
  }

  private void reach(int node, long state) {
    if (state < states[node]) {
      states[node] = state;
      queue.add(node, state);
    }
  }

  private void run(long first) {
    for (long ring = first; !queue.isEmpty(); ring++) {
      for (int i = 0; i < queue.size(ring); i++) {
        int node = queue.get(ring, i);
        long state = states[node];
        if (state >>> BucketQueue.SHIFT == ring) {
          for (int arc = graph.firstArc[node]; arc < graph.firstArc[node + 1]; arc++) {
            long step = graph.arcs[arc];
            reach((int) step, state + ((step >>> 32) << Quanta.LABEL_BITS));
          }
        }
      }
      queue.clear(ring);
    }
  }
}
