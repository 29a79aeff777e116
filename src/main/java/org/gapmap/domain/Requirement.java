package org.gapmap.domain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a standard asks of a kind besides its distance. A facility that is known to be smaller than
 * the least size does not count; one of unknown size counts, and is flagged.
 *
 * @param levels the planned areas whose sizes and totals the row governs; may be empty
 * @param leastFloorSqm least floor area of one facility; empty where there is none
 * @param leastLandSqm least land area of one facility; empty where there is none
 * @param sizes where the least sizes come from; the same as the row's where the file gives none
 */
public record Requirement(
    List<Level> levels,
    Obligation obligation,
    OptionalDouble leastFloorSqm,
    OptionalDouble leastLandSqm,
    Optional<CapacityNorm> capacity,
    Optional<Citation> sizes) {
  public static final Requirement NONE =
      new Requirement(
          List.of(),
          Obligation.UNSTATED,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          Optional.empty());

  public Requirement {
    levels = List.copyOf(levels);
    requireSize("floor", leastFloorSqm);
    requireSize("land", leastLandSqm);
  }

  /** The same with another norm. */
  public Requirement withCapacity(Optional<CapacityNorm> norm) {
    return new Requirement(levels, obligation, leastFloorSqm, leastLandSqm, norm, sizes);
  }

  private static void requireSize(String name, OptionalDouble size) {
    if (size.isPresent() && !(size.getAsDouble() > 0)) {
      throw new IllegalArgumentException(
          "least " + name + " area " + size.getAsDouble() + " m2 is not above 0");
    }
  }
}
