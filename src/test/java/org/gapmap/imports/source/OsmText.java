package org.gapmap.imports.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.gapmap.domain.LayerType;

/** Small OpenStreetMap extracts, written by hand. */
final class OsmText {
  private final StringBuilder items = new StringBuilder();

  OsmText node(long id, double lon, double lat, String... tags) {
    items.append(
        String.format("<node id='%d' lon='%s' lat='%s'>%s</node>%n", id, lon, lat, tags(tags)));
    return this;
  }

  /** A square's four corners: {@code first} to {@code first + 3}. */
  OsmText square(long first, double lon, double lat, double side) {
    return node(first, lon, lat)
        .node(first + 1, lon + side, lat)
        .node(first + 2, lon + side, lat + side)
        .node(first + 3, lon, lat + side);
  }

  OsmText way(long id, long[] nodes, String... tags) {
    items.append("<way id='").append(id).append("'>");
    for (long node : nodes) {
      items.append("<nd ref='").append(node).append("'/>");
    }
    items.append(tags(tags)).append("</way>\n");
    return this;
  }

  /** Members as {@code role:way}. */
  OsmText relation(long id, String members, String... tags) {
    items.append("<relation id='").append(id).append("'>");
    for (String member : members.split(" ")) {
      String[] part = member.split(":");
      items.append(String.format("<member type='way' ref='%s' role='%s'/>", part[1], part[0]));
    }
    items.append(tags(tags)).append("</relation>\n");
    return this;
  }

  private static String tags(String... tags) {
    StringBuilder text = new StringBuilder();
    for (String tag : tags) {
      String[] part = tag.split("=", 2);
      text.append(String.format("<tag k='%s' v='%s'/>", part[0], part[1]));
    }
    return text.toString();
  }

  static long[] ring(long first) {
    return new long[] {first, first + 1, first + 2, first + 3, first};
  }

  @Override
  public String toString() {
    return "<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6'>\n" + items + "</osm>\n";
  }

  Path write(Path folder) {
    return write(folder.resolve("city.osm"), toString());
  }

  static Path write(Path file, String text) {
    try {
      return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  static ReadOptions as(LayerType type) {
    return new ReadOptions(Optional.empty(), Optional.empty()).wanting(type);
  }
}
