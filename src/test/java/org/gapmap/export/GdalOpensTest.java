package org.gapmap.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gapmap.domain.LayerType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** GDAL opens every format, and agrees on rows, shapes, names and coordinate system. */
class GdalOpensTest {
  private ExportWorld world;

  @TempDir private Path folder;

  @BeforeEach
  void open() {
    assumeTrue(works("ogrinfo", "--version"), "ogrinfo is not installed: GDAL is not asked");
    world = new ExportWorld();
  }

  @AfterEach
  void close() {
    if (world != null) {
      world.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GPKG, EPSG:4490, Multi Polygon, China Geodetic Coordinate System 2000, 121.5",
    "GPKG, local, Multi Polygon, CGCS2000 / 3-degree Gauss-Kruger CM 123E, 357",
    "GPKG, EPSG:4549, Multi Polygon, CGCS2000 / 3-degree Gauss-Kruger CM 120E, 642",
    "SHP, EPSG:4490, Polygon, China Geodetic Coordinate System 2000, 121.5",
    "SHP, EPSG:4526, Polygon, CGCS2000 / 3-degree Gauss-Kruger zone 38, 39",
    "SHP, EPSG:4549, Polygon, CGCS2000 / 3-degree Gauss-Kruger CM 120E, 642",
    "SHP, EPSG:4326, Polygon, WGS 84, 121.5",
    "SHP, EPSG:32651, Polygon, WGS 84 / UTM zone 51N, 357",
    "GPKG, EPSG:32651, Multi Polygon, WGS 84 / UTM zone 51N, 357",
    "GEOJSON, EPSG:4490, Multi Polygon, China Geodetic Coordinate System 2000, 121.5",
    "GEOJSON, EPSG:4326, Multi Polygon, WGS 84, 121.5",
    "GEOJSON, EPSG:4549, Multi Polygon, CGCS2000 / 3-degree Gauss-Kruger CM 120E, 642",
  })
  void agrees(ExportFormat format, String crs, String geometry, String name, String west)
      throws IOException {
    String told = told(format, crs);

    assertThat(told).contains("Geometry: " + geometry, "Feature Count: 3");
    assertThat(told).containsPattern("(GEOG|PROJ)CRS\\[\"(" + name + ")\"");
    assertThat(told).contains("Extent: (" + west);
    assertThat(told).contains("households", "备注说");
  }

  @ParameterizedTest
  @CsvSource({"GPKG", "SHP", "GEOJSON", "CSV", "XLSX"})
  void readsTheSameTexts(ExportFormat format) throws IOException {
    Path file = exported(format, "EPSG:4490");
    String rows =
        run("ogr2ogr", "-f", "GeoJSON", "/vsistdout/", opened(format, file), "-lco", "RFC7946=NO");

    assertThat(rows).contains("鞍山新村\\\"一\\\"", "第一行\\n第二行, \\\"引号\\\"", "a\\nb");
    assertThat(rows).doesNotContain("021-65981234");
  }

  @ParameterizedTest
  @CsvSource({"GPKG, EPSG:4549", "SHP, local", "GEOJSON, EPSG:4526", "SHP, EPSG:32651"})
  void putsProjectedShapesWhereTheyWere(ExportFormat format, String crs)
      throws IOException, ParseException {
    Path file = exported(format, crs);
    String rows =
        run(
            "ogr2ogr",
            "-q",
            "-f",
            "CSV",
            "/vsistdout/",
            opened(format, file),
            "-lco",
            "GEOMETRY=AS_WKT",
            "-lco",
            "SEPARATOR=TAB",
            "-t_srs",
            "OGC:CRS84",
            "-select",
            "gapmap_row",
            "-nlt",
            "MULTIPOLYGON");

    List<ExportWorld.Row> drawn = world.rows("there", LayerType.COMMUNITIES);
    List<String> lines = rows.lines().skip(1).toList();
    assertThat(lines).hasSameSizeAs(drawn);
    for (int i = 0; i < drawn.size(); i++) {
      String wkt = lines.get(i).split("\t")[0].replace("\"", "");
      Geometry by = new WKTReader().read(wkt).norm();
      assertThat(by.equalsExact(drawn.get(i).shape().norm(), 2e-8)).as(wkt).isTrue();
    }
  }

  private Path exported(ExportFormat format, String crs) {
    world.bringIn(
        "there",
        LayerType.COMMUNITIES,
        OfficeFiles.write(folder, LayerType.COMMUNITIES),
        Optional.empty());
    Path file = folder.resolve("出口." + format.extension());
    world.export("there", LayerType.COMMUNITIES, format, crs, file);
    return file;
  }

  private String told(ExportFormat format, String crs) throws IOException {
    String file = opened(format, exported(format, crs));
    return run("ogrinfo", "-ro", "-so", "-al", file) + run("ogrinfo", "-ro", "-al", "-q", file);
  }

  private static String opened(ExportFormat format, Path file) {
    return format == ExportFormat.SHP ? "/vsizip/" + file : file.toString();
  }

  private static boolean works(String... command) {
    try {
      return !run(command).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static String run(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
