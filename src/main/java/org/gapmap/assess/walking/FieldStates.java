package org.gapmap.assess.walking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The states of a field: those of one full search, and over them pages of what some moved, added or
 * removed facilities change. The nodes of a territory are neighbours in number too, so that is a
 * few pages. Immutable.
 */
final class FieldStates implements NodeStates {
  /** So many changes are kept apart before all states are copied once. */
  private static final int MOST_CHANGES = 64;

  private final StreetGraph graph;
  private final long[] base;
  private final DoorTable facilities;
  private final DoorsByEdge doors;
  private final Pages pages;

  /** The facilities that differ from the full search, with the doors that they have now. */
  private final SortedMap<Integer, DoorTable> changed;

  private final DoorsByEdge changedDoors;

  private FieldStates(
      StreetGraph graph,
      long[] base,
      DoorTable facilities,
      DoorsByEdge doors,
      Pages pages,
      SortedMap<Integer, DoorTable> changed) {
    this.graph = graph;
    this.base = base;
    this.facilities = facilities;
    this.doors = doors;
    this.pages = pages;
    this.changed = changed;
    changedDoors =
        DoorsByEdge.ofFew(
            graph,
            DoorTable.joined(graph, new ArrayList<>(changed.values()), i -> 0),
            changed.keySet().stream().mapToInt(Integer::intValue).toArray());
  }

  /** One full search. */
  static FieldStates of(StreetGraph graph, DoorTable facilities) {
    long[] states = Spread.forMany(graph, facilities.places()).from(facilities);
    return unchanged(graph, states, facilities);
  }

  private static FieldStates unchanged(StreetGraph graph, long[] base, DoorTable facilities) {
    return new FieldStates(
        graph,
        base,
        facilities,
        DoorsByEdge.ofAll(graph, facilities),
        Pages.NONE,
        Collections.emptySortedMap());
  }

  /**
   * The states where a facility has other doors.
   *
   * @param facility may be the number just behind the last one
   */
  FieldStates changing(int facility, Doors becomes) {
    SortedMap<Integer, DoorTable> changes = new TreeMap<>(changed);
    changes.put(facility, DoorTable.of(graph, becomes));
    FieldStates with =
        new FieldStates(graph, base, facilities, doors, pages.toWrite(graph.nodes()), changes);
    new Respread(with, facility).from(this);
    return changes.size() < MOST_CHANGES ? with : with.flattened();
  }

  private FieldStates flattened() {
    long[] states = base.clone();
    pages.writeTo(states);
    List<DoorTable> sources = new ArrayList<>();
    for (int k = 0; k < facilities(); k++) {
      sources.add(changed.getOrDefault(k, facilities));
    }
    DoorTable now = DoorTable.joined(graph, sources, k -> changed.containsKey(k) ? 0 : k);
    return unchanged(graph, states, now);
  }

  /** The number of facilities, those without doors included. */
  int facilities() {
    int last = changed.isEmpty() ? 0 : changed.lastKey() + 1;
    return Math.max(last, facilities.places());
  }

  /** The table that has a facility's doors; in it, it is number {@link #placeOf}. */
  DoorTable tableOf(int facility) {
    return changed.getOrDefault(facility, facilities);
  }

  int placeOf(int facility) {
    return changed.containsKey(facility) ? 0 : facility;
  }

  @Override
  public StreetGraph graph() {
    return graph;
  }

  @Override
  public long at(int node) {
    return pages.isEmpty() ? base[node] : pages.get(node, base);
  }

  /** Only while the search for the changes runs. */
  void set(int node, long state) {
    pages.set(node, state, base);
  }

  @Override
  public long onEdge(DoorTable places, int door) {
    int edge = places.edge(door);
    long best = Quanta.UNREACHED;
    if (doors.mayHave(edge)) {
      best = doors.state(places, door, this::unchanged);
    }
    return changedDoors.mayHave(edge)
        ? Math.min(best, changedDoors.state(places, door, facility -> true))
        : best;
  }

  /** The least state at an end of an edge by way of that edge alone. */
  long atEnd(int edge, int node) {
    long best = Quanta.UNREACHED;
    if (doors.mayHave(edge)) {
      best = doors.stateAtEnd(edge, node, this::unchanged);
    }
    return changedDoors.mayHave(edge)
        ? Math.min(best, changedDoors.stateAtEnd(edge, node, facility -> true))
        : best;
  }

  private boolean unchanged(int facility) {
    return !changed.containsKey(facility);
  }
}
