package org.gapmap.http;

import io.javalin.http.Context;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.gapmap.assess.Assessor;
import org.gapmap.assess.Capacity;
import org.gapmap.assess.Demand;
import org.gapmap.assess.KindCoverage;
import org.gapmap.assess.coverage.FloatingCatchment;
import org.gapmap.domain.LocalizedText;
import org.gapmap.store.Codes;
import org.jspecify.annotations.Nullable;

/** Who of a whole city finds room in the facilities of a kind. */
final class CapacityApi {
  private final QuerySources sources;
  private final Assessor assessor;

  CapacityApi(QuerySources sources, Assessor assessor) {
    this.sources = sources;
    this.assessor = assessor;
  }

  /**
   * The answer.
   *
   * @param distanceEstimated whether a walk was taken for a straight line
   * @param norm null where the row has none: then everyone in reach is served
   */
  record Answer(
      String city,
      int dataVersion,
      String standard,
      String kind,
      double radiusMetres,
      String mode,
      boolean distanceEstimated,
      String measured,
      RuleView.@Nullable NormView norm,
      LocalizedText unit,
      String group,
      @com.fasterxml.jackson.annotation.JsonUnwrapped People people,
      @com.fasterxml.jackson.annotation.JsonUnwrapped Room room,
      Bands bands,
      Totals totals) {}

  /**
   * People of the group by community index.
   *
   * @param basis a letter each: c counted, b buildings, g grid, u unknown
   * @param estimated a 1 for each community whose number is an estimate, else 0
   */
  record People(
      @Nullable Double[] people,
      @Nullable Double[] served,
      @Nullable Double[] withoutCapacity,
      @Nullable Double[] outOfReach,
      String basis,
      String estimated) {}

  /** Supply and need by community index. */
  record Room(
      @Nullable Double[] need,
      @Nullable Double[] quantityGap,
      @Nullable Double[] access,
      @Nullable Double[] accessByDistance,
      String needEstimated,
      String capacityUnknown,
      String sharedWithUncounted) {}

  /** The weights of {@code accessByDistance}. */
  record Bands(double[] upToShareOfRadius, double[] weights) {
    static Bands of(FloatingCatchment.Bands bands) {
      double[] upTo = new double[bands.count()];
      double[] weights = new double[bands.count()];
      for (int band = 0; band < upTo.length; band++) {
        upTo[band] = Math.round(bands.upTo(band) * 1e4) / 1e4;
        weights[band] = bands.weight(band);
      }
      return new Bands(upTo, weights);
    }
  }

  /**
   * Sums over the communities whose number is known, and how many are not.
   *
   * @param undecided people of whom nobody knows which of the three they are; with them the three
   *     add up to {@link #people}
   */
  record Totals(
      @Nullable Double people,
      @Nullable Double served,
      @Nullable Double withoutCapacity,
      @Nullable Double outOfReach,
      @Nullable Double undecided,
      @Nullable Double need,
      @Nullable Double quantityGap,
      @Nullable Double supply,
      int peopleUnknown,
      int peopleEstimated,
      int servedUnknown,
      int capacityUnknown,
      int facilitiesOfUnknownCapacity) {}

  void capacity(Context context) {
    CoverageQuery query = CoverageQuery.from(context, sources);
    if (query.unchanged(context)) {
      return;
    }
    KindCoverage coverage = query.coverage(assessor);
    Capacity capacity = coverage.capacity();
    int n = query.city().size();
    Demand demand = capacity.demand();
    context.json(
        new Answer(
            query.city().key(),
            query.city().dataVersion(),
            query.standard().id(),
            coverage.rule().kind(),
            coverage.radiusMetres(),
            Codes.of(coverage.rule().mode()),
            coverage.estimated(),
            Codes.of(coverage.measured()),
            capacity.norm().map(RuleView.NormView::of).orElse(null),
            capacity.unit(),
            Codes.of(capacity.group()),
            new People(
                people(n, demand::people),
                people(n, capacity::served),
                people(n, capacity::withoutCapacity),
                people(n, capacity::outOfReach),
                letters(n, demand),
                flags(n, demand::estimated)),
            new Room(
                amounts(n, capacity::need),
                amounts(n, capacity::quantityGap),
                amounts(n, i -> 1000 * capacity.access(i)),
                amounts(n, i -> 1000 * capacity.accessByDistance(i)),
                flags(n, i -> !capacity.needGuesses(i).isEmpty()),
                flags(n, capacity::capacityUnknown),
                flags(n, capacity::sharedWithUncounted)),
            Bands.of(FloatingCatchment.LUO_QI_SLOW),
            totals(capacity, n)));
  }

  private static Totals totals(Capacity capacity, int n) {
    Demand demand = capacity.demand();
    return new Totals(
        Figures.people(sum(n, demand::people)),
        Figures.people(sum(n, capacity::served)),
        Figures.people(sum(n, capacity::withoutCapacity)),
        Figures.people(sum(n, capacity::outOfReach)),
        Figures.people(sum(n, i -> undecided(capacity, i))),
        Figures.amount(sum(n, capacity::need)),
        Figures.amount(sum(n, capacity::quantityGap)),
        Figures.amount(capacity.supply()),
        count(n, i -> Double.isNaN(demand.people(i))),
        count(n, demand::estimated),
        count(n, i -> Double.isNaN(capacity.served(i))),
        count(n, capacity::capacityUnknown),
        capacity.facilitiesOfUnknownCapacity());
  }

  private static double undecided(Capacity capacity, int i) {
    double people = capacity.demand().people(i);
    if (!Double.isNaN(capacity.served(i))) {
      return people * 0;
    }
    return Double.isNaN(capacity.outOfReach(i)) ? people : people - capacity.outOfReach(i);
  }

  private static double sum(int n, IntToDoubleFunction value) {
    double sum = Double.NaN;
    for (int i = 0; i < n; i++) {
      sum = PeopleTotals.plus(sum, value.applyAsDouble(i));
    }
    return sum;
  }

  private static int count(int n, IntPredicate which) {
    int count = 0;
    for (int i = 0; i < n; i++) {
      count += which.test(i) ? 1 : 0;
    }
    return count;
  }

  private static @Nullable Double[] people(int n, IntToDoubleFunction value) {
    @Nullable Double[] column = new @Nullable Double[n];
    for (int i = 0; i < n; i++) {
      column[i] = Figures.people(value.applyAsDouble(i));
    }
    return column;
  }

  private static @Nullable Double[] amounts(int n, IntToDoubleFunction value) {
    @Nullable Double[] column = new @Nullable Double[n];
    for (int i = 0; i < n; i++) {
      column[i] = Figures.amount(value.applyAsDouble(i));
    }
    return column;
  }

  private static String letters(int n, Demand demand) {
    StringBuilder letters = new StringBuilder(n);
    for (int i = 0; i < n; i++) {
      letters.append(Codes.of(demand.basis(i)).charAt(0));
    }
    return letters.toString();
  }

  private static String flags(int n, IntPredicate flag) {
    StringBuilder flags = new StringBuilder(n);
    for (int i = 0; i < n; i++) {
      flags.append(flag.test(i) ? '1' : '0');
    }
    return flags.toString();
  }
}
