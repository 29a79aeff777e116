package org.gapmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gapmap.assess.Assessor;
import org.gapmap.assess.City;
import org.gapmap.assess.Completion;
import org.gapmap.assess.IndicatorTable;
import org.gapmap.assess.Indicators;
import org.gapmap.assess.KindCoverage;
import org.gapmap.assess.Nearest;
import org.gapmap.domain.AreaLevel;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.imports.ImportLayer;
import org.gapmap.imports.ImportRequest;
import org.gapmap.imports.KindChoice;
import org.gapmap.imports.source.ReadOptions;
import org.gapmap.imports.source.RealData;
import org.gapmap.standards.IndicatorCatalogue;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.standards.StandardsLibrary;
import org.gapmap.store.AreaStore;
import org.gapmap.store.CityStore;
import org.gapmap.store.LayerStore;
import org.gapmap.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Real files from end to end: communities around Tongji University in Shanghai, the sports places
 * mapped there, the canteens that two districts list completely. PostGIS says what must come out,
 * on a transverse Mercator plane of its own around the place.
 */
class RealChainTest {
  private static final String PLANE =
      "'+proj=tmerc +lon_0=121.495 +lat_0=31.283 +k=1 +x_0=0 +y_0=0 +ellps=GRS80 +units=m'";
  private static final String COMPLETE_FOR = "杨浦区,长宁区";

  private static final String SHARES =
      """
      WITH served AS (
        SELECT ST_Union(ST_Buffer(ST_Transform(place, %1$s), %2$d, 512)) AS area
        FROM facility f
        JOIN layer_version v ON v.id = f.layer_version_id
        JOIN layer l ON l.id = v.layer_id AND l.kind = '%3$s'
      )
      SELECT c.id, ST_Area(ST_Intersection(ST_Transform(c.boundary, %1$s), s.area))
                   / ST_Area(ST_Transform(c.boundary, %1$s))
      FROM community c, served s
      """;

  private static final String NEAREST =
      """
      SELECT c.id, min(ST_Distance(ST_Transform(c.boundary, %1$s), ST_Transform(f.place, %1$s)))
      FROM community c, facility f
      JOIN layer_version v ON v.id = f.layer_version_id
      JOIN layer l ON l.id = v.layer_id AND l.kind = '%2$s'
      GROUP BY c.id
      """;

  private static final String INSIDE =
      """
      SELECT c.id, sum(ST_Area(ST_Intersection(c.boundary, s.shape))) / ST_Area(c.boundary)
      FROM community c
      JOIN shape s ON s.name IN ('杨浦区', '长宁区')
      GROUP BY c.id, c.boundary
      """;

  private static TestDatabase database;
  private static City city;
  private static ServiceStandard standard;

  @BeforeAll
  static void importAll() {
    database = TestDatabase.fresh();
    KindCatalogue kinds = KindCatalogue.load();
    standard = StandardsLibrary.load(kinds).get("old-community-renewal");
    ImportLayer imports =
        new ImportLayer(
            new LayerStore(database.dataSource()), new AreaStore(database.dataSource()), kinds);
    bring(imports, "shapefiles/chinese/shanghai_districts_gbk", LayerType.AREAS, "", "", "");
    bring(
        imports, "communities/shanghai_tongji/communities.shp", LayerType.COMMUNITIES, "", "", "");
    bring(
        imports,
        "communities/shanghai_tongji/fitness.shp",
        LayerType.FACILITIES,
        "fitness",
        "",
        "all");
    bring(
        imports,
        "points/shanghai_elderly_canteens_gcj02.csv",
        LayerType.FACILITIES,
        "elderly_canteen",
        "gcj02",
        COMPLETE_FOR);
    city =
        new City(
            new CityStore(database.dataSource()).findSnapshot("shanghai").orElseThrow(), Set.of());
  }

  @AfterAll
  static void close() {
    if (database != null) {
      database.close();
    }
  }

  @Test
  void fitnessSharesAreWhatPostgisSays() {
    KindCoverage fitness = assess("fitness");
    Map<Long, Double> expected = numbers(SHARES.formatted(PLANE, 300, "fitness"));

    assertThat(expected).hasSize(15);
    for (int i = 0; i < city.size(); i++) {
      assertThat(fitness.share(i))
          .as(city.community(i).name())
          .isCloseTo(expected.getOrDefault(city.community(i).id(), -1.0), within(5e-4));
    }
  }

  @Test
  void canteensAreUnknownOutsideTheTwoDistrictsAndRightInside() {
    KindCoverage canteens = assess("elderly_canteen");
    Map<Long, Double> inside = numbers(INSIDE);
    Map<Long, Double> expected = numbers(SHARES.formatted(PLANE, 500, "elderly_canteen"));

    int known = 0;
    for (int i = 0; i < city.size(); i++) {
      String name = city.community(i).name();
      long id = city.community(i).id();
      if (inside.getOrDefault(id, 0.0) > 0.5) {
        known++;
        assertThat(canteens.share(i))
            .as(name)
            .isCloseTo(expected.getOrDefault(id, -1.0), within(5e-4));
      } else {
        assertThat(canteens.status(i)).as(name).isEqualTo(CoverageStatus.UNKNOWN);
        assertThat(canteens.service().completion().reason(i))
            .isEqualTo(Completion.Reason.OUTSIDE_COMPLETENESS);
      }
    }
    // The university's quarter straddles the border of Yangpu and Hongkou.
    assertThat(known).isBetween(1, 14);
  }

  @Test
  void childcareOfWhichThereIsNoListIsUnknownEverywhere() {
    assertThat(assess("childcare").count(CoverageStatus.UNKNOWN)).isEqualTo(15);
  }

  @Test
  void nobodyCountedThePeopleSoNothingIsSaidOfThemNorOfRoom() {
    KindCoverage canteens = assess("elderly_canteen");
    for (int i = 0; i < city.size(); i++) {
      assertThat(canteens.shareOfPeople(i)).isNaN();
      assertThat(canteens.peopleOutOfReach(i)).isNaN();
      assertThat(canteens.capacity().served(i)).isNaN();
      assertThat(canteens.capacity().quantityGap(i)).isNaN();
      assertThat(canteens.judgedBy(KindCoverage.JudgedBy.PEOPLE).status(i))
          .isEqualTo(CoverageStatus.UNKNOWN);
    }
    assertThat(canteens.capacity().supply()).isNaN();
    assertThat(canteens.capacity().facilitiesOfUnknownCapacity()).isEqualTo(97);
  }

  @Test
  void indicatorsByDistrictCountTheCommunitiesThatPostgisFindsThere() {
    Map<Long, Double> inside = numbers(INSIDE);
    int inYangpu = (int) inside.values().stream().filter(share -> share > 0.5).count();
    KindCatalogue kinds = KindCatalogue.load();
    IndicatorTable table =
        new Indicators(IndicatorCatalogue.load(kinds), new Assessor(), kinds)
            .table(
                city,
                StandardsLibrary.load(kinds).get("gb50180-2018"),
                2025,
                Optional.of(AreaLevel.DISTRICT));

    assertThat(inYangpu).isEqualTo(7);
    assertThat(figure(table, "杨浦区", "activity_ground_gap").denominator()).isEqualTo(inYangpu);
    assertThat(figure(table, "虹口区", "activity_ground_gap").denominator()).isEqualTo(15 - inYangpu);
    // No list of kindergartens: unknown, not a gap.
    assertThat(figure(table, "虹口区", "kindergarten_gap").counts().unknown()).isEqualTo(8);
    assertThat(figure(table, "虹口区", "kindergarten_gap").value()).isNaN();
  }

  private static IndicatorTable.Figure figure(IndicatorTable table, String area, String indicator) {
    for (IndicatorTable.Row row : table.rows()) {
      for (int i = 0; i < table.columns().size(); i++) {
        if (row.name().equals(area) && table.columns().get(i).indicator().id().equals(indicator)) {
          return row.figures().get(i);
        }
      }
    }
    throw new AssertionError("no " + indicator + " of " + area);
  }

  @Test
  void nearestDistancesAreWhatPostgisSays() {
    KindCoverage fitness = assess("fitness");
    Map<Long, Double> expected = numbers(NEAREST.formatted(PLANE, "fitness"));

    for (int i = 0; i < city.size(); i++) {
      double metres = Nearest.find(city, fitness.service(), i).orElseThrow().metres();
      assertThat(metres)
          .as(city.community(i).name())
          .isCloseTo(expected.getOrDefault(city.community(i).id(), -1.0), within(0.01));
    }
  }

  private static KindCoverage assess(String kind) {
    return new Assessor()
        .assess(
            city,
            standard,
            standard.rules().stream().filter(r -> r.kind().equals(kind)).findFirst().orElseThrow());
  }

  private static void bring(
      ImportLayer imports,
      String file,
      LayerType type,
      String kind,
      String crs,
      String completeFor) {
    Path path = RealData.path(file);
    imports.run(
        new ImportRequest(
            path,
            type,
            new ImportRequest.Destination("shanghai", "", false, path.getFileName().toString()),
            ReadOptions.none(),
            new ImportRequest.Meaning(
                given(kind).map(KindChoice.Fixed::new),
                Map.of(),
                given(crs),
                given(completeFor),
                Map.of(),
                Set.of()),
            ImportRequest.Storing.replacing()));
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }

  private static Map<Long, Double> numbers(String sql) {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      Map<Long, Double> numbers = new HashMap<>();
      while (row.next()) {
        numbers.put(row.getLong(1), row.getDouble(2));
      }
      return numbers;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
