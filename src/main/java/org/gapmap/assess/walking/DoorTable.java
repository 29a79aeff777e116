package org.gapmap.assess.walking;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The doors of many places, packed: half a million places are 10 MB of it and quick to go through.
 * Immutable.
 */
public final class DoorTable {
  private final StreetGraph graph;

  /** Of each place its first door; one more at the end. */
  private final int[] first;

  private final int[] edge;

  /** Quanta along the edge from its {@code from} end, rounded up. */
  private final int[] from;

  /** The same from the other end. */
  private final int[] to;

  private final int[] leg;

  private DoorTable(StreetGraph graph, int places, int doors) {
    this.graph = graph;
    first = new int[places + 1];
    edge = new int[doors];
    from = new int[doors];
    to = new int[doors];
    leg = new int[doors];
  }

  /**
   * Packs doors of places.
   *
   * @throws IllegalArgumentException where a leg is longer than 32 km or an edge is none of the
   *     graph's
   */
  public static DoorTable of(StreetGraph graph, List<Doors> places) {
    int count = 0;
    for (Doors doors : places) {
      count += doors.count();
    }
    DoorTable table = new DoorTable(graph, places.size(), count);
    int at = 0;
    for (int place = 0; place < places.size(); place++) {
      Doors doors = places.get(place);
      for (int door = 0; door < doors.count(); door++) {
        table.put(at++, doors.edge()[door], doors.along()[door], doors.leg()[door]);
      }
      table.first[place + 1] = at;
    }
    return table;
  }

  static DoorTable of(StreetGraph graph, Doors place) {
    return of(graph, List.of(place));
  }

  private void put(int door, int onEdge, double along, double metres) {
    if (onEdge >= graph.edges() || metres > StreetGraph.LONGEST_EDGE_METRES) {
      throw new IllegalArgumentException(
          "a door on edge " + onEdge + " of " + graph.edges() + ", " + metres + " m away");
    }
    long length = graph.quanta(onEdge);
    edge[door] = onEdge;
    from[door] = (int) Math.min(length, Quanta.up(along));
    to[door] = (int) Math.max(0, length - (long) Math.floor(along * Quanta.PER_METRE));
    leg[door] = (int) Quanta.up(metres);
  }

  /** The number of places. */
  public int places() {
    return first.length - 1;
  }

  /** Whether a place has no door. */
  public boolean none(int place) {
    return first[place] == first[place + 1];
  }

  int doors() {
    return edge.length;
  }

  /** The first door of a place, and behind its last one that of the next. */
  int first(int place) {
    return first[place];
  }

  int edge(int door) {
    return edge[door];
  }

  /** What the way from the beginning of the edge to a door and on to the place adds to a state. */
  long fromState(int door) {
    return ((long) from[door] + leg[door]) << Quanta.LABEL_BITS;
  }

  /** The same from the end of the edge. */
  long toState(int door) {
    return ((long) to[door] + leg[door]) << Quanta.LABEL_BITS;
  }

  /** What the way between two doors on one edge, with both legs, adds to a state. */
  long between(int door, DoorTable others, int other) {
    return (quantaBetween(door, others, other) + leg[door] + others.leg[other])
        << Quanta.LABEL_BITS;
  }

  private long quantaBetween(int door, DoorTable others, int other) {
    if (from[door] == others.from[other] && to[door] == others.to[other]) {
      return 0;
    }
    long forth = (long) from[door] + others.to[other];
    long back = (long) others.from[other] + to[door];
    return Math.max(forth, back) - graph.quanta(edge[door]);
  }

  /** The metres of a door from the {@code from} end of its edge. */
  double along(int door) {
    return Quanta.metres(from[door]);
  }

  /** Offers the two nodes that a search from each door begins at, with their states. */
  void seeds(Seeds seeds) {
    for (int place = 0; place < places(); place++) {
      seeds(place, place, seeds);
    }
  }

  /** The same of one place alone, under a label. */
  void seeds(int place, int label, Seeds seeds) {
    for (int door = first[place]; door < first[place + 1]; door++) {
      seeds.offer(graph.from(edge[door]), fromState(door) | label);
      seeds.offer(graph.to(edge[door]), toState(door) | label);
    }
  }

  /** Takes what a search begins with. */
  interface Seeds {
    void offer(int node, long state);
  }

  /** A table of places taken from tables: number {@code i} from {@code sources.get(i)}. */
  static DoorTable joined(StreetGraph graph, List<DoorTable> sources, IntUnaryOperator placeIn) {
    int doors = 0;
    for (int i = 0; i < sources.size(); i++) {
      int place = placeIn.applyAsInt(i);
      doors += sources.get(i).first[place + 1] - sources.get(i).first[place];
    }
    DoorTable table = new DoorTable(graph, sources.size(), doors);
    for (int i = 0; i < sources.size(); i++) {
      table.copy(sources.get(i), placeIn.applyAsInt(i), i);
    }
    return table;
  }

  private void copy(DoorTable source, int place, int as) {
    int begin = source.first[place];
    int count = source.first[place + 1] - begin;
    System.arraycopy(source.edge, begin, edge, first[as], count);
    System.arraycopy(source.from, begin, from, first[as], count);
    System.arraycopy(source.to, begin, to, first[as], count);
    System.arraycopy(source.leg, begin, leg, first[as], count);
    first[as + 1] = first[as] + count;
  }

  /**
   * The doors in rising order of their edges: the edge in the upper half, the door in the lower.
   */
  long[] byEdge() {
    long[] keyed = new long[edge.length];
    for (int door = 0; door < keyed.length; door++) {
      keyed[door] = (long) edge[door] << 32 | door;
    }
    Arrays.sort(keyed);
    return keyed;
  }
}
