package org.gapmap.assess.walking;

import java.util.Arrays;

/**
 * Searches again only what one facility's change reaches: its former territory is given up, and
 * filled from its edges, from doors within it, and from where the facility is now. What comes out
 * is what a full search finds, to the last digit, since sums are exact and ties have one answer.
 */
final class Respread {
  private final FieldStates states;
  private final StreetGraph graph;
  private final int facility;
  private final BucketQueue queue = new BucketQueue();
  private int[] territory = new int[64];
  private int size;
  private int[] begun = new int[16];
  private int begunCount;

  /**
   * @param states to write to; the facility has its new doors there
   */
  Respread(FieldStates states, int facility) {
    this.states = states;
    this.graph = states.graph();
    this.facility = facility;
  }

  void from(FieldStates before) {
    if (facility < before.facilities()) {
      before
          .tableOf(facility)
          .seeds(before.placeOf(facility), facility, (node, state) -> giveUp(node));
      for (int i = 0; i < size; i++) {
        int node = territory[i];
        for (int at = graph.firstArc[node]; at < graph.firstArc[node + 1]; at++) {
          giveUp((int) graph.arcs[at]);
        }
      }
    }
    for (int i = 0; i < size; i++) {
      begin(territory[i], fromAround(territory[i]));
    }
    states.tableOf(facility).seeds(0, facility, this::begin);
    run();
  }

  /** Takes a node of the former territory from the facility. */
  private void giveUp(int node) {
    long state = states.at(node);
    if (state < Quanta.UNREACHED && Quanta.label(state) == facility) {
      states.set(node, Quanta.UNREACHED);
      if (size == territory.length) {
        territory = Arrays.copyOf(territory, 2 * size);
      }
      territory[size++] = node;
    }
  }

  /** The best that a node's neighbours and the doors on its edges offer. */
  private long fromAround(int node) {
    long best = Quanta.UNREACHED;
    for (int at = graph.firstArc[node]; at < graph.firstArc[node + 1]; at++) {
      long arc = graph.arcs[at];
      best = Math.min(best, states.at((int) arc) + ((arc >>> 32) << Quanta.LABEL_BITS));
      best = Math.min(best, states.atEnd(graph.arcEdge[at], node));
    }
    return best;
  }

  private void begin(int node, long state) {
    if (state < states.at(node)) {
      states.set(node, state);
      if (begunCount == begun.length) {
        begun = Arrays.copyOf(begun, 2 * begunCount);
      }
      begun[begunCount++] = node;
    }
  }

  private void run() {
    SeedSpan span = new SeedSpan();
    for (int i = 0; i < begunCount; i++) {
      span.offer(begun[i], states.at(begun[i]));
    }
    if (span.isEmpty()) {
      return;
    }
    queue.span(span.width() + graph.longestStep());
    for (int i = 0; i < begunCount; i++) {
      queue.add(begun[i], states.at(begun[i]));
    }
    for (long ring = span.least() >>> BucketQueue.SHIFT; !queue.isEmpty(); ring++) {
      for (int i = 0; i < queue.size(ring); i++) {
        int node = queue.get(ring, i);
        long state = states.at(node);
        if (state >>> BucketQueue.SHIFT == ring) {
          goOn(node, state);
        }
      }
      queue.clear(ring);
    }
  }

  private void goOn(int node, long state) {
    for (int at = graph.firstArc[node]; at < graph.firstArc[node + 1]; at++) {
      long arc = graph.arcs[at];
      long there = state + ((arc >>> 32) << Quanta.LABEL_BITS);
      if (there < states.at((int) arc)) {
        states.set((int) arc, there);
        queue.add((int) arc, there);
      }
    }
  }
}
