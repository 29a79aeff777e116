package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.imports.ImportLayer;
import org.gapmap.imports.ImportRequest;
import org.gapmap.imports.KindChoice;
import org.gapmap.imports.source.ReadOptions;
import org.gapmap.imports.source.RealData;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.standards.StandardsLibrary;
import org.gapmap.store.AreaStore;
import org.gapmap.store.CityStore;
import org.gapmap.store.LayerStore;
import org.gapmap.store.StreetStore;
import org.gapmap.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three real places, judged straight and on foot. */
class RealWalksTest {
  private static TestDatabase database;

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static City city(String extract) {
    ImportLayer imports =
        new ImportLayer(
            new LayerStore(database.dataSource()),
            new AreaStore(database.dataSource()),
            KindCatalogue.load());
    String key = extract.substring(0, extract.indexOf('_'));
    bring(imports, key, extract, LayerType.COMMUNITIES, "");
    bring(imports, key, extract, LayerType.FACILITIES, "fitness");
    bring(imports, key, extract, LayerType.STREETS, "");
    return new Cities(
            new CityStore(database.dataSource()),
            new StreetStore(database.dataSource()),
            KindCatalogue.load())
        .get(key);
  }

  private static void bring(
      ImportLayer imports, String key, String file, LayerType type, String kind) {
    Path path = RealData.path("osm/" + file);
    imports.run(
        new ImportRequest(
            path,
            type,
            new ImportRequest.Destination(key, "", false, type + file),
            ReadOptions.none(),
            new ImportRequest.Meaning(
                Optional.of(kind).filter(k -> !k.isEmpty()).map(KindChoice.Fixed::new),
                Map.of(),
                Optional.empty(),
                Optional.of("all").filter(all -> type == LayerType.FACILITIES),
                Map.of(),
                Set.of()),
            ImportRequest.Storing.replacing()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"shanghai_tongji_2026.osm", "shenzhen_nanshan_2024.osm", "beijing_cau_2026.osm"})
  void whatIsInReachOnFootIsInReachStraightPointByPoint(String extract) {
    City city = city(extract);
    ServiceStandard own = StandardsLibrary.load(KindCatalogue.load()).get("old-community-renewal");
    ServiceStandard onFoot = DistanceChoice.in(own, DistanceMode.WALKING);
    ServiceRule rule = onFoot.findRule("fitness").orElseThrow();
    CityWalks walks = city.walks().orElseThrow();
    KindCoverage walked = new Assessor().assess(city, onFoot, rule);
    assertThat(walked.measured()).isEqualTo(Measured.WALKED);
    int longer = 0;
    for (int i = 0; i < city.size(); i++) {
      WalkPlaces area = walks.area(i);
      double tried = 0;
      for (int p = 0; p < area.size(); p++) {
        boolean near = false;
        for (int j = 0; j < walked.service().size(); j++) {
          near |= area.straightMetres(walked.service(), j, p) <= walked.radiusMetres();
        }
        tried += near ? 1.0 / area.size() : 0;
      }
      Optional<Nearest> nearest = Nearest.find(walked, i);
      if (walked.status(i) != CoverageStatus.UNKNOWN) {
        assertThat(walked.share(i)).isLessThanOrEqualTo(tried + 1e-9);
      }
      nearest
          .flatMap(Nearest::walk)
          .ifPresent(
              walk -> assertThat(walk.metres()).isGreaterThanOrEqualTo(walk.straightMetres()));
      longer += walked.share(i) < tried ? 1 : 0;
      assertThat(nearest.flatMap(Nearest::walk).map(Walk::metres))
          .isEqualTo(nearest.map(Nearest::metres));
    }
    assertThat(longer).isPositive();
  }
}
