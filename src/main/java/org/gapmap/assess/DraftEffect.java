package org.gapmap.assess;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.gapmap.assess.KindCoverage.JudgedBy;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.TargetGroup;

/**
 * What edits that are tried change for one row of a standard. Made for every move of the mouse:
 * only communities that a changed facility can reach are looked at, and nothing of it is kept.
 */
public final class DraftEffect {
  private final KindCoverage before;
  private final KindCoverage after;
  private final int[] changed;
  private final Map<TargetGroup, People> people = new EnumMap<>(TargetGroup.class);

  /**
   * People of a group who come into reach and who fall out of it; NaN where nobody knows how many
   * live in any community that changes.
   */
  public record People(double gained, double lost) {
    private static final People NONE = new People(0, 0);
    private static final People UNKNOWN = new People(Double.NaN, Double.NaN);

    private People plus(double more) {
      if (Double.isNaN(more)) {
        return this;
      }
      double sofar = Double.isNaN(gained) ? 0 : gained;
      double gone = Double.isNaN(lost) ? 0 : lost;
      return new People(sofar + Math.max(0, more), gone + Math.max(0, -more));
    }
  }

  private DraftEffect(KindCoverage before, KindCoverage after, int[] changed) {
    this.before = before;
    this.after = after;
    this.changed = changed;
  }

  /**
   * @param base what the edits of the draft are added to
   * @param draft the base's city and standard with them
   * @param rule a row of the base's standard that has a radius
   * @param radiusMetres in place of the row's radius, before and after; empty for its own
   */
  public static DraftEffect of(
      WhatIf base,
      WhatIf draft,
      ServiceRule rule,
      Optional<Double> radiusMetres,
      JudgedBy by,
      Assessor assessor) {
    ServiceRule supposed = draft.standard().findRule(rule.kind()).orElseThrow();
    double radiusBefore = radiusMetres.orElseGet(() -> rule.radiusMetres().orElseThrow());
    double radiusAfter = radiusMetres.orElseGet(() -> supposed.radiusMetres().orElseThrow());
    KindCoverage before =
        assessor.assess(base.city(), base.standard(), rule, radiusBefore).judgedBy(by);
    // The rule's change is worked out for the whole city and kept, the facilities' only nearby.
    boolean sameRule = supposed.equals(rule) && radiusAfter == radiusBefore;
    KindCoverage there =
        sameRule
            ? before
            : assessor.assess(base.city(), draft.standard(), supposed, radiusAfter).judgedBy(by);
    KindCoverage after = draft.city().equals(base.city()) ? there : there.of(draft.city());
    return new DraftEffect(before, after, changed(before, after, sameRule));
  }

  private static int[] changed(KindCoverage before, KindCoverage after, boolean sameRule) {
    BitSet candidates = new BitSet(before.city().size());
    ServiceIndex.Derivation derivation = after.service().derivation();
    if (!sameRule) {
      candidates.set(0, before.city().size());
    } else if (after.service() != before.service() && derivation != null) {
      candidates =
          Shares.touched(
              new Shares.Question(after.service(), after.straightMetres()), derivation.changed());
    }
    return candidates.stream().filter(i -> differs(before, after, i)).toArray();
  }

  private static boolean differs(KindCoverage before, KindCoverage after, int i) {
    return Double.compare(before.share(i), after.share(i)) != 0
        || Double.compare(before.judgedShareOfOne(i), after.judgedShareOfOne(i)) != 0
        || before.statusOfOne(i) != after.statusOfOne(i);
  }

  public KindCoverage before() {
    return before;
  }

  /** Its shares by area are worked out for every community; by people ask {@link #judgedShare}. */
  public KindCoverage after() {
    return after;
  }

  /** The communities whose share or verdict differs, by index, in the order of the index. */
  public int[] changed() {
    return changed.clone();
  }

  /** The share that a changed community's verdict is made of, after; NaN where unknown. */
  public double judgedShare(int index) {
    return after.judgedShareOfOne(index);
  }

  public CoverageStatus statusBefore(int index) {
    return before.statusOfOne(index);
  }

  public CoverageStatus statusAfter(int index) {
    return after.statusOfOne(index);
  }

  /** People of a group who come into reach in one community, below 0 who fall out; NaN unknown. */
  public double gained(TargetGroup group, int index) {
    return before.outOfReach(group, index) - after.outOfReach(group, index);
  }

  /** The same over all communities that change. */
  public People people(TargetGroup group) {
    return people.computeIfAbsent(group, this::sum);
  }

  private People sum(TargetGroup group) {
    if (changed.length == 0) {
      return People.NONE;
    }
    People sum = People.UNKNOWN;
    for (int i : changed) {
      sum = sum.plus(gained(group, i));
    }
    return sum;
  }

  /** Square metres that come into reach. */
  public double areaGainedSqm() {
    return area(1);
  }

  /** Square metres that fall out of reach. */
  public double areaLostSqm() {
    return area(-1);
  }

  private double area(int sign) {
    return Arrays.stream(changed)
        .mapToDouble(
            i -> sign * (after.share(i) - before.share(i)) * before.city().polygon(i).areaSqm())
        .filter(sqm -> sqm > 0)
        .sum();
  }

  /** Communities whose verdict is better than it was: those of unknown verdict are none. */
  public int lifted() {
    return count(1);
  }

  /** Communities whose verdict is worse than it was. */
  public int lowered() {
    return count(-1);
  }

  private int count(int sign) {
    return (int)
        Arrays.stream(changed)
            .filter(i -> sign * (rank(statusAfter(i)) - rank(statusBefore(i))) > 0)
            .filter(i -> statusBefore(i) != CoverageStatus.UNKNOWN)
            .filter(i -> statusAfter(i) != CoverageStatus.UNKNOWN)
            .count();
  }

  private static int rank(CoverageStatus status) {
    return switch (status) {
      case UNKNOWN, GAP -> 0;
      case PARTIAL -> 1;
      case MET -> 2;
    };
  }
}
