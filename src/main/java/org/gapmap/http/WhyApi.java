package org.gapmap.http;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gapmap.assess.Assessor;
import org.gapmap.assess.CheckUp;
import org.gapmap.assess.City;
import org.gapmap.assess.Completion;
import org.gapmap.assess.KindCoverage;
import org.gapmap.assess.Why;
import org.gapmap.assess.WhySentence;
import org.gapmap.domain.Community;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.UserError;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.Codes;
import org.gapmap.store.LayerVersion;
import org.gapmap.store.RunHeader;
import org.jspecify.annotations.Nullable;

/**
 * Why a community has its verdict for a kind: everything that the verdict rests on, in one call.
 */
final class WhyApi {
  private final QuerySources sources;
  private final KindCatalogue kinds;
  private final Assessor assessor;
  private final CheckUp checkUp;

  WhyApi(QuerySources sources, KindCatalogue kinds, Assessor assessor, CheckUp checkUp) {
    this.sources = sources;
    this.kinds = kinds;
    this.assessor = assessor;
    this.checkUp = checkUp;
  }

  record Answer(
      String city,
      int dataVersion,
      String standard,
      String kind,
      LocalizedText kindName,
      CommunityView community,
      RuleView rule,
      VerdictView verdict,
      List<ConsideredView> facilities,
      List<ListView> lists,
      PeopleView people,
      @Nullable Run run) {}

  record CommunityView(
      long id, int index, String name, double[] centre, long areaSqm, FileRow source) {}

  /**
   * @param importedAt null where the layer is not known
   */
  record FileRow(String source, String file, int row, String key, @Nullable String importedAt) {}

  record VerdictView(
      String status,
      String by,
      @Nullable Double share,
      @Nullable Double shareOfPeople,
      int counted,
      String unknownBecause,
      @Nullable String walkReason,
      LocalizedText sentence) {}

  record ListView(
      String kind,
      String source,
      String file,
      int version,
      int rows,
      String importedAt,
      String completeFor,
      boolean completenessAsserted,
      boolean completeHere) {
    static ListView of(Why.ListUsed used) {
      LayerVersion layer = used.layer();
      return new ListView(
          layer.key().kind(),
          layer.key().source(),
          layer.origin().file(),
          layer.number(),
          layer.rows(),
          layer.origin().importedAt().toString(),
          layer.completeness().text(),
          layer.completeness().asserted(),
          used.completeHere());
    }
  }

  record Run(long id, String createdAt) {
    static Run of(RunHeader run) {
      return new Run(run.id(), run.createdAt().toString());
    }
  }

  void why(Context context) {
    long id = Parameters.longWhole("id", context.pathParam("id"));
    CoverageQuery query = CoverageQuery.from(context, sources);
    City city = query.city();
    if (query.kind().isEmpty()) {
      throw new UserError("no kind is named", "kind", "name a kind of the standard");
    }
    int index =
        city.findIndex(id)
            .orElseThrow(
                () -> new NotFoundResponse("city '" + city.key() + "' has no community " + id));
    KindCoverage coverage = query.coverage(assessor);
    Why why = Why.of(coverage, index);
    Map<Integer, LayerVersion> layers =
        city.layers().stream().collect(Collectors.toMap(LayerVersion::id, Function.identity()));
    context.json(
        new Answer(
            city.key(),
            city.dataVersion(),
            query.standard().id(),
            coverage.rule().kind(),
            kinds.get(coverage.rule().kind()).name(),
            communityOf(city, index, layers),
            RuleView.of(coverage),
            verdictOf(why),
            why.facilities().stream()
                .map(c -> ConsideredView.of(c, coverage, kinds, layers))
                .toList(),
            why.lists().stream().map(ListView::of).toList(),
            PeopleView.of(coverage, index),
            checkUp.latest(city, query.standard()).map(Run::of).orElse(null)));
  }

  private static CommunityView communityOf(
      City city, int index, Map<Integer, LayerVersion> layers) {
    Community community = city.community(index);
    return new CommunityView(
        community.id(),
        index,
        community.name(),
        new double[] {
          Figures.degrees(city.plane(index).lon()), Figures.degrees(city.plane(index).lat())
        },
        Math.round(city.polygon(index).areaSqm()),
        ConsideredView.rowOf(community.provenance(), layers));
  }

  private static VerdictView verdictOf(Why why) {
    Completion.Reason reason = why.reason();
    return new VerdictView(
        Codes.of(why.coverage().status(why.index())),
        Codes.of(why.coverage().judgedBy()),
        Figures.share(why.coverage().share(why.index())),
        Figures.share(why.coverage().shareOfPeople(why.index())),
        why.counted().size(),
        reason == Completion.Reason.KNOWN ? "" : Codes.of(reason),
        why.coverage().walkReason(why.index()).map(Codes::of).orElse(null),
        WhySentence.of(why));
  }
}
