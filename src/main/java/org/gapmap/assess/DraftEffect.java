package org.gapmap.assess;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
  private final KindCoverage settled;
  private final KindCoverage after;
  private final BitSet touched;
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

  /**
   * @param settled the base under the draft's rule, on its streets: what {@code after} is where it
   *     is not touched
   * @param touched the communities that a changed facility may reach
   */
  private DraftEffect(
      KindCoverage before, KindCoverage settled, KindCoverage after, BitSet touched) {
    this.before = before;
    this.settled = settled;
    this.after = after;
    this.touched = touched;
    this.changed = candidates().filter(this::differs).toArray();
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
    // Other rules and streets are worked out for the whole city and kept, facilities only nearby.
    boolean sameRule =
        supposed.equals(rule)
            && radiusAfter == radiusBefore
            && draft.ground().measuresAs(base.city(), rule);
    KindCoverage settled =
        sameRule
            ? before
            : assessor.assess(draft.ground(), draft.standard(), supposed, radiusAfter).judgedBy(by);
    KindCoverage after = draft.city().equals(settled.city()) ? settled : settled.of(draft.city());
    return new DraftEffect(before, settled, after, touched(settled, after));
  }

  private static BitSet touched(KindCoverage settled, KindCoverage after) {
    ServiceIndex.Derivation derivation = after.service().derivation();
    return after.service() == settled.service() || derivation == null
        ? new BitSet()
        : after.distances().touched(after.limitMetres(), derivation.changed());
  }

  private IntStream candidates() {
    return sameRule() ? touched.stream() : IntStream.range(0, before.city().size());
  }

  private boolean sameRule() {
    return before == settled;
  }

  private boolean differs(int i) {
    return Double.compare(before.share(i), after.share(i)) != 0
        || Double.compare(shareOf(before, i), judgedShare(i)) != 0
        || statusBefore(i) != statusAfter(i);
  }

  /** Of a coverage that is kept all communities are worked out at once where many are asked. */
  private double shareOf(KindCoverage kept, int i) {
    return sameRule() ? kept.judgedShareOfOne(i) : kept.judgedShare(i);
  }

  private double outOfReach(KindCoverage kept, TargetGroup group, int i) {
    return sameRule() ? kept.outOfReachOfOne(group, i) : kept.outOfReach(group, i);
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
    return touched.get(index) ? after.judgedShareOfOne(index) : shareOf(settled, index);
  }

  public CoverageStatus statusBefore(int index) {
    return before.standard().thresholdsOf(before.rule()).statusOf(shareOf(before, index));
  }

  public CoverageStatus statusAfter(int index) {
    return after.standard().thresholdsOf(after.rule()).statusOf(judgedShare(index));
  }

  /** People of a group who come into reach in one community, below 0 who fall out; NaN unknown. */
  public double gained(TargetGroup group, int index) {
    double then =
        touched.get(index)
            ? after.outOfReachOfOne(group, index)
            : outOfReach(settled, group, index);
    return outOfReach(before, group, index) - then;
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
