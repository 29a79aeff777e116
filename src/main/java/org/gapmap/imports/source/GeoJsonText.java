package org.gapmap.imports.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gapmap.geo.DeclaredCrs;
import org.gapmap.imports.source.ShapeDecoder.Decoded;
import org.jspecify.annotations.Nullable;

/**
 * The features of a GeoJSON text in turn, one in memory at a time. Either one value (a
 * FeatureCollection, a Feature, a geometry, or an array of features), or one value per line or per
 * record separator (RFC 8142), of which a broken one stops no other.
 */
final class GeoJsonText implements AutoCloseable {
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(100)
                  .maxNumberLength(400)
                  .maxNameLength(1_000)
                  .maxStringLength(10_000_000)
                  .build())
          .build();

  private static final char RECORD_SEPARATOR = '\u001E';
  private static final int CHARACTERS_PER_COORDINATE = 64;
  private static final Pattern EPSG = Pattern.compile("(?i).*EPSG:+(?:[0-9.]*:)?([0-9]{4,6})");
  private static final Pattern CRS84 = Pattern.compile("(?i).*OGC:[0-9.]*:?CRS84h?");

  private final BufferedReader text;
  private final ReadLimits limits;
  private final boolean shapes;
  private final GeoJsonLayout layout;
  private final @Nullable JsonParser whole;
  private boolean inArray;
  private boolean began;
  private boolean over;
  private int row;
  private Optional<DeclaredCrs> crs = Optional.empty();
  private Optional<Notice> brokenOff = Optional.empty();

  /** One feature, or what is wrong where one should be. */
  record Row(int number, Decoded shape, Map<String, String> fields) {}

  /**
   * @param shapes whether the shapes are wanted, or only the fields
   */
  GeoJsonText(TextFile file, GeoJsonLayout layout, ReadLimits limits, boolean shapes)
      throws IOException {
    this.limits = limits;
    this.shapes = shapes;
    this.layout = layout;
    this.text = file.reader();
    this.whole =
        layout == GeoJsonLayout.LINES || layout == GeoJsonLayout.SEPARATED
            ? null
            : FACTORY.createParser((Reader) text);
  }

  /** The next feature; null at the end, or where the text breaks off. */
  @Nullable Row next() {
    try {
      return over ? null : whole == null ? nextRecord() : nextIn(whole);
    } catch (IOException e) {
      over = true;
      String reason = reason(e);
      brokenOff =
          Optional.of(
              Notice.of(
                  "json_broken_off",
                  "第 " + row + " 个要素之后不是有效的 JSON，其后未读取：" + reason,
                  "after feature "
                      + row
                      + " the file is not valid JSON and was not read: "
                      + reason));
      return null;
    }
  }

  private @Nullable Row nextIn(JsonParser parser) throws IOException {
    if (!began) {
      began = true;
      JsonToken first = parser.nextToken();
      if (layout == GeoJsonLayout.SINGLE) {
        over = true;
        return row(parser);
      }
      inArray = first == JsonToken.START_ARRAY;
    }
    if (!inArray) {
      members(parser);
    }
    if (!inArray) {
      over = true;
      return null;
    }
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_OBJECT) {
      return row(parser);
    }
    if (token == JsonToken.END_ARRAY) {
      inArray = false;
      return layout == GeoJsonLayout.ARRAY ? end() : nextIn(parser);
    }
    parser.skipChildren();
    row++;
    return new Row(row, Decoded.of(notAFeature()), Map.of());
  }

  private @Nullable Row end() {
    over = true;
    return null;
  }

  /** Up to the array of features, or to the end. */
  private void members(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String member = parser.currentName();
      JsonToken value = parser.nextToken();
      if (member.equals("features") && value == JsonToken.START_ARRAY) {
        inArray = true;
        return;
      }
      crs(member, parser);
    }
  }

  private void crs(String member, JsonParser parser) throws IOException {
    if (!member.equals("crs") || parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    int depth = 1;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (token == JsonToken.VALUE_STRING && "name".equals(parser.currentName())) {
        named(parser.getText());
      }
    }
  }

  private void named(String name) {
    Matcher epsg = EPSG.matcher(name);
    if (CRS84.matcher(name).matches()) {
      crs = Optional.of(new DeclaredCrs(DeclaredCrs.Kind.WKT, "EPSG:4326", "\"crs\""));
    } else if (epsg.matches()) {
      crs = Optional.of(new DeclaredCrs(DeclaredCrs.Kind.WKT, "EPSG:" + epsg.group(1), "\"crs\""));
    }
  }

  private Row row(JsonParser parser) throws IOException {
    GeoJsonFeature feature = GeoJsonFeature.read(parser, limits, shapes);
    row++;
    return new Row(row, feature.shape(), feature.fields());
  }

  private @Nullable Row nextRecord() throws IOException {
    while (true) {
      StringBuilder record = new StringBuilder();
      boolean whole = record(record);
      if (over && record.isEmpty()) {
        return null;
      }
      row++;
      if (!whole) {
        return new Row(row, Decoded.of(limits.tooMuch(ReadLimits.Setting.COORDINATES)), Map.of());
      }
      if (record.toString().isBlank()) {
        // A blank line is a line, but nothing stands before the first separator.
        row -= layout == GeoJsonLayout.SEPARATED ? 1 : 0;
        continue;
      }
      return record(record.toString());
    }
  }

  private Row record(String json) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return new Row(row, Decoded.of(notAFeature()), Map.of());
      }
      GeoJsonFeature feature = GeoJsonFeature.read(parser, limits, shapes);
      return new Row(row, feature.shape(), feature.fields());
    } catch (IOException e) {
      return new Row(
          row,
          Decoded.of(
              Notice.of(
                  "json_unreadable", "此行不是有效的 JSON", "the line is not valid JSON", reason(e))),
          Map.of());
    }
  }

  /** Reads on to the next separator; false where what lies before it is too long to be kept. */
  private boolean record(StringBuilder record) throws IOException {
    long most = (long) CHARACTERS_PER_COORDINATE * limits.coordinates() + (1 << 20);
    char separator = layout == GeoJsonLayout.SEPARATED ? RECORD_SEPARATOR : '\n';
    boolean kept = true;
    for (int c = text.read(); c != separator; c = text.read()) {
      if (c < 0) {
        over = true;
        break;
      }
      kept &= record.length() < most;
      if (kept) {
        record.append((char) c);
      }
    }
    return kept;
  }

  private static Notice notAFeature() {
    return Notice.of(
        "not_a_feature",
        "不是 GeoJSON 的要素或图形",
        "this is neither a Feature nor a geometry of GeoJSON");
  }

  static String reason(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /** What was declared so far. */
  Optional<DeclaredCrs> crs() {
    return crs;
  }

  Optional<Notice> brokenOff() {
    return brokenOff;
  }

  @Override
  public void close() {
    try {
      text.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
