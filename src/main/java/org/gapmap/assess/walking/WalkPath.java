package org.gapmap.assess.walking;

import java.util.Arrays;
import java.util.Optional;

/**
 * The shortest walk from a place to a facility.
 *
 * @param metres legs included
 * @param lonLat longitude, latitude of the points from the place's door on the street to the
 *     facility's, both included
 * @param streets the numbers of the streets walked, in order, each once as long as it goes on
 */
public record WalkPath(double metres, double[] lonLat, int[] streets) {
  /** How far the first search goes, and by how much farther each that follows. */
  private static final double FIRST_METRES = 1000;

  private static final double FARTHER = 4;

  /** Empty where no street leads from one to the other. */
  public static Optional<WalkPath> of(StreetGraph graph, Doors place, Doors facility) {
    if (!meet(graph, place, facility)) {
      return Optional.empty();
    }
    WalkReach reach = new WalkReach(graph);
    double limit = FIRST_METRES;
    while (true) {
      reach.search(facility, limit);
      Optional<WalkPath> path = reach.path(place);
      if (path.isPresent()) {
        return path;
      }
      limit *= FARTHER;
    }
  }

  /** Whether both have a door on the same piece of the network. */
  private static boolean meet(StreetGraph graph, Doors place, Doors facility) {
    return Arrays.stream(place.edge())
        .map(edge -> graph.island(graph.from(edge)))
        .anyMatch(
            island ->
                Arrays.stream(facility.edge())
                    .anyMatch(edge -> graph.island(graph.from(edge)) == island));
  }
}
