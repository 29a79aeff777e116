package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.UserError;
import org.gapmap.imports.source.RealData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A district's extract becomes a city's layers. */
final class OsmImportTest {
  private ImportWorld world = new ImportWorld();

  @BeforeEach
  void open() {
    world.close();
    world = new ImportWorld();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static Path beijing() {
    return RealData.path("osm/beijing_cau_2026.osm");
  }

  @Test
  void compoundsComeWithNameAndKey() {
    ImportReport report = world.of(LayerType.COMMUNITIES, beijing()).run();

    // Eleven have a name, one of them drawn as a point; a relation is cut by the extract's edge.
    assertThat(report.rows().read()).isEqualTo(12);
    assertThat(report.rows().stored()).isEqualTo(10);
    assertThat(report.evidence().crs().value()).contains("WGS");
    assertThat(report.issues())
        .extracting(IssueGroup::code)
        .contains("members_missing", "wrong_geometry")
        .doesNotContain("crs_assumed");
    assertThat(world.query("SELECT name FROM community ORDER BY name")).contains("静淑苑", "清华东路27号院");
    assertThat(world.query("SELECT source_key FROM community ORDER BY 1"))
        .allMatch(key -> key.startsWith("way/"));
  }

  @Test
  void facilitiesSayTheirKindsThemselves() {
    ImportReport report = world.of(LayerType.FACILITIES, beijing()).run();

    assertThat(report.rows().refused()).isZero();
    assertThat(report.rows().byKind())
        .containsEntry("kindergarten", 2)
        .containsEntry("public_toilet", 2)
        .containsEntry("supermarket", 2);
    assertThat(world.query("SELECT subtype, name FROM facility WHERE name LIKE '%幼儿园'"))
        .contains("amenity=kindergarten|中国农业大学东校区幼儿园");
  }

  @Test
  void aKindThatIsGivenPicksItsRowsAndItsMembers() {
    assertThat(world.of(LayerType.FACILITIES, beijing()).kind("幼儿园").run().rows().byKind())
        .containsOnlyKeys("kindergarten");
    assertThat(world.of(LayerType.FACILITIES, beijing()).kind("fitness").run().rows().byKind())
        .containsOnlyKeys("sports_ground_small", "sports_ground_medium");
    assertThatThrownBy(() -> world.of(LayerType.FACILITIES, beijing()).kind("meal_point").run())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no row");
  }

  @Test
  void theOtherLayersComeFromTheSameFile() {
    assertThat(world.of(LayerType.STREETS, beijing()).run().rows().stored()).isEqualTo(303);
    assertThat(world.of(LayerType.BUILDINGS, beijing()).run().rows().read()).isEqualTo(258);
    assertThat(world.of(LayerType.LAND_USE, beijing()).run().rows().stored()).isEqualTo(39);
    assertThat(world.of(LayerType.GATES, beijing()).run().rows().stored()).isEqualTo(23);
    assertThat(world.of(LayerType.ADDRESSES, beijing()).run().rows().stored()).isEqualTo(4);
    assertThat(world.query("SELECT DISTINCT category FROM shape WHERE category <> ''"))
        .contains("residential", "green", "water", "footway", "primary", "gate", "entrance");
  }
}
