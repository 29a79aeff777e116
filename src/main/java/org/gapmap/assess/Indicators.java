package org.gapmap.assess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.gapmap.assess.IndicatorTable.Basis;
import org.gapmap.assess.IndicatorTable.Column;
import org.gapmap.assess.IndicatorTable.Figure;
import org.gapmap.assess.IndicatorTable.Row;
import org.gapmap.domain.AreaLevel;
import org.gapmap.domain.Indicator;
import org.gapmap.domain.Indicator.Counted;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.Requirement;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;
import org.gapmap.standards.IndicatorCatalogue;
import org.gapmap.standards.KindCatalogue;
import org.locationtech.jts.geom.Geometry;

/**
 * Works out the city check-up's indicators from the very answers that the map shows. Safe for
 * threads.
 */
public final class Indicators {
  private final IndicatorCatalogue catalogue;
  private final Assessor assessor;
  private final KindCatalogue kinds;

  /** Judges pieces of land, which are no communities of any map. */
  private final Assessor landAssessor = new Assessor();

  private final Map<City, CityAreas> areas = Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * @param kinds say whom a kind is for
   */
  public Indicators(IndicatorCatalogue catalogue, Assessor assessor, KindCatalogue kinds) {
    this.catalogue = catalogue;
    this.assessor = assessor;
    this.kinds = kinds;
  }

  /** The years that there are indicators of, the latest last. */
  public List<Integer> editions() {
    return catalogue.editions();
  }

  /**
   * @param level empty for the city as a whole
   * @throws UserError where the city has no areas of the level
   */
  public IndicatorTable table(
      City city, ServiceStandard standard, int edition, Optional<AreaLevel> level) {
    List<Indicator> indicators = catalogue.of(edition);
    if (level.isPresent() && CityAreas.areas(city, level.get()).isEmpty()) {
      throw new UserError(
          "the city has no areas of that level",
          "city " + city.key() + ", level " + level.get(),
          "import them: gapmap import areas FILE --city " + city.key());
    }
    Question question =
        new Question(
            city, standard, level, areas.computeIfAbsent(city, c -> new CityAreas()), edition);
    List<Column> columns = new ArrayList<>();
    List<List<Figure>> figures = new ArrayList<>();
    for (Indicator indicator : indicators) {
      Column column = column(question, indicator);
      columns.add(column);
      figures.add(
          column.rule().map(rule -> figures(question, column, rule)).orElseGet(question::blank));
    }
    return new IndicatorTable(city, standard, edition, level, columns, rows(question, figures));
  }

  /** What is asked, of whom. */
  private record Question(
      City city,
      ServiceStandard standard,
      Optional<AreaLevel> level,
      CityAreas index,
      int edition) {
    /** The number of areas, and one more for what lies in none. */
    int size() {
      return level.map(l -> CityAreas.areas(city, l).size()).orElse(0) + 1;
    }

    List<Figure> blank() {
      return Collections.nCopies(size(), Figure.UNKNOWN);
    }

    /** For each community the row that it is counted in. */
    int[] rowOfCommunity() {
      return rows(level.map(l -> index.ofCommunities(city, l)), city.size());
    }

    int[] rowOfArea(AreaLevel unit) {
      int units = CityAreas.areas(city, unit).size();
      return rows(level.map(l -> index.ofAreas(city, unit, l)), units);
    }

    int[] rowOfPlace(List<? extends Geometry> places) {
      return rows(level.map(l -> CityAreas.holding(city, l, places)), places.size());
    }

    int[] rows(Optional<int[]> area, int units) {
      return area.map(
              of -> Arrays.stream(of).map(a -> a == LargestOverlap.NONE ? size() - 1 : a).toArray())
          .orElseGet(() -> new int[units]);
    }
  }

  private static Column column(Question question, Indicator indicator) {
    if (indicator.measure().reason().isPresent()) {
      return refused(indicator, indicator.measure().reason().get());
    }
    if (indicator.measure().type() == Indicator.Type.QUANTITY_GAP) {
      return quantityColumn(question, indicator);
    }
    Optional<ServiceRule> rule = ruleOf(indicator, question.standard());
    if (rule.isEmpty()) {
      return refused(
          indicator,
          new LocalizedText(
              "所选标准没有按距离判定的相应条目。", "The standard has no row that judges it by distance."));
    }
    if (indicator.measure().type() == Indicator.Type.COVERAGE_RATIO) {
      Basis basis =
          ResidentialLand.isKnown(question.city()) ? Basis.LAND_PARCELS : Basis.COMMUNITIES;
      return new Column(indicator, rule, basis, Optional.empty());
    }
    Optional<AreaLevel> unit = unitOf(indicator, question.edition());
    if (unit.isEmpty()) {
      return new Column(indicator, rule, Basis.COMMUNITIES, Optional.empty());
    }
    if (CityAreas.areas(question.city(), unit.get()).isEmpty()) {
      return refused(
          indicator,
          new LocalizedText(
              "该指标按社区或街道计数，尚未导入其边界。",
              "It is counted by neighbourhood or sub-district, and none has been imported."));
    }
    if (question.level().filter(level -> level.compareTo(unit.get()) < 0).isPresent()) {
      return refused(
          indicator,
          new LocalizedText("该指标按更大的区域计数。", "It is counted by areas larger than these."));
    }
    Basis basis = unit.get() == AreaLevel.NEIGHBOURHOOD ? Basis.NEIGHBOURHOODS : Basis.SUBDISTRICTS;
    return new Column(indicator, rule, basis, Optional.empty());
  }

  /** What is needed and what there is take a row, but no radius. */
  private static Column quantityColumn(Question question, Indicator indicator) {
    List<ServiceRule> rows =
        indicator.measure().kinds().stream()
            .flatMap(kind -> question.standard().findRule(kind).stream())
            .map(row -> row.orNorm(indicator.measure().ownNorm()))
            .toList();
    Optional<ServiceRule> rule =
        rows.stream().filter(row -> row.requirement().capacity().isPresent()).findFirst();
    if (rule.isEmpty()) {
      return refused(
          indicator,
          rows.isEmpty()
              ? new LocalizedText("所选标准没有相应条目。", "The standard has no row for it.")
              : new LocalizedText(
                  "所选标准没有给出配建数量的定额。", "The standard gives no norm of how much is needed."));
    }
    if (!question.city().service(rule.get()).completion().hasLayer()) {
      return refused(
          indicator,
          new LocalizedText("尚未导入这类设施的名录。", "No list of such facilities has been imported."));
    }
    return new Column(indicator, rule, Basis.COMMUNITIES, Optional.empty());
  }

  private static Column refused(Indicator indicator, LocalizedText reason) {
    return new Column(indicator, Optional.empty(), Basis.NONE, Optional.of(reason));
  }

  /** What a gap count counts in a year; empty for communities. */
  private static Optional<AreaLevel> unitOf(Indicator indicator, int edition) {
    Counted counted = indicator.edition(edition).orElseThrow().counted();
    return switch (counted) {
      case COMMUNITY -> Optional.empty();
      case NEIGHBOURHOOD -> Optional.of(AreaLevel.NEIGHBOURHOOD);
      case SUBDISTRICT -> Optional.of(AreaLevel.SUBDISTRICT);
    };
  }

  /**
   * The row that an indicator is judged by: its own, or the standard's for its first kind there.
   */
  private static Optional<ServiceRule> ruleOf(Indicator indicator, ServiceStandard standard) {
    List<String> kinds = indicator.measure().kinds();
    if (indicator.measure().ownReach().isPresent()) {
      return Optional.of(
          new ServiceRule(
              kinds.get(0),
              kinds,
              indicator.measure().ownReach().get(),
              Optional.empty(),
              Requirement.NONE,
              indicator.citation()));
    }
    return kinds.stream()
        .flatMap(kind -> standard.findRule(kind).stream())
        .filter(rule -> rule.radiusMetres().isPresent())
        .findFirst();
  }

  private List<Figure> figures(Question question, Column column, ServiceRule rule) {
    City city = question.city();
    if (column.indicator().measure().type() == Indicator.Type.QUANTITY_GAP) {
      QuantityTally tally = new QuantityTally(city, question.standard(), rule, kinds);
      return tally.figures(
          question.rowOfCommunity(), question.rowOfPlace(tally.places()), question.size());
    }
    if (column.basis() == Basis.LAND_PARCELS) {
      ResidentialLand land = question.index().land(city, question.level());
      KindCoverage coverage = landAssessor.assess(land.pieces(), question.standard(), rule);
      return AreaTally.ratios(
          coverage,
          question.rows(question.level().map(l -> land.area()), land.area().length),
          question.size());
    }
    KindCoverage coverage = assessor.assess(city, question.standard(), rule);
    if (column.indicator().measure().type() == Indicator.Type.COVERAGE_RATIO) {
      return AreaTally.ratios(coverage, question.rowOfCommunity(), question.size());
    }
    Optional<AreaLevel> unit = unitOf(column.indicator(), question.edition());
    if (unit.isEmpty()) {
      return AreaTally.gaps(coverage, question.rowOfCommunity(), question.size());
    }
    return AreaTally.gapsOfAreas(
        coverage,
        question.index().ofCommunities(city, unit.get()),
        question.rowOfArea(unit.get()),
        question.size());
  }

  private static List<Row> rows(Question question, List<List<Figure>> figures) {
    List<String> names = new ArrayList<>();
    question
        .level()
        .ifPresent(
            l -> CityAreas.areas(question.city(), l).forEach(area -> names.add(area.name())));
    names.add(question.level().isPresent() ? "" : question.city().name());
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < names.size(); row++) {
      int at = row;
      List<Figure> own = figures.stream().map(column -> column.get(at)).toList();
      boolean inNoArea = question.level().isPresent() && row == names.size() - 1;
      if (!inNoArea || own.stream().anyMatch(Indicators::holdsAnything)) {
        rows.add(new Row(names.get(row), own));
      }
    }
    return rows;
  }

  private static boolean holdsAnything(Figure figure) {
    return figure.counts().judged() + figure.counts().unknown() > 0
        || figure.numerator() > 0
        || figure.denominator() > 0;
  }
}
