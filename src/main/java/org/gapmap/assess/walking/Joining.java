package org.gapmap.assess.walking;

import java.util.Arrays;
import org.gapmap.geo.Geocentric;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * How places come onto the streets: residents by the gates and ways of their compound, facilities
 * inside one likewise, all others by the nearest street that no wall hides. Immutable, and safe for
 * any number of threads.
 */
public final class Joining {
  /**
   * A facility with an area may be entered everywhere along its edge: doors at most so far apart.
   */
  private static final double AREA_DOORS_METRES = 50;

  private final Compounds compounds;

  /**
   * A place and its doors.
   *
   * @param doors {@link Doors#NONE} where it joins no street: then {@link StreetAccess#whyNone}
   * @param parts of {@link CompoundParts} in which it lies, whose people walk straight to it
   */
  public record Joined(double lon, double lat, Doors doors, int[] parts) {}

  public Joining(Compounds compounds) {
    this.compounds = compounds;
  }

  /** Somebody who lives in a community, there or hardly outside its drawn edge. */
  public Joined resident(int communityIndex, double lon, double lat) {
    int part = compounds.parts().partOf(communityIndex, lon, lat);
    return new Joined(lon, lat, compounds.doors(part, lon, lat), new int[] {part});
  }

  /** A facility at a point. */
  public Joined facility(double lon, double lat) {
    int[] parts = compounds.parts().holding(lon, lat);
    return new Joined(lon, lat, doors(parts, lon, lat), parts);
  }

  /**
   * A facility with an area, a park: joined along its edge, and at no distance by every street
   * inside it.
   *
   * @throws IllegalArgumentException for anything but polygons
   */
  public Joined facility(Geometry area) {
    DoorList doors = new DoorList();
    int[] parts = {};
    for (int k = 0; k < area.getNumGeometries(); k++) {
      if (!(area.getGeometryN(k) instanceof Polygon polygon)) {
        throw new IllegalArgumentException(
            "a " + area.getGeometryN(k).getGeometryType() + " has no edge to come in by");
      }
      Outline outline = new Outline(polygon);
      FlatMap flat = outline.flat();
      double[] edge = outline.pointsEvery(AREA_DOORS_METRES);
      for (int i = 0; i < edge.length; i += 2) {
        double lon = flat.lonAt(edge[i]);
        double lat = flat.latAt(edge[i + 1]);
        int[] around = compounds.parts().holding(lon, lat);
        doors.addAll(doors(around, lon, lat), 0);
        parts = Arrays.copyOf(parts, parts.length + around.length);
        System.arraycopy(around, 0, parts, parts.length - around.length, around.length);
      }
      addStreetsInside(doors, outline);
    }
    Envelope box = area.getEnvelopeInternal();
    return new Joined(
        box.centre().x,
        box.centre().y,
        doors.toDoors(),
        Arrays.stream(parts).sorted().distinct().toArray());
  }

  private void addStreetsInside(DoorList doors, Outline outline) {
    Envelope box = outline.box();
    StreetAccess access = compounds.access();
    access
        .streets()
        .near(
            box.getMinX(),
            box.getMinY(),
            box.getMaxX(),
            box.getMaxY(),
            edge -> {
              if (access.stepOn().test(edge)) {
                double[] inside = DeepParts.of(outline, access.graph().line(edge), 0);
                for (double place : inside) {
                  doors.add(access.at(edge, place));
                }
              }
            });
  }

  private Doors doors(int[] holding, double lon, double lat) {
    for (int part : holding) {
      Outline outline = compounds.parts().outline(part);
      if (outline.deeper(outline.flat().x(lon), outline.flat().y(lat), DeepParts.SKIN_METRES)) {
        return compounds.doors(part, lon, lat);
      }
    }
    Walls walls = compounds.walls();
    OnStreet street =
        compounds
            .access()
            .join(
                lon,
                lat,
                edge -> true,
                (edge, toLon, toLat) -> !walls.crossed(lon, lat, toLon, toLat));
    return street == null ? Doors.NONE : Doors.of(street);
  }

  /**
   * Metres straight between a resident and a facility of the same compound, where there is no need
   * to go out; positive infinity for all others.
   *
   * @param straightMetres between them
   */
  public static double insideMetres(Joined resident, Joined facility, double straightMetres) {
    for (int one : resident.parts) {
      for (int other : facility.parts) {
        if (one == other) {
          return straightMetres;
        }
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** The same between two points. */
  public static double insideMetres(Joined resident, Joined facility) {
    return insideMetres(
        resident,
        facility,
        Geocentric.metres(resident.lon, resident.lat, facility.lon, facility.lat));
  }
}
