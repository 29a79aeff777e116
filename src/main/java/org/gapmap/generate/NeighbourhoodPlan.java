package org.gapmap.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * Cuts sub-districts into neighbourhoods of eight compounds or so. A border runs midway between the
 * compounds on its two sides, which is down the middle of a street, and cuts none of them.
 */
final class NeighbourhoodPlan {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final double COMPOUNDS_EACH = 8;
  private static final double BETWEEN_POINTS_METRES = 25;
  private static final double SMOOTHING_METRES = 6;
  private static final List<String> NAMES =
      List.of(
          "文昌", "和平", "东风", "建新", "红旗", "胜利", "向阳", "前进", "朝阳", "光明", "团结", "友谊", "青年", "永安", "仁和",
          "德馨", "书院", "钟楼", "城隍", "盐仓", "米市", "桂花", "槐荫", "柳浪", "梅园", "竹巷", "荷塘", "莲花", "松涛", "枫林",
          "长虹", "新华", "解放", "民主", "平安", "康乐", "福寿", "安居", "锦绣", "凤凰", "金鸡", "白鹤", "望江", "临河", "渡口",
          "码头", "车站", "纺织", "机床", "电机", "棉纺", "印染", "砖瓦", "粮库");

  private NeighbourhoodPlan() {}

  static List<Neighbourhood> of(List<Subdistrict> subdistricts, List<Compound> compounds) {
    List<Neighbourhood> all = new ArrayList<>();
    for (Subdistrict subdistrict : subdistricts) {
      List<Compound> inside = new ArrayList<>();
      for (Compound compound : compounds) {
        if (subdistrict.shape().contains(compound.shape().getInteriorPoint())) {
          inside.add(compound);
        }
      }
      for (Geometry shape : cut(subdistrict, inside)) {
        int number = all.size();
        String ordinal = number < NAMES.size() ? "" : "第" + (number / NAMES.size() + 1);
        all.add(
            new Neighbourhood(
                NAMES.get(number % NAMES.size()) + ordinal + "社区", subdistrict, shape));
      }
    }
    return List.copyOf(all);
  }

  private static List<Geometry> cut(Subdistrict subdistrict, List<Compound> compounds) {
    int count = (int) Math.round(compounds.size() / COMPOUNDS_EACH);
    if (count < 2) {
      return List.of(subdistrict.shape());
    }
    List<Coordinate> middles = middles(compounds, count);
    STRtree owners = new STRtree();
    List<Coordinate> sites = new ArrayList<>();
    for (Compound compound : compounds) {
      Integer owner = nearest(middles, compound.shape().getCentroid().getCoordinate());
      for (Coordinate at :
          Densifier.densify(compound.shape(), BETWEEN_POINTS_METRES).getCoordinates()) {
        sites.add(at);
        owners.insert(new Envelope(at), owner);
      }
    }
    List<List<Geometry>> cells = new ArrayList<>();
    IntStream.range(0, count).forEach(i -> cells.add(new ArrayList<>()));
    VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
    builder.setSites(sites);
    Envelope around = subdistrict.shape().getEnvelopeInternal().copy();
    around.expandBy(1_000);
    builder.setClipEnvelope(around);
    Geometry diagram = builder.getDiagram(GEOMETRY);
    for (int i = 0; i < diagram.getNumGeometries(); i++) {
      Geometry cell = diagram.getGeometryN(i);
      Point site = GEOMETRY.createPoint((Coordinate) cell.getUserData());
      for (Object owner : owners.query(site.getEnvelopeInternal())) {
        cells.get((Integer) owner).add(cell);
        break;
      }
    }
    return clipped(subdistrict.shape(), cells);
  }

  private static List<Geometry> clipped(Polygon within, List<List<Geometry>> cells) {
    Geometry[] wholes =
        cells.stream()
            .filter(own -> !own.isEmpty())
            .map(UnaryUnionOp::union)
            .toArray(Geometry[]::new);
    List<Geometry> shapes = new ArrayList<>();
    for (Geometry smooth : CoverageSimplifier.simplify(wholes, SMOOTHING_METRES)) {
      Geometry shape = Land.common(smooth, within);
      if (!shape.isEmpty()) {
        shapes.add(shape);
      }
    }
    return shapes;
  }

  /** Compounds that lie far apart, each next one the farthest from those before. */
  private static List<Coordinate> middles(List<Compound> compounds, int count) {
    List<Coordinate> all = new ArrayList<>();
    compounds.forEach(compound -> all.add(compound.shape().getCentroid().getCoordinate()));
    List<Coordinate> middles = new ArrayList<>(List.of(all.get(0)));
    while (middles.size() < count) {
      Coordinate farthest = all.get(0);
      double most = -1;
      for (Coordinate candidate : all) {
        double apart = candidate.distance(middles.get(nearest(middles, candidate)));
        if (apart > most) {
          most = apart;
          farthest = candidate;
        }
      }
      middles.add(farthest);
    }
    return middles;
  }

  private static int nearest(List<Coordinate> middles, Coordinate at) {
    int nearest = 0;
    for (int i = 1; i < middles.size(); i++) {
      if (at.distance(middles.get(i)) < at.distance(middles.get(nearest))) {
        nearest = i;
      }
    }
    return nearest;
  }
}
