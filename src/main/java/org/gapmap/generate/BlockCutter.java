package org.gapmap.generate;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Cuts land in two across its longer side, and the halves again, until blocks of the zone's grain
 * are left. The early cuts are streets, the late ones lanes and walls; none is quite straight, in
 * the middle or at a right angle, and most end at a T, as in a town that nobody drew at once.
 */
final class BlockCutter {
  private static final double HECTARE = 10_000;
  private static final double SECONDARY_FROM_SQM = 20 * HECTARE;

  private final TownFrame frame;
  private final Dice dice;
  private final double grain;
  private final List<Street> streets;
  private final StreetNames names;
  private final List<Block> blocks = new ArrayList<>();
  private int families;

  BlockCutter(TownFrame frame, Dice dice, double grain, List<Street> streets) {
    this.frame = frame;
    this.dice = dice;
    this.grain = grain;
    this.streets = streets;
    this.names = new StreetNames(dice.fork("street names"));
  }

  List<Block> blocks() {
    return blocks;
  }

  void cut(Polygon piece) {
    cut(piece, families++);
  }

  private void cut(Polygon piece, int family) {
    Zone zone = frame.zoneAt(piece.getInteriorPoint().getCoordinate());
    double target = zone.blockHectares * HECTARE * grain * dice.between(0.6, 1.6);
    double area = piece.getArea();
    if (area < 1.3 * target) {
      blocks.add(new Block(piece, zone, family));
      return;
    }
    for (int attempt = 0; attempt < 6; attempt++) {
      LineString line = crossing(piece, zone, attempt);
      List<Polygon> parts = parted(piece, line);
      if (parts.size() > 1 && wellFormed(parts, target, attempt)) {
        layOut(Land.common(line, piece), area, target);
        for (Polygon part : parts) {
          cut(part, families++);
        }
        shareFamily(parts.size());
        return;
      }
    }
    blocks.add(new Block(piece, zone, family));
  }

  private static List<Polygon> parted(Polygon piece, LineString line) {
    List<Polygon> parts = new ArrayList<>();
    for (Polygon part : Land.polygonized(Land.joined(piece.getBoundary(), line))) {
      if (piece.contains(part.getInteriorPoint())) {
        parts.add(part);
      }
    }
    return parts;
  }

  /** Parts that became blocks at once are neighbours across one wall or lane: one family. */
  private void shareFamily(int parts) {
    int from = blocks.size() - parts;
    if (from < 0 || blocks.get(from).family() != families - parts) {
      return;
    }
    for (int i = from; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      blocks.set(i, new Block(block.outline(), block.zone(), families));
    }
    families++;
  }

  private void layOut(Geometry inside, double area, double target) {
    StreetClass kind;
    if (area > SECONDARY_FROM_SQM) {
      kind = StreetClass.SECONDARY;
    } else if (area > 3.4 * target || dice.chance(0.55)) {
      kind = StreetClass.LANE;
    } else {
      return;
    }
    String name = names.next(kind);
    for (LineString axis : Land.lines(inside)) {
      streets.add(new Street(axis, kind, name));
    }
  }

  private static boolean wellFormed(List<Polygon> parts, double target, int attempt) {
    double leniency = 1 + attempt * 0.5;
    for (Polygon part : parts) {
      double length = part.getLength();
      double compactness = 4 * StrictMath.PI * part.getArea() / (length * length);
      if (part.getArea() < 0.35 * target / leniency || compactness < 0.42 / leniency) {
        return false;
      }
    }
    return true;
  }

  /** From beyond one long side to beyond the other, a kink every 60 to 110 m. */
  private LineString crossing(Polygon piece, Zone zone, int attempt) {
    Coordinate[] box = MinimumAreaRectangle.getMinimumRectangle(piece).getCoordinates();
    Coordinate origin = box[0];
    Coordinate along = box[1];
    Coordinate across = box[3];
    if (origin.distance(along) < origin.distance(across)) {
      along = box[3];
      across = box[1];
    }
    double length = origin.distance(along);
    double width = origin.distance(across);
    double ux = (along.x - origin.x) / length;
    double uy = (along.y - origin.y) / length;
    double vx = (across.x - origin.x) / width;
    double vy = (across.y - origin.y) / width;
    double middle = length * (0.5 + dice.around(0.17 + 0.03 * attempt));
    double skew = StrictMath.tan(StrictMath.toRadians(dice.around(zone.skewDegrees)));
    double wobble = 2 + zone.skewDegrees * 0.55;
    List<Coordinate> points = new ArrayList<>();
    double reach = -0.1 * width - 5;
    while (true) {
      double shift = middle + (reach - width / 2) * skew + dice.around(wobble);
      points.add(
          new Coordinate(origin.x + ux * shift + vx * reach, origin.y + uy * shift + vy * reach));
      if (reach > 1.1 * width) {
        break;
      }
      reach += dice.between(60, 110);
    }
    return piece.getFactory().createLineString(points.toArray(new Coordinate[0]));
  }
}
