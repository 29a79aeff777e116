package org.gapmap.assess.walking;

import java.util.Arrays;

/**
 * Follows a search back from a place to the facility that it was reached from: at each node on to
 * the neighbour from which the node's state came. States are exact, so there always is one.
 */
final class WalkTrace {
  private final NodeStates states;
  private final StreetGraph graph;
  private final DoorTable places;
  private final int facility;
  private final LineWriter line = new LineWriter();

  /**
   * @param places a table whose first place the walk begins at
   * @param facility its number in the search
   */
  WalkTrace(NodeStates states, DoorTable places, int facility) {
    this.states = states;
    this.graph = states.graph();
    this.places = places;
    this.facility = facility;
  }

  /** The walk to the facility whose doors are those of a place in a table. */
  WalkPath to(DoorTable table, int place) {
    long state = states.of(places, 0);
    int end = places.first(1);
    for (int door = places.first(0); door < end; door++) {
      int edge = places.edge(door);
      if (alongOneEdge(door, state, table, place)) {
        return path(state);
      }
      if (states.at(graph.from(edge)) + places.fromState(door) == state) {
        line.part(graph, edge, places.along(door), 0);
        return fromNode(graph.from(edge), state, table, place);
      }
      if (states.at(graph.to(edge)) + places.toState(door) == state) {
        line.part(graph, edge, places.along(door), graph.metres(edge));
        return fromNode(graph.to(edge), state, table, place);
      }
    }
    throw new IllegalStateException("a state without a way to it");
  }

  private boolean alongOneEdge(int door, long state, DoorTable table, int place) {
    for (int other = table.first(place); other < table.first(place + 1); other++) {
      int edge = table.edge(other);
      if (edge == places.edge(door) && (places.between(door, table, other) | facility) == state) {
        line.part(graph, edge, places.along(door), table.along(other));
        return true;
      }
    }
    return false;
  }

  private WalkPath fromNode(int first, long state, DoorTable table, int place) {
    int node = first;
    while (!arrived(node, table, place)) {
      node = onward(node);
    }
    return path(state);
  }

  private boolean arrived(int node, DoorTable table, int place) {
    long state = states.at(node);
    for (int door = table.first(place); door < table.first(place + 1); door++) {
      int edge = table.edge(door);
      if (graph.from(edge) == node && (table.fromState(door) | facility) == state) {
        line.part(graph, edge, 0, table.along(door));
        return true;
      }
      if (graph.to(edge) == node && (table.toState(door) | facility) == state) {
        line.part(graph, edge, graph.metres(edge), table.along(door));
        return true;
      }
    }
    return false;
  }

  private int onward(int node) {
    long state = states.at(node);
    for (int at = graph.firstArc[node]; at < graph.firstArc[node + 1]; at++) {
      long arc = graph.arcs[at];
      int other = (int) arc;
      if (states.at(other) + ((arc >>> 32) << Quanta.LABEL_BITS) == state) {
        int edge = graph.arcEdge[at];
        boolean forth = graph.from(edge) == node;
        line.part(graph, edge, forth ? 0 : graph.metres(edge), forth ? graph.metres(edge) : 0);
        return other;
      }
    }
    throw new IllegalStateException("node " + node + " was reached from nowhere");
  }

  private WalkPath path(long state) {
    return new WalkPath(Quanta.metresOf(state), line.lonLat(), line.streets());
  }

  /** The line as it grows, without repeated points. */
  private static final class LineWriter {
    private double[] lonLat = new double[64];
    private int used;
    private int[] streets = new int[8];
    private int streetCount;

    void part(StreetGraph graph, int edge, double from, double to) {
      double[] points = new EdgeLine(graph, edge).part(from, to);
      for (int i = 0; i < points.length; i += 2) {
        point(points[i], points[i + 1]);
      }
      int street = graph.street(edge);
      if (streetCount == 0 || streets[streetCount - 1] != street) {
        streets = streetCount == streets.length ? Arrays.copyOf(streets, 2 * streetCount) : streets;
        streets[streetCount++] = street;
      }
    }

    private void point(double lon, double lat) {
      if (used > 0 && lonLat[used - 2] == lon && lonLat[used - 1] == lat) {
        return;
      }
      lonLat = used == lonLat.length ? Arrays.copyOf(lonLat, 2 * used) : lonLat;
      lonLat[used++] = lon;
      lonLat[used++] = lat;
    }

    double[] lonLat() {
      return Arrays.copyOf(lonLat, used);
    }

    int[] streets() {
      return Arrays.copyOf(streets, streetCount);
    }
  }
}
