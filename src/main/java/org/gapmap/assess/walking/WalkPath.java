package org.gapmap.assess.walking;

import java.util.Optional;

/**
 * The shortest walk from a place to a facility.
 *
 * @param metres legs included
 * @param lonLat longitude, latitude of the points from the place's door on the street to the
 *     facility's, both included; one point where they are the same
 * @param streets the numbers of the streets walked, in order, each once as long as it goes on
 */
public record WalkPath(double metres, double[] lonLat, int[] streets) {

  /** Empty where no street leads from one to the other. */
  public static Optional<WalkPath> of(StreetGraph graph, Doors place, Doors facility) {
    return PathSearch.find(graph, place, facility);
  }
}
