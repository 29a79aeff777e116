package org.gapmap.tile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A vector tile read as its specification says, apart from the code that writes them: features of
 * its first layer, with shapes in the tile's units, x eastward and y southward.
 */
public record DecodedTile(String name, int extent, List<Feature> features) {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  public record Feature(long id, int type, Map<String, Object> values, Geometry shape) {}

  private record RawFeature(long id, int type, List<Long> tags, List<Long> geometry) {}

  public static DecodedTile read(byte[] tile) {
    if (tile.length == 0) {
      return new DecodedTile("", 4096, List.of());
    }
    Fields fields = new Fields(tile, 0, tile.length);
    fields.next();
    String name = "";
    int extent = 4096;
    List<String> keys = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    List<RawFeature> raw = new ArrayList<>();
    Fields layer = fields.message();
    while (layer.next()) {
      switch (layer.field) {
        case 1 -> name = layer.text();
        case 2 -> raw.add(feature(layer.message()));
        case 3 -> keys.add(layer.text());
        case 4 -> values.add(value(layer.message()));
        case 5 -> extent = (int) layer.number();
        default -> layer.number();
      }
    }
    List<Feature> features = new ArrayList<>();
    for (RawFeature one : raw) {
      Map<String, Object> named = new TreeMap<>();
      for (int i = 0; i < one.tags.size(); i += 2) {
        named.put(keys.get(one.tags.get(i).intValue()), values.get(one.tags.get(i + 1).intValue()));
      }
      features.add(new Feature(one.id, one.type, named, shape(one)));
    }
    return new DecodedTile(name, extent, features);
  }

  private static RawFeature feature(Fields fields) {
    long id = 0;
    int type = 0;
    List<Long> tags = List.of();
    List<Long> geometry = List.of();
    while (fields.next()) {
      switch (fields.field) {
        case 1 -> id = fields.number();
        case 2 -> tags = fields.message().numbers();
        case 3 -> type = (int) fields.number();
        default -> geometry = fields.message().numbers();
      }
    }
    return new RawFeature(id, type, tags, geometry);
  }

  private static Object value(Fields fields) {
    fields.next();
    return fields.field == 1 ? fields.text() : (Object) fields.number();
  }

  private static Geometry shape(RawFeature raw) {
    List<List<Coordinate>> paths = new ArrayList<>();
    int x = 0;
    int y = 0;
    int at = 0;
    while (at < raw.geometry.size()) {
      int command = raw.geometry.get(at++).intValue();
      if ((command & 7) == 7) {
        List<Coordinate> ring = paths.get(paths.size() - 1);
        ring.add(ring.get(0).copy());
        continue;
      }
      for (int k = 0; k < command >> 3; k++) {
        x += unzigzag(raw.geometry.get(at++));
        y += unzigzag(raw.geometry.get(at++));
        if ((command & 7) == 1) {
          paths.add(new ArrayList<>());
        }
        paths.get(paths.size() - 1).add(new Coordinate(x, y));
      }
    }
    return switch (raw.type) {
      case 1 ->
          SHAPES.createMultiPointFromCoords(
              paths.stream().map(path -> path.get(0)).toArray(Coordinate[]::new));
      case 2 ->
          SHAPES.createMultiLineString(
              paths.stream()
                  .map(path -> SHAPES.createLineString(path.toArray(Coordinate[]::new)))
                  .toArray(org.locationtech.jts.geom.LineString[]::new));
      default -> polygons(paths);
    };
  }

  private static Geometry polygons(List<List<Coordinate>> rings) {
    List<Polygon> polygons = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    LinearRing outline = null;
    for (List<Coordinate> path : rings) {
      Coordinate[] ring = path.toArray(Coordinate[]::new);
      // y runs southward: what is clockwise on the screen is counter-clockwise to JTS.
      if (Orientation.isCCW(ring)) {
        if (outline != null) {
          polygons.add(SHAPES.createPolygon(outline, holes.toArray(LinearRing[]::new)));
        }
        outline = SHAPES.createLinearRing(ring);
        holes.clear();
      } else {
        holes.add(SHAPES.createLinearRing(ring));
      }
    }
    if (outline == null) {
      throw new IllegalStateException("a polygon of the tile begins with a hole");
    }
    polygons.add(SHAPES.createPolygon(outline, holes.toArray(LinearRing[]::new)));
    return SHAPES.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static int unzigzag(long value) {
    return (int) (value >> 1 ^ -(value & 1));
  }

  private static final class Fields {
    private final byte[] bytes;
    private int at;
    private final int end;
    int field;

    Fields(byte[] bytes, int at, int end) {
      this.bytes = bytes;
      this.at = at;
      this.end = end;
    }

    boolean next() {
      if (at >= end) {
        return false;
      }
      field = (int) (number() >> 3);
      return true;
    }

    long number() {
      long value = 0;
      for (int shift = 0; ; shift += 7) {
        byte one = bytes[at++];
        value |= (long) (one & 0x7f) << shift;
        if (one >= 0) {
          return value;
        }
      }
    }

    Fields message() {
      int length = (int) number();
      at += length;
      return new Fields(bytes, at - length, at);
    }

    List<Long> numbers() {
      List<Long> all = new ArrayList<>();
      while (at < end) {
        all.add(number());
      }
      return all;
    }

    String text() {
      Fields inner = message();
      return new String(bytes, inner.at, inner.end - inner.at, StandardCharsets.UTF_8);
    }
  }
}
