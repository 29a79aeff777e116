package org.gapmap.http;

import java.util.List;
import org.gapmap.assess.KindCoverage;
import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.ServiceRule;
import org.gapmap.store.Codes;
import org.jspecify.annotations.Nullable;

/**
 * How distance was measured.
 *
 * @param mode {@code straight} or {@code walking}; null for several rows, each measured as it says
 * @param estimated whether a walk was taken for a straight line
 */
record MeasuredView(@Nullable String mode, boolean estimated) {
  static MeasuredView of(ServiceRule rule) {
    return new MeasuredView(Codes.of(rule.mode()), rule.mode() == DistanceMode.WALKING);
  }

  static MeasuredView of(KindCoverage coverage) {
    return new MeasuredView(Codes.of(coverage.rule().mode()), coverage.estimated());
  }

  /** Of all kinds that are judged. */
  static MeasuredView of(CoverageQuery query, List<KindCoverage> coverages) {
    return new MeasuredView(
        query.mode().map(Codes::of).orElse(null),
        coverages.stream().anyMatch(KindCoverage::estimated));
  }
}
