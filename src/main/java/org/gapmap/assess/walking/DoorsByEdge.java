package org.gapmap.assess.walking;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The doors of facilities by the edge that they are on: for places on the very same edge, and for
 * searches that begin in the middle of a territory. Immutable.
 */
final class DoorsByEdge {
  private final StreetGraph graph;
  private final DoorTable doors;

  /** A bit for each edge that has a door: most have none, and asking costs next to nothing. */
  private final long @Nullable [] has;

  /** Edge in the upper half, door in the lower, rising. */
  private final long[] sorted;

  /** Of each door its facility. */
  private final int[] labels;

  private DoorsByEdge(StreetGraph graph, DoorTable doors, int[] facilities, long @Nullable [] has) {
    this.graph = graph;
    this.doors = doors;
    this.has = has;
    sorted = doors.byEdge();
    labels = new int[doors.doors()];
    for (int place = 0; place < doors.places(); place++) {
      Arrays.fill(labels, doors.first(place), doors.first(place + 1), facilities[place]);
    }
  }

  /** Of all facilities, numbered as in the table. */
  static DoorsByEdge ofAll(StreetGraph graph, DoorTable doors) {
    long[] has = new long[(graph.edges() >>> 6) + 1];
    for (int door = 0; door < doors.doors(); door++) {
      has[doors.edge(door) >>> 6] |= 1L << doors.edge(door);
    }
    return new DoorsByEdge(graph, doors, IntStream.range(0, doors.places()).toArray(), has);
  }

  /** Of a few facilities, whose numbers are given. */
  static DoorsByEdge ofFew(StreetGraph graph, DoorTable doors, int[] facilities) {
    return new DoorsByEdge(graph, doors, facilities, null);
  }

  /** Whether an edge may have a door at all. */
  boolean mayHave(int edge) {
    return has == null ? sorted.length > 0 : (has[edge >>> 6] & 1L << edge) != 0;
  }

  /** The least state at a place's door by way of its edge alone, from facilities that count. */
  long state(DoorTable places, int door, IntPredicate counts) {
    int edge = places.edge(door);
    long best = Quanta.UNREACHED;
    for (int i = begin(edge); i < sorted.length && (int) (sorted[i] >>> 32) == edge; i++) {
      int other = (int) sorted[i];
      if (counts.test(labels[other])) {
        best = Math.min(best, places.between(door, doors, other) | labels[other]);
      }
    }
    return best;
  }

  /** The least state at an end of an edge by way of the edge alone, from facilities that count. */
  long stateAtEnd(int edge, int node, IntPredicate counts) {
    long best = Quanta.UNREACHED;
    for (int i = begin(edge); i < sorted.length && (int) (sorted[i] >>> 32) == edge; i++) {
      int door = (int) sorted[i];
      if (counts.test(labels[door])) {
        if (graph.from(edge) == node) {
          best = Math.min(best, doors.fromState(door) | labels[door]);
        }
        if (graph.to(edge) == node) {
          best = Math.min(best, doors.toState(door) | labels[door]);
        }
      }
    }
    return best;
  }

  private int begin(int edge) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if ((int) (sorted[middle] >>> 32) < edge) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
