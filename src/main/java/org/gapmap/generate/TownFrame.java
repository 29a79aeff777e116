package org.gapmap.generate;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * What a town grew along: the river with its bend, the ring road where the wall stood, the main
 * roads and the three bridges. Metres around the town's middle, north up.
 *
 * @param scale 1 for a town of 300 communities; lengths grow with it, the river's width does not
 * @param limits the outline of the sub-districts, fields included
 * @param builtUp the outline of the streets
 * @param river water from bank to bank
 * @param riverAxis its middle, from beyond the limits to beyond the limits
 * @param ring the ring road, closed
 * @param mainRoads the others, from beyond the limits to beyond the limits
 */
record TownFrame(
    double scale,
    Polygon limits,
    Polygon builtUp,
    Polygon river,
    LineString riverAxis,
    NamedLine ring,
    List<NamedLine> mainRoads) {

  record NamedLine(String name, LineString line) {}

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final double RADIUS_METRES = 2150;

  private static final double[][] RIVER = {
    {-4200, -260}, {-3300, -420}, {-2350, -700}, {-1500, -640}, {-760, -830}, {-80, -1210},
    {560, -1290}, {1060, -880}, {1620, -520}, {2300, -640}, {3100, -900}, {4200, -700}
  };
  private static final double[][] ZHONGSHAN = {
    {-240, 4000},
    {-190, 2400},
    {-150, 1500},
    {-60, 700},
    {-170, -150},
    {-90, -1000},
    {40, -1800},
    {-60, -2600},
    {60, -4000}
  };
  private static final double[][] RENMIN = {
    {-4200, 180}, {-2600, 250}, {-1500, 420}, {0, 350}, {1300, 480}, {2300, 400}, {4200, 650}
  };
  private static final double[][] JIANSHE = {
    {1190, 4000},
    {1250, 2300},
    {1090, 1300},
    {1230, 300},
    {1150, -600},
    {1290, -1700},
    {1390, -4000}
  };
  private static final double[][] FANGZHI = {
    {-1900, 4000},
    {-1700, 2300},
    {-1640, 1000},
    {-1760, 0},
    {-1640, -1000},
    {-1780, -2000},
    {-1750, -4000}
  };
  private static final double[][] JIANGNAN = {
    {-4200, -1480},
    {-2400, -1390},
    {-1500, -1480},
    {0, -1790},
    {1500, -1500},
    {2400, -1620},
    {4200, -1560}
  };
  private static final double[][] BEIHUAN = {
    {-4200, 1500}, {-2200, 1600}, {-1000, 1580}, {0, 1690}, {1400, 1600}, {2400, 1740}, {4200, 1650}
  };

  static TownFrame of(Dice dice, double scale) {
    double tilt = dice.between(0, 2 * StrictMath.PI);
    double turn = dice.between(0, 2 * StrictMath.PI);
    LineString axis = winding(dice, RIVER, scale, 45);
    double width = dice.between(95, 125);
    return new TownFrame(
        scale,
        blob(RADIUS_METRES * 1.13 * scale, tilt, turn, 0.6),
        blob(RADIUS_METRES * scale, tilt, turn, 1),
        widened(axis, width / 2),
        axis,
        new NamedLine("环城路", ring(dice, scale)),
        List.of(
            new NamedLine("中山路", winding(dice, ZHONGSHAN, scale, 28)),
            new NamedLine("人民路", winding(dice, RENMIN, scale, 28)),
            new NamedLine("建设大道", winding(dice, JIANSHE, scale, 28)),
            new NamedLine("纺织路", winding(dice, FANGZHI, scale, 28)),
            new NamedLine("江南大道", winding(dice, JIANGNAN, scale, 28)),
            new NamedLine("北环路", winding(dice, BEIHUAN, scale, 28))));
  }

  /** The zone of a place, told by the ring, the river and the road to the newer quarter. */
  Zone zoneAt(Coordinate place) {
    double x = place.x / scale;
    double y = place.y / scale;
    if (southOfRiver(place)) {
      return Zone.SOUTH;
    }
    if (x > 1160) {
      return Zone.EAST;
    }
    if (x < -1100) {
      return Zone.WEST;
    }
    return y > 1275 ? Zone.NORTH : Zone.CORE;
  }

  boolean southOfRiver(Coordinate place) {
    Coordinate[] points = riverAxis.getCoordinates();
    for (int i = 1; i < points.length; i++) {
      Coordinate west = points[i - 1];
      Coordinate east = points[i];
      if (west.x <= place.x && place.x < east.x) {
        return place.y < west.y + (east.y - west.y) * (place.x - west.x) / (east.x - west.x);
      }
    }
    return false;
  }

  /** The river's two banks widened by some metres, as one polygon. */
  Polygon riverWith(double marginMetres) {
    return marginMetres == 0 ? river : widened(river, marginMetres);
  }

  private static Polygon widened(Geometry geometry, double metres) {
    BufferParameters round = new BufferParameters(6);
    Geometry buffered = BufferOp.bufferOp(geometry, metres, round);
    return (Polygon) DouglasPeuckerSimplifier.simplify(buffered, 1.5).norm();
  }

  private static Polygon blob(double radius, double tilt, double turn, double raggedness) {
    int count = 90;
    Coordinate[] ring = new Coordinate[count + 1];
    for (int i = 0; i < count; i++) {
      double angle = 2 * StrictMath.PI * i / count;
      double reach =
          radius
              * (1
                  + 0.05 * StrictMath.sin(2 * angle + tilt)
                  + raggedness * 0.045 * StrictMath.sin(3 * angle + turn)
                  + raggedness * 0.03 * StrictMath.sin(5 * angle + tilt + turn)
                  + raggedness * 0.015 * StrictMath.sin(11 * angle + turn));
      ring[i] = new Coordinate(1.1 * reach * StrictMath.cos(angle), reach * StrictMath.sin(angle));
    }
    ring[count] = ring[0].copy();
    return GEOMETRY.createPolygon(ring);
  }

  /**
   * A rounded square (a superellipse of the third degree), as walls that were pulled down leave.
   */
  private static LineString ring(Dice dice, double scale) {
    int count = 40;
    Coordinate[] ring = new Coordinate[count + 1];
    for (int i = 0; i < count; i++) {
      double angle = 2 * StrictMath.PI * i / count;
      double cos = StrictMath.cos(angle);
      double sin = StrictMath.sin(angle);
      double reach =
          StrictMath.pow(
              StrictMath.pow(Math.abs(cos), 3) + StrictMath.pow(Math.abs(sin), 3), -1 / 3.0);
      ring[i] =
          new Coordinate(
              scale * (-120 + 1030 * reach * cos + dice.around(14)),
              scale * (400 + 880 * reach * sin + dice.around(14)));
    }
    ring[count] = ring[0].copy();
    return GEOMETRY.createLineString(ring);
  }

  /** A curve near the points: Chaikin's corner cutting, three times. */
  private static LineString winding(Dice dice, double[][] points, double scale, double jitter) {
    List<Coordinate> curve = new ArrayList<>();
    for (double[] point : points) {
      curve.add(
          new Coordinate(
              scale * (point[0] + dice.around(jitter)), scale * (point[1] + dice.around(jitter))));
    }
    for (int round = 0; round < 3; round++) {
      List<Coordinate> cut = new ArrayList<>();
      cut.add(curve.get(0));
      for (int i = 1; i < curve.size(); i++) {
        Coordinate a = curve.get(i - 1);
        Coordinate b = curve.get(i);
        cut.add(new Coordinate(0.75 * a.x + 0.25 * b.x, 0.75 * a.y + 0.25 * b.y));
        cut.add(new Coordinate(0.25 * a.x + 0.75 * b.x, 0.25 * a.y + 0.75 * b.y));
      }
      cut.add(curve.get(curve.size() - 1));
      curve = cut;
    }
    return GEOMETRY.createLineString(curve.toArray(new Coordinate[0]));
  }
}
