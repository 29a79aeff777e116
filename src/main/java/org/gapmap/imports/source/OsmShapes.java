package org.gapmap.imports.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gapmap.domain.LayerType;
import org.gapmap.imports.source.ShapeDecoder.Decoded;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Shapes of items, as a layer needs them, from the places of their nodes. */
final class OsmShapes {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final LayerType type;
  private final OsmPlaces places;
  private final OsmMemberWays ways;
  private final OsmStreetNodes streetNodes;

  OsmShapes(LayerType type, OsmPlaces places, OsmMemberWays ways, OsmStreetNodes streetNodes) {
    this.type = type;
    this.places = places;
    this.ways = ways;
    this.streetNodes = streetNodes;
  }

  Decoded of(OsmItem item) {
    try {
      return assembled(item);
    } catch (RingAssembly.TooTangled e) {
      return Decoded.of(ShapeDecoder.tangled(e));
    }
  }

  private Decoded assembled(OsmItem item) {
    Decoded shape =
        item instanceof OsmItem.Node node
            ? node(node)
            : item instanceof OsmItem.Way way ? way(way) : relation((OsmItem.Relation) item);
    boolean pointsOnly = type == LayerType.GATES || type == LayerType.ADDRESSES;
    return pointsOnly
        ? new Decoded(shape.geometry().map(OsmShapes::inside), shape.problem())
        : shape;
  }

  private static Geometry inside(Geometry shape) {
    return shape.getInteriorPoint();
  }

  private static Decoded node(OsmItem.Node node) {
    if (node.lon() == OsmPlaces.NOWHERE) {
      return Decoded.of(Notice.of("node_without_place", "节点没有坐标", "the node has no coordinates"));
    }
    return Decoded.of(
        FACTORY.createPoint(
            new Coordinate(node.lon() / OsmPlaces.PER_DEGREE, node.lat() / OsmPlaces.PER_DEGREE)));
  }

  private Decoded way(OsmItem.Way way) {
    Coordinate[] line = new Coordinate[way.nodes().length];
    int missing = 0;
    for (int i = 0; i < line.length; i++) {
      Coordinate at = places.find(way.nodes()[i]);
      if (at == null) {
        missing++;
      } else {
        line[i] = at;
      }
    }
    if (type == LayerType.STREETS) {
      return street(way, line, missing);
    }
    if (missing > 0) {
      return Decoded.of(nodesMissing(missing + " / " + line.length));
    }
    if (line.length < 2) {
      return Decoded.of(degenerate());
    }
    if (way.isClosed()) {
      return RingAssembly.assemble(List.of(FACTORY.createLinearRing(line)), FACTORY)
          .map(Decoded::of)
          .orElseGet(() -> Decoded.of(degenerate()));
    }
    if (type == LayerType.FACILITIES || type == LayerType.GATES) {
      LengthIndexedLine along = new LengthIndexedLine(FACTORY.createLineString(line));
      return Decoded.of(FACTORY.createPoint(along.extractPoint(along.getEndIndex() / 2)));
    }
    return Decoded.of(open("way/" + way.id()));
  }

  /** What is known of a street that the extract's edge cuts is walked. */
  private Decoded street(OsmItem.Way way, @Nullable Coordinate[] line, int missing) {
    List<LineString> parts = streetNodes.parts(way, line, FACTORY);
    if (parts.isEmpty()) {
      return Decoded.of(missing > 0 ? nodesMissing(missing + " / " + line.length) : degenerate());
    }
    return new Decoded(
        Optional.of(FACTORY.buildGeometry(parts)),
        missing > 0 ? Optional.of(nodesMissing(missing + " / " + line.length)) : Optional.empty());
  }

  private Decoded relation(OsmItem.Relation relation) {
    Set<Long> seen = new HashSet<>();
    List<long[]> all = new ArrayList<>();
    List<long[]> outer = new ArrayList<>();
    List<long[]> inner = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (OsmItem.Member member : relation.members()) {
      if (member.type() != OsmItem.MemberType.WAY || !seen.add(member.ref())) {
        continue;
      }
      long[] nodes = ways.find(member.ref());
      if (nodes == null) {
        missing.add("way/" + member.ref());
        continue;
      }
      for (long node : nodes) {
        if (places.find(node) == null) {
          missing.add("node/" + node);
        }
      }
      all.add(nodes);
      (member.role().equals("inner") ? inner : outer).add(nodes);
    }
    if (!missing.isEmpty()) {
      return Decoded.of(
          Notice.of(
              "members_missing",
              "面关系的部分成员不在此数据范围内，轮廓不完整",
              "members of the relation are not in the extract, so its outline is not whole",
              missing.size()
                  + ": "
                  + String.join(", ", missing.subList(0, Math.min(3, missing.size())))));
    }
    return assembled(all, outer, inner);
  }

  private Decoded assembled(List<long[]> all, List<long[]> outer, List<long[]> inner) {
    OsmOutline outline = new OsmOutline(all);
    int loose = outline.looseEdges();
    if (loose > 0 && new OsmOutline(outer).rings().isEmpty()) {
      // Only holes would be left, and they would pass for the area itself.
      return Decoded.of(open(loose + " edges"));
    }
    Optional<Geometry> area = outline.forks() ? Optional.empty() : nested(outline);
    if (outline.forks()) {
      area = without(faces(outer), faces(inner));
    } else if (area.isPresent() && !inner.isEmpty() && !area.get().isValid()) {
      // Rings that cross nest in no way of their own: here the roles are the better word.
      Optional<Geometry> said =
          without(
              nested(new OsmOutline(outer)).orElse(null),
              nested(new OsmOutline(inner)).orElse(null));
      area = said.isPresent() ? said : area;
    }
    if (area.isEmpty()) {
      return Decoded.of(loose > 0 ? open(loose + " edges") : degenerate());
    }
    return loose == 0
        ? Decoded.of(area.get())
        : new Decoded(
            area,
            Optional.of(
                Notice.of(
                    "loose_ends",
                    "轮廓有多余的线段未闭合，已略去",
                    "the outline has loose ends, which were left out",
                    loose + " edges")));
  }

  private Optional<Geometry> nested(OsmOutline outline) {
    if (outline.forks()) {
      return Optional.empty();
    }
    List<LinearRing> rings = new ArrayList<>();
    for (long[] ring : outline.rings()) {
      rings.add(FACTORY.createLinearRing(places(ring)));
    }
    return rings.isEmpty() ? Optional.empty() : RingAssembly.assemble(rings, FACTORY);
  }

  /** Empty where nothing is left, or where the two can't be told apart. */
  private static Optional<Geometry> without(@Nullable Geometry land, @Nullable Geometry holes) {
    if (land == null) {
      return Optional.empty();
    }
    try {
      Geometry area =
          holes == null
              ? land
              : OverlayNGRobust.overlay(valid(land), valid(holes), OverlayNG.DIFFERENCE);
      return area instanceof Polygonal && !area.isEmpty() ? Optional.of(area) : Optional.empty();
    } catch (TopologyException e) {
      return Optional.empty();
    }
  }

  private static Geometry valid(Geometry area) {
    return area.isValid() ? area : GeometryFixer.fix(area);
  }

  /**
   * What ways enclose that fork, as where two holes share a border that is drawn once: all their
   * faces together.
   */
  private @Nullable Geometry faces(List<long[]> lines) {
    Polygonizer polygonizer = new Polygonizer();
    for (long[] line : lines) {
      if (line.length >= 2) {
        polygonizer.add(FACTORY.createLineString(places(line)));
      }
    }
    return UnaryUnionOp.union(polygonizer.getPolygons());
  }

  private Coordinate[] places(long[] nodes) {
    List<Coordinate> line = new ArrayList<>(nodes.length);
    for (long node : nodes) {
      Coordinate at = places.find(node);
      if (at != null) {
        line.add(at);
      }
    }
    return line.toArray(new Coordinate[0]);
  }

  private static Notice nodesMissing(String count) {
    return Notice.of(
        "nodes_missing", "线的部分节点不在此数据范围内", "nodes of the way are not in the extract", count);
  }

  private static Notice open(String detail) {
    return Notice.of(
        "ring_open", "轮廓没有闭合，不成面", "the outline does not close, so it is no area", detail);
  }

  private static Notice degenerate() {
    return Notice.of(
        "degenerate_shape",
        "图形退化：没有面积或长度",
        "the shape is degenerate: it has no area, or no length");
  }
}
