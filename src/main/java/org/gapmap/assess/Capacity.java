package org.gapmap.assess;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gapmap.assess.Demand.Guess;
import org.gapmap.domain.CapacityNorm;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.TargetGroup;
import org.jspecify.annotations.Nullable;

/**
 * Who finds room: for each community the people of the kind's target group who are served, who are
 * in reach of facilities that have no room left for them, and who are out of reach. The three add
 * up to the group. Without capacity means that no arrangement of people within the radius could
 * place them, see {@link org.gapmap.assess.coverage.CapacityAllocation}.
 *
 * <p>Where the row has no capacity norm nothing is judged by capacity, and everyone in reach is
 * served. Communities whose people are not known, or for which the facilities' lists are not
 * complete, take part in nothing; who shares a facility with uncounted people is told so by {@link
 * #sharedWithUncounted}. Immutable; access is worked out when first asked for.
 */
public final class Capacity {
  private final Columns columns;
  private final Supplier<Access> accessWork;
  private volatile @Nullable Access access;

  /** What {@link CapacityWork} fills, by community index; NaN is unknown. */
  static final class Columns {
    final Optional<CapacityNorm> norm;
    final LocalizedText unit;
    final Demand demand;
    final Demand base;
    final double[] need;
    final double[] servedShare;
    final double[] reachedShare;
    final boolean[] capacityUnknown;
    final boolean[] sharedWithUncounted;
    final Assignments assignments = new Assignments();
    int facilitiesOfUnknownCapacity;
    double supply;

    Columns(Optional<CapacityNorm> norm, LocalizedText unit, Demand demand, Demand base, int size) {
      this.norm = norm;
      this.unit = unit;
      this.demand = demand;
      this.base = base;
      need = new double[size];
      servedShare = new double[size];
      reachedShare = new double[size];
      capacityUnknown = new boolean[size];
      sharedWithUncounted = new boolean[size];
    }
  }

  /** Supply for each person by community index; NaN is unknown. */
  record Access(double[] plain, double[] byDistance) {}

  /**
   * @param accessWork run once, when access is first asked for
   */
  Capacity(Columns columns, Supplier<Access> accessWork) {
    this.columns = columns;
    this.accessWork = accessWork;
  }

  private Access access() {
    Access known = access;
    if (known == null) {
      synchronized (this) {
        known = access;
        if (known == null) {
          known = accessWork.get();
          access = known;
        }
      }
    }
    return known;
  }

  /** The row's norm; empty where it has none and nothing is judged by capacity. */
  public Optional<CapacityNorm> norm() {
    return columns.norm;
  }

  /** What supply, need and quantity gap count: places, diners, m2. */
  public LocalizedText unit() {
    return columns.unit;
  }

  public TargetGroup group() {
    return columns.demand.group();
  }

  /** How many people of the group live in each community. */
  public Demand demand() {
    return columns.demand;
  }

  /** What the norm asks for a community, in its unit; NaN where unknown, or without a norm. */
  public double need(int index) {
    return columns.need[index];
  }

  /** People of the group in reach who find room; NaN where unknown. */
  public double served(int index) {
    return columns.demand.people(index) * columns.servedShare[index];
  }

  /** People of the group in reach of full facilities only; NaN where unknown. */
  public double withoutCapacity(int index) {
    return columns.demand.people(index)
        * (columns.reachedShare[index] - columns.servedShare[index]);
  }

  /** People of the group in reach of no facility; NaN where unknown. */
  public double outOfReach(int index) {
    return columns.demand.people(index) * (1 - columns.reachedShare[index]);
  }

  /** The need that nobody meets, in the norm's unit; NaN where unknown, or without a norm. */
  public double quantityGap(int index) {
    return columns.need[index] * (1 - columns.servedShare[index]);
  }

  /**
   * Supply for each person of the group by the two-step floating catchment, in {@link #unit}; NaN
   * where unknown.
   */
  public double access(int index) {
    return access().plain()[index];
  }

  /** The same, near facilities weighing more: {@code FloatingCatchment.LUO_QI_SLOW}. */
  public double accessByDistance(int index) {
    return access().byDistance()[index];
  }

  /** Whether a community's rest could find room in a facility whose capacity nobody gave. */
  public boolean capacityUnknown(int index) {
    return columns.capacityUnknown[index];
  }

  /**
   * Whether a facility in reach serves uncounted people too, so that less may be left than said.
   */
  public boolean sharedWithUncounted(int index) {
    return columns.sharedWithUncounted[index];
  }

  /**
   * How much of which community's need facility {@code j} meets, in {@link #unit}; nothing without
   * a norm, and nothing to a facility of unknown supply.
   */
  Map<Integer, Double> assignedTo(int j) {
    return columns.assignments.to(j);
  }

  /** The demand that the norm counts: all residents, or the group. */
  public Demand base() {
    return columns.base;
  }

  /** What the need takes for granted; empty where it is as counted, unknown, or without a norm. */
  public Set<Guess> needGuesses(int index) {
    if (columns.norm.isEmpty()) {
      return Set.of();
    }
    return columns.norm.get().basis() == CapacityNorm.Basis.PER_100_HOUSEHOLDS
        ? columns.base.householdGuesses(index)
        : columns.base.guesses(index);
  }

  /** Serving facilities whose supply in the norm's measure is unknown. */
  public int facilitiesOfUnknownCapacity() {
    return columns.facilitiesOfUnknownCapacity;
  }

  /** All known supply, in {@link #unit}; NaN where no facility's is known. */
  public double supply() {
    return columns.supply;
  }
}
