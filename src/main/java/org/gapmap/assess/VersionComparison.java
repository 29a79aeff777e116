package org.gapmap.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.gapmap.domain.Community;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.ServiceRule;

/**
 * Two data versions of a city under one standard: what became of facilities, and which communities
 * changed status and why.
 *
 * @param added communities of {@code to} that {@code from} has not
 * @param removed the other way round
 */
public record VersionComparison(
    City from,
    City to,
    List<FacilityChange> facilities,
    List<Community> added,
    List<Community> removed,
    List<KindChanges> kinds) {
  public VersionComparison {
    facilities = List.copyOf(facilities);
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    kinds = List.copyOf(kinds);
  }

  /** A row of the standard before and after, and the communities whose status differs. */
  public record KindChanges(KindCoverage before, KindCoverage after, List<StatusChange> changes) {
    public KindChanges {
      changes = List.copyOf(changes);
    }
  }

  /**
   * A community whose status differs.
   *
   * @param indexBefore its index in {@code from}
   * @param index its index in {@code to}
   * @param facilities indexes into the comparison's facility changes: those in reach of it
   * @param others what else changed that its status rests on
   */
  public record StatusChange(
      int indexBefore, int index, List<Integer> facilities, List<Because> others) {
    public StatusChange {
      facilities = List.copyOf(facilities);
      others = List.copyOf(others);
    }
  }

  /** A cause that is no facility. */
  public enum Because {
    BOUNDARY,
    PEOPLE,
    LIST_COMPLETENESS
  }

  /** Compares by the verdicts that the given assessors give; each keeps one version's answers. */
  static VersionComparison of(Comparisons.Side from, Comparisons.Side to, List<ServiceRule> rules) {
    List<FacilityChange> facilities = FacilityChanges.between(from.city(), to.city());
    List<KindChanges> kinds = new ArrayList<>();
    for (ServiceRule rule : rules) {
      kinds.add(compare(from.assess(rule), to.assess(rule), facilities));
    }
    return new VersionComparison(
        from.city(),
        to.city(),
        facilities,
        without(to.city(), from.city()),
        without(from.city(), to.city()),
        kinds);
  }

  private static List<Community> without(City city, City other) {
    List<Community> missing = new ArrayList<>();
    for (int i = 0; i < city.size(); i++) {
      if (other.findIndex(city.community(i).id()).isEmpty()) {
        missing.add(city.community(i));
      }
    }
    return missing;
  }

  private static KindChanges compare(
      KindCoverage before, KindCoverage after, List<FacilityChange> facilities) {
    List<StatusChange> changes = new ArrayList<>();
    for (int i = 0; i < after.city().size(); i++) {
      OptionalInt was = before.city().findIndex(after.city().community(i).id());
      if (was.isPresent() && before.status(was.getAsInt()) != after.status(i)) {
        changes.add(explain(before, was.getAsInt(), after, i, facilities));
      }
    }
    return new KindChanges(before, after, changes);
  }

  private static StatusChange explain(
      KindCoverage before, int was, KindCoverage after, int is, List<FacilityChange> facilities) {
    List<Integer> inReach = new ArrayList<>();
    for (int n = 0; n < facilities.size(); n++) {
      FacilityChange change = facilities.get(n);
      if (after.rule().satisfiedBy().contains(change.latest().kind())
          && (change.before().filter(f -> reaches(before, f, was)).isPresent()
              || change.after().filter(f -> reaches(after, f, is)).isPresent())) {
        inReach.add(n);
      }
    }
    Community old = before.city().community(was);
    Community current = after.city().community(is);
    List<Because> others = new ArrayList<>();
    if (!old.boundary().equalsNorm(current.boundary())) {
      others.add(Because.BOUNDARY);
    }
    if (after.judgedBy() == KindCoverage.JudgedBy.PEOPLE
        && before.demand().people(was) != after.demand().people(is)) {
      others.add(Because.PEOPLE);
    }
    if (before.service().completion().reason(was) != after.service().completion().reason(is)
        || (before.status(was) == CoverageStatus.UNKNOWN)
            != (after.status(is) == CoverageStatus.UNKNOWN)) {
      others.add(Because.LIST_COMPLETENESS);
    }
    return new StatusChange(was, is, inReach, others);
  }

  private static boolean reaches(
      KindCoverage coverage, org.gapmap.domain.Facility facility, int community) {
    int j = coverage.service().numberOf(facility);
    try (Distances.FromFacility from = coverage.distances().from(j, coverage.limitMetres())) {
      return from.metresTo(community) <= coverage.reachMetres(j);
    }
  }
}
