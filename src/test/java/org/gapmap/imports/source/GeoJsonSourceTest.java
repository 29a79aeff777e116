package org.gapmap.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gapmap.domain.UserError;
import org.gapmap.geo.DeclaredCrs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

class GeoJsonSourceTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"GeoJSON", "GeoJSONSeq", "GeoJSONSeq -lco RS=YES"})
  void readsWhatGdalWrote(String how) {
    Path shp = RealData.path("communities/shanghai_tongji/communities.shp");
    String[] words = how.split(" ");
    Path json =
        words.length == 1
            ? Ogr.convert(shp, folder.resolve("a.json"), words[0], "-t_srs", "EPSG:4326")
            : Ogr.convert(
                shp, folder.resolve("a.json"), words[0], "-t_srs", "EPSG:4326", words[1], words[2]);

    Rows rows = Rows.of(json);

    Rows direct = Rows.of(shp);
    assertThat(rows.features()).hasSameSizeAs(direct.features());
    assertThat(rows.description().declaredRows()).hasValue(direct.features().size());
    assertThat(rows.column("XQMC")).isEqualTo(direct.column("XQMC"));
    double area =
        rows.features().stream().mapToDouble(f -> f.geometry().orElseThrow().getArea()).sum();
    assertThat(area)
        .isCloseTo(
            Double.parseDouble(
                Ogr.value(
                    json,
                    "SELECT sum(ST_Area(geometry)) FROM "
                        + (words.length == 1 && how.equals("GeoJSON") ? "communities" : "a"))),
            within(area * 1e-6));
    assertThat(rows.problemCodes()).isEmpty();
    assertThat(rows.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"Point\",\"coordinates\":[121.5,31.2,8]}|POINT (121.5 31.2)",
        "{\"coordinates\":[[1,2],[3,4]],\"type\":\"MultiPoint\"}|MULTIPOINT ((1 2), (3 4))",
        "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}|LINESTRING (1 2, 3 4)",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1]]]}|POLYGON ((0 0, 1 0, 1 1, 0 0))",
        "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[1,0],[1,1],[0,0]]]]}|POLYGON ((0 0, 1 0, 1 1, 0 0))",
        "{\"type\":\"Point\",\"coordinates\":[]}|empty_shape",
        "{\"type\":\"Point\",\"coordinates\":[[1,2]]}|damaged_shape",
        "{\"type\":\"Point\",\"coordinates\":[1e999,2]}|not_a_number",
        "{\"type\":\"Point\",\"coordinates\":[\"1\",2]}|not_a_number",
        "{\"type\":\"Point\",\"coordinates\":[1]}|not_a_number",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0]]]}|degenerate_shape",
        "{\"type\":\"Polygon\",\"coordinates\":[[[[[0]]]]]}|damaged_shape",
        "{\"type\":\"GeometryCollection\",\"geometries\":[]}|geometry_collection",
        "{\"type\":\"Circle\",\"coordinates\":[1,2]}|not_a_feature",
        "null|null_shape"
      })
  void aShapeIsReadOrItsRowSaysWhyNot(String geometry, String expected) throws IOException {
    Rows rows =
        Rows.of(
            write(
                "a.geojson",
                "{\"features\":[{\"type\":\"Feature\",\"geometry\":"
                    + geometry
                    + ",\"properties\":{}},"
                    + "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}],"
                    + "\"type\":\"FeatureCollection\"}"));
    assertThat(rows.features()).hasSize(2);
    SourceFeature first = rows.features().get(0);
    assertThat(
            first
                .geometry()
                .map(Geometry::toText)
                .orElseGet(() -> first.problem().orElseThrow().code()))
        .isEqualTo(expected);
  }

  @Test
  void propertiesAreTextAndEveryFeatureHasAllOfThem() throws IOException {
    Rows rows =
        Rows.of(
            write(
                "a.json",
                """
                {"type": "FeatureCollection", "crs": {"type": "name",
                 "properties": {"name": "urn:ogc:def:crs:EPSG::4549"}}, "features": [
                 {"type": "Feature", "id": 7, "properties": {"名称": "甲", "n": 12.0, "big": 12000000,
                  "deep": {"a": [1, {"b": null}]}, "yes": true, "no": null},
                  "geometry": {"type": "Point", "coordinates": [500000, 3450000]}},
                 {"type": "Feature", "properties": {"later": "x"},
                  "geometry": {"type": "Point", "coordinates": [500000, 3450000]}}]}
                """));
    assertThat(rows.features().get(0).fields())
        .containsExactly(
            Map.entry("名称", "甲"),
            Map.entry("n", "12"),
            Map.entry("big", "12000000"),
            Map.entry("deep", "{\"a\":[1,{\"b\":null}]}"),
            Map.entry("yes", "true"),
            Map.entry("no", ""),
            Map.entry("id", "7"),
            Map.entry("later", ""));
    assertThat(rows.features().get(1).fields()).containsEntry("later", "x");
    assertThat(rows.description().crs().orElseThrow().text()).isEqualTo("EPSG:4549");
  }

  @Test
  void undeclaredDegreesAreWhatTheSpecificationSays() throws IOException {
    Rows rows = Rows.of(write("a.json", "{\"type\":\"Point\",\"coordinates\":[121.5,31.2]}"));
    assertThat(rows.features()).hasSize(1);
    assertThat(rows.description().crs().orElseThrow())
        .isEqualTo(
            new DeclaredCrs(DeclaredCrs.Kind.FORMAT_RULE, "EPSG:4326", "GeoJSON (RFC 7946)"));
    Rows metres = Rows.of(write("b.json", "{\"type\":\"Point\",\"coordinates\":[500000,3450000]}"));
    assertThat(metres.description().crs()).isEmpty();
  }

  @Test
  void aBrokenLineStopsNoOther() throws IOException {
    String line =
        "{\"type\":\"Feature\",\"properties\":{\"n\":\"%s\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}\n";
    Rows rows =
        Rows.of(
            write(
                "a.geojsonl",
                line.formatted("a")
                    + "{\"type\":\"Feature\", oops\n\n[1]\n"
                    + "[".repeat(5000)
                    + "\n"
                    + line.formatted("b")));
    assertThat(rows.features().stream().map(SourceFeature::row)).containsExactly(1, 2, 4, 5, 6);
    assertThat(rows.problemCodes())
        .containsExactly("json_unreadable", "not_a_feature", "not_a_feature");
    assertThat(rows.column("n")).containsExactly("a", "", "", "", "b");
  }

  @Test
  void whatStandsBeforeTheBreakIsRead() throws IOException {
    String feature =
        "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}";
    for (String end :
        new String[] {"", ",{\"type\":\"Fea", "," + "{\"a\":".repeat(3000), "]oops"}) {
      Rows rows =
          Rows.of(
              write("a.json", "{\"type\":\"FeatureCollection\",\"features\":[" + feature + end));
      assertThat(rows.features()).hasSize(1);
      assertThat(rows.warningCodes()).containsExactly("json_broken_off");
    }
  }

  @Test
  void readsGbkAsWell() throws IOException {
    Path file = folder.resolve("gbk.json");
    Files.write(
        file,
        "{\"type\":\"Feature\",\"properties\":{\"名称\":\"长者食堂\"},\"geometry\":null}"
            .getBytes(Charset.forName("GBK")));
    assertThat(Rows.of(file).column("名称")).containsExactly("长者食堂");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1}",
        "{\"type\":\"Topology\",\"objects\":{}}",
        "{\"displayFieldName\":\"\",\"geometryType\":\"esriGeometryPoint\",\"features\":[]}",
        "{\"type\"",
        "{"
      })
  void refusesOtherJsonWithASentence(String json) {
    assertThatThrownBy(() -> Rows.of(write("a.json", json)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("a.json")
        .hasMessageContaining("JSON");
  }

  @Test
  void limitsAreKept() throws IOException {
    Path file =
        write(
            "a.json",
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"a\":1,\"b\":2},"
                + "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4],[5,6],[7,8]]}}]}");
    ReadLimits few = ReadLimits.of(Map.of("GAPMAP_LIMIT_COORDINATES", "3"));
    assertThat(Rows.of(file, ReadOptions.none().within(few)).problemCodes())
        .containsExactly("over_limit");
    ReadLimits narrow = ReadLimits.of(Map.of("GAPMAP_LIMIT_FIELDS", "1"));
    assertThatThrownBy(() -> Rows.of(file, ReadOptions.none().within(narrow)))
        .hasMessageContaining("GAPMAP_LIMIT_FIELDS");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
