package org.gapmap.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.gapmap.assess.Assessor;
import org.gapmap.assess.City;
import org.gapmap.assess.DistanceChoice;
import org.gapmap.assess.KindCoverage;
import org.gapmap.assess.KindCoverage.JudgedBy;
import org.gapmap.assess.WhatIf;
import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.ScenarioEdit;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;

/**
 * What a request about a city asks: {@code city}, {@code standard}, {@code kind}, {@code radius},
 * {@code mode} and {@code by}.
 *
 * @param standard with its distances measured as {@code mode} says
 * @param kind the row of the standard that is asked about; empty for all
 * @param radius a radius in metres in place of that row's own
 * @param mode how distance is measured in place of the rows' own ways; empty where it is as they
 *     say
 * @param supposed the edits of the scenario that city and standard are seen through
 * @param by whether verdicts are about area or people
 */
record CoverageQuery(
    City city,
    ServiceStandard standard,
    Optional<ServiceRule> kind,
    Optional<Double> radius,
    Optional<DistanceMode> mode,
    JudgedBy by,
    List<ScenarioEdit> supposed) {
  private static final double LARGEST_RADIUS_METRES = 5_000;
  private static final String ALL_KINDS = "all";

  static CoverageQuery from(Context context, QuerySources sources) {
    WhatIf asked = sources.read(context);
    Optional<DistanceMode> mode = Parameters.find(context, "mode").map(CoverageQuery::mode);
    ServiceStandard standard = measured(asked.standard(), mode);
    Optional<ServiceRule> rule =
        Parameters.find(context, "kind")
            .filter(kind -> !kind.equals(ALL_KINDS))
            .map(kind -> judged(standard, kind));
    Optional<Double> radius = Parameters.findNumber(context, "radius");
    if (radius.isPresent() && !(radius.get() > 0 && radius.get() <= LARGEST_RADIUS_METRES)) {
      throw new UserError(
          "radius " + radius.get() + " is not in (0, 5000] metres", "radius", "give another one");
    }
    return new CoverageQuery(
        asked.city(),
        standard,
        rule,
        radius,
        mode,
        judgedBy(Parameters.find(context, "by").orElse("area")),
        asked.edits());
  }

  /**
   * @param by {@code area} or {@code people}
   */
  static JudgedBy judgedBy(String by) {
    return switch (by) {
      case "area" -> JudgedBy.AREA;
      case "people" -> JudgedBy.PEOPLE;
      default -> throw new UserError("nothing is judged by '" + by + "'", "by", "area or people");
    };
  }

  /** The standard with its distances measured in a way, where one is chosen. */
  static ServiceStandard measured(ServiceStandard standard, Optional<DistanceMode> mode) {
    return mode.map(way -> DistanceChoice.in(standard, way)).orElse(standard);
  }

  /**
   * @param mode {@code straight} or {@code walking}
   */
  static DistanceMode mode(String mode) {
    return DistanceChoice.modeOf(mode, "mode");
  }

  /** Whether the asker has the answer already: see {@link Revalidation}. */
  boolean unchanged(Context context) {
    return Revalidation.unchanged(
        context,
        city,
        standard,
        kind,
        radius,
        mode,
        by,
        supposed,
        String.valueOf(context.queryParam("format")));
  }

  /** The coverage asked for; the row must have been named. */
  KindCoverage coverage(Assessor assessor) {
    return coverage(
        assessor,
        kind.orElseThrow(
            () -> new UserError("no kind is named", "kind", "name a kind of the standard")));
  }

  /** The coverage for a row: at the asked radius if it is the asked row, else at its own. */
  KindCoverage coverage(Assessor assessor, ServiceRule rule) {
    boolean asked = kind.isPresent() && kind.get().equals(rule);
    double metres =
        asked
            ? radius.orElse(rule.radiusMetres().orElseThrow())
            : rule.radiusMetres().orElseThrow();
    return assessor.assess(city, standard, rule, metres).judgedBy(by);
  }

  /** The coverages for all rows that are judged by distance, in the standard's order. */
  List<KindCoverage> coverages(Assessor assessor) {
    return standard.rules().stream()
        .filter(rule -> rule.radiusMetres().isPresent())
        .map(rule -> coverage(assessor, rule))
        .toList();
  }

  static ServiceRule judged(ServiceStandard standard, String kind) {
    ServiceRule rule =
        standard.rules().stream()
            .filter(r -> r.kind().equals(kind))
            .findFirst()
            .orElseThrow(
                () ->
                    new UserError(
                        standard.id() + " has no kind '" + kind + "'",
                        "kind",
                        "choose one of /api/standards"));
    if (rule.radiusMetres().isEmpty()) {
      throw new UserError(
          standard.id() + " does not judge '" + kind + "' by distance",
          "kind",
          "choose a kind that has a radius");
    }
    return rule;
  }
}
