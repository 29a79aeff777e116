package org.gapmap.assess.walking;

import java.util.List;
import java.util.Optional;

/**
 * How far it is on foot from everywhere to the nearest of some facilities, and to which: one search
 * from all their doors at once, without a limit. Facilities are numbered as they were given; of
 * equally near ones the lowest counts. Immutable, safe for any number of threads.
 */
public final class WalkField {
  /** No facility can be reached. */
  public static final int NONE = -1;

  private final FieldStates states;

  private WalkField(FieldStates states) {
    this.states = states;
  }

  /** Searches from facilities; one without doors is reached from nowhere. */
  public static WalkField from(StreetGraph graph, List<Doors> facilities) {
    return from(graph, DoorTable.of(graph, facilities));
  }

  /** The same from packed doors. */
  public static WalkField from(StreetGraph graph, DoorTable facilities) {
    return new WalkField(FieldStates.of(graph, facilities));
  }

  /** The number of facilities, those taken away included. */
  public int facilities() {
    return states.facilities();
  }

  /** Metres to the nearest facility; {@link Double#POSITIVE_INFINITY} where there is none. */
  public double metres(Doors place) {
    return metres(DoorTable.of(states.graph(), place), 0);
  }

  /** The same of a place in a table. */
  public double metres(DoorTable places, int place) {
    return Quanta.metresOf(states.of(places, place));
  }

  /** Metres from a node. */
  public double metres(int node) {
    return Quanta.metresOf(states.at(node));
  }

  /** The nearest facility's number, or {@link #NONE}. */
  public int nearest(Doors place) {
    return nearest(DoorTable.of(states.graph(), place), 0);
  }

  /** The same of a place in a table. */
  public int nearest(DoorTable places, int place) {
    return label(states.of(places, place));
  }

  /** The facility nearest to a node, or {@link #NONE}. */
  public int nearest(int node) {
    return label(states.at(node));
  }

  /** Writes metres and number of the nearest facility of every place in a table. */
  public void read(DoorTable places, double[] metres, int[] nearest) {
    for (int place = 0; place < places.places(); place++) {
      long state = states.of(places, place);
      metres[place] = Quanta.metresOf(state);
      nearest[place] = label(state);
    }
  }

  private static int label(long state) {
    return state >= Quanta.UNREACHED ? NONE : Quanta.label(state);
  }

  /** The walk from a place to the nearest facility: no search, since the field knows the way. */
  public Optional<WalkPath> path(Doors place) {
    DoorTable doors = DoorTable.of(states.graph(), place);
    int facility = nearest(doors, 0);
    return facility == NONE
        ? Optional.empty()
        : Optional.of(
            new WalkTrace(states, doors, facility)
                .to(states.tableOf(facility), states.placeOf(facility)));
  }

  /** The same field with one facility elsewhere; only what that changes is searched again. */
  public WalkField moved(int facility, Doors becomes) {
    if (facility < 0 || facility >= facilities()) {
      throw new IllegalArgumentException("no facility " + facility + " of " + facilities());
    }
    return new WalkField(states.changing(facility, becomes));
  }

  /** The same field with one more facility, numbered {@link #facilities()}. */
  public WalkField with(Doors added) {
    return new WalkField(states.changing(facilities(), added));
  }

  /** The same field without a facility; the others keep their numbers. */
  public WalkField without(int facility) {
    return moved(facility, Doors.NONE);
  }
}
