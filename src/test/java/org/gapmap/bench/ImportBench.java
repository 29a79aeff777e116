package org.gapmap.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gapmap.store.DatabaseAddress;
import org.gapmap.store.EmbeddedCluster;
import org.gapmap.store.HomeFolder;

/**
 * A shapefile into PostGIS: {@code gapmap import} as the starting script runs it, in a process of
 * its own, against {@code ogr2ogr} with COPY; same file, same server, in turn. The server runs
 * before either starts.
 */
public final class ImportBench {
  private static final int ROUNDS = 3;
  private static final int MILLION = 1_000_000;

  private final Path folder;
  private final DatabaseAddress address;
  private final ArrayNode results = new ObjectMapper().createArrayNode();

  private ImportBench(Path folder, DatabaseAddress address) {
    this.folder = folder;
    this.address = address;
  }

  /** Arguments: {@code --rows N}, {@code --million}, {@code --json FILE}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> given = List.of(arguments);
    int rows = Integer.parseInt(value(given, "--rows").orElse("220000"));
    Path folder = Path.of("target", "bench-import").toAbsolutePath();
    Files.createDirectories(folder);
    HomeFolder home = HomeFolder.locate(Map.of("GAPMAP_HOME", folder.resolve("home").toString()));
    // It stays up for as long as this process uses it, so that each import only joins it.
    try (EmbeddedCluster cluster = EmbeddedCluster.join(home)) {
      ImportBench bench = new ImportBench(folder, cluster.address());
      bench.gapmap("migrates", BlocksShapefile.of(folder, 1));
      bench.compare(rows, ROUNDS);
      if (given.contains("--million")) {
        bench.compare(MILLION, 1);
      }
      Optional<String> json = value(given, "--json");
      if (json.isPresent()) {
        Files.writeString(Path.of(json.get()), bench.results.toPrettyString());
      }
    }
  }

  private static Optional<String> value(List<String> given, String name) {
    int at = given.indexOf(name);
    return at < 0 ? Optional.empty() : Optional.of(given.get(at + 1));
  }

  private void compare(int rows, int rounds) throws IOException, InterruptedException {
    Path file = BlocksShapefile.of(folder, rows);
    boolean peer = MeasuredProcess.isThere("ogr2ogr");
    String run = Long.toString(System.currentTimeMillis(), 36);
    List<MeasuredProcess> own = new ArrayList<>();
    List<MeasuredProcess> other = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      String name = "b" + run + "_" + rows + "_" + round;
      own.add(gapmap(name, file));
      if (peer) {
        other.add(ogr2ogr(name, file));
      }
    }
    System.out.printf(
        "%,d polygons of 17 corners, GBK, CGCS2000 to EPSG:4326; median of %d; load %.1f%n",
        rows, rounds, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    tell(rows, "gapmap import: checked, repaired, identified, indexed", own);
    if (peer) {
      tell(rows, "ogr2ogr with COPY: reprojected, indexed", other);
      System.out.printf("  ogr2ogr / gapmap: %.2f%n", seconds(other) / seconds(own));
    } else {
      System.out.println("  ogr2ogr is not installed: nothing to hold it against");
    }
  }

  private void tell(int rows, String what, List<MeasuredProcess> runs) {
    double cpu = median(runs.stream().mapToDouble(MeasuredProcess::cpuSeconds).toArray());
    double megabytes = runs.stream().mapToDouble(MeasuredProcess::peakMegabytes).max().orElse(0);
    System.out.printf(
        "  %-54s %7.2f s  %6.2f s of its own CPU  %5.0f MB at most%n",
        what, seconds(runs), cpu, megabytes);
    results
        .addObject()
        .put("work", what)
        .put("rows", rows)
        .put("seconds", seconds(runs))
        .put("cpu_seconds", cpu)
        .put("peak_mb", megabytes);
  }

  private static double seconds(List<MeasuredProcess> runs) {
    return median(runs.stream().mapToDouble(MeasuredProcess::seconds).toArray());
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  /** Into a city that is not there yet. */
  private MeasuredProcess gapmap(String city, Path file) throws IOException, InterruptedException {
    return MeasuredProcess.run(
        folder,
        Map.of("GAPMAP_HOME", folder.resolve("home").toString()),
        List.of(
            "bash",
            "-c",
            ". scripts/lib/setup.sh; . scripts/lib/build.sh; find_java; start_gapmap \"$@\"",
            "gapmap",
            "import",
            "communities",
            file.toString(),
            "--city",
            city,
            "--source",
            "bench"));
  }

  /** Into a table that is not there yet. */
  private MeasuredProcess ogr2ogr(String table, Path file)
      throws IOException, InterruptedException {
    URI server = URI.create(address.jdbcUrl().substring("jdbc:".length()));
    return MeasuredProcess.run(
        folder,
        Map.of("PGPASSWORD", address.password()),
        List.of(
            "ogr2ogr",
            "-f",
            "PostgreSQL",
            "PG:host=%s port=%d user=%s dbname=%s"
                .formatted(
                    server.getHost(),
                    server.getPort(),
                    address.user(),
                    server.getPath().substring(1)),
            file.toString(),
            "-nln",
            table,
            "-nlt",
            "PROMOTE_TO_MULTI",
            "-t_srs",
            "EPSG:4326",
            "-oo",
            "ENCODING=GBK",
            "--config",
            "PG_USE_COPY",
            "YES"));
  }
}
