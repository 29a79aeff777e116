package org.gapmap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.gapmap.tile.DecodedTile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileApiTest extends ServedCity {
  private static HttpResponse<byte[]> ask(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(server, path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String version() {
    return json("/api/index").path("dataVersion").asText();
  }

  @Test
  void aVersionThatIsNotThereIsNotFoundAndMayComeLater() throws Exception {
    assertThat(ask("/tiles/wuhan/999/communities/0/0/0.mvt").statusCode()).isEqualTo(404);
    assertThat(ask("/tiles/nowhere/1/communities/0/0/0.mvt").statusCode()).isEqualTo(404);
    assertThat(ask("/tiles/nowhere/1/streets/0/0/0.mvt").statusCode()).isEqualTo(404);
  }

  @Test
  void aTileIsForGood() throws Exception {
    HttpResponse<byte[]> tile = ask("/tiles/wuhan/" + version() + "/communities/0/0/0.mvt");

    assertThat(tile.statusCode()).isEqualTo(200);
    assertThat(tile.headers().firstValue("Cache-Control"))
        .hasValue("public, max-age=31536000, immutable");
    assertThat(tile.headers().firstValue("Content-Type"))
        .hasValue("application/vnd.mapbox-vector-tile");
  }

  /** What of each zoom PostGIS says a tile and its margin touch, the tile has, and nothing else. */
  @ParameterizedTest
  @ValueSource(ints = {13, 14, 15, 16, 17})
  void aTileHoldsTheCommunitiesThatPostgisFindsInIt(int zoom) throws Exception {
    double lon = WORLD.lonLat(50, 50).x;
    double lat = WORLD.lonLat(50, 50).y;
    double n = Math.pow(2, zoom);
    int column = (int) (n * (lon + 180) / 360);
    double phi = Math.toRadians(lat);
    int row = (int) (n * (1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2);

    for (int x = column - 1; x <= column + 1; x++) {
      byte[] tile =
          ask("/tiles/wuhan/%s/communities/%d/%d/%d.mvt".formatted(version(), zoom, x, row)).body();
      TreeSet<String> names = new TreeSet<>();
      for (DecodedTile.Feature feature : DecodedTile.read(tile).features()) {
        names.add(json("/api/index").path("name").get(index(feature)).asText());
      }
      assertThat(names).isEqualTo(namesByPostgis(zoom, x, row));
    }
  }

  private static int index(DecodedTile.Feature feature) {
    return ((Long) Objects.requireNonNull(feature.values().get("i"))).intValue();
  }

  private static Set<String> namesByPostgis(int zoom, int column, int row) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement =
            connection.prepareStatement(
                "SELECT DISTINCT name FROM community WHERE ST_Intersects(ST_Transform(boundary,"
                    + " 3857), ST_TileEnvelope(?, ?, ?, margin => 64.0 / 4096))")) {
      statement.setInt(1, zoom);
      statement.setInt(2, column);
      statement.setInt(3, row);
      TreeSet<String> names = new TreeSet<>();
      try (var result = statement.executeQuery()) {
        while (result.next()) {
          names.add(result.getString(1));
        }
      }
      return names;
    }
  }

  @Test
  void whoReadsGzipGetsTheSameBytesCompressed() throws Exception {
    byte[] large = "x".repeat(5000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Packed packed = Packed.of(large);

    assertThat(packed.plain()).isFalse();
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.gzip())).readAllBytes())
        .isEqualTo(large);
    assertThat(Packed.of(new byte[0]).plain()).isTrue();
  }
}
