package org.gapmap.assess;

import java.util.List;
import java.util.OptionalInt;
import org.gapmap.assess.KindCoverage.JudgedBy;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;
import org.gapmap.standards.KindCatalogue;

/** Compares a city's data versions. Safe for threads. */
public final class Comparisons {
  private final Cities cities;
  private final KindCatalogue kinds;
  private final Assessor assessor;

  /** Of its own: an assessor keeps one version of a city. */
  private final Assessor past;

  public Comparisons(Cities cities, KindCatalogue kinds, Assessor assessor) {
    this.cities = cities;
    this.kinds = kinds;
    this.assessor = assessor;
    this.past = new Assessor(kinds);
  }

  /** A city at a version and whoever assesses it. */
  record Side(City city, ServiceStandard standard, JudgedBy by, Assessor assessor) {
    KindCoverage assess(ServiceRule rule) {
      return assessor.assess(city, standard, rule).judgedBy(by);
    }
  }

  /**
   * @param from the earlier data version; empty for the one before {@code to}
   * @param to empty for the current one
   * @throws UserError where one of the versions never was, or they are the same
   */
  public VersionComparison compare(
      String city, ServiceStandard standard, JudgedBy by, OptionalInt from, OptionalInt to) {
    int later = to.orElseGet(() -> cities.get(city).dataVersion());
    int earlier = from.orElse(later - 1);
    if (from.isEmpty() && earlier < 1) {
      throw new UserError(
          "city '" + city + "' has no data version before " + later,
          "from",
          "compare after a next import");
    }
    return compare(city, standard, by, earlier, later);
  }

  /**
   * @param from the earlier data version
   * @throws UserError where one of the versions never was, or they are the same
   */
  public VersionComparison compare(
      String city, ServiceStandard standard, JudgedBy by, int from, int to) {
    if (from == to) {
      throw new UserError(
          "both are data version " + to, "from", "name an older one; see /api/versions");
    }
    City before = cities.get(city, from);
    City after = cities.get(city, to);
    List<ServiceRule> rules =
        standard.rules().stream().filter(rule -> rule.radiusMetres().isPresent()).toList();
    boolean current = after == cities.get(city);
    return VersionComparison.of(
        new Side(before, standard, by, past),
        new Side(after, standard, by, current ? assessor : new Assessor(kinds)),
        rules);
  }
}
