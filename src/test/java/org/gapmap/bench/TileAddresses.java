package org.gapmap.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Tiles of a served city, so many of each zoom at most, in an order of no sense.
 *
 * @param prefix {@code tiles/CITY/VERSION}
 */
record TileAddresses(String prefix, String city, int dataVersion, List<int[]> tiles) {
  static TileAddresses of(String url, int fromZoom, int toZoom, int ofEach) {
    try {
      JsonNode city = cities(url).get(0);
      JsonNode bbox = city.get("bbox");
      List<int[]> tiles = new ArrayList<>();
      Random random = new Random(1);
      for (int zoom = fromZoom; zoom <= toZoom; zoom++) {
        int[] from = place(bbox.get(0).asDouble(), bbox.get(3).asDouble(), zoom);
        int[] to = place(bbox.get(2).asDouble(), bbox.get(1).asDouble(), zoom);
        List<int[]> all = new ArrayList<>();
        for (int x = from[0]; x <= to[0]; x++) {
          for (int y = from[1]; y <= to[1]; y++) {
            all.add(new int[] {zoom, x, y});
          }
        }
        Collections.shuffle(all, random);
        tiles.addAll(all.subList(0, Math.min(ofEach, all.size())));
      }
      Collections.shuffle(tiles, random);
      String key = city.get("city").asText();
      int version = city.get("dataVersion").asInt();
      return new TileAddresses("tiles/" + key + "/" + version, key, version, tiles);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static JsonNode cities(String url) throws IOException {
    try (InputStream answer = URI.create(url + "api/cities").toURL().openStream()) {
      return new ObjectMapper().readTree(answer);
    }
  }

  private static int[] place(double lon, double lat, int zoom) {
    double phi = Math.toRadians(lat);
    double n = Math.pow(2, zoom);
    return new int[] {
      (int) (n * (lon + 180) / 360),
      (int) (n * (1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2)
    };
  }
}
