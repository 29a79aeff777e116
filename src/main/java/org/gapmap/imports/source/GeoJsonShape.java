package org.gapmap.imports.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gapmap.imports.source.ShapeDecoder.Decoded;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Gathers the members of one GeoJSON geometry, in whatever order they come. Heights are left out.
 */
final class GeoJsonShape {
  /** MultiPolygon, polygon, ring, position. */
  private static final int DEEPEST = 4;

  private final ReadLimits limits;
  private final boolean wanted;
  private String type = "";
  private @Nullable Nest coordinates;
  private int positions;
  private boolean crooked;

  GeoJsonShape(ReadLimits limits, boolean wanted) {
    this.limits = limits;
    this.wanted = wanted;
  }

  /** An array inside {@code coordinates}. */
  private sealed interface Nest {
    /** One position. */
    record Place(double x, double y) implements Nest {}

    /** Positions, x and y in turn. */
    record Places(double[] xy) implements Nest {}

    record Arrays(List<Nest> members) implements Nest {}
  }

  /** Not laid out as its type says; carries nothing, since nobody sees it. */
  private static final class Crooked extends Exception {
    Crooked() {
      super(null, null, false, false);
    }
  }

  /**
   * @param parser at the member's value; at its end afterwards
   */
  void member(String name, JsonParser parser) throws IOException {
    if (name.equals("type") && parser.currentToken() == JsonToken.VALUE_STRING) {
      type = parser.getText();
    } else if (wanted
        && name.equals("coordinates")
        && parser.currentToken() == JsonToken.START_ARRAY) {
      coordinates = nest(parser, 1);
    } else {
      parser.skipChildren();
    }
  }

  String type() {
    return type;
  }

  private @Nullable Nest nest(JsonParser parser, int depth) throws IOException {
    double[] numbers = {Double.NaN, Double.NaN};
    int count = 0;
    double[] places = new double[0];
    int filled = 0;
    List<Nest> members = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY && token != null;
        token = parser.nextToken()) {
      if (token != JsonToken.START_ARRAY) {
        if (count < 2 && token.isNumeric()) {
          numbers[count] = parser.getDoubleValue();
        }
        parser.skipChildren();
        count++;
        continue;
      }
      if (depth >= DEEPEST || positions > limits.coordinates()) {
        crooked |= depth >= DEEPEST;
        parser.skipChildren();
        continue;
      }
      Nest member = nest(parser, depth + 1);
      if (member instanceof Nest.Place place) {
        if (filled == places.length) {
          places = Arrays.copyOf(places, Math.max(32, 2 * filled));
        }
        places[filled++] = place.x;
        places[filled++] = place.y;
      } else if (member != null) {
        members.add(member);
      }
    }
    crooked |= (count > 0 ? 1 : 0) + (filled > 0 ? 1 : 0) + (members.isEmpty() ? 0 : 1) > 1;
    if (count > 0) {
      positions++;
      return new Nest.Place(numbers[0], numbers[1]);
    }
    if (filled > 0) {
      return new Nest.Places(Arrays.copyOf(places, filled));
    }
    return members.isEmpty() ? null : new Nest.Arrays(members);
  }

  Decoded shape() {
    if (type.equals("GeometryCollection")) {
      return Decoded.of(WkbShape.collection());
    }
    if (!List.of("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon")
        .contains(type)) {
      return Decoded.of(
          Notice.of(
              "not_a_feature",
              "不是 GeoJSON 的要素或图形",
              "this is neither a Feature nor a geometry of GeoJSON",
              type.length() > 40 ? type.substring(0, 40) : type));
    }
    if (positions > limits.coordinates()) {
      return Decoded.of(limits.tooMuch(ReadLimits.Setting.COORDINATES));
    }
    if (coordinates == null && !crooked) {
      return Decoded.of(ShapeDecoder.empty());
    }
    try {
      if (crooked || coordinates == null) {
        throw new Crooked();
      }
      return built(coordinates)
          .map(Decoded::of)
          .orElseGet(() -> Decoded.of(ShapeDecoder.degenerate()));
    } catch (Crooked e) {
      return Decoded.of(
          ShapeDecoder.damaged("its coordinates are not nested as " + type + " wants"));
    } catch (ArithmeticException notFinite) {
      return Decoded.of(ShapeDecoder.notFinite());
    }
  }

  private Optional<Geometry> built(Nest nest) throws Crooked {
    return switch (type) {
      case "Point" -> {
        if (!(nest instanceof Nest.Place place)) {
          throw new Crooked();
        }
        double[] xy = finite(new double[] {place.x, place.y});
        yield Optional.of(FlatShapes.point(xy[0], xy[1]));
      }
      case "MultiPoint" -> Optional.of(points(places(nest)));
      case "LineString" -> FlatShapes.line(places(nest)).map(Geometry.class::cast);
      case "MultiLineString" -> lines(nest);
      case "Polygon" -> polygon(nest).map(Geometry.class::cast);
      default -> polygons(nest);
    };
  }

  private static Geometry points(double[] xy) {
    Point[] points = new Point[xy.length / 2];
    for (int i = 0; i < points.length; i++) {
      points[i] = FlatShapes.point(xy[2 * i], xy[2 * i + 1]);
    }
    return points.length == 1 ? points[0] : FlatShapes.FACTORY.createMultiPoint(points);
  }

  private Optional<Geometry> lines(Nest nest) throws Crooked {
    List<LineString> lines = new ArrayList<>();
    for (Nest member : members(nest)) {
      FlatShapes.line(places(member)).ifPresent(lines::add);
    }
    if (lines.size() < 2) {
      return lines.stream().map(Geometry.class::cast).findFirst();
    }
    return Optional.of(FlatShapes.FACTORY.createMultiLineString(lines.toArray(LineString[]::new)));
  }

  private Optional<Polygon> polygon(Nest nest) throws Crooked {
    List<double[]> rings = new ArrayList<>();
    for (Nest member : members(nest)) {
      rings.add(places(member));
    }
    return FlatShapes.polygon(rings);
  }

  private Optional<Geometry> polygons(Nest nest) throws Crooked {
    List<Polygon> polygons = new ArrayList<>();
    for (Nest member : members(nest)) {
      polygon(member).ifPresent(polygons::add);
    }
    if (polygons.size() < 2) {
      return polygons.stream().map(Geometry.class::cast).findFirst();
    }
    return Optional.of(FlatShapes.FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new)));
  }

  private List<Nest> members(Nest nest) throws Crooked {
    if (!(nest instanceof Nest.Arrays arrays)) {
      throw new Crooked();
    }
    if (arrays.members.size() > limits.parts()) {
      throw new Crooked();
    }
    return arrays.members;
  }

  private static double[] places(Nest nest) throws Crooked {
    if (!(nest instanceof Nest.Places places)) {
      throw new Crooked();
    }
    return finite(places.xy);
  }

  private static double[] finite(double[] xy) {
    if (!FlatShapes.finite(xy)) {
      throw new ArithmeticException("not finite");
    }
    return xy;
  }
}
