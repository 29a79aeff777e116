package org.gapmap.assess.walking;

/** What a search has found, and how the state of a place follows from it. */
interface NodeStates {
  StreetGraph graph();

  /** The state of a node. */
  long at(int node);

  /** The least state at a door by way of its edge alone, its leg included. */
  long onEdge(DoorTable places, int door);

  /** The least state of a place over its doors, or at least {@link Quanta#UNREACHED}. */
  default long of(DoorTable places, int place) {
    long best = Quanta.UNREACHED;
    int end = places.first(place + 1);
    for (int door = places.first(place); door < end; door++) {
      int edge = places.edge(door);
      best = Math.min(best, at(graph().from(edge)) + places.fromState(door));
      best = Math.min(best, at(graph().to(edge)) + places.toState(door));
      best = Math.min(best, onEdge(places, door));
    }
    return best;
  }
}
