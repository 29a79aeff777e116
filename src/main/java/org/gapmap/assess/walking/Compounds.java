package org.gapmap.assess.walking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gapmap.geo.Geocentric;

/**
 * The compounds of a city on its streets: of each part the gates and the ways inside. Immutable,
 * and safe for any number of threads.
 */
public final class Compounds {
  private final Walls walls;
  private final StreetAccess access;
  private final Part[] parts;

  /**
   * @param wallsInside other parts with walls that a straight line within this one may cross
   */
  record Part(InnerWays ways, CompoundGate[] gates, int[] wallsInside) {}

  private Compounds(Walls walls, StreetAccess access, Part[] parts) {
    this.walls = walls;
    this.access = access;
    this.parts = parts;
  }

  /**
   * @param access to a graph of streets that the walls have cut
   */
  public static Compounds of(Walls walls, StreetAccess access) {
    Part[] parts = new Part[walls.parts().size()];
    IntStream.range(0, parts.length)
        .parallel()
        .forEach(part -> parts[part] = new GateFinding(walls, access, part).find());
    return new Compounds(walls, access, parts);
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
   * ways, and straight to each gate that none of them leads through. Without mapped ways, straight
   * to every gate.
   */
  Doors doors(int part, double lon, double lat) {
    Part compound = parts[part];
    DoorList doors = new DoorList();
    if (compound.ways.mapped()) {
      FlatMap flat = parts().outline(part).flat();
      for (int network = 0; network < compound.ways.networks(); network++) {
        doors.add(compound.ways.nearest(access.graph(), flat, lon, lat, network));
      }
    }
    addGates(doors, compound, lon, lat, !compound.ways.mapped(), true);
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
