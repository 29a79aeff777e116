package org.gapmap.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * A town's land divided: sub-districts bounded by the river and the main roads, and inside them
 * blocks that ever smaller streets have cut, as a town grows.
 *
 * @param streets axes, each as it was laid out: not yet split at junctions
 */
record StreetPlan(List<Subdistrict> subdistricts, List<Block> blocks, List<Street> streets) {
  private static final double QUAY_METRES = 16;
  private static final double LEAST_PIECE_SQM = 4_000;

  /**
   * @param grain block sizes relative to their zone's usual one: smaller makes more blocks
   */
  static StreetPlan of(TownFrame frame, Dice dice, double grain) {
    List<Street> streets = new ArrayList<>();
    List<Polygon> faces = faces(frame);
    addMainRoads(frame, streets);
    Polygon quays = frame.riverWith(QUAY_METRES);
    addQuays(frame, quays, streets);
    BlockCutter cutter = new BlockCutter(frame, dice, grain, streets);
    for (Polygon face : faces) {
      Geometry inTown = Land.without(Land.common(face, frame.builtUp()), quays);
      for (Polygon piece : Land.polygons(inTown)) {
        if (piece.getArea() > LEAST_PIECE_SQM) {
          cutter.cut(piece);
        }
      }
    }
    return new StreetPlan(subdistricts(frame, faces), cutter.blocks(), streets);
  }

  private static List<Polygon> faces(TownFrame frame) {
    Geometry lines = Land.joined(frame.limits().getBoundary(), frame.riverAxis());
    lines = Land.joined(lines, frame.ring().line());
    for (TownFrame.NamedLine road : frame.mainRoads()) {
      lines = Land.joined(lines, road.line());
    }
    List<Polygon> inside = new ArrayList<>();
    for (Polygon face : Land.polygonized(lines)) {
      if (frame.limits().contains(face.getInteriorPoint())) {
        inside.add(face);
      }
    }
    return inside;
  }

  private static void addMainRoads(TownFrame frame, List<Street> streets) {
    List<TownFrame.NamedLine> roads = new ArrayList<>(frame.mainRoads());
    roads.add(frame.ring());
    for (TownFrame.NamedLine road : roads) {
      Geometry inLimits = Land.common(road.line(), frame.limits());
      Geometry onLand = Land.without(inLimits, frame.river());
      Geometry overWater = Land.common(inLimits, frame.river());
      add(onLand, StreetClass.MAIN, road.name(), streets);
      add(overWater, StreetClass.BRIDGE, road.name() + "大桥", streets);
    }
  }

  private static void addQuays(TownFrame frame, Polygon quays, List<Street> streets) {
    Geometry lines = Land.common(quays.getBoundary(), frame.builtUp());
    for (LineString line : Land.lines(lines)) {
      Coordinate middle = line.getCoordinateN(line.getNumPoints() / 2);
      String name = frame.southOfRiver(middle) ? "滨河南路" : "滨河北路";
      streets.add(new Street(line, StreetClass.SECONDARY, name));
    }
  }

  private static void add(Geometry lines, StreetClass kind, String name, List<Street> streets) {
    for (LineString line : Land.lines(lines)) {
      streets.add(new Street(line, kind, name));
    }
  }

  private static List<Subdistrict> subdistricts(TownFrame frame, List<Polygon> faces) {
    Map<String, Geometry> shapes = new LinkedHashMap<>();
    for (String name : SUBDISTRICT_NAMES) {
      shapes.put(name, frame.limits().getFactory().createPolygon());
    }
    for (Polygon face : faces) {
      shapes.merge(nameFor(frame, face), face, Land::joined);
    }
    List<Subdistrict> subdistricts = new ArrayList<>();
    shapes.forEach(
        (name, shape) -> {
          String district = SOUTHERN.contains(name) ? "榆南区" : "榆城区";
          List<Polygon> parts = Land.polygons(shape);
          parts.sort(Comparator.comparingDouble(Polygon::getArea).reversed());
          subdistricts.add(new Subdistrict(name, district, parts.get(0)));
        });
    return subdistricts;
  }

  private static final List<String> SUBDISTRICT_NAMES =
      List.of("鼓楼街道", "文庙街道", "北关街道", "棉纺街道", "南岸街道", "东湖街道");
  private static final List<String> SOUTHERN = List.of("南岸街道", "东湖街道");

  private static String nameFor(TownFrame frame, Polygon face) {
    Coordinate inside = face.getInteriorPoint().getCoordinate();
    double x = inside.x / frame.scale();
    Envelope envelope = face.getEnvelopeInternal();
    return switch (frame.zoneAt(inside)) {
      case SOUTH -> "南岸街道";
      case EAST -> "东湖街道";
      case WEST -> "棉纺街道";
      case NORTH -> "北关街道";
      case CORE -> {
        if (envelope.getMinY() / frame.scale() > 900) {
          yield "北关街道";
        }
        yield x < -120 ? "鼓楼街道" : "文庙街道";
      }
    };
  }
}
