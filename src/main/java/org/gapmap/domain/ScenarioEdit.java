package org.gapmap.domain;

import java.util.Optional;
import java.util.OptionalDouble;

/** One thing that a scenario supposes. Places are longitude and latitude in degrees. */
public sealed interface ScenarioEdit {

  /** A new facility, open and public. */
  record AddFacility(String kind, String name, double lon, double lat, Provision provision)
      implements ScenarioEdit {
    public AddFacility {
      requirePlace(lon, lat);
    }
  }

  /** A facility shuts. */
  record CloseFacility(FacilityRef facility) implements ScenarioEdit {}

  /** A facility moves. */
  record MoveFacility(FacilityRef facility, double lon, double lat) implements ScenarioEdit {
    public MoveFacility {
      requirePlace(lon, lat);
    }
  }

  /** A row of whichever standard judges the kind by another radius or other bounds. */
  record ChangeRule(String kind, OptionalDouble radiusMetres, Optional<Thresholds> thresholds)
      implements ScenarioEdit {
    public ChangeRule {
      double radius = radiusMetres.orElse(1);
      if (!(radius > 0 && radius <= Reach.LARGEST_RADIUS_METRES)) {
        throw new IllegalArgumentException("radius " + radius + " m is not in (0, 5000]");
      }
    }
  }

  private static void requirePlace(double lon, double lat) {
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      throw new IllegalArgumentException(
          "(" + lon + ", " + lat + ") is no longitude and latitude in degrees");
    }
  }
}
