package org.gapmap.domain;

import java.util.List;
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

  /**
   * A path is laid, or a footbridge: people walk along it, from the street nearest to its one end
   * to that at its other.
   *
   * @param line from end to end
   * @param bridge whether it passes over the streets between its ends; else it meets them
   */
  record AddPath(List<Place> line, String name, boolean bridge) implements ScenarioEdit {
    public AddPath {
      line = List.copyOf(line);
      if (line.size() < 2 || line.size() > MOST_POINTS) {
        throw new IllegalArgumentException(
            "a path has 2 to " + MOST_POINTS + " points, not " + line.size());
      }
    }

    private static final int MOST_POINTS = 500;
  }

  /**
   * Nobody walks along a street any more, between the two junctions that are nearest to a place.
   *
   * @param name of the street, where it tells two apart; may be empty
   */
  record CloseStreet(double lon, double lat, String name) implements ScenarioEdit {
    public CloseStreet {
      requirePlace(lon, lat);
    }
  }

  /** A point of a path. */
  record Place(double lon, double lat) {
    public Place {
      requirePlace(lon, lat);
    }
  }

  private static void requirePlace(double lon, double lat) {
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      throw new IllegalArgumentException(
          "(" + lon + ", " + lat + ") is no longitude and latitude in degrees");
    }
  }
}
