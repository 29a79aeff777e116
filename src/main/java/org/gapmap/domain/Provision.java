package org.gapmap.domain;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How much a facility has to offer; empty means not known, never zero.
 *
 * @param capacity in the kind's unit
 * @param floorSqm floor area in m2
 * @param landSqm land area in m2
 */
public record Provision(OptionalInt capacity, OptionalDouble floorSqm, OptionalDouble landSqm) {
  public static final Provision UNKNOWN =
      new Provision(OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.empty());

  /** A capacity, with unknown areas. */
  public static Provision ofCapacity(OptionalInt capacity) {
    return new Provision(capacity, OptionalDouble.empty(), OptionalDouble.empty());
  }
}
