package org.gapmap.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.gapmap.assess.Barrier;
import org.gapmap.assess.PaperOnly;
import org.gapmap.assess.Walk;
import org.gapmap.domain.Facility;
import org.gapmap.domain.ServiceRule;
import org.gapmap.export.PaperOnlyCsv;
import org.gapmap.store.Codes;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** What passes on paper and fails on foot. */
final class PaperOnlyApi {
  /** Lines along streets are long: the list carries those of the first ones only. */
  private static final int WITH_PATHS = 500;

  private final QuerySources sources;
  private final Assessors assessors;
  private final ObjectMapper json = Json.mapper();

  PaperOnlyApi(QuerySources sources, Assessors assessors) {
    this.sources = sources;
    this.assessors = assessors;
  }

  /**
   * @param streets whether any are known; without, nothing was compared
   * @param communities how many are in the list, each once whatever the number of its kinds
   */
  record Answer(
      String city,
      int dataVersion,
      String standard,
      String kind,
      boolean streets,
      long communities,
      List<Row> disagreements) {}

  /**
   * @param people of the kind's group who are in reach on paper only; null where unknown
   * @param walkMetres to the facility that is nearest on paper; null where no way leads there
   * @param path longitude and latitude along streets; empty beyond the first 500 rows
   * @param line the two ends of the straight line
   */
  record Row(
      String id,
      int index,
      String name,
      String kind,
      @Nullable Double people,
      @Nullable Double straightMetres,
      @Nullable Double walkMetres,
      @Nullable Double detour,
      @Nullable Double minutes,
      BarrierView barrier,
      FacilityPoint facility,
      double[][] path,
      double[][] line) {}

  record BarrierView(String type, String name) {
    static BarrierView of(Barrier barrier) {
      return new BarrierView(Codes.of(barrier.type()), barrier.name());
    }
  }

  record FacilityPoint(String id, String name, double lon, double lat) {}

  void list(Context context) {
    CoverageQuery query = CoverageQuery.from(context, sources);
    if (query.unchanged(context)) {
      return;
    }
    List<PaperOnly> found = find(query);
    Answer answer =
        new Answer(
            query.city().key(),
            query.city().dataVersion(),
            query.standard().id(),
            query.kind().map(ServiceRule::kind).orElse("all"),
            query.city().walks().isPresent(),
            found.stream().mapToInt(PaperOnly::index).distinct().count(),
            java.util.stream.IntStream.range(0, found.size())
                .mapToObj(k -> row(query, found.get(k), k < WITH_PATHS))
                .toList());
    PackedAnswers.send(context, PackedAnswers.pack(out -> json.writeValue(out, answer)));
  }

  /** The same as comma-separated values. */
  void csv(Context context) throws IOException {
    CoverageQuery query = CoverageQuery.from(context, sources);
    context
        .contentType("text/csv; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"gapmap-on-foot.csv\"");
    try (Writer out = new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8)) {
      PaperOnlyCsv.write(query.city(), find(query), out);
    }
  }

  private List<PaperOnly> find(CoverageQuery query) {
    return PaperOnly.of(
        query.city(),
        query.standard(),
        query.kind().map(ServiceRule::kind),
        query.kind().isPresent() ? query.radius() : Optional.empty(),
        query.by(),
        assessors.of(query));
  }

  private static Row row(CoverageQuery query, PaperOnly one, boolean withPath) {
    Optional<Walk> walk = one.walk();
    Facility facility = one.facility();
    Coordinate to = one.line().to();
    return new Row(
        Long.toString(query.city().community(one.index()).id()),
        one.index(),
        query.city().community(one.index()).name(),
        one.kind(),
        Figures.people(one.people()),
        Figures.metres(one.line().metres()),
        Figures.metres(walk.map(Walk::metres).orElse(Double.NaN)),
        Figures.amount(walk.map(Walk::detour).orElse(Double.NaN)),
        Figures.metres(one.minutes()),
        BarrierView.of(one.line().barrier()),
        new FacilityPoint(
            facility.id(), facility.name(), Figures.degrees(to.x), Figures.degrees(to.y)),
        withPath
            ? walk.map(known -> WalkView.path(known)).orElse(new double[0][])
            : new double[0][],
        new double[][] {place(one.line().from()), place(to)});
  }

  private static double[] place(Coordinate at) {
    return new double[] {Figures.degrees(at.x), Figures.degrees(at.y)};
  }
}
