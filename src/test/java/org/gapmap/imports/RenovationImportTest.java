package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gapmap.imports.DrawnTable.box;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.gapmap.domain.Community;
import org.gapmap.domain.LayerType;
import org.gapmap.geo.DbfField;
import org.gapmap.geo.ShapefileLayer;
import org.gapmap.geo.ShapefileWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class RenovationImportTest {
  private static final Charset GBK = Charset.forName("GBK");

  private ImportWorld world;

  @TempDir private Path folder;

  @BeforeEach
  void open() {
    world = new ImportWorld();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aTableInGbkSaysWhoIsRenovatedAndOddWordsAreToldRowByRow() throws IOException {
    ImportReport report =
        bringIn(csv("甲,2023年已改造", "乙,施工中", "丙,拟改造", "丁,未改造", "戊,2021年改造", "己,", "庚,不详", "辛,部分改造"));

    assertThat(states())
        .isEqualTo("丁=NOT_RENOVATED 丙=PLANNED 乙=UNDER_WAY 己=? 庚=? 戊=? 甲=RENOVATED 辛=?");
    assertThat(report.rows().stored()).isEqualTo(8);
    IssueGroup unclear = group(report);
    assertThat(unclear.count()).isEqualTo(2);
    assertThat(unclear.examples()).containsExactly("row 6 改造情况: 2021年改造", "row 9 改造情况: 部分改造");
    assertThat(unclear.message().en()).contains("unknown", "write renovated");
    // The year of the work, and words that say nothing yet, stay with the row.
    assertThat(world.query("SELECT attributes->>'改造情况' FROM community ORDER BY row_number LIMIT 1"))
        .containsExactly("2023年已改造");
  }

  @Test
  void aShapefileInGbkWhoseHeadingTenBytesCutIsUnderstood() throws IOException, ParseException {
    ShapefileLayer layer =
        new ShapefileLayer(
            "xq",
            ShapefileLayer.POLYGONS,
            List.of(DbfField.text("XQMC", 40), DbfField.text("是否改造完", 10)));
    try (ShapefileWriter writer = new ShapefileWriter(folder, layer, DEGREES, GBK)) {
      WKTReader wkt = new WKTReader();
      writer.write(wkt.read(box(121.5, 31.2, 1)), List.of("里仁新村", "是"));
      writer.write(wkt.read(box(121.51, 31.2, 1)), List.of("同德里", "否"));
      writer.write(wkt.read(box(121.52, 31.2, 1)), List.of("长乐坊", ""));
    }

    world.of(LayerType.COMMUNITIES, folder.resolve("xq.shp")).run();

    assertThat(states()).isEqualTo("同德里=NOT_RENOVATED 里仁新村=RENOVATED 长乐坊=?");
  }

  @Test
  void aColumnOfZerosWasNeverFilled() {
    DrawnTable zeros =
        new DrawnTable("polygon", "XQMC", "SFGZ")
            .row(box(121.5, 31.2, 1), "A", "0")
            .row(box(121.51, 31.2, 1), "B", "0.0");
    ImportReport report = bringIn(zeros);
    assertThat(states()).isEqualTo("A=? B=?");
    assertThat(report.issues()).extracting(IssueGroup::code).contains("all_zero");

    DrawnTable told =
        new DrawnTable("polygon", "XQMC", "SFGZ")
            .row(box(121.5, 31.2, 1), "A", "0")
            .row(box(121.51, 31.2, 1), "B", "1");
    bringIn(told);
    assertThat(states()).isEqualTo("A=NOT_RENOVATED B=RENOVATED");
  }

  @Test
  void aStateThatChangedIsAChangedRowAndComesBackWithItsVersion() throws IOException {
    bringIn(csv("甲,未改造", "乙,未改造", "丙,"));

    ImportReport second = bringIn(csv("甲,已改造", "乙,未改造", "丙,"));

    assertThat(second.difference().orElseThrow().changed()).isEqualTo(1);
    assertThat(second.difference().orElseThrow().unchanged()).isEqualTo(2);
    assertThat(second.difference().orElseThrow().examples().get(0).fields())
        .contains(
            new org.gapmap.store.Difference.Field("renovation", "not_renovated", "renovated"));
    assertThat(states()).isEqualTo("丙=? 乙=NOT_RENOVATED 甲=RENOVATED");

    world.of(LayerType.COMMUNITIES, csv("乙,改造中")).mode(ImportRequest.Storing.Mode.UPSERT).run();
    assertThat(states()).isEqualTo("丙=? 乙=UNDER_WAY 甲=RENOVATED");

    int layer = world.history().listLayers(ImportWorld.CITY).get(0).id();
    world.history().restore(layer, 1, "");
    assertThat(states()).isEqualTo("丙=? 乙=NOT_RENOVATED 甲=NOT_RENOVATED");
  }

  private static final String DEGREES =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

  private ImportReport bringIn(Path file) {
    return world.of(LayerType.COMMUNITIES, file).run();
  }

  private ImportReport bringIn(DrawnTable table) {
    return world.of(LayerType.COMMUNITIES, Path.of("drawn.shp")).opener(table.opener()).run();
  }

  private Path csv(String... rows) throws IOException {
    StringBuilder text = new StringBuilder("小区名称,改造情况,WKT\n");
    for (int i = 0; i < rows.length; i++) {
      // By name, so that a row that comes alone is where it was.
      double lon = 121.5 + 0.01 * (rows[i].charAt(0) % 50);
      text.append(rows[i]).append(",\"").append(box(lon, 31.2, 1)).append("\"\n");
    }
    return Files.write(folder.resolve("xq.csv"), text.toString().getBytes(GBK));
  }

  /** By name; a question mark where it is not known. */
  private String states() {
    TreeMap<String, String> states = new TreeMap<>();
    for (Community one : world.city().communities()) {
      states.put(one.name(), one.name() + "=" + one.renovation().map(Enum::name).orElse("?"));
    }
    return String.join(" ", states.values());
  }

  private static IssueGroup group(ImportReport report) {
    return report.issues().stream()
        .filter(each -> each.code().equals("renovation_unclear"))
        .findFirst()
        .orElseThrow();
  }
}
