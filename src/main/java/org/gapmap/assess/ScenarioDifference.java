package org.gapmap.assess;

import java.util.ArrayList;
import java.util.List;
import org.gapmap.assess.KindCoverage.JudgedBy;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.ServiceRule;

/**
 * What a scenario changes against the city as it is, or as another scenario supposes it: kind by
 * kind, those that differ.
 */
public record ScenarioDifference(WhatIf whatIf, List<KindDifference> kinds) {
  public ScenarioDifference {
    kinds = List.copyOf(kinds);
  }

  /**
   * A kind for which something differs.
   *
   * @param gained people of the kind's group who come into reach; NaN where nobody knows how many
   *     live in any community that changes
   * @param lost people who fall out of reach, likewise
   * @param changed indexes of the communities whose share or status differs
   */
  public record KindDifference(
      KindCoverage before, KindCoverage after, double gained, double lost, List<Integer> changed) {
    public KindDifference {
      changed = List.copyOf(changed);
    }

    /** How many of the changed communities get this status. */
    public int becoming(CoverageStatus status) {
      return (int)
          changed.stream()
              .filter(i -> after.status(i) == status && before.status(i) != status)
              .count();
    }
  }

  /**
   * @param against the city as it is, or another scenario of the same data version and standard
   */
  public static ScenarioDifference of(
      WhatIf against, WhatIf whatIf, JudgedBy by, Assessor assessor) {
    List<KindDifference> kinds = new ArrayList<>();
    for (ServiceRule rule : against.standard().rules()) {
      if (rule.radiusMetres().isEmpty()) {
        continue;
      }
      ServiceRule supposed = whatIf.standard().findRule(rule.kind()).orElseThrow();
      if (supposed.equals(rule) && whatIf.city().measuresAs(against.city(), rule)) {
        continue;
      }
      KindCoverage before = assessor.assess(against.city(), against.standard(), rule).judgedBy(by);
      KindCoverage after = assessor.assess(whatIf.city(), whatIf.standard(), supposed).judgedBy(by);
      KindDifference difference = difference(before, after);
      // Streets concern every kind that is walked to; most of them hardly.
      boolean streetsOnly = supposed.equals(rule) && after.service().equals(before.service());
      if (!streetsOnly || !difference.changed().isEmpty()) {
        kinds.add(difference);
      }
    }
    return new ScenarioDifference(whatIf, kinds);
  }

  private static KindDifference difference(KindCoverage before, KindCoverage after) {
    List<Integer> changed = new ArrayList<>();
    double gained = Double.NaN;
    double lost = Double.NaN;
    for (int i = 0; i < before.city().size(); i++) {
      boolean moved = before.share(i) != after.share(i) && !Double.isNaN(after.share(i));
      if (!moved && before.status(i) == after.status(i)) {
        continue;
      }
      changed.add(i);
      double people = before.peopleOutOfReach(i) - after.peopleOutOfReach(i);
      if (!Double.isNaN(people)) {
        gained = (Double.isNaN(gained) ? 0 : gained) + Math.max(0, people);
        lost = (Double.isNaN(lost) ? 0 : lost) + Math.max(0, -people);
      }
    }
    return new KindDifference(
        before, after, changed.isEmpty() ? 0 : gained, changed.isEmpty() ? 0 : lost, changed);
  }
}
