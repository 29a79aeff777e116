package org.gapmap.assess.walking;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The private ways of one part of a compound: its people walk along them to where they meet the
 * streets, and nobody else does, so that there is no way through. Immutable.
 */
final class PrivateWays {
  /** A way that ends this near to a street meets it. */
  private static final double MEETS_METRES = 2;

  /** Beyond the largest compound. */
  private static final double ANYWHERE_METRES = 5_000;

  static final PrivateWays NONE =
      new PrivateWays(new StreetGraphBuilder().build(), List.of(), List.of());

  private final StreetGraph graph;
  private final NearestStreet streets;
  private final List<OnStreet> exits;
  private final List<WalkField> toExit;

  /**
   * @param exits where the ways meet the streets
   * @param toExit of each exit the walks to it along the ways
   */
  private PrivateWays(StreetGraph graph, List<OnStreet> exits, List<WalkField> toExit) {
    this.graph = graph;
    this.streets = NearestStreet.of(graph);
    this.exits = List.copyOf(exits);
    this.toExit = List.copyOf(toExit);
  }

  /**
   * @param lines the private ways that touch the part, cut at walls; longitude, latitude
   */
  static PrivateWays of(List<double[]> lines, StreetAccess access) {
    if (lines.isEmpty()) {
      return NONE;
    }
    StreetGraphBuilder builder = new StreetGraphBuilder();
    for (int i = 0; i < lines.size(); i++) {
      builder.add(i, lines.get(i), 0);
    }
    StreetGraph graph = builder.build();
    List<OnStreet> exits = new ArrayList<>();
    List<WalkField> toExit = new ArrayList<>();
    for (int edge = 0; edge < graph.edges(); edge++) {
      for (double along : new double[] {0, graph.metres(edge)}) {
        int node = along == 0 ? graph.from(edge) : graph.to(edge);
        OnStreet street =
            access.streets().find(graph.lon(node), graph.lat(node), MEETS_METRES, access.stepOn());
        if (street != null && exits.stream().noneMatch(street::equals)) {
          exits.add(street);
          Doors door = Doors.of(new OnStreet(edge, along, street.metres()));
          toExit.add(WalkField.from(graph, List.of(door)));
        }
      }
    }
    return new PrivateWays(graph, exits, toExit);
  }

  StreetGraph graph() {
    return graph;
  }

  NearestStreet streets() {
    return streets;
  }

  boolean leadOutside() {
    return !exits.isEmpty();
  }

  /** Adds the ways out by the private way nearest to a place. */
  void addDoors(DoorList doors, double lon, double lat) {
    @Nullable OnStreet way = streets.find(lon, lat, ANYWHERE_METRES);
    if (way == null) {
      return;
    }
    Doors onto = Doors.of(way);
    for (int i = 0; i < exits.size(); i++) {
      double metres = toExit.get(i).metres(onto);
      if (metres < Double.POSITIVE_INFINITY) {
        doors.add(new OnStreet(exits.get(i).edge(), exits.get(i).along(), metres));
      }
    }
  }
}
