package org.gapmap.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * From an extract to streets that are searched: by the import, PostGIS and back, beside
 * GraphHopper's own import. Each runs in a process of its own with the settings of the command line
 * (the first compiler and the serial collector, which suit both best), in turn, three times; the
 * least processor time counts, since a machine may be shared.
 */
final class ExtractBench {
  private static final double GOAL = 1.2;
  private static final int TIMES = 3;

  private ExtractBench() {}

  /**
   * @param extract of Porto
   */
  static void into(GoalTable table, Path extract) throws IOException, InterruptedException {
    double[] ours = best();
    double[] theirs = best();
    for (int time = 0; time < TIMES; time++) {
      least(ours, run("gapmap", extract));
      least(theirs, run("graphhopper", extract));
    }
    table.note("Porto to searched streets, GraphHopper's import, CPU", theirs[1], "s");
    table.note("  GapMap: reading, checking, the graph, CPU", ours[1], "s");
    table.note("  GapMap: PostGIS' own, CPU", ours[2], "s");
    table.note("  on the clock, GraphHopper", theirs[0], "s");
    table.note("  on the clock, GapMap", ours[0], "s");
    table.atMost(
        "  GapMap's own processor time for one of GraphHopper's", ours[1] / theirs[1], "", GOAL);
    table.atMost("  with that of PostGIS", (ours[1] + ours[2]) / theirs[1], "", GOAL);
  }

  private static double[] best() {
    double[] best = new double[3];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    return best;
  }

  private static void least(double[] best, double[] now) {
    if (now[1] + now[2] < best[1] + best[2]) {
      System.arraycopy(now, 0, best, 0, best.length);
    }
  }

  /** Seconds on the clock, of its own threads, and of the database's processes. */
  private static double[] run(String way, Path extract) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx1g",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ExtractToGraph.class.getName(),
                    way,
                    extract.toString()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(10, TimeUnit.MINUTES);
    String[] told =
        said.lines()
            .filter(line -> line.startsWith("took "))
            .findFirst()
            .orElseThrow(() -> new IOException(way + " did not come to its end: " + said))
            .split(" ");
    return new double[] {
      Double.parseDouble(told[1]), Double.parseDouble(told[2]), Double.parseDouble(told[3])
    };
  }

  /** By itself: {@code ExtractBench FILE [--json FILE]}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 0 || !Files.exists(Path.of(arguments[0]))) {
      throw new IOException("name an extract");
    }
    GoalTable table = new GoalTable();
    into(table, Path.of(arguments[0]));
    table.hand(List.of(arguments));
  }
}
