package org.gapmap.assess;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The facility nearest on foot to the nearest of a community's places. */
final class WalkedNearest implements Distances.NearestFinder {
  private final WalkedDistances distances;
  private final double[] near;
  private @Nullable Map<PlacedFacility, Integer> numbers;
  private double metres;
  private int place;

  WalkedNearest(WalkedDistances distances) {
    this.distances = distances;
    near = new double[distances.fields.count()];
  }

  @Override
  public int find(int community) {
    metres = Double.POSITIVE_INFINITY;
    place = -1;
    WalkPlaces area = distances.walks.area(community);
    for (int p = 0; p < area.size(); p++) {
      distances.ofArea(community, p, near);
      for (double each : near) {
        if (each < metres) {
          metres = each;
          place = p;
        }
      }
    }
    return place < 0 ? -1 : facilityAt(community, area);
  }

  /** The lowest number of those that are as near as was found. */
  private int facilityAt(int community, WalkPlaces area) {
    int lowest = distances.nearestInside(community, area, place, metres);
    for (int f = 0; f < near.length; f++) {
      if (distances.fields.metres(f, area.doors(place)) == metres) {
        PlacedFacility nearest = distances.fields.nearest(f, area.doors(place));
        int j = Objects.requireNonNull(numbers().get(nearest), "a facility of another service");
        lowest = lowest < 0 ? j : Math.min(lowest, j);
      }
    }
    return lowest;
  }

  private Map<PlacedFacility, Integer> numbers() {
    Map<PlacedFacility, Integer> known = numbers;
    if (known == null) {
      known = WalkFields.numbers(distances.service());
      numbers = known;
    }
    return known;
  }

  @Override
  public double metres() {
    return metres;
  }

  /** Which of the community's places it was nearest to; -1 where there was none. */
  int place() {
    return place;
  }
}
