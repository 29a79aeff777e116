package org.gapmap.domain;

/**
 * How much of a service so many people need: 4.5 places per 1000 persons, 20 m2 of floor per 100
 * households.
 *
 * @param amount how much of {@link #measure} one {@link #basis} needs, above 0
 */
public record CapacityNorm(double amount, Measure measure, Basis basis, Citation citation) {

  /** What of a facility is counted. */
  public enum Measure {
    /** Its capacity, in its kind's own unit: places, diners, beds. */
    CAPACITY,
    /** Its floor area in m2. */
    FLOOR_SQM,
    /** Its land area in m2. */
    LAND_SQM
  }

  /** How many of whom the amount is for. */
  public enum Basis {
    PER_1000_PERSONS,
    PER_100_HOUSEHOLDS,
    /** For each person of the group that the kind is for. */
    PER_PERSON_OF_GROUP
  }

  public CapacityNorm {
    if (!(amount > 0 && amount < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a norm of " + amount + " is not above 0");
    }
  }

  /**
   * What is needed, in the measure's unit.
   *
   * @param count persons, households or persons of the group, as the basis says; NaN where unknown
   */
  public double requiredFor(double count) {
    return switch (basis) {
      case PER_1000_PERSONS -> amount * count / 1000;
      case PER_100_HOUSEHOLDS -> amount * count / 100;
      case PER_PERSON_OF_GROUP -> amount * count;
    };
  }
}
