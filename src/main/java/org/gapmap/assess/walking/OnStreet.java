package org.gapmap.assess.walking;

/**
 * A point of a street that someone joins.
 *
 * @param along metres from the edge's {@code from} end
 * @param metres of the leg from the one who joins to the point
 */
public record OnStreet(int edge, double along, double metres) {
  public OnStreet {
    if (edge < 0 || !(along >= 0) || !(metres >= 0)) {
      throw new IllegalArgumentException(
          "edge " + edge + ", " + along + " m along it, " + metres + " m away");
    }
  }
}
