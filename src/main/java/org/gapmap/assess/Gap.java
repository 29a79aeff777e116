package org.gapmap.assess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.gapmap.domain.CoverageStatus;

/**
 * A community short of a kind of service: partial or gap, never unknown.
 *
 * @param index the community's index
 */
public record Gap(KindCoverage coverage, int index) {

  /** What a list of gaps is ordered by. */
  public enum RankedBy {
    RESIDENTS,
    AREA
  }

  /**
   * A list of gaps, the worst first.
   *
   * @param rankedBy residents out of reach where any community has a number of residents, and then
   *     those without one come last, by area; else area out of reach
   */
  public record Ranking(RankedBy rankedBy, List<Gap> gaps) {
    public Ranking {
      gaps = List.copyOf(gaps);
    }
  }

  /**
   * @param among indexes of the communities that are looked at
   * @param limit of the list
   */
  public static Ranking rank(List<KindCoverage> coverages, IntPredicate among, int limit) {
    List<Gap> gaps = new ArrayList<>();
    boolean anyResidents = false;
    for (KindCoverage coverage : coverages) {
      for (int i = 0; i < coverage.city().size(); i++) {
        CoverageStatus status = coverage.status(i);
        boolean isShort = status == CoverageStatus.GAP || status == CoverageStatus.PARTIAL;
        if (isShort && among.test(i)) {
          gaps.add(new Gap(coverage, i));
          anyResidents |= !Double.isNaN(coverage.everyone().people(i));
        }
      }
    }
    Comparator<Gap> byArea = Comparator.comparingDouble(gap -> -gap.areaOutOfReachSqm());
    Comparator<Gap> order =
        anyResidents
            ? Comparator.comparingDouble(Gap::fewestResidents).thenComparing(byArea)
            : byArea;
    gaps.sort(order.thenComparing(Gap::index));
    return new Ranking(
        anyResidents ? RankedBy.RESIDENTS : RankedBy.AREA,
        gaps.subList(0, Math.min(limit, gaps.size())));
  }

  public double residentsOutOfReach() {
    return coverage.residentsOutOfReach(index);
  }

  public double areaOutOfReachSqm() {
    return coverage.areaOutOfReachSqm(index);
  }

  private double fewestResidents() {
    double residents = residentsOutOfReach();
    return Double.isNaN(residents) ? 1 : -residents;
  }
}
