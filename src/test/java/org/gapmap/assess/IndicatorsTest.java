package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.gapmap.assess.IndicatorTable.Basis;
import org.gapmap.assess.IndicatorTable.Counts;
import org.gapmap.assess.IndicatorTable.Figure;
import org.gapmap.domain.AreaLevel;
import org.gapmap.domain.CapacityNorm;
import org.gapmap.domain.CapacityNorm.Measure;
import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.Population;
import org.gapmap.domain.PopulationAssumptions;
import org.gapmap.domain.Provision;
import org.gapmap.domain.Reach;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;
import org.gapmap.standards.IndicatorCatalogue;
import org.gapmap.standards.KindCatalogue;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Little towns whose indicators can be counted by hand. */
class IndicatorsTest {
  private static final String KINDERGARTEN = "kindergarten";
  private static final String PRIMARY = "primary_school";
  private static final String PLACES = "primary_school_places_gap";
  private static final String SCHOOL = "junior_high_school";
  private static final ServiceStandard STANDARD = World.standard(KINDERGARTEN, 300);

  private final Indicators indicators =
      new Indicators(
          IndicatorCatalogue.load(KindCatalogue.load()), new Assessor(), KindCatalogue.load());

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

  @Test
  void placesThatAreMissingAreNetOfThoseToSpareElsewhere() {
    // Yichang's sheet of 2025: 7482 short here, 879 to spare there, 6603 missing in all.
    World town =
        new World()
            .community("short", pupils(8000), 0, 0, 100, 100)
            .community("spare", pupils(121), 3000, 0, 3100, 100)
            .area(AreaLevel.DISTRICT, "west", -100, -100, 2000, 200)
            .area(AreaLevel.DISTRICT, "east", 2000, -100, 5000, 200)
            .facility(PRIMARY, "small", at(50, 50), places(518))
            .facility(PRIMARY, "large", at(3050, 50), places(1000))
            .facility(PRIMARY, "of another town", at(9000, 50), places(400));

    assertThat(places(town, Optional.empty(), 0).value()).isEqualTo(6603);
    assertThat(places(town, Optional.of(AreaLevel.DISTRICT), 0).value()).isEqualTo(7482);
    assertThat(places(town, Optional.of(AreaLevel.DISTRICT), 1).value()).isEqualTo(-879);
  }

  @Test
  void anUnknownNeedOrSupplyIsNotNothingAndLeavesTheNetUnknown() {
    World pupilsUnknown =
        new World()
            .community("known", pupils(100), 0, 0, 100, 100)
            .community("unknown", Population.UNKNOWN, 300, 0, 400, 100)
            .facility(PRIMARY, "school", at(50, 50), places(80));
    World placesUnknown =
        new World()
            .community("known", pupils(100), 0, 0, 100, 100)
            .facility(PRIMARY, "school", at(50, 50), places(80))
            .facility(PRIMARY, "silent", at(60, 50), Provision.UNKNOWN);

    Figure need = places(pupilsUnknown, Optional.empty(), 0);
    Figure supply = places(placesUnknown, Optional.empty(), 0);

    assertThat(need.value()).isNaN();
    assertThat(need.denominator()).isEqualTo(100);
    assertThat(need.counts().unknown()).isEqualTo(1);
    assertThat(supply.value()).isNaN();
    assertThat(supply.numerator()).isEqualTo(80);
    assertThat(supply.leftOut()).isEqualTo(1);
  }

  @Test
  void aListThatIsCompleteForOneAreaGivesThatAreaItsNumber() {
    World town =
        new World()
            .community("a", pupils(100), 0, 0, 100, 100)
            .community("b", pupils(50), 3000, 0, 3100, 100)
            .area(AreaLevel.DISTRICT, "west", -100, -100, 2000, 200)
            .area(AreaLevel.DISTRICT, "east", 2000, -100, 5000, 200)
            .facility(PRIMARY, "school", at(50, 50), places(80))
            .completeIn(PRIMARY, -100, -100, 2000, 200);

    assertThat(places(town, Optional.of(AreaLevel.DISTRICT), 0).value()).isEqualTo(20);
    assertThat(places(town, Optional.of(AreaLevel.DISTRICT), 1).value()).isNaN();
    assertThat(places(town, Optional.empty(), 0).value()).isNaN();
  }

  @Test
  void aStandardsOwnNormGoesBeforeTheIndicators() {
    World town =
        new World()
            .community("a", pupils(100), 0, 0, 100, 100)
            .facility(PRIMARY, "school", at(50, 50), places(80));
    ServiceStandard generous =
        World.standard(
            PopulationAssumptions.NONE,
            World.rule(
                PRIMARY, 500, 1.5, Measure.CAPACITY, CapacityNorm.Basis.PER_PERSON_OF_GROUP));

    IndicatorTable table = indicators.table(town.city(), generous, 2025, Optional.empty());

    assertThat(figure(table, 0, PLACES).value()).isEqualTo(150 - 80);
  }

  @Test
  void withoutARowOrANormOrAListTheIndicatorSaysWhich() {
    World schools = twoStreets().facility(PRIMARY, "school", 50, 50);
    ServiceStandard parking = World.standard("resident_car_park", 150);

    assertThat(reason(schools, STANDARD, PLACES)).contains("no row");
    assertThat(reason(schools, parking, "parking_gap")).contains("no norm");
    assertThat(reason(twoStreets(), World.standard(PRIMARY, 500), PLACES)).contains("No list");
  }

  @Test
  void spacesAreCountedByTheNormOfHouseholdsWithoutAnyRadius() {
    ServiceRule norm =
        World.rule(
            "resident_car_park", 1, 100, Measure.CAPACITY, CapacityNorm.Basis.PER_100_HOUSEHOLDS);
    ServiceRule row =
        new ServiceRule(
            norm.kind(),
            norm.satisfiedBy(),
            new Reach(OptionalDouble.empty(), DistanceMode.STRAIGHT, 1, List.of()),
            Optional.empty(),
            norm.requirement(),
            norm.citation());
    Population homes =
        Population.of(
            OptionalInt.of(300), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    World town =
        new World()
            .community("a", homes, 0, 0, 100, 100)
            .facility("resident_car_park", "p", at(50, 50), places(120));

    IndicatorTable table =
        indicators.table(
            town.city(), World.standard(PopulationAssumptions.NONE, row), 2025, Optional.empty());

    assertThat(figure(table, 0, "parking_gap").value()).isEqualTo(300 - 120);
  }

  private String reason(World world, ServiceStandard standard, String indicator) {
    return indicators.table(world.city(), standard, 2025, Optional.empty()).columns().stream()
        .filter(column -> column.indicator().id().equals(indicator))
        .findFirst()
        .flatMap(IndicatorTable.Column::notComputed)
        .orElseThrow()
        .en();
  }

  private Figure places(World world, Optional<AreaLevel> level, int row) {
    ServiceStandard standard = World.standard(PRIMARY, 500);
    return figure(indicators.table(world.city(), standard, 2025, level), row, PLACES);
  }

  private static Population pupils(int count) {
    return new Population(
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.of(count));
  }

  private static Provision places(int count) {
    return Provision.ofCapacity(OptionalInt.of(count));
  }

  private static Geometry at(double x, double y) {
    return new GeometryFactory().createPoint(new Coordinate(x, y));
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
