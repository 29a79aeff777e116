package org.gapmap.assess;

import java.util.Optional;
import org.gapmap.assess.walking.GateSource;

/**
 * A walk from a community's place to a facility.
 *
 * @param metres along streets, the ways onto them included
 * @param straightMetres the straight line between the same two ends
 * @param lonLat the path from the community to the facility, longitudes and latitudes in turn
 * @param gate that it leaves the community by; empty where it goes through none
 */
public record Walk(
    double metres, double straightMetres, double[] lonLat, Optional<PassedGate> gate) {

  /** A gate on the way; its name may be empty. */
  public record PassedGate(double lon, double lat, GateSource source, String name) {}

  /** How many times the straight line the walk is; NaN where both ends are at one place. */
  public double detour() {
    return straightMetres > 0 ? metres / straightMetres : Double.NaN;
  }
}
