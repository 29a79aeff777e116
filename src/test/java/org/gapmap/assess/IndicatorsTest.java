package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.gapmap.assess.IndicatorTable.Basis;
import org.gapmap.assess.IndicatorTable.Counts;
import org.gapmap.assess.IndicatorTable.Figure;
import org.gapmap.domain.AreaLevel;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;
import org.gapmap.standards.IndicatorCatalogue;
import org.gapmap.standards.KindCatalogue;
import org.junit.jupiter.api.Test;

/** Little towns whose indicators can be counted by hand. */
class IndicatorsTest {
  private static final String KINDERGARTEN = "kindergarten";
  private static final String SCHOOL = "junior_high_school";
  private static final ServiceStandard STANDARD = World.standard(KINDERGARTEN, 300);

  private final Indicators indicators =
      new Indicators(IndicatorCatalogue.load(KindCatalogue.load()), new Assessor());

  @Test
  void communitiesAreCountedInTheYearThatSaysSo() {
    World town =
        twoStreets()
            .facility(KINDERGARTEN, "k", 50, 50)
            .completeIn(KINDERGARTEN, -100, -100, 4000, 200);

    Figure city = figure(town, 2025, Optional.empty(), 0, "kindergarten_gap");
    Figure west = figure(town, 2025, Optional.of(AreaLevel.SUBDISTRICT), 0, "kindergarten_gap");
    Figure east = figure(town, 2025, Optional.of(AreaLevel.SUBDISTRICT), 1, "kindergarten_gap");

    // a is served, b and c are not, d lies where the list says nothing.
    assertThat(city.value()).isEqualTo(2);
    assertThat(city.counts()).isEqualTo(new Counts(1, 0, 2, 1));
    assertThat(city.denominator()).isEqualTo(3);
    assertThat(west.counts()).isEqualTo(new Counts(1, 0, 1, 0));
    assertThat(east.counts()).isEqualTo(new Counts(0, 0, 1, 1));
  }

  @Test
  void neighbourhoodsAreCountedByTheirOwnShareOfArea() {
    // In the western neighbourhood a is served and b, three times as large, is not: a quarter.
    World town =
        new World()
            .community("a", 1, 0, 0, 100, 100)
            .community("b", 1, 1000, 0, 1300, 100)
            .community("c", 1, 3000, 0, 3100, 100)
            .area(AreaLevel.NEIGHBOURHOOD, "west", -100, -100, 2000, 200)
            .area(AreaLevel.NEIGHBOURHOOD, "east", 2000, -100, 5000, 200)
            .facility(KINDERGARTEN, "k", 50, 50)
            .facility(KINDERGARTEN, "k", 3050, 50);

    Figure city = figure(town, 2024, Optional.empty(), 0, "kindergarten_gap");
    Figure west = figure(town, 2024, Optional.of(AreaLevel.NEIGHBOURHOOD), 0, "kindergarten_gap");

    assertThat(city.counts()).isEqualTo(new Counts(1, 0, 1, 0));
    assertThat(west.value()).isEqualTo(1);
  }

  @Test
  void aNeighbourhoodThatUnknownCommunitiesCouldTurnIsUnknown() {
    World town =
        new World()
            .community("known", 1, 0, 0, 100, 100)
            .community("unknown", 1, 1000, 0, 1300, 100)
            .area(AreaLevel.NEIGHBOURHOOD, "west", -100, -100, 2000, 200)
            .facility(KINDERGARTEN, "k", 5000, 50)
            .completeIn(KINDERGARTEN, -100, -100, 500, 200);

    Figure city = figure(town, 2024, Optional.empty(), 0, "kindergarten_gap");

    assertThat(city.counts()).isEqualTo(new Counts(0, 0, 0, 1));
    assertThat(city.value()).isNaN();
  }

  @Test
  void theRatioOfLandIsTheExactShareOfItsParcelsCutAtTheBorders() {
    // A parcel of 4000 x 100 m across both sub-districts; a school at its western end reaches 1000
    // m.
    World town =
        twoStreets().residentialLand(-100, 0, 3900, 100).facility(SCHOOL, "school", -100, 50);

    IndicatorTable table = table(town, 2025, Optional.of(AreaLevel.SUBDISTRICT));
    Figure west = figure(table, 0, "secondary_school_ratio");
    Figure east = figure(table, 1, "secondary_school_ratio");

    // Under the arc: the integral over y of sqrt(1000² - y²), y from -50 to 50.
    double served = 0;
    for (int i = 0; i < 10_000; i++) {
      double y = -50 + 100 * (i + 0.5) / 10_000;
      served += Math.sqrt(1e6 - y * y) * 100 / 10_000;
    }
    assertThat(table.columns())
        .filteredOn(c -> c.indicator().id().equals("secondary_school_ratio"))
        .extracting(IndicatorTable.Column::basis)
        .containsExactly(Basis.LAND_PARCELS);
    assertThat(west.numerator()).isCloseTo(served, within(1.0));
    assertThat(west.denominator()).isCloseTo(2100 * 100, within(2.0));
    assertThat(west.value()).isCloseTo(100 * served / 210_000, within(0.001));
    assertThat(east.value()).isZero();
    assertThat(east.denominator()).isCloseTo(1900 * 100, within(2.0));
  }

  @Test
  void withoutALandUseLayerTheRatioIsOfTheCommunities() {
    World town = twoStreets().facility(SCHOOL, "school", 50, 50);

    IndicatorTable table = table(town, 2025, Optional.empty());

    // a lies within 1000 m, b 850 to 950 m away too; c and d do not.
    assertThat(figure(table, 0, "secondary_school_ratio").value()).isCloseTo(50, within(1e-4));
    assertThat(table.columns())
        .filteredOn(c -> c.indicator().id().equals("secondary_school_ratio"))
        .extracting(IndicatorTable.Column::basis)
        .containsExactly(Basis.COMMUNITIES);
  }

  @Test
  void theCountIsThatOfTheMap() {
    World town = twoStreets().facility(KINDERGARTEN, "k", 50, 50);
    City city = town.city();

    KindCoverage map = new Assessor().assess(city, STANDARD, STANDARD.rules().get(0));

    assertThat(figure(town, 2025, Optional.empty(), 0, "kindergarten_gap").value())
        .isEqualTo(map.count(org.gapmap.domain.CoverageStatus.GAP));
  }

  @Test
  void whatTheStandardDoesNotJudgeOrNobodyHoldsSaysSo() {
    IndicatorTable table = table(twoStreets(), 2025, Optional.empty());

    assertThat(table.columns())
        .filteredOn(c -> c.notComputed().isPresent())
        .extracting(c -> c.indicator().id())
        .contains("childcare_gap", "parking_gap")
        .doesNotContain("kindergarten_gap");
    assertThat(figure(table, 0, "parking_gap").value()).isNaN();
  }

  @Test
  void communitiesInNoAreaHaveARowOfTheirOwn() {
    World town =
        new World()
            .community("inside", 1, 0, 0, 100, 100)
            .community("outside", 1, 1000, 0, 1100, 100)
            .area(AreaLevel.SUBDISTRICT, "west", -100, -100, 500, 200)
            .facility(KINDERGARTEN, "k", 50, 50);

    IndicatorTable table = table(town, 2025, Optional.of(AreaLevel.SUBDISTRICT));

    assertThat(table.rows()).extracting(IndicatorTable.Row::name).containsExactly("west", "");
    assertThat(figure(table, 1, "kindergarten_gap").value()).isEqualTo(1);
  }

  @Test
  void aLevelWithoutAreasIsTheUsersToImport() {
    assertThatThrownBy(() -> table(twoStreets(), 2025, Optional.of(AreaLevel.DISTRICT)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("gapmap import areas");
  }

  /** a and b in the west, c and d in the east, 1000 m apart. */
  private static World twoStreets() {
    return new World()
        .community("a", 1, 0, 0, 100, 100)
        .community("b", 1, 900, 0, 1000, 100)
        .community("c", 1, 3000, 0, 3100, 100)
        .community("d", 1, 4000, 0, 4100, 100)
        .area(AreaLevel.SUBDISTRICT, "west", -100, -100, 2000, 200)
        .area(AreaLevel.SUBDISTRICT, "east", 2000, -100, 5000, 200);
  }

  private IndicatorTable table(World world, int edition, Optional<AreaLevel> level) {
    return indicators.table(world.city(), STANDARD, edition, level);
  }

  private Figure figure(
      World world, int edition, Optional<AreaLevel> level, int row, String indicator) {
    return figure(table(world, edition, level), row, indicator);
  }

  private static Figure figure(IndicatorTable table, int row, String indicator) {
    for (int i = 0; i < table.columns().size(); i++) {
      if (table.columns().get(i).indicator().id().equals(indicator)) {
        return table.rows().get(row).figures().get(i);
      }
    }
    throw new AssertionError("no column " + indicator);
  }
}
