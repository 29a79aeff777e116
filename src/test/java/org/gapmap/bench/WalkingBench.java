package org.gapmap.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gapmap.assess.walking.DoorTable;
import org.gapmap.assess.walking.Doors;
import org.gapmap.assess.walking.NearestStreet;
import org.gapmap.assess.walking.OnStreet;
import org.gapmap.assess.walking.PgroutingStreets;
import org.gapmap.assess.walking.RealStreets;
import org.gapmap.assess.walking.StreetGraph;
import org.gapmap.assess.walking.WalkField;

/**
 * Walks: Porto against pgRouting in the same run, a city of a million nodes against the clock, and
 * one facility moved against the full search. Processor time is told beside the clock's, since a
 * machine may be shared.
 */
public final class WalkingBench {
  private static final int PORTO_FACILITIES = 400;
  private static final double PORTO_METRES = 1000;
  private static final int SIDE = 1000;
  private static final int KINDS = 24;
  private static final int FACILITIES = 5000;
  private static final int PLACES = 500_000;
  private static final int MOVES = 400;
  private static final double LIMIT_METRES = 150;

  private final GoalTable table = new GoalTable();
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** Arguments: {@code --json FILE}, {@code --without-peer}. */
  public static void main(String[] arguments)
      throws SQLException, IOException, InterruptedException {
    List<String> given = List.of(arguments);
    WalkingBench bench = new WalkingBench();
    bench.city();
    if (!given.contains("--without-peer")) {
      Optional<Path> porto = porto();
      if (porto.isPresent()) {
        bench.againstPgrouting(porto.get());
        ExtractBench.into(bench.table, porto.get());
      }
    }
    bench.table.hand(given);
  }

  /** The extract of Porto, where the real files are at hand; says so where they aren't. */
  private static Optional<Path> porto() {
    String folder = System.getenv("GAPMAP_REAL_DATA");
    if (folder == null) {
      System.out.println("GAPMAP_REAL_DATA is not set: no Porto, no peers");
      return Optional.empty();
    }
    return Optional.of(Path.of(folder, "osm", "porto_portugal.osm.pbf"));
  }

  /** Every node of Porto and the nearest of 400 facilities within 1,000 m, both warm. */
  private void againstPgrouting(Path porto) throws SQLException {
    if (!PgroutingStreets.installed()) {
      System.out.println("pgRouting is not installed (Debian: postgresql-15-pgrouting): left out");
      return;
    }
    StreetGraph graph = RealStreets.graph(RealStreets.lines(porto));
    SplittableRandom random = new SplittableRandom(1);
    List<Doors> doors = new ArrayList<>();
    for (int k = 0; k < PORTO_FACILITIES; k++) {
      int edge = random.nextInt(graph.edges());
      double along = random.nextDouble() * graph.metres(edge);
      doors.add(Doors.of(new OnStreet(edge, along, 0)));
    }
    DoorTable facilities = DoorTable.of(graph, doors);
    double[] metres = new double[graph.nodes()];
    int[] nearest = new int[graph.nodes()];
    Measured ours = Measured.fastest(60, () -> within(graph, facilities, metres, nearest));
    double peer = Double.POSITIVE_INFINITY;
    try (PgroutingStreets pgrouting = new PgroutingStreets(graph, facilities)) {
      for (int pass = 0; pass < 6; pass++) {
        long start = System.nanoTime();
        pgrouting.equicost(PORTO_METRES, metres, nearest);
        peer = Math.min(peer, (System.nanoTime() - start) / 1e9);
      }
    }
    String work = "Porto, %,d nodes, 400 facilities, 1,000 m".formatted(graph.nodes());
    table.note(work + ": GapMap", 1000 * ours.seconds(), "ms");
    table.note(work + ": pgr_drivingDistance, equicost", 1000 * peer, "ms");
    table.atLeast("times faster than pgr_drivingDistance", peer / ours.seconds(), "", 20);
    moved("Porto, one of 400 moved", WalkField.from(graph, facilities), facilities, graph, doors);
  }

  private static void within(
      StreetGraph graph, DoorTable facilities, double[] metres, int[] nearest) {
    WalkField field = WalkField.from(graph, facilities);
    for (int node = 0; node < metres.length; node++) {
      boolean reached = field.metres(node) <= PORTO_METRES;
      metres[node] = reached ? field.metres(node) : Double.POSITIVE_INFINITY;
      nearest[node] = reached ? field.nearest(node) : WalkField.NONE;
    }
  }

  private void city() {
    long start = System.nanoTime();
    StreetGraph graph = NoisyStreets.graph(SIDE, 1);
    NearestStreet streets = NearestStreet.of(graph);
    String size = "%,d nodes, %,d edges".formatted(graph.nodes(), graph.edges());
    table.note("a graph of " + size + " built", (System.nanoTime() - start) / 1e9, "s");
    SplittableRandom random = new SplittableRandom(2);
    double[][] places = along(PLACES, random);
    double[][][] facilities = new double[KINDS][][];
    Arrays.setAll(facilities, kind -> along(FACILITIES, random));
    Measured joined = Measured.fastest(2, () -> join(graph, streets, places));
    table.note("500,000 places joined to their streets", joined.seconds(), "s");
    long[] used = {system.getProcessCpuTime(), 0};
    Measured all =
        Measured.fastest(
            4,
            () -> {
              long before = system.getProcessCpuTime();
              everyKind(graph, streets, places, facilities);
              used[1] = system.getProcessCpuTime() - before;
            });
    table.atMost("24 kinds x 5,000 facilities, 500,000 places", all.seconds(), "s", 10);
    table.note("the same, processor time of the last pass", used[1] / 1e9, "s");
    table.atMost("the same, heap at most", all.peakMegabytes(), "MB", 2000);
    List<Doors> doors = doors(streets, facilities[0]);
    DoorTable one = DoorTable.of(graph, doors);
    moved("one of 5,000 moved", WalkField.from(graph, one), one, graph, doors);
  }

  /** Places in the order in which layers hold them, neighbours mostly near each other. */
  private static double[][] along(int count, SplittableRandom random) {
    double[][] places = new double[count][];
    Arrays.setAll(places, i -> NoisyStreets.place(SIDE, random));
    double strip = 0.01;
    Arrays.sort(
        places,
        Comparator.<double[]>comparingDouble(p -> Math.floor(p[1] / strip))
            .thenComparingDouble(p -> Math.floor(p[0] / strip))
            .thenComparingDouble(p -> p[0]));
    return places;
  }

  private static List<Doors> doors(NearestStreet streets, double[][] places) {
    return Arrays.stream(places)
        .parallel()
        .map(
            place -> {
              OnStreet found = streets.find(place[0], place[1], LIMIT_METRES);
              return found == null ? Doors.NONE : Doors.of(found);
            })
        .toList();
  }

  private static DoorTable join(StreetGraph graph, NearestStreet streets, double[][] places) {
    return DoorTable.of(graph, doors(streets, places));
  }

  /** Joins everybody, searches all kinds, and reads how far every place is from each. */
  private static void everyKind(
      StreetGraph graph, NearestStreet streets, double[][] places, double[][][] facilities) {
    DoorTable people = join(graph, streets, places);
    double[][] metres = new double[KINDS][PLACES];
    int[][] nearest = new int[KINDS][PLACES];
    WalkField[] fields = new WalkField[KINDS];
    IntStream.range(0, KINDS)
        .parallel()
        .forEach(
            kind -> {
              fields[kind] = WalkField.from(graph, join(graph, streets, facilities[kind]));
              fields[kind].read(people, metres[kind], nearest[kind]);
            });
    long served = IntStream.of(nearest[0]).filter(k -> k != WalkField.NONE).count();
    if (served < PLACES / 2) {
      throw new IllegalStateException("only " + served + " places joined");
    }
  }

  /** The median of moves by some edges, each from the same field. */
  private void moved(
      String work, WalkField field, DoorTable facilities, StreetGraph graph, List<Doors> doors) {
    Measured full = Measured.fastest(8, () -> WalkField.from(graph, facilities));
    SplittableRandom random = new SplittableRandom(3);
    double[] seconds = new double[MOVES];
    for (int pass = 0; pass < 20; pass++) {
      for (int move = 0; move < MOVES; move++) {
        int facility = random.nextInt(doors.size());
        Doors to = doors.get(facility);
        if (!to.none()) {
          int edge = (to.edge()[0] + random.nextInt(40)) % graph.edges();
          to = Doors.of(new OnStreet(edge, graph.metres(edge) / 2, 0));
        }
        long start = System.nanoTime();
        field.moved(facility, to);
        seconds[move] = (System.nanoTime() - start) / 1e9;
      }
    }
    double median = GoalTable.percentile(seconds, 50);
    table.note(work + ": searched anew", 1e3 * full.seconds(), "ms");
    table.note(work + ": what changes alone, median", 1e6 * median, "µs");
    table.atLeast(work + ", times faster than the full run", full.seconds() / median, "", 100);
  }
}
