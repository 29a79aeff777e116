package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gapmap.imports.DrawnTable.box;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gapmap.domain.Facility;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.UserError;
import org.gapmap.export.RefusedCsv;
import org.gapmap.export.RefusedGeoPackage;
import org.gapmap.imports.ImportRequest.Storing.Mode;
import org.gapmap.imports.source.FeatureSource;
import org.gapmap.imports.source.ReadOptions;
import org.gapmap.store.RefusedRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedRowsTest {
  @TempDir Path folder;
  private ImportWorld world;

  @BeforeEach
  void open() {
    world = new ImportWorld();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void threeBadRowsAreWrittenPutRightAndImportedOnce() throws IOException {
    Path list = folder.resolve("list.csv");
    Files.writeString(
        list,
        """
        编号,名称,类型,lon,lat,备注
        1,密云食堂,长者食堂,121.4922,31.2789,-
        2,赤峰食堂,长者食堂,0,0,=1+1
        3,四平健身点,健身乐园,121.50,31.28,"二楼, 电梯"
        4,同济健身点,健身点,121.51,31.285,
        5,鞍山食堂,长者食堂,121.4950,912.2800,-5
        """);
    ImportReport first = facilities(list).run();
    assertThat(first.rows().stored()).isEqualTo(2);

    Path file = folder.resolve("refused.csv");
    String written = refused(1);
    assertThat(written).contains("outside_world", "unknown_kind", "核对坐标", "\"二楼, 电梯\"");
    Files.writeString(
        file,
        "\uFEFF"
            + written
                .replace("赤峰食堂,长者食堂,0,0,", "赤峰食堂,长者食堂,121.4951,31.2801,")
                .replace("健身乐园,121.50", "健身点,121.50")
                .replace("912.2800", "31.2800"));

    ImportReport fixed = facilities(file).mode(Mode.UPSERT).run();

    assertThat(fixed.rows().refused()).isZero();
    assertThat(fixed.difference().orElseThrow().added()).isEqualTo(3);
    assertThat(fixed.difference().orElseThrow().changed()).isZero();
    assertThat(fixed.difference().orElseThrow().unchanged()).isEqualTo(2);
    assertThat(world.city().facilities())
        .extracting(Facility::name)
        .containsExactlyInAnyOrder("密云食堂", "赤峰食堂", "四平健身点", "同济健身点", "鞍山食堂");
    assertThat(
            world.query(
                "SELECT f.attributes->>'备注' FROM facility f JOIN current_layer l ON l.id ="
                    + " f.layer_version_id ORDER BY f.source_key"))
        .containsExactly("-", "=1+1", "二楼, 电梯", "null", "-5");
    assertThat(world.query("SELECT attributes FROM facility"))
        .noneMatch(attributes -> attributes.contains("refused_"));
    // The kept row is still shown by the file that it came in.
    Facility kept =
        world.city().facilities().stream()
            .filter(facility -> facility.name().equals("密云食堂"))
            .findFirst()
            .orElseThrow();
    assertThat(kept.provenance().file()).isEqualTo("list.csv");
    assertThat(kept.provenance().row()).isEqualTo(2);
    assertThat(kept.provenance().number()).isNotEqualTo(2);
  }

  @Test
  void aShapeIsWrittenAsItStoodAndComesBack() throws IOException {
    DrawnTable table =
        new DrawnTable("polygon", "XQBM", "XQMC", "电话")
            .row(box(121.5, 31.2, 1), "k1", "里仁新村", "13812345678")
            .row("POLYGON((0 0, 1 1, 0 0, 0 0))", "k2", "同德里", "13812345678")
            .row("", "k3", "无形里", "13812345678");
    communities(table).run();

    String written = refused(1);

    assertThat(written)
        .contains("\"POLYGON ((0 0, 1 1, 0 0, 0 0))\"")
        .doesNotContain("13812345678");
    Path file = folder.resolve("refused.csv");
    String right = box(121.51, 31.2, 1);
    Files.writeString(file, written.replace("POLYGON ((0 0, 1 1, 0 0, 0 0))", right));
    ImportReport again =
        world.of(LayerType.COMMUNITIES, file).crs("cgcs2000").mode(Mode.UPSERT).run();
    assertThat(again.rows().stored()).isEqualTo(1);
    assertThat(world.city().communities())
        .extracting(community -> community.name())
        .containsExactlyInAnyOrder("里仁新村", "同德里");
    List<String> codes = new ArrayList<>();
    world.history().forEachRefused(1, 2, row -> codes.add(row.code()));
    assertThat(codes).hasSize(1);
  }

  @Test
  void aGeoPackageOfRefusedRowsIsReadWithoutWhatWasAdded() throws IOException {
    communities(
            new DrawnTable("polygon", "XQBM", "XQMC")
                .row(box(121.5, 31.2, 1), "k1", "里仁新村")
                .row("POINT(121.51 31.2)", "k2", "同德里")
                .row("", "k3", "无形里"))
        .run();
    Path file = folder.resolve("refused.gpkg");

    RefusedGeoPackage.write(world.history(), 1, 1, file);

    List<String> rows = new ArrayList<>();
    try (FeatureSource source = ReturnedFile.open(file, ReadOptions.none())) {
      source
          .features()
          .forEachRemaining(row -> rows.add(row.fields() + " " + row.geometry().isPresent()));
    }
    assertThat(rows).containsExactly("{XQBM=k2, XQMC=同德里} true", "{XQBM=k3, XQMC=无形里} false");
  }

  @Test
  void theSameFileInTheSameWayChangesNothing() throws IOException {
    Path list = folder.resolve("list.csv");
    Files.writeString(
        list, "编号,名称,类型,lon,lat\n1,密云食堂,长者食堂,121.4922,31.2789\n2,四平,健身点,121.5,31.28\n");
    ImportReport first = facilities(list).run();
    int version = world.city().dataVersion();

    ImportReport again = facilities(list).run();

    assertThat(again.isUnchanged()).isTrue();
    assertThat(again.rows().stored()).isEqualTo(first.rows().stored());
    assertThat(again.committed()).isEmpty();
    assertThat(ReportJson.of(again).path("unchanged").asBoolean()).isTrue();
    assertThat(ReportJson.of(again).path("layers")).hasSize(2);
    assertThat(ReportText.of(again, false)).anyMatch(line -> line.contains("nothing was changed"));
    assertThat(world.city().dataVersion()).isEqualTo(version);
    // Read in another way, or after another file, it is imported.
    assertThat(facilities(list).crs("gcj02").run().isUnchanged()).isFalse();
    assertThat(facilities(list).run().isUnchanged()).isFalse();
    Files.writeString(list, "编号,名称,类型,lon,lat\n1,密云食堂,长者食堂,121.4922,31.2790\n");
    ImportReport changed = facilities(list).run();
    assertThat(changed.isUnchanged()).isFalse();
    assertThat(changed.difference().orElseThrow().changed()).isEqualTo(1);
    assertThat(changed.difference().orElseThrow().examples().get(0).fields())
        .extracting(field -> field.field() + " " + field.before() + " " + field.after())
        .containsExactly(
            "geometry 121.4922000, 31.2789000 121.4922000, 31.2790000", "lat 31.2789 31.2790");
  }

  @Test
  void aDryRunTellsTheDifferenceAndStoresNothing() {
    communities(new DrawnTable("polygon", "XQMC", "RKS").row(box(121.5, 31.2, 1), "里仁新村", "10"))
        .run();

    ImportReport dry =
        communities(
                new DrawnTable("polygon", "XQMC", "RKS")
                    .row(box(121.5, 31.2, 1), "里仁新村", "12")
                    .row(box(121.6, 31.2, 1), "同德里", "5"))
            .storing(new ImportRequest.Storing(Mode.REPLACE, true, ""))
            .run();

    var difference = dry.difference().orElseThrow();
    assertThat(difference.added()).isEqualTo(1);
    assertThat(difference.changed()).isEqualTo(1);
    assertThat(ReportJson.of(dry).at("/difference/examples/0/fields/0/before").asText())
        .isEqualTo("10");
    assertThat(world.city().communities()).hasSize(1);
    assertThat(world.number("SELECT count(*) FROM layer_version")).isEqualTo(1);
  }

  @Test
  void whereNothingWasRefusedThereIsNothingToPutRight() {
    communities(new DrawnTable("polygon", "XQMC").row(box(121.5, 31.2, 1), "里仁新村")).run();

    assertThatThrownBy(() -> refused(1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("nothing to put right");
    List<RefusedRow> none = new ArrayList<>();
    world.history().forEachRefused(1, 1, none::add);
    assertThat(none).isEmpty();
  }

  private String refused(int version) throws IOException {
    int layer = world.history().listLayers(ImportWorld.CITY).get(0).id();
    StringWriter out = new StringWriter();
    RefusedCsv.write(world.history(), layer, version, out);
    return out.toString();
  }

  private ImportWorld.Request facilities(Path file) {
    return world.of(LayerType.FACILITIES, file).kindField("类型").crs("wgs84");
  }

  private ImportWorld.Request communities(DrawnTable table) {
    return world.of(LayerType.COMMUNITIES, Path.of("x")).opener(table.opener());
  }
}
