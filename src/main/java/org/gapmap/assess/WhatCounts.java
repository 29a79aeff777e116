package org.gapmap.assess;

import java.util.List;
import java.util.OptionalDouble;
import org.gapmap.domain.Facility;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.Reach.SizeClass;
import org.gapmap.domain.ServiceRule;

/**
 * What a facility must be to count for a row, and how its size changes its reach. Rows of any
 * standards that ask for the same share one {@link ServiceIndex}.
 *
 * @param kinds ids of the kinds whose facilities count
 * @param bySize the largest size first; empty where size doesn't change the reach
 * @param ownRadiusMetres the radius that the classes' are in proportion to; 1 without classes
 */
record WhatCounts(
    List<String> kinds,
    OptionalDouble leastFloorSqm,
    OptionalDouble leastLandSqm,
    List<SizeClass> bySize,
    double ownRadiusMetres) {

  static WhatCounts of(ServiceRule rule) {
    List<SizeClass> classes = rule.reach().bySize();
    return new WhatCounts(
        rule.satisfiedBy(),
        rule.requirement().leastFloorSqm(),
        rule.requirement().leastLandSqm(),
        classes,
        classes.isEmpty() ? 1 : rule.radiusMetres().orElseThrow());
  }

  static WhatCounts anyOf(List<String> kinds) {
    return new WhatCounts(
        List.copyOf(kinds), OptionalDouble.empty(), OptionalDouble.empty(), List.of(), 1);
  }

  boolean asksForSize() {
    return asksForFloor() || asksForLand();
  }

  boolean asksForFloor() {
    return leastFloorSqm.isPresent();
  }

  private boolean asksForLand() {
    return leastLandSqm.isPresent() || !bySize.isEmpty();
  }

  /** Whether the row asks for a size that nobody gave. */
  boolean sizeUnknown(FacilitySize size) {
    return (asksForFloor() && Double.isNaN(size.floorSqm()))
        || (asksForLand() && Double.isNaN(size.landSqm()));
  }

  /** Anything but the two that depend on a community. An unknown size counts. */
  Verdict verdict(Facility facility, FacilitySize size) {
    Verdict running =
        switch (facility.status()) {
          case CLOSED -> Verdict.CLOSED;
          case PLANNED -> Verdict.PLANNED;
          case UNDER_CONSTRUCTION -> Verdict.UNDER_CONSTRUCTION;
          case OPEN, UNKNOWN -> Verdict.COUNTED;
        };
    if (running != Verdict.COUNTED) {
      return running;
    }
    if (facility.access() == FacilityAccess.MEMBERS) {
      return Verdict.MEMBERS_ONLY;
    }
    if (leastFloorSqm.isPresent() && size.floorSqm() < leastFloorSqm.getAsDouble()) {
      return Verdict.BELOW_LEAST_FLOOR;
    }
    return size.landSqm() < leastLand() ? Verdict.BELOW_LEAST_LAND : Verdict.COUNTED;
  }

  private double leastLand() {
    double ofClasses = bySize.isEmpty() ? 0 : bySize.get(bySize.size() - 1).fromLandSqm();
    return Math.max(ofClasses, leastLandSqm.orElse(0));
  }

  /**
   * What a radius is multiplied by for a facility of this size. One of unknown size reaches as far
   * as the smallest class: no map gets greener by what nobody knows.
   */
  double reachFactor(FacilitySize size) {
    if (bySize.isEmpty()) {
      return 1;
    }
    for (SizeClass each : bySize) {
      if (size.landSqm() >= each.fromLandSqm()) {
        return each.radiusMetres() / ownRadiusMetres;
      }
    }
    return bySize.get(bySize.size() - 1).radiusMetres() / ownRadiusMetres;
  }

  /** The largest {@link #reachFactor} of all. */
  double largestReachFactor() {
    return bySize.stream()
        .mapToDouble(each -> each.radiusMetres() / ownRadiusMetres)
        .max()
        .orElse(1);
  }
}
