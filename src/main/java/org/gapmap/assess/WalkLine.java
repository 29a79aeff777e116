package org.gapmap.assess;

import java.util.List;
import java.util.Optional;
import org.gapmap.assess.walking.CompoundGate;
import org.gapmap.geo.LocalPlane;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;

/** The line of a walk, and which of its community's gates it goes through. */
final class WalkLine {
  /** A gate stands on the way that leads through it, or its leg begins where the way does. */
  private static final double AT_THE_GATE_METRES = 2;

  private final Coordinate from;
  private final double[] streets;
  private final Coordinate to;
  private final LocalPlane plane;

  /**
   * @param streets longitude, latitude of the points walked along streets
   */
  WalkLine(Coordinate from, double[] streets, Coordinate to) {
    this.from = from;
    this.streets = streets;
    this.to = to;
    plane = LocalPlane.at(from.x, from.y);
  }

  /** From the place over the gate where that lies off the street, along the streets, to the end. */
  double[] through(List<CompoundGate> gates) {
    CompoundGate leg = atTheLeg(gates);
    int first = leg == null ? 2 : 4;
    double[] line = new double[streets.length + first + 2];
    line[0] = from.x;
    line[1] = from.y;
    if (leg != null) {
      line[2] = leg.lon();
      line[3] = leg.lat();
    }
    System.arraycopy(streets, 0, line, first, streets.length);
    line[line.length - 2] = to.x;
    line[line.length - 1] = to.y;
    return line;
  }

  /** The gate at which the walk comes onto the streets, else the one that they lead through. */
  Optional<CompoundGate> passed(List<CompoundGate> gates) {
    CompoundGate leg = atTheLeg(gates);
    if (leg != null) {
      return Optional.of(leg);
    }
    for (int k = 0; k + 3 < streets.length; k += 2) {
      LineSegment piece = new LineSegment(flat(k), flat(k + 2));
      for (CompoundGate gate : gates) {
        if (gate.onInnerWay() && piece.distance(flat(gate)) <= AT_THE_GATE_METRES) {
          return Optional.of(gate);
        }
      }
    }
    return Optional.empty();
  }

  /** The gate from which the first point on the streets is joined. */
  private @Nullable CompoundGate atTheLeg(List<CompoundGate> gates) {
    Coordinate start = flat(0);
    double whole = start.distance(flat(from.x, from.y));
    CompoundGate nearest = null;
    double best = Double.POSITIVE_INFINITY;
    for (CompoundGate gate : gates) {
      for (int door = 0; door < gate.doors().count(); door++) {
        double toStreet = flat(gate).distance(start);
        double off = Math.abs(toStreet - gate.doors().leg()[door]);
        if (off <= AT_THE_GATE_METRES && toStreet < best && (toStreet < whole || whole == 0)) {
          best = toStreet;
          nearest = gate;
        }
      }
    }
    return nearest;
  }

  private Coordinate flat(CompoundGate gate) {
    return flat(gate.lon(), gate.lat());
  }

  private Coordinate flat(int at) {
    return flat(streets[at], streets[at + 1]);
  }

  private Coordinate flat(double lon, double lat) {
    double[] xy = new double[2];
    plane.project(lon, lat, xy, 0);
    return new Coordinate(xy[0], xy[1]);
  }
}
