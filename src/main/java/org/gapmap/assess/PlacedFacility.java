package org.gapmap.assess;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.stream.Stream;
import org.gapmap.assess.coverage.ServingArea;
import org.gapmap.assess.walking.Joining.Joined;
import org.gapmap.domain.Facility;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.geo.Geocentric;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A facility and what a city works out about it once: where it stands on the earth, and in which
 * community. Immutable but for what is worked out when asked for, which two threads may do twice.
 */
final class PlacedFacility {
  /** Serves every community in reach. */
  static final int ANYONE = -1;

  /** Meant for its own residents, but stands in no community. */
  static final int NOBODY = -2;

  final Facility facility;
  final double lon;
  final double lat;

  /** {@link Geocentric} coordinates of the point that stands for it. */
  final double x;

  final double y;
  final double z;

  /** The only community that it serves, or {@link #ANYONE} or {@link #NOBODY}. */
  final int onlyFor;

  /** What it serves from the edge of; null for a point. */
  final @Nullable ServingArea area;

  /** Worked out when first asked for, without and with floor area in mind. */
  private final @Nullable FacilitySize[] sizes = new @Nullable FacilitySize[2];

  /** How it comes onto the streets of some networks; worked out when first asked for. */
  private volatile List<JoinedTo> joined = List.of();

  private static final int NETWORKS_KEPT = 6;

  private record JoinedTo(WeakReference<WalkNetwork> network, Joined joined) {}

  private PlacedFacility(Facility facility, Coordinate point, int onlyFor) {
    this.facility = facility;
    this.area = facility.place().getDimension() == 2 ? ServingArea.of(facility.place()) : null;
    this.onlyFor = onlyFor;
    lon = point.x;
    lat = point.y;
    double[] xyz = new double[3];
    Geocentric.of(lon, lat, xyz, 0);
    x = xyz[0];
    y = xyz[1];
    z = xyz[2];
  }

  static PlacedFacility of(Facility facility, Communities communities) {
    Coordinate point = pointOf(facility.place());
    int onlyFor = ANYONE;
    if (facility.access() == FacilityAccess.OWN_RESIDENTS) {
      int home = communities.findHome(point.x, point.y);
      onlyFor = home < 0 ? NOBODY : home;
    }
    return new PlacedFacility(facility, point, onlyFor);
  }

  /** How large it is, as {@link FacilitySize#of} says. */
  FacilitySize size(boolean capacityInSqm, boolean floorAsked) {
    int at = floorAsked ? 1 : 0;
    FacilitySize known = sizes[at];
    if (known == null) {
      known = FacilitySize.of(facility, capacityInSqm, floorAsked);
      sizes[at] = known;
    }
    return known;
  }

  /** How it comes onto the streets of its city's data version, or as a scenario supposes them. */
  Joined joined(WalkNetwork network) {
    List<JoinedTo> known = joined;
    for (JoinedTo each : known) {
      if (each.network.refersTo(network)) {
        return each.joined;
      }
    }
    JoinedTo made = new JoinedTo(new WeakReference<>(network), network.facility(this));
    joined =
        Stream.concat(Stream.of(made), known.stream().filter(each -> !each.network.refersTo(null)))
            .limit(NETWORKS_KEPT)
            .toList();
    return made.joined;
  }

  /** The point that stands for a facility: its own, or one inside a polygon. */
  static Coordinate pointOf(Geometry place) {
    return place.getDimension() == 0
        ? place.getCoordinate()
        : place.getInteriorPoint().getCoordinate();
  }
}
