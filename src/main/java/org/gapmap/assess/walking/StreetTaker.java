package org.gapmap.assess.walking;

/** Takes streets, one after another. */
@FunctionalInterface
public interface StreetTaker {
  /**
   * @param street a number of the caller's
   * @param lonLat longitude, latitude of its points in degrees
   * @param level above (or below 0: under) the ground
   */
  void add(int street, double[] lonLat, int level);
}
