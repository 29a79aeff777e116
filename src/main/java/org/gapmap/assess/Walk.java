package org.gapmap.assess;

/**
 * A walk from a community's place to a facility.
 *
 * @param metres along streets, the ways onto them included
 * @param straightMetres the straight line between the same two ends
 * @param lonLat the path from the community to the facility, longitudes and latitudes in turn
 * @param gate name of the gate that it leaves the community by; empty where it has none
 */
public record Walk(double metres, double straightMetres, double[] lonLat, String gate) {

  /** How many times the straight line the walk is; NaN where both ends are at one place. */
  public double detour() {
    return straightMetres > 0 ? metres / straightMetres : Double.NaN;
  }
}
