package org.gapmap.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gapmap.assess.Capacity;
import org.gapmap.assess.City;
import org.gapmap.assess.FacilityReach;
import org.gapmap.assess.FacilityReach.Others;
import org.gapmap.assess.FacilityReach.Served;
import org.gapmap.assess.KindCoverage;
import org.gapmap.domain.Facility;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.ServiceRule;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.Codes;
import org.gapmap.store.LayerVersion;
import org.jspecify.annotations.Nullable;

/** One facility's sheet: whom it serves, and its load against its capacity. */
final class FacilityApi {
  private final QuerySources sources;
  private final KindCatalogue kinds;
  private final Assessors assessors;

  FacilityApi(QuerySources sources, KindCatalogue kinds, Assessors assessors) {
    this.sources = sources;
    this.kinds = kinds;
    this.assessors = assessors;
  }

  /**
   * @param by null where no row of the standard judges such facilities by distance
   */
  record Sheet(
      String city,
      int dataVersion,
      String standard,
      @JsonProperty("facility") FacilityView itself,
      WhyApi.FileRow source,
      @JsonUnwrapped ByRow by) {}

  /**
   * What the row says; null throughout where there is none.
   *
   * @param kind the row's
   * @param communities in reach, the nearest first
   */
  record ByRow(
      @Nullable String kind,
      @Nullable RuleView rule,
      @Nullable String group,
      @Nullable List<ServedView> communities,
      @Nullable Load load,
      @Nullable Alone withoutOther) {
    static final ByRow NONE = new ByRow(null, null, null, null, null, null);

    static ByRow of(FacilityReach reach) {
      KindCoverage coverage = reach.coverage();
      return new ByRow(
          coverage.rule().kind(),
          RuleView.of(coverage),
          Codes.of(coverage.group()),
          reach.served().stream().map(one -> ServedView.of(coverage.city(), one)).toList(),
          Load.of(reach),
          Alone.of(reach));
    }
  }

  /**
   * @param only whether no other facility of the row reaches it; null where the lists are not
   *     complete there
   */
  record ServedView(
      long id,
      int index,
      String name,
      @Nullable Double share,
      @Nullable Double metres,
      @Nullable Double people,
      @JsonUnwrapped Assigned assigned,
      @Nullable Boolean only) {
    static ServedView of(City city, Served one) {
      return new ServedView(
          city.community(one.index()).id(),
          one.index(),
          city.community(one.index()).name(),
          Figures.share(one.share()),
          Figures.metres(one.metres()),
          Figures.people(one.people()),
          new Assigned(
              Figures.amount(one.need()),
              Figures.amount(one.assigned()),
              Figures.people(one.assignedPeople())),
          one.others() == Others.UNKNOWN ? null : one.others() == Others.NONE);
    }
  }

  /** In the norm's unit, and the people who find that room. */
  record Assigned(
      @Nullable Double need, @Nullable Double assigned, @Nullable Double assignedPeople) {}

  /**
   * Sums over the communities in reach where known.
   *
   * @param need what the norm asks for the people in reach
   */
  record Load(
      @Nullable Double capacity,
      LocalizedText unit,
      @Nullable Double need,
      @Nullable Double assigned,
      @Nullable Double assignedPeople,
      @Nullable Double peopleInReach,
      int peopleUnknown,
      RuleView.@Nullable NormView norm) {
    static Load of(FacilityReach reach) {
      Capacity capacity = reach.coverage().capacity();
      boolean judged = capacity.norm().isPresent() && !Double.isNaN(reach.reachMetres());
      return new Load(
          Figures.amount(reach.supply()),
          capacity.unit(),
          judged ? Figures.amount(reach.sum(Served::need)) : null,
          judged ? Figures.amount(reach.sum(Served::assigned)) : null,
          judged ? Figures.people(reach.sum(Served::assignedPeople)) : null,
          Figures.people(reach.sum(Served::people)),
          reach.peopleUnknown(),
          capacity.norm().map(RuleView.NormView::of).orElse(null));
    }
  }

  /** Communities that no other facility reaches, and their people within this one's reach. */
  record Alone(int communities, @Nullable Double people, int unknown) {
    static Alone of(FacilityReach reach) {
      return new Alone(
          reach.where(Others.NONE).served().size(),
          Figures.people(reach.where(Others.NONE).sum(Served::people)),
          reach.where(Others.UNKNOWN).served().size());
    }
  }

  void sheet(Context context) {
    String id = context.pathParam("id");
    CoverageQuery query = CoverageQuery.from(context, sources);
    City city = query.city();
    Facility facility =
        city.facilities().stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(
                () -> new NotFoundResponse("city '" + city.key() + "' has no facility " + id));
    Map<Integer, LayerVersion> layers =
        city.layers().stream().collect(Collectors.toMap(LayerVersion::id, Function.identity()));
    Optional<KindCoverage> coverage =
        row(query, facility.kind()).map(rule -> query.coverage(assessors.of(query), rule));
    context.json(
        new Sheet(
            city.key(),
            city.dataVersion(),
            query.standard().id(),
            view(facility, coverage),
            ConsideredView.rowOf(facility.provenance(), layers),
            coverage.map(known -> ByRow.of(FacilityReach.of(known, facility))).orElse(ByRow.NONE)));
  }

  private FacilityView view(Facility facility, Optional<KindCoverage> coverage) {
    return coverage
        .map(known -> FacilityView.of(facility, kinds.get(facility.kind()), known))
        .orElseGet(() -> FacilityView.of(facility, kinds.get(facility.kind())));
  }

  /**
   * The asked row where the kind satisfies it, else the kind's own, else the first it satisfies.
   */
  private static Optional<ServiceRule> row(CoverageQuery query, String kind) {
    List<ServiceRule> fitting =
        query.standard().rules().stream()
            .filter(rule -> rule.radiusMetres().isPresent())
            .filter(rule -> rule.satisfiedBy().contains(kind))
            .toList();
    return query
        .kind()
        .filter(fitting::contains)
        .or(() -> fitting.stream().filter(rule -> rule.kind().equals(kind)).findFirst())
        .or(() -> fitting.stream().findFirst());
  }
}
