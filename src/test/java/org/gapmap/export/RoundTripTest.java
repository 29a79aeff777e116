package org.gapmap.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gapmap.domain.LayerType;
import org.gapmap.imports.ImportReport;
import org.gapmap.imports.source.RealData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Geometry;

/** What is exported comes back as it was, but for what the export's report lists. */
class RoundTripTest {
  private ExportWorld world;

  @TempDir private Path folder;

  @BeforeEach
  void open() {
    world = new ExportWorld();
  }

  @AfterEach
  void close() {
    world.close();
  }

  static Stream<Arguments> layersInEveryFormat() {
    return Stream.of(ExportFormat.values())
        .flatMap(format -> OfficeFiles.types().stream().map(type -> Arguments.of(format, type)));
  }

  @ParameterizedTest
  @MethodSource("layersInEveryFormat")
  void comesBackAsItWas(ExportFormat format, LayerType type) {
    world.bringIn("there", type, OfficeFiles.write(folder, type), Optional.empty());
    Path file = folder.resolve("out." + format.extension());
    ExportReport report = world.export("there", type, format, "EPSG:4490", file);

    world.bringIn("back", type, file, Optional.empty());

    List<ExportWorld.Row> before = world.rows("there", type);
    List<ExportWorld.Row> after = world.rows("back", type);
    assertThat(report.rows()).isEqualTo(3);
    assertThat(after).hasSameSizeAs(before);
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i).values()).isEqualTo(values(format, before.get(i).values()));
      assertThat(attributes(after.get(i)))
          .isEqualTo(held(format, attributes(before.get(i)), report));
      Geometry shape = after.get(i).shape();
      Geometry drawn = before.get(i).shape();
      assertThat(
              format == ExportFormat.SHP
                  ? shape.norm().equalsExact(drawn.norm())
                  : shape.equalsExact(drawn, format == ExportFormat.XLSX ? 1e-12 : 0))
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ExportFormat.class,
      names = {"GPKG", "SHP", "GEOJSON", "CSV", "XLSX"})
  void comesBackFromTheLocalZoneWithinAMillimetre(ExportFormat format) {
    LayerType type = LayerType.COMMUNITIES;
    world.bringIn("there", type, OfficeFiles.write(folder, type), Optional.empty());
    Path file = folder.resolve("out." + format.extension());
    ExportReport report = world.export("there", type, format, "local", file);

    // Degrees of longitude 121.535 lie nearer to 123 than to 120.
    assertThat(report.crs()).isEqualTo("EPSG:4550");
    world.bringIn(
        "back",
        type,
        file,
        format == ExportFormat.CSV || format == ExportFormat.XLSX
            ? Optional.of("EPSG:4550")
            : Optional.empty());
    List<ExportWorld.Row> before = world.rows("there", type);
    List<ExportWorld.Row> after = world.rows("back", type);
    for (int i = 0; i < before.size(); i++) {
      assertThat(farthest(before.get(i).shape(), after.get(i).shape())).isLessThan(1e-8);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ExportFormat.class,
      names = {"GPKG", "SHP", "GEOJSON", "CSV", "XLSX"})
  void realCommunitiesComeBack(ExportFormat format) {
    LayerType type = LayerType.COMMUNITIES;
    Path real = RealData.path("communities/shanghai_tongji/communities.shp");
    world.bringIn("there", type, real, Optional.empty());
    Path file = folder.resolve("out." + format.extension());
    world.export("there", type, format, "EPSG:4490", file);

    ImportReport report = world.bringIn("back", type, file, Optional.empty());

    List<ExportWorld.Row> before = world.rows("there", type);
    List<ExportWorld.Row> after = world.rows("back", type);
    assertThat(report.rows().refused()).isZero();
    assertThat(after).hasSize(15);
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i).values()).isEqualTo(before.get(i).values());
      assertThat(attributes(after.get(i))).isEqualTo(attributes(before.get(i)));
      assertThat(after.get(i).shape().norm().equalsExact(before.get(i).shape().norm())).isTrue();
    }
  }

  private static Map<String, String> attributes(ExportWorld.Row row) {
    try {
      return new JsonMapper()
          .readValue(row.attributes(), new TypeReference<TreeMap<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one value of these rows that a spreadsheet would run is a name. */
  private static String values(ExportFormat format, String values) {
    return format == ExportFormat.CSV && values.startsWith("@") ? "'" + values : values;
  }

  /** The attributes as the format can hold them, by what the export's report says. */
  private static Map<String, String> held(
      ExportFormat format, Map<String, String> attributes, ExportReport report) {
    Map<String, String> held = new TreeMap<>();
    attributes.forEach(
        (name, value) -> {
          if (name.equals("联系电话")) {
            return;
          }
          switch (format) {
            case CSV -> held.put(name, value.startsWith("=") ? "'" + value : value);
            // Our own words are decided anew, and stand there under their whole names.
            case SHP -> held.put(name.startsWith("gapmap:") ? name : cut(name, report), cut(value));
            default -> held.put(name, value);
          }
        });
    return held;
  }

  private static String cut(String name, ExportReport report) {
    // The last one: a column with a meaning may have the same name, and stands before.
    String written =
        report.fieldNames().stream()
            .filter(field -> field.name().equals(name))
            .reduce((first, second) -> second)
            .orElseThrow()
            .written();
    return written.endsWith("__file") ? name : written;
  }

  private static String cut(String value) {
    String kept = value;
    while (kept.getBytes(StandardCharsets.UTF_8).length > 254) {
      kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
    }
    return kept;
  }

  private static double farthest(Geometry a, Geometry b) {
    return DiscreteHausdorffDistance.distance(a, b);
  }
}
