package org.gapmap.generate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Where in a town a house can stand, and what its address is. */
final class Spots {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final double LEAST_LOT_SQM = 1_200;
  private static final double NEAR_HOMES_METRES = 30;
  private static final double FROM_FENCE_METRES = 6;
  private static final double ADDRESS_WITHIN_METRES = 500;

  private final Map<Zone, List<Polygon>> lots = new EnumMap<>(Zone.class);
  private final STRtree streets = new STRtree();
  private final STRtree communities = new STRtree();

  Spots(TownPlan plan, List<SyntheticCommunity> residents) {
    for (Zone zone : Zone.values()) {
      lots.put(zone, new ArrayList<>());
    }
    for (SyntheticCommunity community : residents) {
      Geometry shape = community.compound().shape();
      Polygon lot = Land.largest(shape);
      lots(community.compound().zone()).addAll(List.of(lot, lot));
      communities.insert(shape.getEnvelopeInternal(), community);
    }
    for (Polygon other : plan.otherBlocks()) {
      // Offices, shops and schools take services in as well, fields at the edge of town do not.
      if (other.getArea() > LEAST_LOT_SQM && nearHomes(other)) {
        lots(plan.frame().zoneAt(other.getCentroid().getCoordinate())).add(other);
      }
    }
    for (Street street : plan.streets()) {
      if (street.kind() != StreetClass.BRIDGE) {
        streets.insert(street.axis().getEnvelopeInternal(), street);
      }
    }
  }

  private List<Polygon> lots(Zone zone) {
    return lots.getOrDefault(zone, List.of());
  }

  /** Whether people live next to it. */
  boolean nearHomes(Polygon lot) {
    Envelope around = lot.getEnvelopeInternal().copy();
    around.expandBy(NEAR_HOMES_METRES);
    for (Object found : communities.query(around)) {
      Geometry homes = ((SyntheticCommunity) found).compound().shape();
      if (homes.isWithinDistance(lot, NEAR_HOMES_METRES)) {
        return true;
      }
    }
    return false;
  }

  /** Just inside a fence of the zone, as a ground floor to the street is. */
  Coordinate byTheStreet(Zone zone, Dice dice) {
    Polygon lot = lot(zone, dice);
    LineString fence = lot.getExteriorRing();
    double along = dice.between(0, fence.getLength());
    // JTS overlays give outer rings clockwise: the inside lies to the right, a negative offset.
    return new LengthIndexedLine(fence).extractPoint(along, -FROM_FENCE_METRES);
  }

  /** Deep inside a lot of the zone. */
  Coordinate inTheYard(Zone zone, Dice dice) {
    Point inside = lot(zone, dice).getInteriorPoint();
    return new Coordinate(inside.getX() + dice.around(5), inside.getY() + dice.around(5));
  }

  private Polygon lot(Zone zone, Dice dice) {
    List<Polygon> inZone = lots(zone);
    return dice.pick(inZone.isEmpty() ? lots(Zone.CORE) : inZone);
  }

  String address(Coordinate at, Dice dice) {
    Point point = GEOMETRY.createPoint(at);
    String nearest = "人民路";
    double least = ADDRESS_WITHIN_METRES;
    for (Object found : streets.query(around(at))) {
      Street street = (Street) found;
      double distance = street.axis().distance(point);
      if (distance < least) {
        least = distance;
        nearest = street.name();
      }
    }
    return nearest + (1 + dice.below(260)) + "号";
  }

  SyntheticCommunity nearest(Coordinate at) {
    Point point = GEOMETRY.createPoint(at);
    Envelope around = around(at);
    while (true) {
      SyntheticCommunity nearest = null;
      double least = Double.MAX_VALUE;
      for (Object found : communities.query(around)) {
        SyntheticCommunity community = (SyntheticCommunity) found;
        double distance = community.compound().shape().distance(point);
        if (distance < least) {
          least = distance;
          nearest = community;
        }
      }
      if (nearest != null) {
        return nearest;
      }
      around.expandBy(ADDRESS_WITHIN_METRES);
    }
  }

  private static Envelope around(Coordinate at) {
    Envelope around = new Envelope(at);
    around.expandBy(ADDRESS_WITHIN_METRES);
    return around;
  }
}
