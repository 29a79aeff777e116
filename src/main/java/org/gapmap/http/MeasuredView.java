package org.gapmap.http;

import java.util.List;
import org.gapmap.assess.City;
import org.gapmap.assess.KindCoverage;
import org.gapmap.assess.Measured;
import org.gapmap.domain.ServiceRule;
import org.gapmap.store.Codes;
import org.jspecify.annotations.Nullable;

/**
 * How distance was measured.
 *
 * @param mode {@code straight} or {@code walking}; null for several rows, each measured as it says
 * @param estimated whether a walk was taken for a straight line
 * @param measured {@code straight}, {@code walked} along streets, or {@code estimated}; null for
 *     several rows that are measured differently
 */
record MeasuredView(@Nullable String mode, boolean estimated, @Nullable String measured) {
  static MeasuredView of(City city, ServiceRule rule) {
    return of(rule, city.measured(rule));
  }

  static MeasuredView of(KindCoverage coverage) {
    return of(coverage.rule(), coverage.measured());
  }

  private static MeasuredView of(ServiceRule rule, Measured measured) {
    return new MeasuredView(
        Codes.of(rule.mode()), measured == Measured.ESTIMATED, Codes.of(measured));
  }

  /** Of all kinds that are judged. */
  static MeasuredView of(CoverageQuery query, List<KindCoverage> coverages) {
    List<Measured> ways = coverages.stream().map(KindCoverage::measured).distinct().toList();
    return new MeasuredView(
        query.mode().map(Codes::of).orElse(null),
        ways.contains(Measured.ESTIMATED),
        ways.size() == 1 ? Codes.of(ways.get(0)) : null);
  }
}
