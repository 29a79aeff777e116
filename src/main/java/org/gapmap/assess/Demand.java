package org.gapmap.assess;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.gapmap.domain.PopulationAssumptions;
import org.gapmap.domain.PopulationAssumptions.Assumption;
import org.gapmap.domain.TargetGroup;
import org.jspecify.annotations.Nullable;

/**
 * How many people of a group live in each community, where in it, and how that is known. Immutable
 * once made.
 *
 * <p>Buildings that state residents or households are counted first, unless others of the community
 * say nothing while it has a number of its own; buildings that state only their floor area place
 * the community's own number, or give one of their own by the floor area for each person. Without
 * buildings the community's own number is spread evenly over its area; without that too a
 * population raster is summed. What no source gives is NaN, never zero.
 */
public final class Demand {
  private final PopulationAssumptions assumptions;
  private final TargetGroup group;
  private final double[] people;
  private final double[] households;
  private final Basis[] basis;
  private final Spread[] spread;
  private final Spots[] spots;
  private final int[] guesses;
  private final int[] householdGuesses;
  private final @Nullable Demand everyone;

  /** Where a community's number comes from. */
  public enum Basis {
    UNKNOWN,
    /** The community's own attributes. */
    COUNTED,
    BUILDINGS,
    /** A population raster. */
    GRID
  }

  /** Where in a community its people are taken to live. */
  public enum Spread {
    EVENLY,
    BY_BUILDINGS,
    BY_GRID
  }

  /** What was taken for granted; a number made with any of these is an estimate. */
  public enum Guess {
    /** Residents from households, or households from residents. */
    PERSONS_PER_HOUSEHOLD(1),
    FLOOR_PER_PERSON(1 << 1),
    /** The group's share among all residents, for the whole city. */
    GROUP_SHARE(1 << 2),
    /** The group's share among the community's own residents, used for its buildings. */
    COMMUNITY_SHARE(1 << 3),
    /** Some of the community's buildings say nothing of people or floor, and add nothing. */
    SILENT_BUILDINGS(1 << 4),
    /** A raster's number is a model's, and evenly spread over each cell. */
    RASTER(1 << 5);

    final int bit;

    Guess(int bit) {
      this.bit = bit;
    }
  }

  /**
   * @param everyone the demand of all residents under the same assumptions; null where this is it
   */
  Demand(
      City city,
      Homes homes,
      PopulationAssumptions assumptions,
      TargetGroup group,
      @Nullable Demand everyone) {
    this.everyone = everyone;
    this.assumptions = assumptions;
    this.group = group;
    int n = city.size();
    people = new double[n];
    households = new double[n];
    basis = new Basis[n];
    spread = new Spread[n];
    spots = new Spots[n];
    guesses = new int[n];
    householdGuesses = new int[n];
    IntStream.range(0, n)
        .parallel()
        .forEach(
            i -> {
              Headcount headcount =
                  new Headcount(assumptions, group, city.community(i).population());
              headcount.count(homes, i);
              people[i] = headcount.people;
              households[i] = headcount.households;
              basis[i] = headcount.basis;
              spread[i] = headcount.spread;
              spots[i] = headcount.spots;
              guesses[i] = headcount.guesses;
              householdGuesses[i] = headcount.householdGuesses;
            });
  }

  public TargetGroup group() {
    return group;
  }

  /** People of the group; NaN where unknown. */
  public double people(int index) {
    return people[index];
  }

  /** Households, whatever the group; NaN where unknown. */
  public double households(int index) {
    return everyone == null ? households[index] : everyone.households(index);
  }

  public Basis basis(int index) {
    return basis[index];
  }

  public Spread spread(int index) {
    return spread[index];
  }

  /** Whether the number of people was made with an assumption. */
  public boolean estimated(int index) {
    return guesses[index] != 0;
  }

  public boolean householdsEstimated(int index) {
    return !householdGuesses(index).isEmpty();
  }

  /** What the number of people takes for granted; empty where it is as counted, or unknown. */
  public Set<Guess> guesses(int index) {
    return Headcount.guesses(guesses[index]);
  }

  public Set<Guess> householdGuesses(int index) {
    return everyone == null
        ? Headcount.guesses(householdGuesses[index])
        : everyone.householdGuesses(index);
  }

  /** The number that a guess used, where the standard gives one. */
  public Optional<Assumption> assumption(Guess guess) {
    return switch (guess) {
      case PERSONS_PER_HOUSEHOLD -> assumptions.personsPerHousehold();
      case FLOOR_PER_PERSON -> assumptions.floorSqmPerPerson();
      case GROUP_SHARE -> Optional.ofNullable(assumptions.shares().get(group));
      case COMMUNITY_SHARE, SILENT_BUILDINGS, RASTER -> Optional.empty();
    };
  }

  /**
   * Where the people live, each spot with its share of them, adding up to 1; none where they are
   * spread evenly over the community's area.
   */
  Spots spots(int index) {
    return spots[index];
  }
}
