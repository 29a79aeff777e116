package org.gapmap.domain;

import java.util.Map;
import java.util.Optional;

/**
 * What a standard takes for granted about people where no file counts them. Every number made with
 * one of these is an estimate, and said to be one.
 *
 * @param personsPerHousehold residents for each household
 * @param floorSqmPerPerson housing floor area for each resident, in m2
 * @param shares of a group among all residents, in [0, 1]; a group that is not there is unknown
 */
public record PopulationAssumptions(
    Optional<Assumption> personsPerHousehold,
    Optional<Assumption> floorSqmPerPerson,
    Map<TargetGroup, Assumption> shares) {
  public static final PopulationAssumptions NONE =
      new PopulationAssumptions(Optional.empty(), Optional.empty(), Map.of());

  /** A number and where it comes from. */
  public record Assumption(double value, Citation citation) {
    public Assumption {
      if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("an assumption of " + value + " is not above 0");
      }
    }
  }

  public PopulationAssumptions {
    shares = Map.copyOf(shares);
  }
}
