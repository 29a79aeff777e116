package org.gapmap.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.gapmap.assess.KindCoverage;
import org.gapmap.assess.OutOfReach;
import org.gapmap.store.Codes;
import org.jspecify.annotations.Nullable;

/** What a table of communities is sorted by, as columns. */
final class RankingApi {
  private static final int KEPT_ANSWERS = 16;

  private final QuerySources sources;
  private final Assessors assessors;
  private final ObjectMapper json = Json.mapper();

  /** Packed, by their tags; sorting a table asks the same again and again. */
  private final Map<String, byte[]> answers =
      Collections.synchronizedMap(
          new LinkedHashMap<>(2 * KEPT_ANSWERS, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
              return size() > KEPT_ANSWERS;
            }
          });

  RankingApi(QuerySources sources, Assessors assessors) {
    this.sources = sources;
    this.assessors = assessors;
  }

  /**
   * @param radiusMetres null for all kinds
   * @param judged the number of kinds that the columns are about
   */
  record Ranking(
      String city,
      int dataVersion,
      String standard,
      String kind,
      @Nullable Double radiusMetres,
      @JsonUnwrapped MeasuredView measured,
      @JsonUnwrapped Judged judged,
      @JsonUnwrapped Columns columns) {}

  /**
   * @param group whom the kind is for; null for all kinds
   */
  record Judged(String by, int judged, @Nullable String group) {}

  record Columns(
      @Nullable Double[] residentsOutOfReach,
      @Nullable Double[] peopleOutOfReach,
      @Nullable Double[] elderlyOutOfReach,
      @Nullable Double[] childrenOutOfReach,
      @JsonProperty("short") int[] shortOf,
      int[] unknown) {
    static Columns of(OutOfReach found) {
      int n = found.size();
      return new Columns(
          people(n, found::residents),
          people(n, found::people),
          people(n, found::elderly),
          people(n, found::children),
          counts(n, found::shortOf),
          counts(n, found::unknown));
    }

    private static @Nullable Double[] people(int n, IntToDoubleFunction value) {
      @Nullable Double[] column = new @Nullable Double[n];
      for (int i = 0; i < n; i++) {
        column[i] = Figures.people(value.applyAsDouble(i));
      }
      return column;
    }

    private static int[] counts(int n, IntUnaryOperator count) {
      return IntStream.range(0, n).map(count).toArray();
    }
  }

  void ranking(Context context) {
    CoverageQuery query = CoverageQuery.from(context, sources);
    if (query.unchanged(context)) {
      return;
    }
    String tag = String.valueOf(context.res().getHeader("ETag"));
    byte[] answer = answers.get(tag);
    if (answer == null) {
      Ranking ranking = query.kind().isPresent() ? ofOne(query) : ofAll(query);
      answer = PackedAnswers.pack(out -> json.writeValue(out, ranking));
      answers.put(tag, answer);
    }
    PackedAnswers.send(context, answer);
  }

  private Ranking ofOne(CoverageQuery query) {
    KindCoverage coverage = query.coverage(assessors.of(query));
    return new Ranking(
        query.city().key(),
        query.city().dataVersion(),
        query.standard().id(),
        coverage.rule().kind(),
        coverage.radiusMetres(),
        MeasuredView.of(coverage),
        new Judged(Codes.of(query.by()), 1, Codes.of(coverage.group())),
        Columns.of(OutOfReach.ofOne(coverage)));
  }

  private Ranking ofAll(CoverageQuery query) {
    List<KindCoverage> coverages = query.coverages(assessors.of(query));
    return new Ranking(
        query.city().key(),
        query.city().dataVersion(),
        query.standard().id(),
        "all",
        null,
        MeasuredView.of(query, coverages),
        new Judged(Codes.of(query.by()), coverages.size(), null),
        Columns.of(OutOfReach.ofAll(coverages, query.city().size())));
  }
}
