package org.gapmap.assess;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gapmap.assess.RuleDifference.Aspect;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.Facility;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.standards.KindCatalogue;

/**
 * One city judged by two standards: which communities change their verdict, and what of the
 * standard does it.
 *
 * <p>What does it is found by trying: the first standard's row with one aspect of the other's (its
 * radius, its sizes, ...) is judged for itself. An aspect that changes a community's verdict alone
 * is a cause; where none does alone, all that differ do together.
 */
public final class StandardComparison {
  private final Assessor assessor;
  private final KindCatalogue kinds;

  public StandardComparison(Assessor assessor, KindCatalogue kinds) {
    this.assessor = assessor;
    this.kinds = kinds;
  }

  /** Which of the two standards judge a kind by distance. */
  public enum JudgedIn {
    BOTH,
    FIRST_ONLY,
    OTHER_ONLY
  }

  /** A verdict under the first standard and under the other. */
  public record Transition(CoverageStatus was, CoverageStatus becomes) {}

  /**
   * A kind under both standards.
   *
   * @param differences what of the two rows differs, in words
   * @param transitions how many communities go from which verdict to which, the unchanged too;
   *     empty where only one standard judges the kind
   */
  public record KindChange(
      String kind,
      JudgedIn judgedIn,
      List<LocalizedText> differences,
      Map<Transition, Integer> transitions,
      List<CommunityChange> changes) {
    public KindChange {
      differences = List.copyOf(differences);
      transitions = Map.copyOf(transitions);
      changes = List.copyOf(changes);
    }
  }

  /**
   * A community whose verdict changes.
   *
   * @param because each aspect that changes it, in words
   * @param together whether none of them changes it alone
   * @param excluded facilities in reach that were large enough, and are not
   * @param included facilities in reach that were too small, and are large enough
   */
  public record CommunityChange(
      int index,
      Transition verdicts,
      double shareBefore,
      double shareAfter,
      List<LocalizedText> because,
      boolean together,
      List<Facility> excluded,
      List<Facility> included) {
    public CommunityChange {
      because = List.copyOf(because);
      excluded = List.copyOf(excluded);
      included = List.copyOf(included);
    }
  }

  /** Every kind that either standard judges by distance, in the first one's order. */
  public List<KindChange> compare(City city, ServiceStandard standard, ServiceStandard other) {
    Set<String> judged = new LinkedHashSet<>();
    for (ServiceStandard each : List.of(standard, other)) {
      each.rules().stream()
          .filter(rule -> rule.radiusMetres().isPresent())
          .forEach(rule -> judged.add(rule.kind()));
    }
    return judged.stream().map(kind -> compare(city, standard, other, kind)).toList();
  }

  private KindChange compare(
      City city, ServiceStandard standard, ServiceStandard other, String kind) {
    Optional<ServiceRule> row = judging(standard, kind);
    Optional<ServiceRule> otherRow = judging(other, kind);
    if (row.isEmpty() || otherRow.isEmpty()) {
      JudgedIn where = row.isPresent() ? JudgedIn.FIRST_ONLY : JudgedIn.OTHER_ONLY;
      return new KindChange(
          kind, where, List.of(notJudged(where, standard, other)), Map.of(), List.of());
    }
    RuleDifference difference = new RuleDifference(standard, row.get(), other, otherRow.get());
    Set<Aspect> aspects = difference.aspects();
    KindCoverage before = assessor.assess(city, standard, row.get());
    KindCoverage after = assessor.assess(city, other, otherRow.get());
    Map<Aspect, KindCoverage> tried = new EnumMap<>(Aspect.class);
    for (Aspect aspect : aspects) {
      tried.put(aspect, assessor.assess(city, standard, difference.with(aspect)));
    }
    Set<Facility> smallBefore = tooSmall(before.service());
    Set<Facility> smallAfter = tooSmall(after.service());
    Map<Transition, Integer> transitions = new LinkedHashMap<>();
    List<CommunityChange> changes = new ArrayList<>();
    for (int i = 0; i < city.size(); i++) {
      Transition verdicts = new Transition(before.status(i), after.status(i));
      transitions.merge(verdicts, 1, Integer::sum);
      if (verdicts.was() != verdicts.becomes()) {
        Because because = because(i, before, tried);
        boolean sizes = because.aspects().contains(Aspect.SIZES);
        changes.add(
            new CommunityChange(
                i,
                verdicts,
                before.share(i),
                after.share(i),
                because.aspects().stream().map(each -> difference.words(each, kinds)).toList(),
                because.together(),
                sizes ? reaching(before, i, smallAfter) : List.of(),
                sizes ? reaching(after, i, smallBefore) : List.of()));
      }
    }
    return new KindChange(
        kind,
        JudgedIn.BOTH,
        aspects.stream().map(aspect -> difference.words(aspect, kinds)).toList(),
        transitions,
        changes);
  }

  private record Because(Set<Aspect> aspects, boolean together) {}

  private static Because because(int index, KindCoverage before, Map<Aspect, KindCoverage> tried) {
    Set<Aspect> alone = EnumSet.noneOf(Aspect.class);
    tried.forEach(
        (aspect, coverage) -> {
          if (coverage.status(index) != before.status(index)) {
            alone.add(aspect);
          }
        });
    return alone.isEmpty() ? new Because(tried.keySet(), true) : new Because(alone, false);
  }

  private static Set<Facility> tooSmall(ServiceIndex service) {
    Set<Facility> small = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Facility facility : service.listed()) {
      Verdict verdict = service.verdict(facility);
      if (verdict == Verdict.BELOW_LEAST_FLOOR || verdict == Verdict.BELOW_LEAST_LAND) {
        small.add(facility);
      }
    }
    return small;
  }

  /** Those of some facilities that serve a community in an answer. */
  private static List<Facility> reaching(KindCoverage coverage, int index, Set<Facility> some) {
    List<Facility> found = new ArrayList<>();
    coverage
        .inReach()
        .forEach(
            index,
            j -> {
              if (some.contains(coverage.service().facility(j))) {
                found.add(coverage.service().facility(j));
              }
            });
    return found;
  }

  private static Optional<ServiceRule> judging(ServiceStandard standard, String kind) {
    return standard.findRule(kind).filter(rule -> rule.radiusMetres().isPresent());
  }

  private static LocalizedText notJudged(
      JudgedIn where, ServiceStandard standard, ServiceStandard other) {
    LocalizedText name = (where == JudgedIn.FIRST_ONLY ? other : standard).name();
    return new LocalizedText(
        "「" + name.zh() + "」不按服务半径评价此类设施",
        "'" + name.en() + "' does not judge this kind by distance");
  }
}
