package org.gapmap.assess.walking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gapmap.geo.Geocentric;
import org.gapmap.imports.source.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Extracts as they are found: what they hold is walked just the same. */
final class OddExtractsTest {
  private static final Pattern ITEM =
      Pattern.compile("(?s)<(node|way|relation) [^>]*?(/>|>.*?</\\1>)");
  private static final Pattern ID =
      Pattern.compile("(<(?:node|way|relation) [^>]*?id=|ref=)\"(\\d+)\"");

  @TempDir private Path folder;

  private static String shanghai() throws IOException {
    return Files.readString(RealData.path("osm/shanghai_tongji_2026.osm"), StandardCharsets.UTF_8);
  }

  private StreetGraph graph(String osm) throws IOException {
    Path file = folder.resolve("extract.osm");
    Files.writeString(file, osm);
    return ExtractStreets.graph(file);
  }

  private static List<String> items(String osm) {
    List<String> items = new ArrayList<>();
    for (Matcher item = ITEM.matcher(osm); item.find(); ) {
      items.add(item.group());
    }
    return items;
  }

  private static String osm(List<String> items) {
    return "<osm version='0.6'>" + String.join("\n", items) + "</osm>";
  }

  private static double metres(StreetGraph graph) {
    double metres = 0;
    for (int edge = 0; edge < graph.edges(); edge++) {
      metres += graph.metres(edge);
    }
    return metres;
  }

  private static void assertAlike(StreetGraph one, StreetGraph other) {
    assertThat(one.edges()).isEqualTo(other.edges()).isGreaterThan(200);
    assertThat(one.nodes()).isEqualTo(other.nodes());
    assertThat(one.islands()).isEqualTo(other.islands());
    assertThat(metres(one)).isCloseTo(metres(other), within(0.5));
  }

  @Test
  void itemsInAnyOrder() throws IOException {
    List<String> items = items(shanghai());
    Collections.shuffle(items, new Random(3));

    assertAlike(graph(osm(items)), graph(shanghai()));
  }

  @Test
  void idsBeyondThirtyTwoBits() throws IOException {
    String moved =
        ID.matcher(shanghai())
            .replaceAll(m -> m.group(1) + "\"" + (Long.parseLong(m.group(2)) + (1L << 40)) + "\"");

    assertAlike(graph(moved), graph(shanghai()));
  }

  @Test
  void itemsThatSayNothingOfTheirHistory() throws IOException {
    String bare =
        osm(items(shanghai())).replaceAll(" (version|timestamp|changeset|uid|user)=\"[^\"]*\"", "");

    assertAlike(graph(bare), graph(shanghai()));
  }

  /** As a box cuts an extract whose ways keep all their references. */
  @Test
  void whatIsKnownOfACutStreetIsWalked() throws IOException {
    StringBuilder osm = new StringBuilder();
    for (int node = 1; node <= 3; node++) {
      osm.append("<node id='%d' lon='%s' lat='31.2'/>".formatted(node, 121.5 + 0.001 * node));
    }
    for (int node = 6; node <= 7; node++) {
      osm.append("<node id='%d' lon='%s' lat='31.2'/>".formatted(node, 121.5 + 0.001 * node));
    }
    osm.append("<way id='1'>");
    for (int node = 1; node <= 7; node++) {
      osm.append("<nd ref='").append(node).append("'/>");
    }
    osm.append("<tag k='highway' v='footway'/></way>");

    StreetGraph graph = graph("<osm version='0.6'>" + osm + "</osm>");

    assertThat(graph.edges()).isEqualTo(2);
    assertThat(metres(graph))
        .isCloseTo(3 * Geocentric.metres(121.501, 31.2, 121.502, 31.2), within(0.1));
  }

  /** The same file with small numbers for its long ids. */
  @Test
  void anExtractWithLongIdsIsTheOneWithShortOnes() throws IOException {
    String given = Files.readString(RealData.path("osm/64bit_ids.osm"), StandardCharsets.UTF_8);
    Map<String, Integer> numbers = new HashMap<>();
    String small =
        ID.matcher(given)
            .replaceAll(
                m ->
                    m.group(1)
                        + "\""
                        + numbers.computeIfAbsent(m.group(2), id -> numbers.size() + 1)
                        + "\"");

    assertThat(numbers.keySet()).anyMatch(id -> Long.parseLong(id) > Integer.MAX_VALUE);
    assertAlike(graph(given), graph(small));
  }
}
