package org.gapmap.http;

import java.util.function.IntPredicate;
import org.gapmap.assess.Demand;
import org.gapmap.assess.KindCoverage;

/**
 * A kind's people over a city or a part of it; NaN where no community's number is known.
 *
 * @param residentsUnknown communities whose residents nobody knows
 * @param people of the target group, where known
 * @param unknown communities whose number of the group is unknown
 * @param estimated communities whose number of the group is an estimate
 */
record PeopleTotals(
    double residentsOutOfReach,
    int residentsUnknown,
    double people,
    double outOfReach,
    int unknown,
    int estimated) {

  /**
   * @param among indexes of the communities that are counted
   */
  static PeopleTotals of(KindCoverage coverage, IntPredicate among) {
    Demand everyone = coverage.everyone();
    Demand group = coverage.demand();
    double residentsOutOfReach = Double.NaN;
    double people = Double.NaN;
    double outOfReach = Double.NaN;
    int residentsUnknown = 0;
    int unknown = 0;
    int estimated = 0;
    for (int i = 0; i < coverage.city().size(); i++) {
      if (!among.test(i)) {
        continue;
      }
      residentsUnknown += Double.isNaN(everyone.people(i)) ? 1 : 0;
      unknown += Double.isNaN(group.people(i)) ? 1 : 0;
      estimated += group.estimated(i) ? 1 : 0;
      residentsOutOfReach = plus(residentsOutOfReach, coverage.residentsOutOfReach(i));
      people = plus(people, group.people(i));
      outOfReach = plus(outOfReach, coverage.peopleOutOfReach(i));
    }
    return new PeopleTotals(
        residentsOutOfReach, residentsUnknown, people, outOfReach, unknown, estimated);
  }

  /** A sum that passes over what is unknown, and is unknown while nothing is known. */
  static double plus(double sum, double next) {
    if (Double.isNaN(next)) {
      return sum;
    }
    return Double.isNaN(sum) ? next : sum + next;
  }
}
