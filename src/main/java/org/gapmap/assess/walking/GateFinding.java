package org.gapmap.assess.walking;

import java.util.ArrayList;
import java.util.List;
import org.gapmap.geo.Geocentric;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Finds the gates of one part of a compound: the known ones, else streets that lead in. */
final class GateFinding {
  /** A street that ends this near to the edge ends at it. */
  private static final double ENDS_WITHIN_METRES = 15;

  /** Streets that lead in closer to each other than this share a gate. */
  private static final double ONE_GATE_METRES = 15;

  private static final double EDGE_STEP_METRES = 10;

  private final Walls walls;
  private final StreetAccess access;
  private final int part;
  private final Outline outline;
  private final WayFinding finding;
  private final PrivateWays ownWays;

  /**
   * @param ownWays private ways that touch the part; longitude, latitude of their points
   */
  GateFinding(Walls walls, StreetAccess access, int part, List<double[]> ownWays) {
    this.walls = walls;
    this.access = access;
    this.part = part;
    this.outline = walls.parts().outline(part);
    this.finding = new WayFinding(access.graph(), access.streets(), access.stepOn(), outline);
    List<double[]> cut = new ArrayList<>();
    ownWays.forEach(way -> walls.cut(way, cut::add));
    PrivateWays found = PrivateWays.of(cut, access);
    this.ownWays = found.leadOutside() ? found : PrivateWays.NONE;
  }

  Compounds.Part find() {
    InnerWays ways = finding.ways(outline.lattice());
    List<CompoundGate> gates =
        walls.walled(part) ? known() : inferred(ways.mapped() && ways.networks() > 0);
    if (gates.isEmpty() && ways.networks() == 0 && !ownWays.leadOutside()) {
      CompoundGate assumed = assumed();
      if (assumed != null) {
        gates.add(assumed);
      }
    }
    return new Compounds.Part(ways, ownWays, gates.toArray(new CompoundGate[0]), wallsInside());
  }

  private List<CompoundGate> known() {
    List<CompoundGate> gates = new ArrayList<>();
    for (int gate : walls.gatesOf(part)) {
      double lon = walls.gateLon(gate);
      double lat = walls.gateLat(gate);
      boolean onWay = false;
      for (WayFinding.Crossing crossing : crossings()) {
        onWay |= walls.opens(part, gate, crossing.lon(), crossing.lat());
      }
      gates.add(new CompoundGate(lon, lat, GateSource.KNOWN, part, gate, onWay, joined(lon, lat)));
    }
    return gates;
  }

  /** Where streets and private ways cross the edge. */
  private List<WayFinding.Crossing> crossings() {
    List<WayFinding.Crossing> all = new ArrayList<>(finding.crossings());
    all.addAll(ownCrossings());
    return all;
  }

  private List<WayFinding.Crossing> ownCrossings() {
    return ownWays.leadOutside()
        ? new WayFinding(ownWays.graph(), ownWays.streets(), way -> true, outline).crossings()
        : List.of();
  }

  /** A gate's doors: onto the nearest street that leads away from the compound. */
  private Doors joined(double lon, double lat) {
    OnStreet street = nearest(lon, lat);
    return street == null ? Doors.NONE : Doors.of(street);
  }

  private List<CompoundGate> inferred(boolean waysMapped) {
    List<CompoundGate> gates = new ArrayList<>();
    for (WayFinding.Crossing crossing : finding.crossings()) {
      infer(gates, crossing, true);
    }
    for (WayFinding.Crossing crossing : ownCrossings()) {
      DoorList doors = new DoorList();
      ownWays.addDoors(doors, crossing.lon(), crossing.lat());
      add(gates, crossing.lon(), crossing.lat(), true, doors.toDoors());
    }
    if (!waysMapped && !ownWays.leadOutside()) {
      for (WayFinding.Crossing end : finding.ends(ENDS_WITHIN_METRES)) {
        if (!walls.cutEnd(end.lon(), end.lat())) {
          infer(gates, end, false);
        }
      }
    }
    return gates;
  }

  private void infer(List<CompoundGate> gates, WayFinding.Crossing way, boolean onWay) {
    if (!finding.leadsOutside(access.graph().from(way.edge()))) {
      return;
    }
    double lon = way.lon();
    double lat = way.lat();
    if (!onWay) {
      double[] xy = new double[2];
      FlatMap flat = outline.flat();
      outline.nearestOfEdge(flat.x(lon), flat.y(lat), xy);
      lon = flat.lonAt(xy[0]);
      lat = flat.latAt(xy[1]);
    }
    OnStreet street =
        new EdgeLine(access.graph(), way.edge())
            .onto(way.segment(), way.share(), way.share(), lon, lat);
    add(gates, lon, lat, onWay, Doors.of(street));
  }

  private void add(List<CompoundGate> gates, double lon, double lat, boolean onWay, Doors doors) {
    for (CompoundGate gate : gates) {
      if (Geocentric.metres(lon, lat, gate.lon(), gate.lat()) < ONE_GATE_METRES) {
        return;
      }
    }
    gates.add(new CompoundGate(lon, lat, GateSource.INFERRED, part, -1, onWay, doors));
  }

  /** Where the edge comes nearest to a street that the part's people can get to. */
  private @Nullable CompoundGate assumed() {
    double[] edge = outline.pointsEvery(EDGE_STEP_METRES);
    double bestLon = Double.NaN;
    double bestLat = Double.NaN;
    OnStreet best = null;
    FlatMap flat = outline.flat();
    for (int i = 0; i < edge.length; i += 2) {
      double lon = flat.lonAt(edge[i]);
      double lat = flat.latAt(edge[i + 1]);
      OnStreet street = nearest(lon, lat);
      if (street != null && (best == null || nearer(street, best))) {
        best = street;
        bestLon = lon;
        bestLat = lat;
      }
    }
    return best == null
        ? null
        : new CompoundGate(bestLon, bestLat, GateSource.ASSUMED, part, -1, false, Doors.of(best));
  }

  private @Nullable OnStreet nearest(double lon, double lat) {
    return access.join(
        lon,
        lat,
        edge -> finding.leadsOutside(access.graph().from(edge)),
        (edge, toLon, toLat) -> !walls.crossed(lon, lat, toLon, toLat));
  }

  private boolean nearer(OnStreet one, OnStreet than) {
    boolean major = access.major(one.edge());
    return major == access.major(than.edge()) ? one.metres() < than.metres() : major;
  }

  private int[] wallsInside() {
    Envelope box = outline.box();
    List<Integer> others = new ArrayList<>();
    walls
        .parts()
        .touching(
            box.getMinX(),
            box.getMinY(),
            box.getMaxX(),
            box.getMaxY(),
            other -> {
              if (other != part && walls.walled(other)) {
                others.add(other);
              }
            });
    return others.stream().mapToInt(Integer::intValue).sorted().toArray();
  }
}
