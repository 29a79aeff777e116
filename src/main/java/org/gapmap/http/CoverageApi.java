package org.gapmap.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gapmap.assess.Addition;
import org.gapmap.assess.City;
import org.gapmap.assess.Gap;
import org.gapmap.assess.KindCoverage;
import org.gapmap.assess.Nearest;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.UserError;
import org.gapmap.store.Codes;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Coverage of a whole city: counts, arrays by community index, rankings, one facility tried. */
final class CoverageApi {
  private static final int DEFAULT_LIMIT = 50;
  private static final int LARGEST_LIMIT = 10_000;

  private final QuerySources sources;
  private final Doubts doubts;
  private final Assessors assessors;

  CoverageApi(QuerySources sources, Doubts doubts, Assessors assessors) {
    this.sources = sources;
    this.doubts = doubts;
    this.assessors = assessors;
  }

  record Summary(
      String city, int dataVersion, String standard, String by, List<KindSummary> kinds) {}

  record KindSummary(
      String kind,
      double radiusMetres,
      @JsonUnwrapped MeasuredView measured,
      int met,
      int partial,
      int gap,
      int unknown,
      @Nullable Double residentsOutOfReach,
      int communitiesWithoutResidents,
      String group,
      @Nullable Double people,
      @Nullable Double peopleOutOfReach,
      int peopleUnknown,
      int peopleEstimated,
      int facilitiesServing,
      int facilitiesListed,
      Doubts.Flags flags,
      boolean hasLayer) {}

  record Coverage(
      String city,
      int dataVersion,
      String standard,
      String kind,
      double radiusMetres,
      @JsonUnwrapped MeasuredView measured,
      String by,
      @Nullable Double[] share,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double @Nullable [] shareOfPeople,
      String status,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String @Nullable [] walkReasons) {}

  record AllKinds(
      String city,
      int dataVersion,
      String standard,
      String kind,
      @JsonUnwrapped MeasuredView measured,
      int judged,
      @JsonProperty("short") int[] shortOf,
      int[] unknown) {}

  record Gaps(String city, int dataVersion, String kind, String rankedBy, List<GapView> gaps) {}

  record GapView(
      long id,
      int index,
      String name,
      String kind,
      @JsonUnwrapped MeasuredView measured,
      @Nullable Double share,
      String status,
      OptionalInt residents,
      @Nullable Double residentsOutOfReach,
      @Nullable Double shareOfPeople,
      @Nullable Double peopleOutOfReach,
      @Nullable Double areaOutOfReachSqm,
      @Nullable String nearestFacility,
      @Nullable Double nearestMetres) {}

  record Trial(
      double lon,
      double lat,
      double radiusMetres,
      @JsonUnwrapped MeasuredView measured,
      @Nullable Double residentsGained,
      String group,
      @Nullable Double gained,
      @Nullable Double areaGainedSqm,
      List<Lifted> lifted,
      List<Changed> changed,
      int dataVersion) {}

  record Lifted(long id, int index, String name, String before, String after) {}

  record Changed(int index, @Nullable Double shareBefore, @Nullable Double shareAfter) {}

  void summary(Context context) {
    CoverageQuery query = CoverageQuery.from(context, sources);
    IntPredicate among = among(context, query.city());
    context.json(
        new Summary(
            query.city().key(),
            query.city().dataVersion(),
            query.standard().id(),
            Codes.of(query.by()),
            query.coverages(assessors.of(query)).stream()
                .map(coverage -> summaryOf(coverage, among))
                .toList()));
  }

  void coverage(Context context) {
    CoverageQuery query = CoverageQuery.from(context, sources);
    if (query.unchanged(context)) {
      return;
    }
    if (Columns.wanted(context)) {
      Columns.write(context, query.coverage(assessors.of(query)));
    } else {
      context.json(query.kind().isEmpty() ? allKinds(query) : oneKind(query));
    }
  }

  void gaps(Context context) {
    CoverageQuery query = CoverageQuery.from(context, sources);
    int limit =
        Parameters.find(context, "limit")
            .map(text -> Parameters.whole("limit", text))
            .orElse(DEFAULT_LIMIT);
    if (limit < 1 || limit > LARGEST_LIMIT) {
      throw new UserError("limit " + limit + " is not in [1, 10000]", "limit", "give another one");
    }
    List<KindCoverage> asked =
        query.kind().isEmpty()
            ? query.coverages(assessors.of(query))
            : List.of(query.coverage(assessors.of(query)));
    Gap.Ranking ranking = Gap.rank(asked, among(context, query.city()), limit);
    context.json(
        new Gaps(
            query.city().key(),
            query.city().dataVersion(),
            query.kind().map(rule -> rule.kind()).orElse("all"),
            Codes.of(ranking.rankedBy()),
            ranking.gaps().stream().map(CoverageApi::viewOf).toList()));
  }

  private static IntPredicate among(Context context, City city) {
    return Parameters.find(context, "area")
        .map(
            key ->
                city.areas()
                    .members(key)
                    .orElseThrow(
                        () ->
                            new UserError(
                                "the city has no area '" + key + "'",
                                "area",
                                "choose a key of the areas of /api/index")))
        .orElse(i -> true);
  }

  void tryOne(Context context) {
    CoverageQuery query = CoverageQuery.from(context, sources);
    double lon = Parameters.getNumber(context, "lon");
    double lat = Parameters.getNumber(context, "lat");
    if (Math.abs(lon) > 180 || Math.abs(lat) > 90) {
      throw new UserError(lon + ", " + lat + " is no place on earth", "lon, lat", "give degrees");
    }
    KindCoverage coverage = query.coverage(assessors.of(query));
    City city = query.city();
    Addition addition = Addition.at(coverage, new Coordinate(lon, lat));
    context.json(
        new Trial(
            lon,
            lat,
            coverage.radiusMetres(),
            MeasuredView.of(coverage),
            Figures.people(addition.residentsGained()),
            Codes.of(coverage.group()),
            Figures.people(addition.groupGained()),
            Figures.metres(addition.areaGainedSqm()),
            addition.changes().stream()
                .filter(Addition.Change::lifted)
                .map(
                    c ->
                        new Lifted(
                            city.community(c.index()).id(),
                            c.index(),
                            city.community(c.index()).name(),
                            Codes.of(c.was()),
                            Codes.of(c.becomes())))
                .toList(),
            addition.changes().stream()
                .map(
                    c ->
                        new Changed(c.index(), Figures.share(c.before()), Figures.share(c.after())))
                .toList(),
            city.dataVersion()));
  }

  private KindSummary summaryOf(KindCoverage coverage, IntPredicate among) {
    PeopleTotals people = PeopleTotals.of(coverage, among);
    return new KindSummary(
        coverage.rule().kind(),
        coverage.radiusMetres(),
        MeasuredView.of(coverage),
        coverage.count(CoverageStatus.MET, among),
        coverage.count(CoverageStatus.PARTIAL, among),
        coverage.count(CoverageStatus.GAP, among),
        coverage.count(CoverageStatus.UNKNOWN, among),
        Figures.people(people.residentsOutOfReach()),
        people.residentsUnknown(),
        Codes.of(coverage.group()),
        Figures.people(people.people()),
        Figures.people(people.outOfReach()),
        people.unknown(),
        people.estimated(),
        coverage.service().size(),
        coverage.service().listed().size(),
        doubts.of(coverage.service()),
        coverage.service().completion().hasLayer());
  }

  private Coverage oneKind(CoverageQuery query) {
    KindCoverage coverage = query.coverage(assessors.of(query));
    int n = query.city().size();
    StringBuilder statuses = new StringBuilder(n);
    @Nullable Double[] shares = new @Nullable Double[n];
    boolean byPeople = query.by() == KindCoverage.JudgedBy.PEOPLE;
    @Nullable Double[] ofPeople = new @Nullable Double[byPeople ? n : 0];
    for (int i = 0; i < n; i++) {
      if (byPeople) {
        ofPeople[i] = Figures.share(coverage.shareOfPeople(i));
      }
      shares[i] = Figures.share(coverage.share(i));
      statuses.append(coverage.status(i).letter());
    }
    return new Coverage(
        query.city().key(),
        query.city().dataVersion(),
        query.standard().id(),
        coverage.rule().kind(),
        coverage.radiusMetres(),
        MeasuredView.of(coverage),
        Codes.of(query.by()),
        shares,
        byPeople ? ofPeople : null,
        statuses.toString(),
        walkReasons(coverage));
  }

  /** Null where every community can be judged on foot, or none was. */
  private static @Nullable String @Nullable [] walkReasons(KindCoverage coverage) {
    @Nullable String[] reasons = new @Nullable String[coverage.city().size()];
    boolean any = false;
    for (int i = 0; i < reasons.length; i++) {
      if (Double.isNaN(coverage.share(i))) {
        reasons[i] = coverage.walkReason(i).map(Codes::of).orElse(null);
        any |= reasons[i] != null;
      }
    }
    return any ? reasons : null;
  }

  private AllKinds allKinds(CoverageQuery query) {
    List<KindCoverage> coverages = query.coverages(assessors.of(query));
    return new AllKinds(
        query.city().key(),
        query.city().dataVersion(),
        query.standard().id(),
        "all",
        MeasuredView.of(query, coverages),
        coverages.size(),
        counts(query.city(), coverages, CoverageStatus.GAP),
        counts(query.city(), coverages, CoverageStatus.UNKNOWN));
  }

  private static int[] counts(City city, List<KindCoverage> coverages, CoverageStatus status) {
    return IntStream.range(0, city.size())
        .map(i -> (int) coverages.stream().filter(c -> c.status(i) == status).count())
        .toArray();
  }

  private static GapView viewOf(Gap gap) {
    KindCoverage coverage = gap.coverage();
    City city = coverage.city();
    int i = gap.index();
    Nearest nearest = Nearest.find(coverage, i).orElse(null);
    return new GapView(
        city.community(i).id(),
        i,
        city.community(i).name(),
        coverage.rule().kind(),
        MeasuredView.of(coverage),
        Figures.share(coverage.share(i)),
        Codes.of(coverage.status(i)),
        city.residents(i),
        Figures.people(gap.residentsOutOfReach()),
        Figures.share(coverage.shareOfPeople(i)),
        Figures.people(coverage.peopleOutOfReach(i)),
        Figures.metres(gap.areaOutOfReachSqm()),
        nearest == null ? null : nearest.facility().name(),
        nearest == null ? null : Figures.metres(nearest.metres()));
  }
}
