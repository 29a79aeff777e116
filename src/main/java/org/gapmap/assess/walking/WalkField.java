package org.gapmap.assess.walking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far it is on foot from everywhere to the nearest of some facilities, and to which: one search
 * from all their doors at once, without a limit. Facilities are numbered as they were given; of
 * equally near ones the lowest counts. Immutable, safe for any number of threads.
 */
public final class WalkField {
  /** No facility can be reached. */
  public static final int NONE = -1;

  private final StreetGraph graph;
  private final List<Doors> facilities;
  private final long[] states;

  private WalkField(StreetGraph graph, List<Doors> facilities) {
    this.graph = graph;
    this.facilities = facilities;
    states = new long[graph.nodes()];
    Arrays.fill(states, Quanta.UNREACHED);
    new Spread(graph, states).from(facilities);
  }

  /** Searches from facilities; one without doors is reached from nowhere. */
  public static WalkField from(StreetGraph graph, List<Doors> facilities) {
    return new WalkField(graph, List.copyOf(facilities));
  }

  /** The number of facilities, those taken away included. */
  public int facilities() {
    return facilities.size();
  }

  /** Metres to the nearest facility; {@link Double#POSITIVE_INFINITY} where there is none. */
  public double metres(Doors place) {
    return Quanta.metresOf(state(place));
  }

  /** The nearest facility's number, or {@link #NONE}. */
  public int nearest(Doors place) {
    long state = state(place);
    return state >= Quanta.UNREACHED ? NONE : Quanta.label(state);
  }

  /** Metres from a node. */
  public double metres(int node) {
    return Quanta.metresOf(states[node]);
  }

  /** The facility nearest to a node, or {@link #NONE}. */
  public int nearest(int node) {
    return states[node] >= Quanta.UNREACHED ? NONE : Quanta.label(states[node]);
  }

  private long state(Doors place) {
    long best = Quanta.UNREACHED;
    for (int door = 0; door < place.count(); door++) {
      int edge = place.edge()[door];
      double along = place.along()[door];
      long leg = Quanta.up(place.leg()[door]) << Quanta.LABEL_BITS;
      long from = states[graph.from(edge)];
      long to = states[graph.to(edge)];
      best = Math.min(best, from + (graph.quantaFrom(along, edge) << Quanta.LABEL_BITS) + leg);
      best = Math.min(best, to + (graph.quantaTo(along, edge) << Quanta.LABEL_BITS) + leg);
      best = Math.min(best, onSameEdge(edge, along, leg));
    }
    return best;
  }

  private long onSameEdge(int edge, double along, long leg) {
    long best = Quanta.UNREACHED;
    for (int k = 0; k < facilities.size(); k++) {
      Doors doors = facilities.get(k);
      for (int door = 0; door < doors.count(); door++) {
        if (doors.edge()[door] == edge) {
          long between = Quanta.up(Math.abs(doors.along()[door] - along));
          best = Math.min(best, Quanta.state(between + Quanta.up(doors.leg()[door]), k) + leg);
        }
      }
    }
    return best;
  }

  /** The same with one facility elsewhere. */
  public WalkField moved(int facility, Doors becomes) {
    List<Doors> others = new ArrayList<>(facilities);
    others.set(facility, becomes);
    return from(graph, others);
  }

  /** The same with one more facility, numbered {@link #facilities()}. */
  public WalkField with(Doors added) {
    List<Doors> others = new ArrayList<>(facilities);
    others.add(added);
    return from(graph, others);
  }

  /** The same without a facility; the others keep their numbers. */
  public WalkField without(int facility) {
    return moved(facility, Doors.NONE);
  }
}
