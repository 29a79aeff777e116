package org.gapmap.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gapmap.domain.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes GeoJSON (RFC 7946), a feature a line. The standard knows WGS-84 alone; another system is
 * named by the {@code crs} member of the format's edition of 2008.
 */
final class GeoJsonWriter implements TableWriter {
  private static final LocalizedText STAGE = new LocalizedText("写入 GeoJSON", "Writing GeoJSON");
  private static final int WGS84 = 4326;

  @Override
  public List<String> write(Writing writing, Path file) throws IOException {
    LayerTable table = writing.table();
    if (writing.crs().epsg() != WGS84) {
      writing.losses().add(Loss.GEOJSON_CRS);
    }
    writing.losses().add(Loss.NO_ORIGIN);
    try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      json.writeStringField("name", table.name());
      if (writing.crs().epsg() != WGS84) {
        json.writeRaw(
            ",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::"
                + writing.crs().epsg()
                + "\"}}");
      }
      json.writeArrayFieldStart("features");
      writing.rows(STAGE, (values, shape) -> feature(json, table.columns(), values, shape));
      json.writeRaw('\n');
      json.writeEndArray();
      json.writeEndObject();
    }
    return table.columns().stream().map(TableColumn::name).toList();
  }

  private static void feature(
      JsonGenerator json, List<TableColumn> columns, @Nullable Object[] values, Geometry shape)
      throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeObjectFieldStart("properties");
    for (int i = 0; i < values.length; i++) {
      json.writeFieldName(columns.get(i).name());
      Object value = values[i];
      if (value == null) {
        json.writeNull();
      } else if (value instanceof Long whole) {
        json.writeNumber(whole);
      } else if (value instanceof Double number) {
        json.writeNumber(number);
      } else {
        json.writeString(value.toString());
      }
    }
    json.writeEndObject();
    json.writeFieldName("geometry");
    geometry(json, shape);
    json.writeEndObject();
  }

  private static void geometry(JsonGenerator json, Geometry shape) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", shape.getGeometryType());
    json.writeFieldName("coordinates");
    if (shape instanceof Point point) {
      position(json, point.getCoordinate());
    } else {
      json.writeStartArray();
      for (int i = 0; i < shape.getNumGeometries(); i++) {
        part(json, shape.getGeometryN(i));
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void part(JsonGenerator json, Geometry part) throws IOException {
    if (part instanceof LineString line) {
      line(json, line);
    } else if (part instanceof Polygon polygon) {
      json.writeStartArray();
      line(json, polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        line(json, polygon.getInteriorRingN(i));
      }
      json.writeEndArray();
    } else {
      position(json, part.getCoordinate());
    }
  }

  private static void line(JsonGenerator json, LineString line) throws IOException {
    json.writeStartArray();
    for (Coordinate position : line.getCoordinates()) {
      position(json, position);
    }
    json.writeEndArray();
  }

  private static void position(JsonGenerator json, Coordinate at) throws IOException {
    json.writeStartArray();
    json.writeNumber(at.x);
    json.writeNumber(at.y);
    json.writeEndArray();
  }
}
