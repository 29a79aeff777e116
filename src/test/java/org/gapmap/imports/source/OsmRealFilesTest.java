package org.gapmap.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.gapmap.imports.source.OsmText.as;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.Passage;
import org.gapmap.domain.StreetRule;
import org.gapmap.domain.UserError;
import org.gapmap.geo.LocalPlane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Extracts that nobody of this project made, against the figures published with them. */
final class OsmRealFilesTest {
  @ParameterizedTest
  @CsvSource({
    "shanghai_tongji_2026.osm, 15, 同济新村",
    "shenzhen_nanshan_2024.osm, 28, 西海明珠花园",
    "beijing_cau_2026.osm, 11, 静淑苑",
  })
  void namedResidentialAreas(String file, int named, String one) {
    Rows rows = Rows.of(RealData.path("osm/" + file), as(LayerType.COMMUNITIES));

    assertThat(rows.column("name").stream().filter(n -> !n.isEmpty())).hasSize(named).contains(one);
    assertThat(rows.column("@id")).doesNotHaveDuplicates();
  }

  /** GraphHopper's figures leave out pieces that hang together with nothing else. */
  @ParameterizedTest
  @CsvSource({
    "shanghai_tongji_2026.osm, 29.5",
    "shenzhen_nanshan_2024.osm, 103",
    "beijing_cau_2026.osm, 64",
    "monaco.osm.gz, 80.9",
    "poa_osm.pbf, 1834",
  })
  void walkableKilometres(String file, double kilometres) {
    Rows rows = Rows.of(RealData.path("osm/" + file), as(LayerType.STREETS));
    double metres =
        rows.features().stream()
            .filter(row -> isOpen(row.fields().getOrDefault(OsmWays.RULE, "")))
            .flatMap(row -> row.geometry().stream())
            .mapToDouble(OsmRealFilesTest::metres)
            .sum();

    assertThat(metres / 1000).isCloseTo(kilometres, withinPercentage(3.5));
  }

  private static boolean isOpen(String rule) {
    return StreetRule.find(rule).orElseThrow().passage() == Passage.OPEN;
  }

  private static double metres(Geometry lines) {
    double metres = 0;
    for (int part = 0; part < lines.getNumGeometries(); part++) {
      double[] at =
          LocalPlane.atCentreOf(lines.getEnvelopeInternal())
              .project(((LineString) lines.getGeometryN(part)).getCoordinateSequence());
      for (int i = 2; i < at.length; i += 2) {
        metres += Math.hypot(at[i] - at[i - 2], at[i + 1] - at[i - 1]);
      }
    }
    return metres;
  }

  @Test
  void allOfPortosNodesAreRead() {
    int nodes = 0;
    try (OsmItems items =
        new OsmFile(RealData.path("osm/porto_portugal.osm.pbf"), ReadLimits.DEFAULTS).read()) {
      for (OsmItem item = items.next(); item != null; item = items.next()) {
        nodes += item instanceof OsmItem.Node ? 1 : 0;
      }
    }

    assertThat(nodes).isCloseTo(348_000, within(500));
  }

  @Test
  void relationsAreAssembledAsTheirNotesSay() throws IOException {
    String text = Files.readString(RealData.path("osm/multipolygon_testcases.osm"));
    Path file = Files.createTempFile("multipolygons", ".osm");
    try {
      OsmText.write(
          file, text.replaceAll("<relation [^>]*>", "$0<tag k='landuse' v='residential'/>"));
      Map<String, String> found = new TreeMap<>();
      Rows.of(file, as(LayerType.COMMUNITIES))
          .features()
          .forEach(row -> found.put(row.fields().getOrDefault("testcase", ""), drawn(row)));

      assertThat(found).hasSize(32).containsAllEntriesOf(OUTLINES);
    } finally {
      Files.delete(file);
    }
  }

  /** Holes of each polygon, in brackets of each: what the note of the test case says in words. */
  private static final Map<String, String> OUTLINES =
      Map.ofEntries(
          Map.entry("2100", "[0]"), // 2-way plain polygon
          Map.entry("2400", "[0]"), // tagged as boundary
          Map.entry("2500", "[] ring_open"), // not closed
          Map.entry("2600", "[0]"), // containing each member twice
          Map.entry("2700", "[0, 0]"), // two outers touching in a point
          Map.entry("3100", "[1]"), // with hole
          Map.entry("3300", "[1, 0]"), // with a polygon in the hole
          Map.entry("3400", "[0]"), // hole along the outline: a bay
          Map.entry("3500", "[1]"), // mixed-up roles
          Map.entry("3700", "[1, 1]"), // touching holes in a hole of a hole
          Map.entry("3800", "[1]"), // touching inners that use the same border way
          Map.entry("4100", "[2]"), // made of multiple inner and outer bits
          Map.entry("4200", "[0, 0, 0, 0]"), // flower
          Map.entry("4300", "[0, 0, 0, 0, 0, 0]"), // multiple outers
          Map.entry("4400", "[0, 0]"), // outers clockwise and counter-clockwise
          Map.entry("4700", "[0, 0, 0]"), // three outers that touch in noded points
          Map.entry("5100", "[0] loose_ends"), // extra unconnected bit
          Map.entry("5200", "[] ring_open"), // unnoticeable open outer ring
          Map.entry("5500", "[] degenerate_shape")); // two identical lines

  private static String drawn(SourceFeature row) {
    List<Integer> holes =
        row.geometry().stream()
            .flatMap(g -> IntStream.range(0, g.getNumGeometries()).mapToObj(g::getGeometryN))
            .map(p -> ((Polygon) p).getNumInteriorRing())
            .toList();
    return (holes + " " + row.problem().map(Notice::code).orElse("")).strip();
  }

  @ParameterizedTest
  @CsvSource({
    "101-missing_version, 'line 2', no version",
    "102-wrong_version, 'line 2', version 0.1",
    "103-old_version, 'line 2', version 0.5",
    "104-empty_file, '', the file is empty",
    "105-incomplete_xml_file, 'line 3', well-formed",
    "106-invalid_xml_file, 'line 3', <foo> may not stand in <osm>",
    "107-wrongly_nested_xml_file, 'line 4', <modify> may not stand in <node>",
    "108-unknown_top_level, 'line 2', <foo>",
    "109-unknown_data_level, 'line 3', <someelement> may not stand in <osm>",
    "110-entity_declaration, 'line', entities of its own",
    "121-truncated_gzip_file, '', cut off",
    "122-no_osm_element, 'line 2', <node>",
    "123-unknown_element_in_node, 'line 4', <nd> may not stand in <node>",
    "124-unknown_element_in_way, 'line 7', <member> may not stand in <way>",
    "125-unknown_element_in_relation, 'line 4', <nd> may not stand in <relation>",
    "126-wrong_member_type, 'line 4', member's type is 'foo'",
    "127-missing_member_type, 'line 4', no attribute type",
    "128-missing_member_ref, 'line 4', ''",
    "300-change-file, 'line 2', change file",
  })
  void malformedFilesAreRefusedWithLineAndReason(String name, String line, String reason)
      throws IOException {
    Path file = data(name);

    assertThatThrownBy(() -> Rows.of(file, as(LayerType.FACILITIES)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(line)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "100-correct_but_no_data, 0",
    "120-correct_gzip_file_without_data, 0",
    "140-unicode, 5",
    "141-entities, 1",
    "142-whitespace, 4",
    "200-nodes, 3",
  })
  void soundFilesAreRead(String name, int leastNodes) throws IOException {
    int nodes = 0;
    try (OsmItems items = new OsmFile(data(name), ReadLimits.DEFAULTS).read()) {
      for (OsmItem item = items.next(); item != null; item = items.next()) {
        nodes++;
      }
    }
    assertThat(nodes).isGreaterThanOrEqualTo(leastNodes);
  }

  @Test
  void everyMalformedFileIsSpokenOf() throws IOException {
    try (var folders = Files.list(RealData.path("osm/malformed"))) {
      assertThat(folders).hasSize(25);
    }
  }

  private static Path data(String name) throws IOException {
    try (var files = Files.list(RealData.path("osm/malformed/" + name))) {
      return files
          .filter(f -> f.getFileName().toString().startsWith("data."))
          .findFirst()
          .orElseThrow();
    }
  }
}
