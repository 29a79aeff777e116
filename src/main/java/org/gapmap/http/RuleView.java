package org.gapmap.http;

import java.util.List;
import java.util.OptionalDouble;
import org.gapmap.assess.KindCoverage;
import org.gapmap.assess.Measured;
import org.gapmap.domain.CapacityNorm;
import org.gapmap.domain.Citation;
import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.Reach;
import org.gapmap.domain.Requirement;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.Thresholds;
import org.gapmap.store.Codes;
import org.jspecify.annotations.Nullable;

/**
 * The row of a standard that a verdict was given by, with the source of each of its numbers.
 *
 * @param radiusMetres the radius judged by; empty where the row has none
 * @param ownRadiusMetres the row's own; another one where the user replaced it
 * @param estimated walking distances are taken for straight lines of radius / detourFactor
 * @param measured how this city's distances were measured; null for a row without a city
 * @param straightMetres the straight line that was judged by; null where walks were
 */
record RuleView(
    OptionalDouble radiusMetres,
    OptionalDouble ownRadiusMetres,
    String mode,
    double detourFactor,
    boolean estimated,
    @Nullable String measured,
    @Nullable Double straightMetres,
    List<Reach.SizeClass> bySize,
    double metFrom,
    double gapBelow,
    List<String> satisfiedBy,
    OptionalDouble leastFloorSqm,
    OptionalDouble leastLandSqm,
    String obligation,
    @Nullable NormView norm,
    StandardApi.@Nullable Source sizes,
    @com.fasterxml.jackson.annotation.JsonUnwrapped StandardApi.Source source) {

  /** How much so many people need. */
  record NormView(
      double amount,
      String measure,
      String basis,
      @com.fasterxml.jackson.annotation.JsonUnwrapped StandardApi.Source source) {
    static NormView of(CapacityNorm norm) {
      return new NormView(
          norm.amount(),
          Codes.of(norm.measure()),
          Codes.of(norm.basis()),
          StandardApi.Source.of(norm.citation()));
    }
  }

  static RuleView of(KindCoverage coverage) {
    return of(
        coverage.standard(),
        coverage.rule(),
        OptionalDouble.of(coverage.radiusMetres()),
        coverage.citation(),
        coverage.measured());
  }

  /** A row as it stands in the standard. */
  static RuleView of(ServiceStandard standard, ServiceRule rule) {
    return of(standard, rule, rule.radiusMetres(), rule.citation(), null);
  }

  private static RuleView of(
      ServiceStandard standard,
      ServiceRule rule,
      OptionalDouble radiusMetres,
      Citation citation,
      @Nullable Measured measured) {
    Thresholds bounds = standard.thresholdsOf(rule);
    Requirement requirement = rule.requirement();
    return new RuleView(
        radiusMetres,
        rule.radiusMetres(),
        Codes.of(rule.mode()),
        rule.reach().detourFactor(),
        rule.mode() == DistanceMode.WALKING && measured != Measured.WALKED,
        measured == null ? null : Codes.of(measured),
        radiusMetres.isPresent() && measured != Measured.WALKED
            ? Figures.metres(rule.reach().straightMetres(radiusMetres.getAsDouble()))
            : null,
        rule.reach().bySize(),
        bounds.metFrom(),
        bounds.gapBelow(),
        rule.satisfiedBy(),
        requirement.leastFloorSqm(),
        requirement.leastLandSqm(),
        Codes.of(requirement.obligation()),
        requirement.capacity().map(NormView::of).orElse(null),
        requirement.sizes().map(StandardApi.Source::of).orElse(null),
        StandardApi.Source.of(citation));
  }
}
