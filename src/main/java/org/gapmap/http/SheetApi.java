package org.gapmap.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.OptionalInt;
import org.gapmap.assess.AreaDirectory;
import org.gapmap.assess.Assessor;
import org.gapmap.assess.City;
import org.gapmap.assess.Completion;
import org.gapmap.assess.DistrictShares;
import org.gapmap.assess.KindCoverage;
import org.gapmap.assess.Nearest;
import org.gapmap.assess.ServiceIndex;
import org.gapmap.domain.Community;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.Provenance;
import org.gapmap.domain.ServiceRule;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.Codes;
import org.jspecify.annotations.Nullable;

/** One community's sheet: every kind, with what it was judged by and where each number is from. */
final class SheetApi {
  private final QuerySources sources;
  private final KindCatalogue kinds;
  private final Doubts doubts;
  private final Assessor assessor;

  SheetApi(QuerySources sources, KindCatalogue kinds, Doubts doubts, Assessor assessor) {
    this.sources = sources;
    this.kinds = kinds;
    this.doubts = doubts;
    this.assessor = assessor;
  }

  record Sheet(
      long id,
      int index,
      String name,
      int dataVersion,
      double[] centre,
      long areaSqm,
      OptionalInt households,
      OptionalInt residents,
      OptionalInt elderly,
      OptionalInt children,
      OptionalInt buildYear,
      @Nullable String renovation,
      AreaView area,
      Origin source,
      List<KindSheet> kinds,
      List<NotJudged> notJudged) {}

  /** Names; null where it lies in none. */
  record AreaView(@Nullable String district, @Nullable String subdistrict) {
    static AreaView of(City city, int index) {
      return new AreaView(
          name(city, city.areas().district(index)), name(city, city.areas().subdistrict(index)));
    }

    private static @Nullable String name(City city, int area) {
      return area == AreaDirectory.NONE ? null : city.areas().list().get(area).name();
    }
  }

  record Origin(String source, String file, int row) {}

  record KindSheet(
      String kind,
      double radiusMetres,
      @JsonUnwrapped MeasuredView measured,
      @Nullable String walkReason,
      @Nullable Double share,
      String status,
      @Nullable Double residentsOutOfReach,
      PeopleView people,
      @Nullable NearestView nearest,
      int within,
      String unknownBecause,
      LocalizedText clause,
      LocalizedText standardSource,
      @Nullable Integer year,
      String verification,
      boolean localChoice,
      StandardApi.Note note,
      Doubts.Flags flags,
      @JsonUnwrapped DistrictView district) {}

  /** Of the share that the verdict is made of; null where the community lies in no district. */
  record DistrictView(
      @Nullable Double districtMedianShare, int districtCommunities, int districtUnknown) {
    static DistrictView of(DistrictShares shares) {
      return new DistrictView(Figures.share(shares.median()), shares.judged(), shares.unknown());
    }
  }

  record NearestView(
      String id,
      String name,
      double metres,
      double lon,
      double lat,
      double[] from,
      String source,
      int row,
      boolean suspect,
      @JsonUnwrapped WalkView walk) {}

  record NotJudged(String kind, LocalizedText clause) {}

  void sheet(Context context) {
    long id = Parameters.longWhole("id", context.pathParam("id"));
    CoverageQuery query = CoverageQuery.from(context, sources);
    City city = query.city();
    int index =
        city.findIndex(id)
            .orElseThrow(
                () -> new NotFoundResponse("city '" + city.key() + "' has no community " + id));
    Community community = city.community(index);
    Provenance from = community.provenance();
    int[] neighbours = DistrictShares.neighbours(city, index);
    context.json(
        new Sheet(
            id,
            index,
            community.name(),
            city.dataVersion(),
            new double[] {
              Figures.degrees(city.plane(index).lon()), Figures.degrees(city.plane(index).lat())
            },
            Math.round(city.polygon(index).areaSqm()),
            community.population().households(),
            community.population().residents(),
            community.population().elderly(),
            community.population().infants(),
            community.buildYear(),
            community.renovation().map(Codes::of).orElse(null),
            AreaView.of(city, index),
            new Origin(from.source(), from.file(), from.row()),
            query.standard().rules().stream()
                .filter(rule -> rule.radiusMetres().isPresent())
                .map(rule -> kindSheet(query.coverage(assessor, rule), index, neighbours))
                .toList(),
            query.standard().rules().stream()
                .filter(rule -> rule.radiusMetres().isEmpty())
                .map(rule -> new NotJudged(rule.kind(), rule.citation().clause()))
                .toList()));
  }

  private KindSheet kindSheet(KindCoverage coverage, int index, int[] neighbours) {
    ServiceRule rule = coverage.rule();
    ServiceIndex service = coverage.service();
    Completion.Reason reason = service.completion().reason(index);
    int[] within = Nearest.within(coverage, index);
    StandardApi.Source source = StandardApi.Source.of(coverage.citation());
    return new KindSheet(
        rule.kind(),
        coverage.radiusMetres(),
        MeasuredView.of(coverage),
        coverage.walkReason(index).map(Codes::of).orElse(null),
        Figures.share(coverage.share(index)),
        Codes.of(coverage.status(index)),
        Figures.people(coverage.residentsOutOfReach(index)),
        PeopleView.of(coverage, index),
        nearest(coverage, index),
        within.length,
        reason == Completion.Reason.KNOWN ? "" : Codes.of(reason),
        source.clause(),
        source.source(),
        source.year(),
        source.verification(),
        source.localChoice(),
        source.note(),
        doubts.of(service, within),
        DistrictView.of(DistrictShares.of(coverage, neighbours)));
  }

  private @Nullable NearestView nearest(KindCoverage coverage, int index) {
    Nearest nearest = Nearest.find(coverage, index).orElse(null);
    if (nearest == null) {
      return null;
    }
    FacilityView facility =
        FacilityView.of(nearest.facility(), kinds.get(nearest.facility().kind()));
    return new NearestView(
        facility.id(),
        facility.name(),
        Math.round(nearest.metres() * 10) / 10.0,
        Figures.degrees(nearest.to().x),
        Figures.degrees(nearest.to().y),
        new double[] {Figures.degrees(nearest.from().x), Figures.degrees(nearest.from().y)},
        facility.source(),
        facility.row(),
        facility.suspect(),
        WalkView.of(coverage, nearest.walk()));
  }
}
