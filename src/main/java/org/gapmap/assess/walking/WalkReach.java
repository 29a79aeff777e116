package org.gapmap.assess.walking;

import java.util.Arrays;
import java.util.Optional;

/**
 * Walks from one facility up to a limit. Keeps its memory from one search to the next: one for each
 * thread.
 */
public final class WalkReach {
  private final StreetGraph graph;
  private final long[] states;
  private final BucketQueue queue = new BucketQueue();
  private int[] reached = new int[64];
  private int count;
  private DoorTable facility;
  private long limit;
  private final NodeStates found = new Found();

  public WalkReach(StreetGraph graph) {
    this.graph = graph;
    states = new long[graph.nodes()];
    Arrays.fill(states, Quanta.UNREACHED);
    facility = DoorTable.of(graph, Doors.NONE);
  }

  /** Searches from a facility, and forgets the search before. */
  public void search(Doors from, double limitMetres) {
    if (!(limitMetres >= 0)) {
      throw new IllegalArgumentException("a limit of " + limitMetres + " m");
    }
    for (int i = 0; i < count; i++) {
      states[reached[i]] = Quanta.UNREACHED;
    }
    count = 0;
    limit =
        limitMetres >= Quanta.metres(Quanta.UNREACHED >>> Quanta.LABEL_BITS)
            ? Quanta.UNREACHED - 1
            : Quanta.state((long) Math.floor(limitMetres * Quanta.PER_METRE), 0);
    facility = DoorTable.of(graph, from);
    SeedSpan span = new SeedSpan();
    facility.seeds(span);
    if (!span.isEmpty()) {
      queue.span(span.width() + graph.longestStep());
      facility.seeds(this::reach);
      run(span.least() >>> BucketQueue.SHIFT);
    }
  }

  private void reach(int node, long state) {
    long before = states[node];
    if (state < before && state <= limit) {
      if (before == Quanta.UNREACHED) {
        if (count == reached.length) {
          reached = Arrays.copyOf(reached, 2 * count);
        }
        reached[count++] = node;
      }
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
          for (int at = graph.firstArc[node]; at < graph.firstArc[node + 1]; at++) {
            long arc = graph.arcs[at];
            reach((int) arc, state + ((arc >>> 32) << Quanta.LABEL_BITS));
          }
        }
      }
      queue.clear(ring);
    }
  }

  /** Metres from the facility; {@link Double#POSITIVE_INFINITY} beyond the limit. */
  public double metres(Doors place) {
    return place.none() ? Double.POSITIVE_INFINITY : metres(DoorTable.of(graph, place), 0);
  }

  /** The same of a place in a table. */
  public double metres(DoorTable places, int place) {
    long state = found.of(places, place);
    return state <= limit ? Quanta.metresOf(state) : Double.POSITIVE_INFINITY;
  }

  /** The nodes within the limit, in no order. */
  public int[] nodes() {
    return Arrays.copyOf(reached, count);
  }

  /** Metres from the facility to a node; {@link Double#POSITIVE_INFINITY} beyond the limit. */
  public double metres(int node) {
    return Quanta.metresOf(states[node]);
  }

  /** The walk from a place to the facility; empty beyond the limit. */
  public Optional<WalkPath> path(Doors place) {
    DoorTable doors = DoorTable.of(graph, place);
    return found.of(doors, 0) <= limit
        ? Optional.of(new WalkTrace(found, doors, 0).to(facility, 0))
        : Optional.empty();
  }

  private final class Found implements NodeStates {
    @Override
    public StreetGraph graph() {
      return graph;
    }

    @Override
    public long at(int node) {
      return states[node];
    }

    @Override
    public long onEdge(DoorTable places, int door) {
      long best = Quanta.UNREACHED;
      for (int other = 0; other < facility.doors(); other++) {
        if (facility.edge(other) == places.edge(door)) {
          best = Math.min(best, places.between(door, facility, other));
        }
      }
      return best;
    }
  }
}
