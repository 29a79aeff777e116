package org.gapmap.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.List;
import org.gapmap.assess.Assessor;
import org.gapmap.assess.Cities;
import org.gapmap.assess.City;
import org.gapmap.assess.KindCoverage;
import org.gapmap.assess.KindCoverage.JudgedBy;
import org.gapmap.assess.ScenarioDifference;
import org.gapmap.assess.ScenarioDifference.KindDifference;
import org.gapmap.assess.Scenarios;
import org.gapmap.assess.WhatIf;
import org.gapmap.domain.Community;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.ScenarioEdit;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.standards.StandardsLibrary;
import org.gapmap.store.Codes;
import org.gapmap.store.ScenarioRecord;
import org.jspecify.annotations.Nullable;

/** What a scenario changes against the city as it is, whether it is kept or only tried. */
final class DifferenceApi {
  private final Cities cities;
  private final StandardsLibrary standards;
  private final KindCatalogue kinds;
  private final Assessor assessor;
  private final Scenarios scenarios;

  DifferenceApi(
      Cities cities,
      StandardsLibrary standards,
      KindCatalogue kinds,
      Assessor assessor,
      Scenarios scenarios) {
    this.cities = cities;
    this.standards = standards;
    this.kinds = kinds;
    this.assessor = assessor;
    this.scenarios = scenarios;
  }

  record Answer(
      String city,
      int dataVersion,
      String standard,
      String by,
      List<Integer> lost,
      List<ScenarioApi.LostView> lostWhy,
      @Nullable LocalizedText note,
      List<KindView> kinds) {}

  /**
   * @param gained people; null where unknown
   */
  record KindView(
      String kind,
      double radiusBefore,
      double radiusAfter,
      @JsonUnwrapped MeasuredView measured,
      String group,
      @Nullable Double gained,
      @Nullable Double lost,
      int becomeMet,
      int becomeGap,
      List<ChangeView> changed) {
    static KindView of(KindDifference kind) {
      return new KindView(
          kind.before().rule().kind(),
          kind.before().radiusMetres(),
          kind.after().radiusMetres(),
          MeasuredView.of(kind.after()),
          Codes.of(kind.before().group()),
          Figures.people(kind.gained()),
          Figures.people(kind.lost()),
          kind.becoming(CoverageStatus.MET),
          kind.becoming(CoverageStatus.GAP),
          kind.changed().stream().map(i -> ChangeView.of(kind, i)).toList());
    }
  }

  record ChangeView(
      long id,
      int index,
      String name,
      String before,
      String after,
      @Nullable Double shareBefore,
      @Nullable Double shareAfter) {
    static ChangeView of(KindDifference kind, int i) {
      KindCoverage before = kind.before();
      Community community = before.city().community(i);
      return new ChangeView(
          community.id(),
          i,
          community.name(),
          Codes.of(before.status(i)),
          Codes.of(kind.after().status(i)),
          Figures.share(before.judgedShare(i)),
          Figures.share(kind.after().judgedShare(i)));
    }
  }

  void difference(Context context) {
    ScenarioRecord scenario = ScenarioApi.get(context, scenarios);
    ServiceStandard standard =
        Parameters.find(context, "standard")
            .map(standards::get)
            .orElseGet(() -> standards.all().get(0));
    String by = Parameters.find(context, "by").orElse("area");
    ServiceStandard measured =
        CoverageQuery.measured(standard, Parameters.find(context, "mode").map(CoverageQuery::mode));
    City city = cities.get(scenario.city());
    WhatIf against =
        Parameters.find(context, "against")
            .map(text -> other(city, measured, Parameters.longWhole("against", text)))
            .orElseGet(() -> WhatIf.nothing(city, measured));
    context.json(answer(against, measured, CoverageQuery.judgedBy(by), city, scenario.edits()));
  }

  private WhatIf other(City city, ServiceStandard standard, long id) {
    ScenarioRecord other = scenarios.find(id).orElseThrow(() -> ScenarioApi.missing(id));
    if (!other.city().equals(city.key())) {
      throw new UserError(
          "scenario " + id + " is one of city '" + other.city() + "'",
          "against",
          "compare scenarios of one city");
    }
    return scenarios.suppose(city, standard, other.edits());
  }

  void whatIf(Context context) {
    JsonNode body = ScenarioApi.body(context);
    City city = cities.getOrOnly(ScenarioApi.text(body, "city"));
    ServiceStandard standard =
        ScenarioApi.text(body, "standard")
            .map(standards::get)
            .orElseGet(() -> standards.all().get(0));
    String by = ScenarioApi.text(body, "by").orElse("area");
    ServiceStandard measured =
        CoverageQuery.measured(standard, ScenarioApi.text(body, "mode").map(CoverageQuery::mode));
    context.json(
        answer(
            WhatIf.nothing(city, measured),
            measured,
            CoverageQuery.judgedBy(by),
            city,
            ScenarioApi.edits(body, city, kinds)));
  }

  private Answer answer(
      WhatIf against, ServiceStandard standard, JudgedBy by, City city, List<ScenarioEdit> edits) {
    WhatIf whatIf = scenarios.suppose(city, standard, edits);
    ScenarioDifference difference = ScenarioDifference.of(against, whatIf, by, assessor);
    return new Answer(
        city.key(),
        city.dataVersion(),
        standard.id(),
        Codes.of(by),
        whatIf.lost(),
        ScenarioApi.LostView.of(whatIf.why()),
        note(whatIf, standard, difference),
        difference.kinds().stream().map(KindView::of).toList());
  }

  /** Where no kind is walked, or none with streets known, that is said. */
  private static @Nullable LocalizedText note(
      WhatIf whatIf, ServiceStandard standard, ScenarioDifference difference) {
    boolean walks =
        standard.rules().stream()
            .anyMatch(
                rule ->
                    rule.radiusMetres().isPresent()
                        && rule.mode() == DistanceMode.WALKING
                        && whatIf.lost().size() < whatIf.edits().size());
    return walks
        ? null
        : DraftApi.note(whatIf, difference.kinds().stream().map(KindDifference::after).toList());
  }
}
