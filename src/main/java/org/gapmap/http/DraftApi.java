package org.gapmap.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.gapmap.assess.Assessor;
import org.gapmap.assess.DraftEffect;
import org.gapmap.assess.KindCoverage;
import org.gapmap.assess.KindCoverage.JudgedBy;
import org.gapmap.assess.Measured;
import org.gapmap.assess.WhatIf;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.TargetGroup;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.Codes;
import org.jspecify.annotations.Nullable;

/** What edits that are tried buy, fast enough to be asked while a facility is dragged. */
final class DraftApi {
  private final QuerySources sources;
  private final KindCatalogue kinds;
  private final Assessor assessor;

  DraftApi(QuerySources sources, KindCatalogue kinds, Assessor assessor) {
    this.sources = sources;
    this.kinds = kinds;
    this.assessor = assessor;
  }

  /**
   * @param lost numbers of the edits that find nothing to change
   * @param lostWhy the same with the reason
   * @param note what the edits can't show, in words; null where there is nothing of the kind
   * @param changed the communities that differ from {@code /api/coverage} of the same question
   */
  record Answer(
      String city,
      int dataVersion,
      String standard,
      String kind,
      String by,
      List<Integer> lost,
      List<ScenarioApi.LostView> lostWhy,
      @Nullable LocalizedText note,
      List<KindView> kinds,
      Object changed) {}

  record KindView(
      String kind,
      double radiusBefore,
      double radiusAfter,
      @JsonUnwrapped MeasuredView measured,
      String group,
      int lifted,
      int lowered,
      @Nullable Double areaGainedSqm,
      @Nullable Double areaLostSqm,
      List<GroupView> groups) {}

  /** People; null where unknown. */
  record GroupView(String group, @Nullable Double gained, @Nullable Double lost) {}

  /** Columns by place in {@code index}; {@code gained} is of the kind's group, below 0 lost. */
  record OneKind(
      int[] index,
      @Nullable Double[] share,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double @Nullable [] shareOfPeople,
      String status,
      @Nullable Double[] gained) {}

  record AllKinds(int[] index, @JsonProperty("short") int[] shortOf, int[] unknown) {}

  void coverage(Context context) {
    CoverageQuery query = CoverageQuery.from(context, sources);
    WhatIf base = WhatIf.nothing(query.city(), query.standard());
    WhatIf draft =
        WhatIf.of(
            base.city(),
            base.standard(),
            ScenarioApi.edits(ScenarioApi.body(context), base.city(), kinds));
    List<DraftEffect> effects =
        query.kind().map(List::of).orElseGet(() -> judged(query)).stream()
            .map(rule -> DraftEffect.of(base, draft, rule, query.radius(), query.by(), assessor))
            .toList();
    boolean one = query.kind().isPresent();
    context.json(
        new Answer(
            base.city().key(),
            base.city().dataVersion(),
            base.standard().id(),
            query.kind().map(ServiceRule::kind).orElse("all"),
            Codes.of(query.by()),
            draft.lost(),
            ScenarioApi.LostView.of(draft.why()),
            note(draft, effects.stream().map(DraftEffect::after).toList()),
            effects.stream()
                .filter(effect -> one || effect.changed().length > 0)
                .map(DraftApi::view)
                .toList(),
            one ? oneKind(effects.get(0)) : allKinds(effects)));
  }

  /** Where nothing is walked, streets are of no account: that is said. */
  static @Nullable LocalizedText note(WhatIf supposed, List<KindCoverage> judged) {
    boolean walked = judged.stream().anyMatch(kind -> kind.measured() == Measured.WALKED);
    return supposed.supposesStreets() && !walked ? STREETS_OF_NO_ACCOUNT : null;
  }

  private static final LocalizedText STREETS_OF_NO_ACCOUNT =
      new LocalizedText(
          "按直线距离评价，新增步道和封闭道路不影响结果；请改为按步行距离评价。",
          "Judged in a straight line, paths and closed streets change nothing; judge on foot.");

  private static List<ServiceRule> judged(CoverageQuery query) {
    return query.standard().rules().stream()
        .filter(rule -> rule.radiusMetres().isPresent())
        .toList();
  }

  private static KindView view(DraftEffect effect) {
    KindCoverage after = effect.after();
    return new KindView(
        after.rule().kind(),
        effect.before().radiusMetres(),
        after.radiusMetres(),
        MeasuredView.of(after),
        Codes.of(after.group()),
        effect.lifted(),
        effect.lowered(),
        Figures.metres(effect.areaGainedSqm()),
        Figures.metres(effect.areaLostSqm()),
        Arrays.stream(TargetGroup.values())
            .map(
                group ->
                    new GroupView(
                        Codes.of(group),
                        Figures.people(effect.people(group).gained()),
                        Figures.people(effect.people(group).lost())))
            .toList());
  }

  private static OneKind oneKind(DraftEffect effect) {
    int[] changed = effect.changed();
    StringBuilder status = new StringBuilder(changed.length);
    Arrays.stream(changed).forEach(i -> status.append(effect.statusAfter(i).letter()));
    KindCoverage after = effect.after();
    boolean byPeople = after.judgedBy() == JudgedBy.PEOPLE;
    return new OneKind(
        changed,
        column(changed, i -> Figures.share(after.share(i))),
        byPeople ? column(changed, i -> Figures.share(effect.judgedShare(i))) : null,
        status.toString(),
        column(changed, i -> Figures.people(effect.gained(after.group(), i))));
  }

  private static @Nullable Double[] column(int[] index, Function<Integer, @Nullable Double> value) {
    @Nullable Double[] column = new @Nullable Double[index.length];
    for (int k = 0; k < index.length; k++) {
      column[k] = value.apply(index[k]);
    }
    return column;
  }

  private static AllKinds allKinds(List<DraftEffect> effects) {
    BitSet any = new BitSet();
    effects.forEach(effect -> Arrays.stream(effect.changed()).forEach(any::set));
    int[] changed = any.stream().toArray();
    return new AllKinds(
        changed,
        counts(changed, effects, CoverageStatus.GAP),
        counts(changed, effects, CoverageStatus.UNKNOWN));
  }

  private static int[] counts(int[] index, List<DraftEffect> effects, CoverageStatus status) {
    return Arrays.stream(index)
        .map(i -> (int) effects.stream().filter(e -> e.statusAfter(i) == status).count())
        .toArray();
  }
}
