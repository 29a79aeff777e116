package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gapmap.domain.Gate;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.Passage;
import org.gapmap.domain.StreetRule;
import org.gapmap.domain.StreetTally;
import org.gapmap.domain.Streets;
import org.gapmap.geo.DbfField;
import org.gapmap.geo.Geocentric;
import org.gapmap.geo.ShapefileLayer;
import org.gapmap.geo.ShapefileWriter;
import org.gapmap.imports.source.RealData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Streets and gates, from an office's file to what walking reads. */
final class WalkingLayersTest {
  private static final Charset GBK = Charset.forName("GBK");
  private static final String DEGREES =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

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

  private Streets streets() {
    return world.streets().readStreets(world.city().layers());
  }

  private List<Gate> gates() {
    return world.streets().readGates(world.city().layers());
  }

  @Test
  void gatesInATableSayWhoPassesAndWhetherTheyAreOpen() throws IOException {
    Path file = folder.resolve("小区出入口.csv");
    Files.writeString(
        file,
        """
        大门名称,出入口类型,状态,经度,纬度
        同济新村正门,主要出入口,开放,121.5011,31.2811
        北门,人行出入口,,121.5012,31.2822
        地库口,车行,正常,121.5013,31.2833
        西门,人车混行,关闭,121.5014,31.2844
        南门,,已封堵,121.5015,31.2855
        员工门,出入口,不详,121.5016,31.2866
        """);

    ImportReport report = world.of(LayerType.GATES, file).run();

    assertThat(gates())
        .extracting(Gate::use)
        .containsExactly(
            Gate.Use.MAIN,
            Gate.Use.PEDESTRIAN,
            Gate.Use.VEHICLE,
            Gate.Use.ANY,
            Gate.Use.ANY,
            Gate.Use.ANY);
    assertThat(gates())
        .extracting(Gate::closed)
        .containsExactly(false, false, false, true, true, false);
    assertThat(gates()).extracting(Gate::name).contains("同济新村正门", "西门");
    assertThat(gates().get(0).lon()).isCloseTo(121.5011, within(1e-9));
    assertThat(gates().get(0).lat()).isCloseTo(31.2811, within(1e-9));
    assertThat(report.issues())
        .filteredOn(g -> g.code().equals("gate_closed"))
        .singleElement()
        .satisfies(group -> assertThat(group.count()).isEqualTo(2));
  }

  @Test
  void gatesInAShapefileInGbkComeInTheSame() throws IOException, ParseException {
    ShapefileLayer layer =
        new ShapefileLayer(
            "crk",
            ShapefileLayer.POINTS,
            List.of(DbfField.text("MC", 40), DbfField.text("CRKLX", 20), DbfField.text("ZT", 10)));
    try (ShapefileWriter writer = new ShapefileWriter(folder, layer, DEGREES, GBK)) {
      WKTReader wkt = new WKTReader();
      writer.write(wkt.read("POINT (121.5 31.2)"), List.of("东门", "人行", "常开"));
      writer.write(wkt.read("POINT (121.51 31.2)"), List.of("消防通道门", "车行", "常闭"));
    }

    world.of(LayerType.GATES, folder.resolve("crk.shp")).run();

    assertThat(gates()).extracting(Gate::name).containsExactly("东门", "消防通道门");
    assertThat(gates())
        .extracting(Gate::use)
        .containsExactly(Gate.Use.PEDESTRIAN, Gate.Use.VEHICLE);
    assertThat(gates()).extracting(Gate::closed).containsExactly(false, true);
  }

  @Test
  void anOfficesStreetsSayHowTheyAreWalked() throws IOException, ParseException {
    ShapefileLayer layer =
        new ShapefileLayer(
            "dlzxx",
            ShapefileLayer.LINES,
            List.of(DbfField.text("DLMC", 40), DbfField.text("DLDJ", 20), DbfField.text("ZT", 10)));
    try (ShapefileWriter writer = new ShapefileWriter(folder, layer, DEGREES, GBK)) {
      WKTReader wkt = new WKTReader();
      writer.write(wkt.read("LINESTRING (121.5 31.2, 121.51 31.2)"), List.of("密云路", "支路", ""));
      writer.write(wkt.read("LINESTRING (121.5 31.21, 121.51 31.21)"), List.of("沪宁高速", "高速公路", ""));
      writer.write(
          wkt.read("LINESTRING (121.505 31.19, 121.505 31.21)"), List.of("南浦大桥", "主干路", ""));
      writer.write(wkt.read("LINESTRING (121.506 31.19, 121.506 31.21)"), List.of("", "次干路", "在建"));
      writer.write(wkt.read("LINESTRING (121.507 31.19, 121.507 31.21)"), List.of("", "丙", ""));
    }

    ImportReport report = world.of(LayerType.STREETS, folder.resolve("dlzxx.shp")).run();
    Streets streets = streets();

    assertThat(IntStream.range(0, streets.size()).mapToObj(streets::rule))
        .containsExactly(
            StreetRule.ROAD,
            StreetRule.MOTORWAY,
            StreetRule.ROAD,
            StreetRule.UNBUILT,
            StreetRule.CLASS_UNKNOWN);
    assertThat(streets.level(2)).isEqualTo(1);
    assertThat(streets.isBridge(2)).isTrue();
    assertThat(streets.isOffice(0)).isTrue();
    assertThat(streets.name(0)).isEqualTo("密云路");
    StreetTally tally = report.rows().streets().orElseThrow();
    double road = Geocentric.metres(121.5, 31.2, 121.51, 31.2);
    assertThat(tally.metres(Passage.CLOSED)).isBetween(road, 4 * road);
    assertThat(tally.bridges().ways()).isEqualTo(1);
    assertThat(String.join("\n", ReportText.of(report, true)))
        .contains("可步行", "道路", "不可步行", "高速公路、高架路", "在建或规划", "其中桥梁 1");
    assertThat(String.join("\n", ReportText.of(report, false)))
        .contains("walkable", "planned or under construction", "Bridges 1, tunnels 0");
    assertThat(ReportJson.of(report).at("/streets/rules/0/rule").asText()).isEqualTo("road");
    assertThat(StreetReport.read(ReportJson.of(report))).isPresent();
    assertThat(report.issues()).extracting(IssueGroup::code).contains("street_class_unknown");
  }

  @Test
  void anExtractsStreetsAndGatesAreReadAsTheyWereDecided() {
    Path beijing = RealData.path("osm/beijing_cau_2026.osm");
    ImportReport report = world.of(LayerType.STREETS, beijing).run();
    world.of(LayerType.GATES, beijing).run();
    Streets streets = streets();

    assertThat(streets.size()).isEqualTo(303);
    assertThat(IntStream.range(0, 303).noneMatch(streets::isOffice)).isTrue();
    assertThat(IntStream.range(0, 303).filter(i -> streets.passage(i) == Passage.CLOSED).count())
        .isEqualTo(6);
    assertThat(report.rows().streets().orElseThrow().metres(Passage.OPEN) / 1000)
        .isCloseTo(64, within(1.0));
    assertThat(gates()).isNotEmpty().hasSizeLessThanOrEqualTo(23);
    assertThat(world.query("SELECT count(*), count(DISTINCT id) FROM walkable_street"))
        .containsExactly("297|297");
    assertThat(
            world.query(
                "SELECT DISTINCT rule FROM walkable_street WHERE city = 'shanghai' ORDER BY rule"))
        .containsExactly("footpath", "road", "steps");
  }

  /** What versions of GapMap without rules stored. */
  @Test
  void layersFromBeforeRulesWereStoredAreStillWalked() {
    world.of(LayerType.STREETS, RealData.path("osm/shanghai_tongji_2026.osm")).run();
    world.query(
        "WITH old AS (UPDATE shape SET attributes = attributes - 'gapmap:walk' - 'gapmap:level'"
            + " - 'gapmap:span' RETURNING 1) SELECT count(*) FROM old");
    Streets streets = streets();

    assertThat(streets.size()).isGreaterThan(190);
    assertThat(IntStream.range(0, streets.size()).filter(i -> streets.passage(i) == Passage.OPEN))
        .hasSizeGreaterThan(190);
    assertThat(IntStream.range(0, streets.size()).mapToObj(streets::rule))
        .contains(StreetRule.STEPS, StreetRule.ROAD);
    assertThat(IntStream.range(0, streets.size()).anyMatch(streets::isBridge)).isTrue();
  }

  @Test
  void gatesInATableInGbkComeInTheSame() throws IOException {
    Path file = folder.resolve("gates.csv");
    Files.write(file, "名称,类型,状态,lon,lat\n东门,大门,开启,121.5,31.2\n".getBytes(GBK));

    world.of(LayerType.GATES, file).run();

    assertThat(gates()).extracting(Gate::use).containsExactly(Gate.Use.MAIN);
  }
}
