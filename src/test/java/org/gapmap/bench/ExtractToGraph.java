package org.gapmap.bench;

import com.graphhopper.GraphHopper;
import com.graphhopper.GraphHopperConfig;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.util.CustomModel;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gapmap.assess.walking.CityStreets;
import org.gapmap.assess.walking.NearestStreet;
import org.gapmap.assess.walking.StreetGraph;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.Streets;
import org.gapmap.imports.ImportLayer;
import org.gapmap.imports.ImportRequest;
import org.gapmap.imports.source.ReadOptions;
import org.gapmap.jobs.Progress;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.AreaStore;
import org.gapmap.store.CityStore;
import org.gapmap.store.LayerStore;
import org.gapmap.store.StreetStore;
import org.gapmap.store.TestDatabase;

/**
 * One way from an extract to streets that are searched, in a process of its own: {@code gapmap
 * FILE} through the import, PostGIS and back, or {@code graphhopper FILE}. Says one line: seconds
 * on the clock, seconds of its own threads, of the database's processes, nodes, edges, kilometres.
 */
final class ExtractToGraph {
  private ExtractToGraph() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "gapmap" -> gapmap(file);
      case "graphhopper" -> graphHopper(file);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static double cpuSeconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private static void say(
      double seconds, double cpu, double database, int nodes, int edges, double kilometres) {
    System.out.printf(
        "took %.3f %.3f %.3f %d %d %.1f%n", seconds, cpu, database, nodes, edges, kilometres);
  }

  private static void gapmap(Path file) {
    try (TestDatabase database = TestDatabase.fresh()) {
      DatabaseProcesses postgres = DatabaseProcesses.of(database.dataSource());
      double before = postgres.seconds();
      long start = System.nanoTime();
      double cpu = cpuSeconds();
      new ImportLayer(
              new LayerStore(database.dataSource()),
              new AreaStore(database.dataSource()),
              KindCatalogue.load())
          .run(
              new ImportRequest(
                  file,
                  LayerType.STREETS,
                  new ImportRequest.Destination("bench", "bench", false, "osm"),
                  ReadOptions.none(),
                  new ImportRequest.Meaning(
                      Optional.empty(),
                      Map.of(),
                      Optional.empty(),
                      Optional.empty(),
                      Map.of(),
                      Set.of(),
                      Map.of(),
                      Map.of()),
                  ImportRequest.Storing.replacing()),
              Progress.none());
      double imported = (System.nanoTime() - start) / 1e9;
      Streets streets =
          new StreetStore(database.dataSource())
              .readStreets(
                  new CityStore(database.dataSource())
                      .findSnapshot("bench")
                      .orElseThrow()
                      .layers());
      double read = (System.nanoTime() - start) / 1e9;
      StreetGraph graph = CityStreets.of(streets).graph();
      NearestStreet.of(graph);
      double seconds = (System.nanoTime() - start) / 1e9;
      double own = cpuSeconds() - cpu;
      double theirs = postgres.seconds() - before;
      System.out.printf("imported after %.2f s, read after %.2f s%n", imported, read);
      double metres = 0;
      for (int edge = 0; edge < graph.edges(); edge++) {
        metres += graph.metres(edge);
      }
      say(seconds, own, theirs, graph.nodes(), graph.edges(), metres / 1000);
    }
  }

  private static void graphHopper(Path file) throws IOException {
    Path folder = Files.createTempDirectory("graphhopper");
    try {
      long start = System.nanoTime();
      double cpu = cpuSeconds();
      GraphHopperConfig config = new GraphHopperConfig();
      config.putObject("graph.location", folder.toString());
      config.putObject("datareader.file", file.toString());
      config.putObject("graph.encoded_values", "foot_access");
      config.putObject("graph.dataaccess.default_type", "RAM");
      config.putObject("import.osm.ignored_highways", "");
      config.setProfiles(List.of(new Profile("foot").setCustomModel(byLength())));
      GraphHopper hopper = new GraphHopper().init(config);
      hopper.importOrLoad();
      double seconds = (System.nanoTime() - start) / 1e9;
      double own = cpuSeconds() - cpu;
      double metres = 0;
      var edges = hopper.getBaseGraph().getAllEdges();
      var access = hopper.getEncodingManager().getBooleanEncodedValue("foot_access");
      while (edges.next()) {
        metres += edges.get(access) || edges.getReverse(access) ? edges.getDistance() : 0;
      }
      say(
          seconds,
          own,
          0,
          hopper.getBaseGraph().getNodes(),
          hopper.getBaseGraph().getEdges(),
          metres / 1000);
      hopper.close();
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
  }

  private static CustomModel byLength() {
    return new CustomModel()
        .addToPriority(Statement.If("!foot_access", Statement.Op.MULTIPLY, "0"))
        .addToSpeed(Statement.If("true", Statement.Op.LIMIT, "5"));
  }
}
