package org.gapmap.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gapmap.domain.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

class GeoPackageSourceTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "communities/shanghai_tongji/communities.shp",
        "shapefiles/chinese/beijing_townships_utf8",
        "shapefiles/chinese/shanghai_districts_gbk"
      })
  void readsWhatGdalWrote(String real) throws IOException {
    Path shp = shp(RealData.path(real));
    Path gpkg =
        Ogr.convert(
            shp,
            folder.resolve("a.gpkg"),
            "GPKG",
            "-nln",
            "layer",
            "-nlt",
            "PROMOTE_TO_MULTI",
            "-lco",
            "FID=ogc_row",
            "-lco",
            "GEOMETRY_NAME=the_shape");
    byte[] before = Files.readAllBytes(gpkg);

    Rows rows = Rows.of(gpkg);

    assertThat(rows.features())
        .hasSize(Integer.parseInt(Ogr.value(gpkg, "SELECT count(*) FROM layer")));
    double area =
        rows.features().stream().mapToDouble(f -> f.geometry().orElseThrow().getArea()).sum();
    assertThat(area)
        .isCloseTo(
            Double.parseDouble(Ogr.value(gpkg, "SELECT sum(ST_Area(the_shape)) FROM layer")),
            within(area * 1e-9));
    Rows direct = Rows.of(shp);
    assertThat(rows.column(rows.description().fieldNames().get(0)))
        .isEqualTo(direct.column(direct.description().fieldNames().get(0)));
    assertThat(rows.description().crs()).isPresent();
    assertThat(rows.features().get(0).row()).isEqualTo(1);
    assertThat(Files.readAllBytes(gpkg)).isEqualTo(before);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(gpkg);
    }
  }

  private static Path shp(Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      return path;
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(f -> f.toString().endsWith(".shp")).findFirst().orElseThrow();
    }
  }

  @Test
  void aBrokenShapeIsAProblemOfItsRowOnly() throws SQLException {
    Path gpkg = geopackage("a.gpkg", "points");
    Rows rows = Rows.of(gpkg);
    assertThat(rows.features()).hasSize(9);
    assertThat(rows.column("name")).startsWith("甲", "乙");
    assertThat(rows.features().get(0).geometry().orElseThrow().toText())
        .isEqualTo("POINT (121.5 31.2)");
    assertThat(rows.features().get(1).geometry().map(Geometry::toText)).contains("POINT (1 2)");
    assertThat(rows.problemCodes())
        .containsExactly(
            "null_shape",
            "damaged_shape",
            "empty_shape",
            "geometry_collection",
            "curved_shape",
            "not_a_number",
            "damaged_shape");
    assertThat(rows.features().stream().map(SourceFeature::row)).startsWith(1, 2, 3).endsWith(90);
    assertThat(rows.features().get(0).fields())
        .containsEntry("places", "12")
        .containsEntry("share", "0.25");
    assertThat(rows.description().crs().orElseThrow().text()).isEqualTo("EPSG:4490");
    assertThat(rows.warningCodes()).containsExactly("tables_not_read");
  }

  @Test
  void asksWhichOfSeveralLayers() throws SQLException {
    Path gpkg = geopackage("a.gpkg", "养老", "托育");
    assertThatThrownBy(() -> Rows.of(gpkg))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("养老, 托育")
        .hasMessageContaining("--layer");
    Rows rows = Rows.of(gpkg, new ReadOptions(Optional.of("托育"), Optional.empty()));
    assertThat(rows.description().fileName()).isEqualTo("a.gpkg#托育");
    assertThat(Readers.layers(gpkg, ReadOptions.none()).layers())
        .extracting(SourceLayer::name)
        .containsExactly("养老", "托育");
    assertThatThrownBy(() -> Rows.of(gpkg, new ReadOptions(Optional.of("无"), Optional.empty())))
        .hasMessageContaining("养老");
  }

  @Test
  void readsWhatIsInTheJournalOnlyAndLeavesNoTrace() throws SQLException, IOException {
    Path gpkg = folder.resolve("wal.gpkg");
    try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + gpkg)) {
      try (Statement sql = writer.createStatement()) {
        sql.execute("PRAGMA journal_mode=WAL");
      }
      fill(writer, "points");
      Path wal = folder.resolve("wal.gpkg-wal");
      assertThat(Files.size(wal)).isPositive();
      byte[] before = Files.readAllBytes(wal);
      assertThat(Rows.of(gpkg).features()).hasSize(9);
      assertThat(Files.readAllBytes(wal)).isEqualTo(before);
    }
  }

  @Test
  void refusesOtherSqliteFilesByName() throws SQLException {
    Path other = folder.resolve("other.db");
    try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + other);
        Statement sql = writer.createStatement()) {
      sql.execute("CREATE TABLE t (a)");
    }
    assertThatThrownBy(() -> Rows.of(other))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no GeoPackage");
  }

  @Test
  void aFileCutInTheMiddleIsAnErrorOrAWarningButNoException() throws SQLException, IOException {
    Path gpkg = geopackage("a.gpkg", "points");
    byte[] whole = Files.readAllBytes(gpkg);
    for (int keep : new int[] {20, 100, 4096, 8192, whole.length / 2, whole.length - 4096}) {
      Path cut = Files.write(folder.resolve("cut" + keep + ".gpkg"), Arrays.copyOf(whole, keep));
      try {
        Rows rows = Rows.of(cut);
        assertThat(rows.features()).hasSizeLessThanOrEqualTo(9);
      } catch (UserError told) {
        assertThat(told.what()).contains("GeoPackage");
      }
    }
  }

  @Test
  void refusesMoreRowsThanTheLimit() throws SQLException {
    Path gpkg = geopackage("a.gpkg", "points");
    ReadLimits limits = ReadLimits.of(Map.of("GAPMAP_LIMIT_ROWS", "3"));
    assertThatThrownBy(() -> Rows.of(gpkg, ReadOptions.none().within(limits)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("GAPMAP_LIMIT_ROWS");
  }

  private Path geopackage(String name, String... layers) throws SQLException {
    Path gpkg = folder.resolve(name);
    try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + gpkg)) {
      fill(writer, layers);
    }
    return gpkg;
  }

  private static void fill(Connection writer, String... layers) throws SQLException {
    try (Statement sql = writer.createStatement()) {
      sql.execute(
          "CREATE TABLE gpkg_spatial_ref_sys (srs_name, srs_id INTEGER PRIMARY KEY, organization,"
              + " organization_coordsys_id, definition)");
      sql.execute("INSERT INTO gpkg_spatial_ref_sys VALUES ('CGCS2000', 4490, 'EPSG', 4490, '')");
      sql.execute("CREATE TABLE gpkg_contents (table_name, data_type, identifier)");
      sql.execute("INSERT INTO gpkg_contents VALUES ('notes', 'attributes', 'notes')");
      sql.execute(
          "CREATE TABLE gpkg_geometry_columns (table_name, column_name, geometry_type_name,"
              + " srs_id, z, m)");
      for (String layer : layers) {
        sql.execute("INSERT INTO gpkg_contents VALUES ('" + layer + "', 'features', '')");
        sql.execute(
            "INSERT INTO gpkg_geometry_columns VALUES ('"
                + layer
                + "', 'geom', 'POINT', 4490, 0, 0)");
        sql.execute(
            "CREATE TABLE \""
                + layer
                + "\" (fid INTEGER PRIMARY KEY, geom, name, places REAL, share)");
        List<String> shapes =
            List.of(
                POINT,
                // POINT ZM in big-endian bytes
                "x'4750000000000000"
                    + "00"
                    + "00000bb9"
                    + "3ff0000000000000"
                    + "4000000000000000"
                    + "4008000000000000"
                    + "4010000000000000'",
                "NULL",
                "x'4750'",
                "x'4750001000000000'",
                "x'4750000000000000" + "01" + "07000000" + "00000000'",
                "x'4750000000000000" + "01" + "08000000" + "00000000'",
                // POINT (inf 0)
                "x'4750000000000000" + "01" + "01000000" + "000000000000f07f" + "0000000000000000'",
                // A line of two thousand million points
                "x'4750000000000000" + "01" + "02000000" + "ffffff7f'");
        for (int i = 0; i < shapes.size(); i++) {
          sql.execute(
              "INSERT INTO \""
                  + layer
                  + "\" VALUES ("
                  + (i == 8 ? 90 : i + 1)
                  + ", "
                  + shapes.get(i)
                  + ", '"
                  + "甲乙丙丁戊己庚辛壬".charAt(i)
                  + "', 12.0, 0.25)");
        }
      }
    }
  }

  /** POINT (121.5 31.2), with an envelope before it. */
  private static final String POINT =
      "x'4750000300000000"
          + "0000000000605e40".repeat(2)
          + "3333333333333f40".repeat(2)
          + "01"
          + "01000000"
          + "0000000000605e40"
          + "3333333333333f40'";
}
