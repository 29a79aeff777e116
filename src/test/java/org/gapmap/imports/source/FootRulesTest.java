package org.gapmap.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.routing.util.parsers.FootAccessParser;
import com.graphhopper.util.PMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.Passage;
import org.gapmap.domain.StreetRule;
import org.junit.jupiter.api.Test;

/** The table of streets, way by way, beside GraphHopper's rules for people on foot. */
final class FootRulesTest {
  /** Tags that decide who walks, in what the two say differently. */
  private static final Set<String> DECIDING =
      Set.of(
          "highway",
          "foot",
          "access",
          "sidewalk",
          "motorroad",
          "route",
          "railway",
          "man_made",
          "sac_scale",
          "construction",
          "foot:conditional",
          "access:conditional");

  /** Why we may differ. Nothing else may. */
  private enum Reason {
    /** GraphHopper lets {@code foot=yes} and pavements open what is not built yet. */
    NOT_BUILT_YET,
    /** Open on some days or hours only: nobody is promised a service by a way that may be shut. */
    OPEN_AT_TIMES,
    /** {@code highway=unclassified;tertiary}: a value of two classes, both of them roads. */
    TWO_CLASSES,
    UNEXPLAINED;

    static Reason of(boolean theirs, StreetRule ours, Map<String, String> tags) {
      if (theirs && ours == StreetRule.UNBUILT) {
        return NOT_BUILT_YET;
      }
      if (theirs
          && ours == StreetRule.FORBIDDEN
          && (tags.containsKey("foot:conditional") || tags.containsKey("access:conditional"))) {
        return OPEN_AT_TIMES;
      }
      return !theirs && ours == StreetRule.ROAD && tags.getOrDefault("highway", "").contains(";")
          ? TWO_CLASSES
          : UNEXPLAINED;
    }
  }

  private record Difference(String file, Reason reason, String tags) {}

  private final FootAccessParser theirs =
      new FootAccessParser(
          new EncodingManager.Builder().add(VehicleAccess.create("foot")).build(), new PMap());
  private final OsmTagTable ours = OsmTagTable.find(LayerType.STREETS).orElseThrow();

  @Test
  void everyWayOfRealExtractsIsWalkedAsGraphHopperWalksIt() throws IOException {
    Map<Difference, Integer> differences =
        new TreeMap<>(java.util.Comparator.comparing(Difference::toString));
    int ways = 0;
    for (String file :
        List.of(
            "shanghai_tongji_2026.osm",
            "shenzhen_nanshan_2024.osm",
            "beijing_cau_2026.osm",
            "monaco.osm.gz",
            "porto_portugal.osm.pbf",
            "poa_osm.pbf")) {
      ways += compare(RealData.path("osm/" + file), differences);
    }
    report(ways, differences);

    assertThat(ways).isGreaterThan(60_000);
    assertThat(differences.keySet()).noneMatch(d -> d.reason() == Reason.UNEXPLAINED);
    assertThat(differences.values().stream().mapToInt(Integer::intValue).sum()).isLessThan(60);
  }

  private int compare(Path file, Map<Difference, Integer> differences) {
    int ways = 0;
    try (OsmItems items = new OsmFile(file, ReadLimits.DEFAULTS).read()) {
      for (OsmItem item = items.next(); item != null; item = items.next()) {
        if (!(item instanceof OsmItem.Way way) || way.tags().isEmpty()) {
          continue;
        }
        ReaderWay read = new ReaderWay(way.id());
        way.tags().forEach(read::setTag);
        boolean walked = !theirs.getAccess(read).canSkip();
        Optional<StreetRule> rule = ours.take(way.tags()).flatMap(t -> StreetRule.find(t.as()));
        ways += rule.isPresent() ? 1 : 0;
        boolean open = rule.isPresent() && rule.get().passage() == Passage.OPEN;
        if (walked != open) {
          Map<String, String> tags = new TreeMap<>(way.tags());
          tags.keySet().retainAll(DECIDING);
          StreetRule told = rule.orElse(StreetRule.NO_WAY);
          differences.merge(
              new Difference(
                  file.getFileName().toString(),
                  Reason.of(walked, told, way.tags()),
                  (walked ? "GraphHopper walks, we don't: " : "we walk, GraphHopper doesn't: ")
                      + told.id()
                      + " "
                      + tags),
              1,
              Integer::sum);
        }
      }
    }
    return ways;
  }

  /** For whoever looks the differences over. */
  private static void report(int ways, Map<Difference, Integer> differences) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(ways + " ways of highways, ferries, piers and platforms");
    differences.forEach(
        (d, count) -> lines.add(count + "\t" + d.file() + "\t" + d.reason() + "\t" + d.tags()));
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target/foot-rules.tsv"), lines);
  }
}
