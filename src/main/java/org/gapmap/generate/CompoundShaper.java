package org.gapmap.generate;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Gives a block the outline of a compound that has been lived in for forty years: a corner lost to
 * a shop, a strip along the street to a row of garages, a wall that steps back, a school inside, a
 * lane across. Everything is taken away and nothing added, so that neighbours never overlap.
 */
final class CompoundShaper {
  private static final double LANE_METRES = 9;

  private final Dice dice;

  CompoundShaper(Dice dice) {
    this.dice = dice;
  }

  /** Corners and edges; one part, no hole. */
  Polygon worn(Polygon block, double leastSqm) {
    Polygon shape = block;
    if (dice.chance(0.3)) {
      shape = keep(shape, cornerLot(shape, 0.25, 0.5), leastSqm);
    }
    int steps = dice.pickWeighted(0.35, 0.4, 0.25);
    for (int i = 0; i < steps; i++) {
      shape = keep(shape, steppedEdge(shape), leastSqm);
    }
    if (dice.chance(0.35)) {
      shape = keep(shape, cutCorner(shape), leastSqm);
    }
    return wobbled(shape);
  }

  /** With a school's or a works' yard left out of the middle. */
  Geometry withYard(Polygon compound) {
    Point centre = compound.getCentroid();
    double share = dice.between(0.34, 0.44);
    Coordinate[] outer = compound.getExteriorRing().getCoordinates();
    Coordinate[] yard = new Coordinate[outer.length];
    double dx = dice.around(12);
    double dy = dice.around(12);
    for (int i = 0; i < outer.length; i++) {
      yard[i] =
          new Coordinate(
              centre.getX() + dx + share * (outer[i].x - centre.getX()),
              centre.getY() + dy + share * (outer[i].y - centre.getY()));
    }
    Polygon hole = compound.getFactory().createPolygon(yard);
    if (!hole.isValid() || !compound.buffer(-15).contains(hole)) {
      return compound;
    }
    return Land.carved(compound, hole);
  }

  /** A lane across the compound's narrow side, from street to street around its block. */
  LineString laneAcross(Polygon compound, Polygon block) {
    Coordinate[] box = MinimumAreaRectangle.getMinimumRectangle(compound).getCoordinates();
    boolean firstIsLong = box[0].distance(box[1]) > box[1].distance(box[2]);
    Coordinate a = firstIsLong ? box[0] : box[1];
    Coordinate b = firstIsLong ? box[1] : box[2];
    Coordinate c = firstIsLong ? box[3] : box[0];
    Coordinate d = firstIsLong ? box[2] : box[3];
    double from = dice.between(0.36, 0.64);
    Coordinate one = between(a, b, from);
    Coordinate two = between(c, d, from + dice.around(0.12));
    LineString line =
        compound
            .getFactory()
            .createLineString(new Coordinate[] {between(one, two, -0.4), between(one, two, 1.4)});
    LineString longest = compound.getFactory().createLineString();
    for (LineString inBlock : Land.lines(Land.common(line, block))) {
      if (inBlock.getLength() > longest.getLength()) {
        longest = inBlock;
      }
    }
    return longest;
  }

  static Geometry parted(Polygon compound, LineString lane) {
    return Land.carved(compound, lane.buffer(LANE_METRES / 2));
  }

  private static Polygon keep(Polygon shape, Polygon lot, double leastSqm) {
    if (lot.isEmpty() || !lot.isValid()) {
      return shape;
    }
    Geometry rest = Land.carved(shape, lot);
    Polygon largest = Land.largest(rest);
    boolean stillACompound =
        largest.getArea() >= leastSqm
            && largest.getArea() > 0.6 * shape.getArea()
            && largest.getNumInteriorRing() == 0
            && largest.getArea() > 0.97 * rest.getArea();
    return stillACompound ? largest : shape;
  }

  /** A parallelogram at a corner, along its two edges. */
  private Polygon cornerLot(Polygon shape, double low, double high) {
    Corner corner = corner(shape);
    if (!corner.isAbout(50, 130)) {
      return shape.getFactory().createPolygon();
    }
    return lot(corner, dice.between(low, high), dice.between(low, high));
  }

  /** A strip 7 to 13 m deep along a part of an edge. */
  private Polygon steppedEdge(Polygon shape) {
    Corner corner = corner(shape);
    double depth = dice.between(7, 13);
    double side = corner.at().distance(corner.next());
    if (!corner.isAbout(60, 120) || side < 3 * depth) {
      return shape.getFactory().createPolygon();
    }
    return lot(corner, dice.between(0.3, 0.65), depth / side);
  }

  private Polygon cutCorner(Polygon shape) {
    Corner corner = corner(shape);
    double metres = dice.between(8, 26);
    double before = corner.at().distance(corner.previous());
    double after = corner.at().distance(corner.next());
    if (!corner.isAbout(50, 130) || before < 2 * metres || after < 2 * metres) {
      return shape.getFactory().createPolygon();
    }
    Coordinate a = between(corner.at(), corner.previous(), metres / before);
    Coordinate b = between(corner.at(), corner.next(), metres / after);
    return shape
        .getFactory()
        .createPolygon(new Coordinate[] {corner.at().copy(), a, b, corner.at().copy()});
  }

  private static Polygon lot(Corner corner, double alongPrevious, double alongNext) {
    Coordinate at = corner.at();
    Coordinate a = between(at, corner.previous(), alongPrevious);
    Coordinate b = between(at, corner.next(), alongNext);
    Coordinate far = new Coordinate(a.x + b.x - at.x, a.y + b.y - at.y);
    return new GeometryFactory().createPolygon(new Coordinate[] {at.copy(), a, far, b, at.copy()});
  }

  /** Long edges get a kink or two, one to four metres inward. */
  private Polygon wobbled(Polygon shape) {
    LinearRing ring = shape.getExteriorRing();
    // JTS overlays give the outer ring clockwise: the inside lies to the right of each edge.
    Coordinate[] points = ring.getCoordinates();
    List<Coordinate> kinked = new ArrayList<>();
    for (int i = 1; i < points.length; i++) {
      Coordinate from = points[i - 1];
      Coordinate to = points[i];
      kinked.add(from);
      double length = from.distance(to);
      int kinks = length > 150 ? 2 : length > 70 ? 1 : 0;
      for (int k = 1; k <= kinks; k++) {
        double along = (k + dice.around(0.3)) / (kinks + 1);
        double inward = dice.between(0.8, 3.6);
        Coordinate on = between(from, to, along);
        kinked.add(
            new Coordinate(
                on.x + inward * (to.y - from.y) / length,
                on.y - inward * (to.x - from.x) / length));
      }
    }
    kinked.add(points[0].copy());
    Polygon wobbled = shape.getFactory().createPolygon(kinked.toArray(new Coordinate[0]));
    return wobbled.isValid() && wobbled.getArea() < shape.getArea() ? wobbled : shape;
  }

  private Corner corner(Polygon shape) {
    Coordinate[] points = shape.getExteriorRing().getCoordinates();
    int count = points.length - 1;
    Corner corner = new Corner(points[0], points[0], points[0]);
    for (int attempt = 0; attempt < 8; attempt++) {
      int i = dice.below(count);
      corner = new Corner(points[(i + count - 1) % count], points[i], points[(i + 1) % count]);
      if (corner.isAbout(50, 130) && corner.shortSide() > 25) {
        return corner;
      }
    }
    return corner;
  }

  private static Coordinate between(Coordinate a, Coordinate b, double share) {
    return new Coordinate(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y));
  }

  private record Corner(Coordinate previous, Coordinate at, Coordinate next) {
    boolean isAbout(double low, double high) {
      double degrees = StrictMath.toDegrees(Angle.angleBetween(previous, at, next));
      return low < degrees && degrees < high;
    }

    double shortSide() {
      return Math.min(at.distance(previous), at.distance(next));
    }
  }
}
