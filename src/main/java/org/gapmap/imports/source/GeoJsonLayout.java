package org.gapmap.imports.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Set;
import org.gapmap.domain.UserError;

/** How the features stand in a GeoJSON text. */
enum GeoJsonLayout {
  /** In the array {@code features} of one object. */
  COLLECTION,
  /** In an array. */
  ARRAY,
  /** The text is one Feature, or one geometry. */
  SINGLE,
  /** A value on each line. */
  LINES,
  /** A value after each record separator (RFC 8142). */
  SEPARATED;

  private static final int FIRST_LINE_MOST = 1 << 18;
  private static final Set<String> FEATURE_MEMBERS =
      Set.of("geometry", "properties", "coordinates", "geometries");
  private static final Set<String> ARCGIS_MEMBERS =
      Set.of("geometryType", "rings", "paths", "spatialReference", "fieldAliases");

  /**
   * @throws UserError where it is JSON of another kind
   */
  static GeoJsonLayout of(TextFile file) throws IOException {
    try (BufferedReader text = file.reader()) {
      text.mark(1);
      int first = text.read();
      text.reset();
      if (first == '\u001E') {
        return SEPARATED;
      }
      String extension = Format.extension(file.name());
      if (extension.matches("geojsonl|geojsons|ndjson|jsonl|ldjson") || lines(text)) {
        return LINES;
      }
    }
    try (BufferedReader text = file.reader();
        JsonParser parser = GeoJsonText.FACTORY.createParser((Reader) text)) {
      return ofValue(parser, file.name());
    } catch (JsonProcessingException e) {
      throw new UserError(
          "it is not valid JSON (" + GeoJsonText.reason(e) + ")",
          file.name(),
          "export it again, and check that it was not cut off",
          e);
    }
  }

  /** Whether the first line is a whole value but no collection, and more follows. */
  private static boolean lines(BufferedReader text) throws IOException {
    char[] start = new char[FIRST_LINE_MOST];
    int length = text.read(start);
    String from = new String(start, 0, Math.max(0, length)).stripLeading();
    int end = from.indexOf('\n');
    if (end < 0 || from.substring(end).isBlank()) {
      return false;
    }
    String line = from.substring(0, end);
    return complete(line) && !line.matches("(?s).*\"type\"\\s*:\\s*\"FeatureCollection\".*");
  }

  private static boolean complete(String line) {
    try (JsonParser parser = GeoJsonText.FACTORY.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  private static GeoJsonLayout ofValue(JsonParser parser, String name) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == JsonToken.START_ARRAY) {
      return ARRAY;
    }
    while (first == JsonToken.START_OBJECT && parser.nextToken() == JsonToken.FIELD_NAME) {
      String member = parser.currentName();
      parser.nextToken();
      if (member.equals("type")) {
        String type = parser.getValueAsString("");
        if (type.equals("Topology")) {
          throw foreign("it is TopoJSON", name);
        }
        return type.equals("FeatureCollection") ? COLLECTION : SINGLE;
      }
      if (member.equals("features")) {
        return COLLECTION;
      }
      if (FEATURE_MEMBERS.contains(member)) {
        return SINGLE;
      }
      if (ARCGIS_MEMBERS.contains(member)) {
        throw foreign("it is JSON as ArcGIS writes it", name);
      }
      parser.skipChildren();
    }
    throw foreign("it is JSON of another kind", name);
  }

  private static UserError foreign(String what, String name) {
    return new UserError(
        "this is no GeoJSON: " + what + " / 不是 GeoJSON",
        name,
        "export it as GeoJSON, GeoPackage or shapefile / 请导出为 GeoJSON、GeoPackage 或 shapefile");
  }
}
