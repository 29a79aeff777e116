package org.gapmap.imports.source;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gapmap.imports.source.ShapeDecoder.Decoded;
import org.jspecify.annotations.Nullable;

/**
 * One Feature, or a geometry that stands where one could stand.
 *
 * @param fields its properties as text, with its {@code id} where no property is called so
 */
record GeoJsonFeature(Decoded shape, Map<String, String> fields) {

  /**
   * @param parser at the feature's first brace; at its last one afterwards
   * @param shapes whether the shape is wanted, or only the fields
   * @throws IOException where the JSON itself is broken
   */
  static GeoJsonFeature read(JsonParser parser, ReadLimits limits, boolean shapes)
      throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    GeoJsonShape own = new GeoJsonShape(limits, shapes);
    Optional<Decoded> geometry = Optional.empty();
    Optional<String> id = Optional.empty();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String member = parser.currentName();
      JsonToken value = parser.nextToken();
      if (member.equals("geometry")) {
        geometry = Optional.of(geometry(parser, limits, shapes));
      } else if (member.equals("properties") && value == JsonToken.START_OBJECT) {
        properties(parser, fields);
      } else if (member.equals("id") && value.isScalarValue()) {
        id = Optional.of(text(parser));
      } else {
        own.member(member, parser);
      }
    }
    id.filter(text -> !text.isEmpty()).ifPresent(text -> fields.putIfAbsent("id", text));
    return new GeoJsonFeature(shape(own, geometry), fields);
  }

  private static Decoded shape(GeoJsonShape own, Optional<Decoded> geometry) {
    if (own.type().equals("Feature") || (own.type().isEmpty() && geometry.isPresent())) {
      return geometry.orElseGet(ShapeDecoder::nullShape);
    }
    return own.shape();
  }

  private static Decoded geometry(JsonParser parser, ReadLimits limits, boolean shapes)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return ShapeDecoder.nullShape();
    }
    GeoJsonShape shape = new GeoJsonShape(limits, shapes);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String member = parser.currentName();
      parser.nextToken();
      shape.member(member, parser);
    }
    return shape.shape();
  }

  private static void properties(JsonParser parser, Map<String, String> fields) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, text(parser));
    }
  }

  /** A scalar as it is written, a nested value as JSON, null as nothing. */
  private static String text(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return "";
    }
    if (token.isScalarValue()) {
      return number(token, parser.getText()).strip();
    }
    StringWriter nested = new StringWriter();
    try (JsonGenerator json = GeoJsonText.FACTORY.createGenerator(nested)) {
      json.copyCurrentStructure(parser);
    }
    return nested.toString();
  }

  /** 12.0 is 12, as a person sees it; whole numbers stay as they are written. */
  private static String number(JsonToken token, @Nullable String text) {
    if (text == null) {
      return "";
    }
    if (token != JsonToken.VALUE_NUMBER_FLOAT) {
      return text;
    }
    String plain = NumberText.of(Double.parseDouble(text));
    return plain.isEmpty() ? text : plain;
  }
}
