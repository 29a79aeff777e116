package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.gapmap.domain.UserError;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.CityRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemonstrationCityTest {
  private ImportWorld world;
  private DemonstrationCity demonstration;

  @BeforeEach
  void open() {
    world = new ImportWorld();
    demonstration =
        new DemonstrationCity(
            new ImportLayer(world.layers(), world.areas(), KindCatalogue.load()), world.cities());
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void goesThroughTheImportWithoutARefusal() {
    List<ImportReport> reports = demonstration.load(Path.of("data"));

    assertThat(reports).hasSizeGreaterThanOrEqualTo(8);
    assertThat(reports).allSatisfy(report -> assertThat(report.rows().refused()).isZero());
    CityRecord city = world.cities().listCities().get(0);
    assertThat(city.demonstration()).isTrue();
    assertThat(city.communities()).isEqualTo(300);
    KindCatalogue kinds = KindCatalogue.load();
    List<String> imported =
        world.query("SELECT DISTINCT kind FROM layer WHERE type = 'facilities'");
    assertThat(
            Stream.of(
                "elderly_canteen",
                "fitness",
                "childcare",
                "kindergarten",
                "elderly_day_care",
                "community_health_station",
                "culture_station",
                "food_market"))
        .allSatisfy(kind -> assertThat(kinds.unfold(kind)).containsAnyElementsOf(imported));
    assertThat(imported).contains("outdoor_fitness_ground", "sports_ground_small", "meal_point");
    assertThat(world.number("SELECT count(*) FROM community WHERE residents IS NOT NULL"))
        .isGreaterThan(250);
  }

  @Test
  void isAnnouncedAndLoadedOnce() {
    AtomicInteger announced = new AtomicInteger();
    demonstration.loadWhereEmpty(Path.of("data"), announced::incrementAndGet);
    int version = world.cities().listCities().get(0).dataVersion();
    demonstration.loadWhereEmpty(Path.of("data"), announced::incrementAndGet);

    assertThat(world.cities().listCities().get(0).dataVersion()).isEqualTo(version);
    assertThat(announced).hasValue(1);
  }

  @Test
  void aFolderWithoutAManifestIsAnError() {
    assertThatThrownBy(() -> demonstration.load(Path.of("src")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no demonstration city");
  }
}
