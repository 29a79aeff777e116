package org.gapmap.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.gapmap.domain.Facility;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.geo.Geocentric;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * A city's facilities of some kinds: which of them serve whom, where they are, and for which
 * communities the lists are complete.
 */
public final class ServiceIndex {
  /** A facility just outside its compound's drawn line still belongs to it. */
  private static final double OWN_COMMUNITY_WITHIN_METRES = 30;

  private static final double METRES_PER_DEGREE = 110_500;

  /** Serves every community in reach. */
  private static final int ANYONE = -1;

  /** Meant for its own residents, but stands in no community. */
  private static final int NOBODY = -2;

  private final List<Facility> listed;
  private final List<Facility> serving = new ArrayList<>();
  private final double[] geocentric;
  private final int[] onlyFor;
  private final HPRtree tree = new HPRtree();
  private final Completion completion;

  ServiceIndex(City city, List<String> kinds) {
    Set<String> wanted = Set.copyOf(kinds);
    listed = city.facilities().stream().filter(f -> wanted.contains(f.kind())).toList();
    listed.stream().filter(Facility::serves).forEach(serving::add);
    geocentric = new double[3 * serving.size()];
    onlyFor = new int[serving.size()];
    HPRtree communities = communitiesOf(city, serving);
    for (int j = 0; j < serving.size(); j++) {
      Coordinate place = pointOf(serving.get(j).place());
      Geocentric.of(place.x, place.y, geocentric, 3 * j);
      onlyFor[j] =
          serving.get(j).access() == FacilityAccess.OWN_RESIDENTS
              ? ownCommunity(city, communities, place)
              : ANYONE;
      tree.insert(new Envelope(place), j);
    }
    if (!serving.isEmpty()) {
      tree.build();
    }
    completion = Completion.of(city, wanted);
  }

  /** All facilities of the kinds, those that serve nobody included. */
  public List<Facility> listed() {
    return listed;
  }

  /** The number of facilities that serve someone. */
  public int size() {
    return serving.size();
  }

  /** The facility numbered {@code j}, from 0 to {@link #size}. */
  public Facility facility(int j) {
    return serving.get(j);
  }

  public Completion completion() {
    return completion;
  }

  boolean serves(int j, int community) {
    return onlyFor[j] == ANYONE || onlyFor[j] == community;
  }

  /** Writes facility {@code j}'s x, y in metres in a community's plane to {@code out[at..]}. */
  void project(City city, int community, int j, double[] out, int at) {
    city.plane(community)
        .projectGeocentric(
            geocentric[3 * j], geocentric[3 * j + 1], geocentric[3 * j + 2], out, at);
  }

  /** Offers every facility that may lie within some metres of an extent, and perhaps a few more. */
  void near(Envelope extent, double metres, IntConsumer facility) {
    if (serving.isEmpty()) {
      return;
    }
    tree.query(widened(extent, metres), item -> facility.accept((Integer) item));
  }

  /** The point that a facility is measured from: its own, or one inside a polygon. */
  public static Coordinate pointOf(Geometry place) {
    return place.getDimension() == 0
        ? place.getCoordinate()
        : place.getInteriorPoint().getCoordinate();
  }

  /** An extent in degrees with at least so many metres around it. */
  private static Envelope widened(Envelope extent, double metres) {
    double latMargin = metres / METRES_PER_DEGREE;
    double highest = Math.max(Math.abs(extent.getMinY()), Math.abs(extent.getMaxY())) + latMargin;
    double lonMargin = latMargin / Math.max(0.01, Math.cos(Math.toRadians(Math.min(highest, 89))));
    Envelope wide = new Envelope(extent);
    wide.expandBy(lonMargin, latMargin);
    return wide;
  }

  /** Where the communities lie; empty where no facility is meant for its own residents. */
  private static HPRtree communitiesOf(City city, List<Facility> serving) {
    HPRtree communities = new HPRtree();
    if (serving.stream().anyMatch(f -> f.access() == FacilityAccess.OWN_RESIDENTS)) {
      for (int i = 0; i < city.size(); i++) {
        communities.insert(city.community(i).boundary().getEnvelopeInternal(), i);
      }
    }
    return communities;
  }

  private static int ownCommunity(City city, HPRtree communities, Coordinate place) {
    int nearest = NOBODY;
    double nearestMetres = OWN_COMMUNITY_WITHIN_METRES;
    double[] xy = new double[2];
    for (Object found :
        communities.query(widened(new Envelope(place), 2 * OWN_COMMUNITY_WITHIN_METRES))) {
      int i = (Integer) found;
      city.plane(i).project(place.x, place.y, xy, 0);
      double metres = city.polygon(i).distanceTo(xy[0], xy[1]);
      if (metres < nearestMetres || (metres == nearestMetres && i < nearest)) {
        nearest = i;
        nearestMetres = metres;
      }
    }
    return nearest;
  }
}
