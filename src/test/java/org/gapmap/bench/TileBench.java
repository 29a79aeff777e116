package org.gapmap.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tiles of a generated city of 20,000 communities: not yet made, against PostGIS's bare {@code
 * ST_AsMVT} of the same tiles in the same run; and out of memory, asked for by {@code wrk} over 64
 * connections. Arguments: {@code --json FILE}, {@code --communities N}.
 */
public final class TileBench {
  private static final int OF_EACH_ZOOM = 40;
  private static final int CONNECTIONS = 64;
  private static final int SECONDS = 15;

  /** No simplification, no margin for error: what anybody would write first. */
  private static final String BARE =
      """
      WITH tile AS (SELECT ST_TileEnvelope(?, ?, ?) AS box), part AS (
        SELECT l.first_index + c.ordinal AS i,
               ST_AsMVTGeom(ST_Transform(c.boundary, 3857), tile.box, 4096, 64, true) AS geom
        FROM tile
        JOIN community_layer l ON l.city_id = (SELECT id FROM city WHERE key = ?)
         AND l.data_version = ?
        JOIN community c ON c.layer_version_id = l.layer_version_id
         AND c.boundary && ST_Transform(ST_Expand(tile.box, (ST_XMax(tile.box)
             - ST_XMin(tile.box)) / 64), 4326))
      SELECT ST_AsMVT(part, 'communities', 4096, 'geom') FROM part WHERE geom IS NOT NULL
      """;

  private final GoalTable table = new GoalTable();
  private final HttpClient client = HttpClient.newHttpClient();

  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException {
    List<String> given = List.of(arguments);
    int at = given.indexOf("--communities");
    int communities = at < 0 ? 20_000 : Integer.parseInt(given.get(at + 1));
    TileBench bench = new TileBench();
    try (ServedTown town = ServedTown.of(communities)) {
      bench.run(town);
    }
    bench.table.note("memory of server and benchmark, peak", PeakMemory.megabytes(), "MB");
    bench.table.hand(given);
  }

  private void run(ServedTown town) throws IOException, SQLException, InterruptedException {
    TileAddresses tiles = TileAddresses.of(town.url, 8, 16, OF_EACH_ZOOM);
    // The layers are read with the first tile of each; the clock is asked about tiles.
    ask(town.url + tiles.prefix() + "/communities/0/0/0.mvt");
    ask(town.url + tiles.prefix() + "/streets/0/0/0.mvt");
    uncached(town, tiles);
    fromMemory(town, tiles);
  }

  private void uncached(ServedTown town, TileAddresses tiles)
      throws IOException, SQLException, InterruptedException {
    double[] ours = new double[tiles.tiles().size()];
    double[] bare = new double[ours.length];
    long bytes = 0;
    long bareBytes = 0;
    try (Connection connection = town.database.dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(BARE)) {
      connection
          .createStatement()
          .execute("CREATE INDEX bench_boundary ON community USING gist (boundary)");
      connection.createStatement().execute("ANALYZE community");
      for (int i = 0; i < ours.length; i++) {
        int[] tile = tiles.tiles().get(i);
        for (int k = 0; k < 3; k++) {
          statement.setInt(k + 1, tile[k]);
        }
        statement.setString(4, tiles.city());
        statement.setInt(5, tiles.dataVersion());
        long start = System.nanoTime();
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          byte[] made = row.getBytes(1);
          bareBytes += made == null ? 0 : made.length;
        }
        bare[i] = (System.nanoTime() - start) / 1e6;
        start = System.nanoTime();
        bytes += ask(address(town.url, tiles, "communities", tile));
        ours[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    double p95 = GoalTable.percentile(ours, 95);
    table.atMost("tile not yet made, zooms 8 to 16, 95 in 100 within", p95, "ms", 100);
    table.note("  median", GoalTable.percentile(ours, 50), "ms");
    table.note("  bare ST_AsMVT, 95 in 100 within", GoalTable.percentile(bare, 95), "ms");
    table.note("  bare ST_AsMVT, median", GoalTable.percentile(bare, 50), "ms");
    table.atMost(
        "  times the bare one's, 95 in 100", p95 / GoalTable.percentile(bare, 95), "x", 1.5);
    double[] ratios = new double[ours.length];
    for (int i = 0; i < ours.length; i++) {
      ratios[i] = ours[i] / bare[i];
    }
    table.note(
        "  times the bare one's, tile by tile, median", GoalTable.percentile(ratios, 50), "x");
    table.note("  bytes as sent, of bytes of the bare ones", 100.0 * bytes / bareBytes, "%");
  }

  private void fromMemory(ServedTown town, TileAddresses tiles)
      throws IOException, InterruptedException {
    List<String> paths = new ArrayList<>();
    for (int[] tile : tiles.tiles()) {
      for (String layer : List.of("communities", "streets")) {
        String address = address(town.url, tiles, layer, tile);
        ask(address);
        paths.add(URI.create(address).getPath());
      }
    }
    if (!MeasuredProcess.isThere("wrk")) {
      System.out.println(
          "wrk is not installed (apt install wrk): tiles from memory are NOT measured");
      return;
    }
    Path folder = Files.createTempDirectory("gapmap-wrk");
    Path script = folder.resolve("tiles.lua");
    Files.writeString(
        script,
        "local paths = {'"
            + String.join("','", paths)
            + "'}\nlocal n = 0\n"
            + "wrk.headers['Accept-Encoding'] = 'gzip'\n"
            + "request = function() n = n % #paths + 1; return wrk.format('GET', paths[n]) end\n");
    wrk(folder, script, town.url, 5);
    String said = wrk(folder, script, town.url, SECONDS);
    table.atLeast(
        "tiles from memory, %d connections".formatted(CONNECTIONS),
        figure(said, "Requests/sec:\\s+([0-9.]+)()"),
        "/s",
        5000);
    table.atMost("  99 in 100 within", figure(said, "99%\\s+([0-9.]+)(us|ms|s)"), "ms", 25);
    if (said.contains("Non-2xx")) {
      throw new IOException("the server refused some: " + said);
    }
  }

  private static String wrk(Path folder, Path script, String url, int seconds)
      throws IOException, InterruptedException {
    MeasuredProcess.run(
        folder,
        java.util.Map.of(),
        List.of(
            "wrk",
            "-t1",
            "-c" + CONNECTIONS,
            "-d" + seconds + "s",
            "--latency",
            "-s",
            script.toString(),
            url));
    return Files.readString(folder.resolve("last-run.txt"));
  }

  /** A figure of what wrk says; times in milliseconds. */
  private static double figure(String said, String pattern) throws IOException {
    Matcher found = Pattern.compile(pattern).matcher(said);
    if (!found.find()) {
      throw new IOException("wrk did not say: " + said);
    }
    double value = Double.parseDouble(found.group(1));
    return switch (found.group(2)) {
      case "us" -> value / 1000;
      case "s" -> value * 1000;
      default -> value;
    };
  }

  private static String address(String url, TileAddresses tiles, String layer, int[] tile) {
    return "%s%s/%s/%d/%d/%d.mvt".formatted(url, tiles.prefix(), layer, tile[0], tile[1], tile[2]);
  }

  /** The answer's bytes as they travel. */
  private int ask(String address) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address)).header("Accept-Encoding", "gzip").build();
    HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(address + ": " + answer.statusCode());
    }
    return answer.body().length;
  }
}
