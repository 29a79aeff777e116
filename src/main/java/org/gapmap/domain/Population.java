package org.gapmap.domain;

import java.util.OptionalInt;

/**
 * Who lives in a community, as counted by the file; empty means not known, never zero.
 *
 * @param elderly residents of 60 and over
 * @param infants residents under 3
 * @param preschoolers residents of 3 to 5, the years of kindergarten
 * @param pupils residents of 6 to 11, the years of primary school
 */
public record Population(
    OptionalInt households,
    OptionalInt residents,
    OptionalInt elderly,
    OptionalInt infants,
    OptionalInt preschoolers,
    OptionalInt pupils) {
  public static final Population UNKNOWN =
      of(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

  public Population {
    requireCount("households", households);
    requireCount("residents", residents);
    requireCount("elderly", elderly);
    requireCount("infants", infants);
    requireCount("preschoolers", preschoolers);
    requireCount("pupils", pupils);
  }

  /** Without children of 3 and over. */
  public static Population of(
      OptionalInt households, OptionalInt residents, OptionalInt elderly, OptionalInt infants) {
    return new Population(
        households, residents, elderly, infants, OptionalInt.empty(), OptionalInt.empty());
  }

  /** The persons of a group, as counted. */
  public OptionalInt count(TargetGroup group) {
    return switch (group) {
      case ALL -> residents;
      case ELDERLY_60 -> elderly;
      case INFANTS_0_3 -> infants;
      case CHILDREN_3_6 -> preschoolers;
      case CHILDREN_6_12 -> pupils;
    };
  }

  private static void requireCount(String name, OptionalInt value) {
    if (value.isPresent() && value.getAsInt() < 0) {
      throw new IllegalArgumentException(name + " is " + value.getAsInt() + ", below 0");
    }
  }
}
