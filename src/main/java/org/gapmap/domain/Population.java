package org.gapmap.domain;

import java.util.OptionalInt;

/** Who lives in a community, as counted by the file; empty means not known, never zero. */
public record Population(
    OptionalInt households, OptionalInt residents, OptionalInt elderly, OptionalInt children) {
  public static final Population UNKNOWN =
      new Population(
          OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

  public Population {
    requireCount("households", households);
    requireCount("residents", residents);
    requireCount("elderly", elderly);
    requireCount("children", children);
  }

  private static void requireCount(String name, OptionalInt value) {
    if (value.isPresent() && value.getAsInt() < 0) {
      throw new IllegalArgumentException(name + " is " + value.getAsInt() + ", below 0");
    }
  }
}
