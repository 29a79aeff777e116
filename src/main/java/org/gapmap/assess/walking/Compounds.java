package org.gapmap.assess.walking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gapmap.geo.Geocentric;
import org.locationtech.jts.geom.Envelope;

/**
 * The compounds of a city on its streets: of each part the gates and the ways inside. Immutable,
 * and safe for any number of threads.
 */
public final class Compounds {
  private final Walls walls;
  private final StreetAccess access;
  private final Part[] parts;

  /** Of each part the private ways that touch it. */
  private final List<List<double[]>> ownWays;

  /**
   * @param ownWays private ways, none where none of them leads to a street
   * @param wallsInside other parts with walls that a straight line within this one may cross
   */
  record Part(InnerWays ways, PrivateWays ownWays, CompoundGate[] gates, int[] wallsInside) {}

  private Compounds(Walls walls, StreetAccess access, Part[] parts, List<List<double[]>> ownWays) {
    this.ownWays = ownWays;
    this.walls = walls;
    this.access = access;
    this.parts = parts;
  }

  /** Of a network without private ways. */
  public static Compounds of(Walls walls, StreetAccess access) {
    return of(walls, access, List.of());
  }

  /**
   * @param access to a graph of streets that the walls have cut
   * @param privateWays longitude, latitude of the points of ways that only those who belong there
   *     may use: they lead the people of the compound that they touch to the streets, and nobody
   *     through it; those that touch none are left out
   */
  public static Compounds of(Walls walls, StreetAccess access, List<double[]> privateWays) {
    CompoundParts outlines = walls.parts();
    List<List<double[]>> own = new ArrayList<>();
    for (int part = 0; part < outlines.size(); part++) {
      own.add(new ArrayList<>());
    }
    for (double[] way : privateWays) {
      outlines.touching(
          way,
          part -> {
            if (DeepParts.of(outlines.outline(part), way).length > 0) {
              own.get(part).add(way);
            }
          });
    }
    Part[] parts = new Part[outlines.size()];
    IntStream.range(0, parts.length)
        .parallel()
        .forEach(part -> parts[part] = new GateFinding(walls, access, part, own.get(part)).find());
    Compounds compounds = new Compounds(walls, access, parts, own);
    for (int part = 0; part < parts.length; part++) {
      compounds.leadThroughNeighbours(part);
    }
    return compounds;
  }

  /**
   * The same on other streets, which differ near some of the parts only.
   *
   * @param newAccess to a graph that keeps the numbers of edges
   * @param near parts near what differs
   */
  public Compounds with(Walls newWalls, StreetAccess newAccess, BitSet near) {
    Part[] found = parts.clone();
    near.stream()
        .parallel()
        .forEach(
            part ->
                found[part] = new GateFinding(newWalls, newAccess, part, ownWays.get(part)).find());
    Compounds compounds = new Compounds(newWalls, newAccess, found, ownWays);
    near.stream().forEach(compounds::leadThroughNeighbours);
    return compounds;
  }

  /** A known gate with no street near it that is a neighbour's gate, too, leads through there. */
  private void leadThroughNeighbours(int part) {
    CompoundGate[] gates = parts[part].gates;
    for (int i = 0; i < gates.length; i++) {
      CompoundGate gate = gates[i];
      if (gate.known() >= 0 && gate.doors().none()) {
        DoorList doors = new DoorList();
        parts()
            .near(
                gate.lon(),
                gate.lat(),
                Walls.GATE_NEAR_EDGE_METRES,
                other -> {
                  if (other != part && walls.isGateOf(gate.known(), other)) {
                    doors.addAll(doors(other, gate.lon(), gate.lat()), 0);
                  }
                });
        gates[i] =
            new CompoundGate(
                gate.lon(),
                gate.lat(),
                gate.source(),
                part,
                gate.known(),
                gate.onInnerWay(),
                doors.toDoors());
      }
    }
  }

  /** The parts whose box touches one of some others, in degrees. */
  public BitSet parts(List<Envelope> boxes) {
    BitSet parts = new BitSet();
    for (Envelope box : boxes) {
      parts().touching(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), parts::set);
    }
    return parts;
  }

  public Walls walls() {
    return walls;
  }

  public CompoundParts parts() {
    return walls.parts();
  }

  public StreetAccess access() {
    return access;
  }

  Part part(int part) {
    return parts[part];
  }

  /** The gates of a community, part by part. */
  public List<CompoundGate> gates(int communityIndex) {
    List<CompoundGate> gates = new ArrayList<>();
    for (int part = parts().firstPart(communityIndex);
        part < parts().lastPart(communityIndex);
        part++) {
      gates.addAll(Arrays.asList(parts[part].gates));
    }
    return gates;
  }

  /** Whether people come along mapped ways through most of a part. */
  public boolean waysMapped(int part) {
    return parts[part].ways.mapped();
  }

  /** The length of the streets inside a part. */
  public double innerMetres(int part) {
    return parts[part].ways.metres();
  }

  /** How many parts have gates of each source; those without any are in none. */
  public Map<GateSource, Integer> partsBySource() {
    Map<GateSource, Integer> counts = new EnumMap<>(GateSource.class);
    for (GateSource source : GateSource.values()) {
      counts.put(source, 0);
    }
    for (Part part : parts) {
      if (part.gates.length > 0) {
        counts.merge(part.gates[0].source(), 1, Integer::sum);
      }
    }
    return counts;
  }

  /**
   * The ways from a place in a part to the streets: the nearest point of each network of mapped
   * ways and of the private ones, and straight to each gate that none of them leads through.
   * Without mapped ways, straight to every gate.
   */
  Doors doors(int part, double lon, double lat) {
    Part compound = parts[part];
    DoorList doors = new DoorList();
    boolean along = compound.ways.mapped() || compound.ownWays.leadOutside();
    compound.ownWays.addDoors(doors, lon, lat);
    if (compound.ways.mapped()) {
      FlatMap flat = parts().outline(part).flat();
      for (int network = 0; network < compound.ways.networks(); network++) {
        doors.add(compound.ways.nearest(access.graph(), flat, lon, lat, network));
      }
    }
    addGates(doors, compound, lon, lat, !along, true);
    if (doors.isEmpty()) {
      addGates(doors, compound, lon, lat, true, false);
    }
    return doors.toDoors();
  }

  private void addGates(
      DoorList doors, Part compound, double lon, double lat, boolean all, boolean heedWalls) {
    for (CompoundGate gate : compound.gates) {
      if ((all || !gate.onInnerWay())
          && !(heedWalls
              && walls.crossed(lon, lat, gate.lon(), gate.lat(), compound.wallsInside))) {
        doors.addAll(gate.doors(), Geocentric.metres(lon, lat, gate.lon(), gate.lat()));
      }
    }
  }
}
