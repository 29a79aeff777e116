package org.gapmap.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Opens walled compounds to the streets: one gate to three for each, the main one mostly on the
 * widest street. Some of the largest have a single one, on the side away from all services: what
 * was once the back gate of a works.
 */
final class Gates {
  private static final double EVERY_METRES = 12;
  private static final double STREET_WITHIN_METRES = 40;
  private static final double APART_METRES = 60;
  private static final double SMALL_SQM = 15_000;
  private static final double LARGE_SQM = 28_000;
  private static final List<ServicePattern> DAILY =
      List.of(ServicePattern.CANTEEN, ServicePattern.MARKET, ServicePattern.HEALTH);

  private final STRtree streets = new STRtree();
  private final STRtree compounds = new STRtree();
  private final Town town;
  private final Dice dice;

  /** A place on a wall with a street before it. */
  private record Access(Coordinate at, StreetClass street) {}

  Gates(Town town, Dice dice) {
    this.town = town;
    this.dice = dice;
    for (Street street : town.plan().streets()) {
      if (street.kind() != StreetClass.BRIDGE) {
        streets.insert(street.axis().getEnvelopeInternal(), street);
      }
    }
    for (Compound compound : town.plan().compounds()) {
      for (Polygon part : Land.polygons(compound.shape())) {
        compounds.insert(part.getEnvelopeInternal(), part);
      }
    }
  }

  /** At least one for each part of the compound that a street passes. */
  List<SyntheticGate> of(SyntheticCommunity community) {
    List<SyntheticGate> gates = new ArrayList<>();
    for (Polygon part : Land.polygons(community.compound().shape())) {
      open(part, accesses(part), gates);
    }
    return gates;
  }

  private void open(Polygon part, List<Access> accesses, List<SyntheticGate> gates) {
    int wanted = number(part.getArea());
    boolean wrongSide = dice.chance(0.5);
    if (accesses.isEmpty()) {
      return;
    }
    boolean back = wanted == 1 && wrongSide && part.getArea() > SMALL_SQM;
    List<Access> left = new ArrayList<>(accesses);
    Access main = back ? farthestFromServices(left) : onWidestStreet(left);
    gates.add(new SyntheticGate(main.at, "主出入口", "开放"));
    Access last = main;
    for (int i = 1; i < wanted; i++) {
      Access from = last;
      left.removeIf(access -> access.at.distance(from.at) < APART_METRES);
      double kind = dice.next();
      boolean shut = dice.chance(0.12);
      if (left.isEmpty()) {
        return;
      }
      left.sort(Comparator.comparingDouble(access -> -access.at.distance(main.at)));
      last = left.get(dice.below(1 + left.size() / 3));
      gates.add(
          new SyntheticGate(
              last.at, kind < 0.6 ? "人行出入口" : kind < 0.85 ? "次出入口" : "车行出入口", shut ? "关闭" : "开放"));
    }
  }

  private int number(double sqm) {
    double chance = dice.next();
    if (sqm < SMALL_SQM) {
      return chance < 0.65 ? 1 : 2;
    }
    if (sqm < LARGE_SQM) {
      return chance < 0.35 ? 1 : chance < 0.85 ? 2 : 3;
    }
    return chance < 0.3 ? 1 : chance < 0.65 ? 2 : 3;
  }

  private Access onWidestStreet(List<Access> accesses) {
    StreetClass widest =
        accesses.stream().map(Access::street).min(Comparator.naturalOrder()).orElseThrow();
    return dice.pick(accesses.stream().filter(access -> access.street == widest).toList());
  }

  private Access farthestFromServices(List<Access> accesses) {
    Access farthest = accesses.get(0);
    double most = -1;
    for (Access access : accesses) {
      double sum = 0;
      for (ServicePattern pattern : DAILY) {
        sum += metresToNearest(access.at, pattern);
      }
      if (sum > most) {
        most = sum;
        farthest = access;
      }
    }
    return farthest;
  }

  private double metresToNearest(Coordinate at, ServicePattern pattern) {
    double nearest = 2_000;
    for (SyntheticFacility facility : town.facilities()) {
      if (facility.pattern() == pattern) {
        nearest = Math.min(nearest, facility.at().distance(at));
      }
    }
    return nearest;
  }

  /** Places along the wall from which one steps onto a street, and not into another compound. */
  private List<Access> accesses(Polygon part) {
    List<Access> accesses = new ArrayList<>();
    Envelope around = part.getEnvelopeInternal().copy();
    around.expandBy(STREET_WITHIN_METRES);
    List<?> near = streets.query(around);
    List<?> neighbours = compounds.query(around);
    Coordinate[] ring = part.getExteriorRing().getCoordinates();
    for (int i = 0; i + 1 < ring.length; i++) {
      LineSegment side = new LineSegment(ring[i], ring[i + 1]);
      int pieces = (int) (side.getLength() / EVERY_METRES);
      for (int k = 0; k < pieces; k++) {
        Coordinate at = side.pointAlong((k + 0.5) / pieces);
        Access access = access(at, near, neighbours);
        if (access != null) {
          accesses.add(access);
        }
      }
    }
    return accesses;
  }

  private static @Nullable Access access(Coordinate at, List<?> near, List<?> neighbours) {
    double best = STREET_WITHIN_METRES;
    LineSegment leg = null;
    StreetClass kind = StreetClass.LANE;
    for (Object found : near) {
      Street street = (Street) found;
      Coordinate[] axis = street.axis().getCoordinates();
      for (int i = 0; i + 1 < axis.length; i++) {
        Coordinate foot = new LineSegment(axis[i], axis[i + 1]).closestPoint(at);
        double metres = foot.distance(at);
        if (metres < best) {
          best = metres;
          leg = new LineSegment(at, foot);
          kind = street.kind();
        }
      }
    }
    return leg == null || blocked(leg, neighbours) ? null : new Access(at, kind);
  }

  private static boolean blocked(LineSegment leg, List<?> compounds) {
    for (Object compound : compounds) {
      for (double share = 0.1; share < 1; share += 0.2) {
        if (SimplePointInAreaLocator.locate(leg.pointAlong(share), (Geometry) compound)
            == Location.INTERIOR) {
          return true;
        }
      }
    }
    return false;
  }
}
