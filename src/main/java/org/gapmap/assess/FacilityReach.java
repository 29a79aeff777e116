package org.gapmap.assess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.gapmap.domain.CapacityNorm;
import org.gapmap.domain.CapacityNorm.Measure;
import org.gapmap.domain.Facility;
import org.locationtech.jts.geom.Envelope;

/**
 * Whom one facility serves by a row of a standard, and how much of what it offers that takes.
 *
 * @param verdict whether it counts, as far as that doesn't depend on who asks
 * @param reachMetres how far it reaches, in the way that the coverage measures; NaN where it does
 *     not count
 * @param supply what it offers in the measure of the row's norm, its capacity without one; NaN
 *     where unknown
 * @param served the communities that it reaches, the nearest first; none where it does not count
 */
public record FacilityReach(
    KindCoverage coverage,
    Facility facility,
    Verdict verdict,
    double reachMetres,
    double supply,
    List<Served> served) {
  public FacilityReach {
    served = List.copyOf(served);
  }

  /** Whether other facilities of the row reach a community too. */
  public enum Others {
    SOME,
    NONE,
    /** The lists are not complete there. */
    UNKNOWN
  }

  /**
   * A community in reach.
   *
   * @param share of its area within reach of this facility, in [0, 1]
   * @param metres from its nearest point; 0 inside
   * @param people of the kind's group within reach of this facility; NaN where unknown
   * @param need what the norm asks for these people, in its unit; NaN where unknown
   * @param assigned how much of the facility they take, in the norm's unit; NaN where that or the
   *     facility's supply is unknown, or without a norm
   * @param assignedPeople the people of the group who find that room; NaN likewise
   */
  public record Served(
      int index,
      double share,
      double metres,
      double people,
      double need,
      double assigned,
      double assignedPeople,
      Others others) {}

  /**
   * @param facility one that the coverage's city lists for the row
   * @throws IllegalArgumentException where it is none of them
   */
  public static FacilityReach of(KindCoverage coverage, Facility facility) {
    ServiceIndex service = coverage.service();
    int j = service.numberOf(facility);
    Verdict verdict = service.verdict(facility);
    Measure measure =
        coverage
            .rule()
            .requirement()
            .capacity()
            .map(CapacityNorm::measure)
            .orElse(Measure.CAPACITY);
    double supply = coverage.city().supplyOf(facility, measure);
    if (verdict != Verdict.COUNTED) {
      return new FacilityReach(coverage, facility, verdict, Double.NaN, supply, List.of());
    }
    double reach = coverage.reachMetres(j);
    Map<Integer, Double> assigned = coverage.capacity().assignedTo(j);
    List<Served> served = new ArrayList<>();
    Envelope place = facility.place().getEnvelopeInternal();
    try (Distances.FromFacility from = coverage.distances().from(j, coverage.limitMetres())) {
      service.communities.near(
          place,
          reach,
          i -> {
            if (service.serves(j, i) && from.metresTo(i) <= reach) {
              double taken = Double.isNaN(supply) ? Double.NaN : assigned.getOrDefault(i, 0.0);
              served.add(served(coverage, from, i, taken));
            }
          });
    }
    served.sort(Comparator.comparingDouble(Served::metres).thenComparingInt(Served::index));
    return new FacilityReach(coverage, facility, verdict, reach, supply, served);
  }

  private static Served served(
      KindCoverage coverage, Distances.FromFacility from, int i, double taken) {
    ServiceIndex service = coverage.service();
    Capacity capacity = coverage.capacity();
    double share = coverage.shareInReachOf(from, i);
    double need = capacity.need(i);
    double assigned = Double.isNaN(need) || Double.isNaN(coverage.share(i)) ? Double.NaN : taken;
    int[] reaching = Nearest.within(coverage, i);
    Others others = reaching.length > 1 ? Others.SOME : Others.NONE;
    if (service.completion().reason(i) != Completion.Reason.KNOWN && others == Others.NONE) {
      others = Others.UNKNOWN;
    }
    double people = coverage.demand().people(i);
    return new Served(
        i,
        from.shareOfArea(i),
        from.metresTo(i),
        people * share,
        need * share,
        assigned,
        need > 0 ? people * assigned / need : people * assigned,
        others);
  }

  /** The same with those communities only. */
  public FacilityReach where(Others others) {
    return new FacilityReach(
        coverage,
        facility,
        verdict,
        reachMetres,
        supply,
        served.stream().filter(one -> one.others() == others).toList());
  }

  /** Over the communities where it is known; NaN where it is known of none of several. */
  public double sum(ToDoubleFunction<Served> figure) {
    double sum = served.isEmpty() ? 0 : Double.NaN;
    for (Served one : served) {
      double more = figure.applyAsDouble(one);
      if (!Double.isNaN(more)) {
        sum = (Double.isNaN(sum) ? 0 : sum) + more;
      }
    }
    return sum;
  }

  /** The communities in reach of whose people nobody knows the number. */
  public int peopleUnknown() {
    return (int) served.stream().filter(one -> Double.isNaN(one.people())).count();
  }
}
