package org.gapmap.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gapmap.assess.City;
import org.gapmap.assess.IndicatorTable;
import org.gapmap.assess.IndicatorTable.Column;
import org.gapmap.assess.IndicatorTable.Counts;
import org.gapmap.assess.IndicatorTable.Figure;
import org.gapmap.assess.Indicators;
import org.gapmap.assess.WhatIf;
import org.gapmap.domain.AreaLevel;
import org.gapmap.domain.Indicator;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.UserError;
import org.gapmap.store.Codes;
import org.jspecify.annotations.Nullable;

/** The city check-up's indicators, for the city or each of its areas. */
final class IndicatorApi {
  private static final String WHOLE_CITY = "city";

  private final QuerySources sources;
  private final Indicators indicators;

  IndicatorApi(QuerySources sources, Indicators indicators) {
    this.sources = sources;
    this.indicators = indicators;
  }

  record Table(
      String city,
      int dataVersion,
      String standard,
      int edition,
      String level,
      List<String> levels,
      List<IndicatorView> indicators,
      List<AreaView> areas) {}

  record IndicatorView(
      String id,
      String dimension,
      LocalizedText name,
      LocalizedText unit,
      String type,
      String countedOver,
      String kind,
      OptionalDouble radiusMetres,
      RuleView.@Nullable NormView norm,
      @Nullable LocalizedText notComputed,
      StandardApi.Source source,
      StandardApi.@Nullable Source radiusSource) {
    static IndicatorView of(Column column, int edition) {
      Indicator indicator = column.indicator();
      Optional<ServiceRule> rule = column.rule();
      return new IndicatorView(
          indicator.id(),
          Codes.of(indicator.dimension()),
          indicator.edition(edition).orElseThrow().name(),
          indicator.unit(),
          Codes.of(indicator.measure().type()),
          column.notComputed().isPresent() ? "" : Codes.of(column.basis()),
          rule.map(ServiceRule::kind).orElse(""),
          rule.map(ServiceRule::radiusMetres).orElse(OptionalDouble.empty()),
          rule.filter(r -> indicator.measure().type() == Indicator.Type.QUANTITY_GAP)
              .flatMap(r -> r.requirement().capacity())
              .map(RuleView.NormView::of)
              .orElse(null),
          column.notComputed().orElse(null),
          StandardApi.Source.of(indicator.citation()),
          rule.map(r -> StandardApi.Source.of(r.citation())).orElse(null));
    }
  }

  /**
   * @param name null for what lies in no area of the level
   */
  record AreaView(@Nullable String name, List<FigureView> figures) {}

  record FigureView(
      @Nullable Double value,
      @Nullable Double numerator,
      @Nullable Double denominator,
      @Nullable Double leftOut,
      @com.fasterxml.jackson.annotation.JsonUnwrapped Counts counts) {
    static FigureView of(Figure figure) {
      return new FigureView(
          Figures.share(figure.value()),
          Figures.people(figure.numerator()),
          Figures.people(figure.denominator()),
          Figures.people(figure.leftOut()),
          figure.counts());
    }
  }

  void table(Context context) {
    WhatIf query = sources.read(context);
    int edition =
        Parameters.find(context, "edition")
            .map(text -> Parameters.whole("edition", text))
            .orElseGet(() -> indicators.editions().get(indicators.editions().size() - 1));
    Optional<AreaLevel> level =
        Parameters.find(context, "level")
            .filter(word -> !word.equals(WHOLE_CITY))
            .map(IndicatorApi::levelOf);
    IndicatorTable table = indicators.table(query.city(), query.standard(), edition, level);
    List<AreaView> areas = new ArrayList<>();
    for (IndicatorTable.Row row : table.rows()) {
      areas.add(
          new AreaView(
              row.name().isEmpty() ? null : row.name(),
              row.figures().stream().map(FigureView::of).toList()));
    }
    context.json(
        new Table(
            query.city().key(),
            query.city().dataVersion(),
            query.standard().id(),
            edition,
            level.map(Codes::of).orElse(WHOLE_CITY),
            levels(query.city()),
            table.columns().stream().map(c -> IndicatorView.of(c, edition)).toList(),
            areas));
  }

  /** The levels that the city has areas of, the largest first. */
  private static List<String> levels(City city) {
    List<String> levels = new ArrayList<>(List.of(WHOLE_CITY));
    for (AreaLevel level :
        List.of(AreaLevel.DISTRICT, AreaLevel.SUBDISTRICT, AreaLevel.NEIGHBOURHOOD)) {
      if (city.surroundings().areas().stream().anyMatch(area -> area.level() == level)) {
        levels.add(Codes.of(level));
      }
    }
    return levels;
  }

  private static AreaLevel levelOf(String word) {
    return Arrays.stream(AreaLevel.values())
        .filter(level -> Codes.of(level).equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "there is no level '" + word + "'",
                    "level",
                    "choose one of city, district, subdistrict, neighbourhood"));
  }
}
