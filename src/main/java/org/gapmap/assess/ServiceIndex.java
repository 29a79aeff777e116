package org.gapmap.assess;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.gapmap.assess.coverage.UnionCoverage;
import org.gapmap.domain.Facility;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.geo.Geocentric;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * A city's facilities for a row of a standard: which of them count and whom they serve, how far
 * they reach, where they are, and for which communities the lists are complete. Immutable, and safe
 * for any number of threads.
 *
 * <p>Facilities have numbers: those that serve someone from 0 to before {@link #size}, the others
 * of the row's kinds from there to before {@code listed().size()}.
 *
 * <p>{@code straightMetres} is always the straight line that the row's distance comes to, {@link
 * KindCoverage#straightMetres}; facilities of different sizes may reach less far, see {@link
 * #reachMetres}. For whoever asks about people rather than area: {@link #forEachReaching} gives the
 * facilities whose reach touches a community, {@link #ownShare} the share of its area within reach
 * of one of them alone, {@link #metresTo} the distance to a place (a building), and {@link
 * #metresToCommunity} to the community's nearest point.
 */
public final class ServiceIndex {
  /** A facility just outside its compound's drawn line still belongs to it. */
  private static final double OWN_COMMUNITY_WITHIN_METRES = 30;

  private static final double METRES_PER_DEGREE = 110_500;

  /** 1 / (24 R²), which turns a chord of some kilometres into the arc above it, to 1e-9. */
  private static final double ARC_ABOVE_CHORD = 1 / (24 * 6_371_000.0 * 6_371_000.0);

  /** Serves every community in reach. */
  private static final int ANYONE = -1;

  /** Meant for its own residents, but stands in no community. */
  private static final int NOBODY = -2;

  private final City city;
  private final List<Facility> listed;
  private final List<Facility> facilities = new ArrayList<>();
  private final int serving;
  private final IdentityHashMap<Facility, Integer> numbers = new IdentityHashMap<>();
  private final Verdict[] verdicts;
  private final boolean[] sizeUnknown;
  private final double[] reachFactor;
  private final double largestReachFactor;
  private final double[] geocentric;
  private final int[] onlyFor;
  private final HPRtree tree = new HPRtree();
  private final Completion completion;

  ServiceIndex(City city, WhatCounts counts) {
    this.city = city;
    Set<String> wanted = Set.copyOf(counts.kinds());
    listed = city.facilities().stream().filter(f -> wanted.contains(f.kind())).toList();
    IdentityHashMap<Facility, FacilitySize> sizes = new IdentityHashMap<>();
    List<Facility> others = new ArrayList<>();
    for (Facility facility : listed) {
      FacilitySize size = city.sizeOf(facility, counts);
      sizes.put(facility, size);
      (counts.verdict(facility, size) == Verdict.COUNTED ? facilities : others).add(facility);
    }
    serving = facilities.size();
    facilities.addAll(others);
    int all = facilities.size();
    verdicts = new Verdict[all];
    sizeUnknown = new boolean[all];
    reachFactor = new double[all];
    geocentric = new double[3 * all];
    onlyFor = new int[all];
    largestReachFactor = counts.largestReachFactor();
    HPRtree communities = communitiesOf(city, facilities);
    for (int j = 0; j < all; j++) {
      Facility facility = facilities.get(j);
      FacilitySize size = sizes.getOrDefault(facility, FacilitySize.UNKNOWN);
      numbers.put(facility, j);
      verdicts[j] = counts.verdict(facility, size);
      sizeUnknown[j] = counts.sizeUnknown(size);
      reachFactor[j] = counts.reachFactor(size);
      Coordinate place = pointOf(facility.place());
      Geocentric.of(place.x, place.y, geocentric, 3 * j);
      onlyFor[j] =
          facility.access() == FacilityAccess.OWN_RESIDENTS
              ? ownCommunity(city, communities, place)
              : ANYONE;
      if (j < serving) {
        tree.insert(new Envelope(place), j);
      }
    }
    if (serving > 0) {
      tree.build();
    }
    completion = Completion.of(city, wanted);
  }

  /** All facilities of the kinds, those that serve nobody included, in the order of the lists. */
  public List<Facility> listed() {
    return listed;
  }

  /** The number of facilities that serve someone. */
  public int size() {
    return serving;
  }

  /** The facility numbered {@code j}, from 0 to before {@code listed().size()}. */
  public Facility facility(int j) {
    return facilities.get(j);
  }

  /**
   * The number of a facility of {@link #listed}.
   *
   * @throws IllegalArgumentException where it is none of them
   */
  public int numberOf(Facility facility) {
    Integer number = numbers.get(facility);
    if (number == null) {
      throw new IllegalArgumentException("facility " + facility.id() + " is not of this row");
    }
    return number;
  }

  public Completion completion() {
    return completion;
  }

  /** Whether a facility counts, as far as that doesn't depend on who asks. */
  public Verdict verdict(Facility facility) {
    return verdicts[numberOf(facility)];
  }

  /** Whether facility {@code j} counts for a community, and if not, the first reason why. */
  public Verdict verdict(int j, int community, double straightMetres) {
    if (verdicts[j] != Verdict.COUNTED) {
      return verdicts[j];
    }
    if (!serves(j, community)) {
      return Verdict.OTHER_RESIDENTS_ONLY;
    }
    return metresToCommunity(j, community) <= reachMetres(j, straightMetres)
        ? Verdict.COUNTED
        : Verdict.OUT_OF_REACH;
  }

  /** Whether the row asks for a size that nobody gave of facility {@code j}: it counts, flagged. */
  public boolean sizeUnknown(int j) {
    return sizeUnknown[j];
  }

  /** How far facility {@code j} reaches where the row's reach is {@code straightMetres}. */
  public double reachMetres(int j, double straightMetres) {
    return straightMetres * reachFactor[j];
  }

  /** Whether facility {@code j} serves someone, and a community's residents may use it. */
  public boolean serves(int j, int community) {
    return j < serving && (onlyFor[j] == ANYONE || onlyFor[j] == community);
  }

  /** Offers the numbers of the facilities that serve a community and whose reach touches it. */
  public void forEachReaching(int community, double straightMetres, IntConsumer facility) {
    near(
        city.community(community).boundary().getEnvelopeInternal(),
        straightMetres * largestReachFactor,
        j -> {
          if (serves(j, community)
              && metresToCommunity(j, community) <= reachMetres(j, straightMetres)) {
            facility.accept(j);
          }
        });
  }

  /** Share of a community's area within reach of facility {@code j} alone, in [0, 1]. */
  public double ownShare(int j, int community, double straightMetres) {
    double[] xy = new double[2];
    project(city, community, j, xy, 0);
    return new UnionCoverage()
        .coveredShare(
            city.polygon(community),
            new double[] {xy[0]},
            new double[] {xy[1]},
            new double[] {reachMetres(j, straightMetres)},
            1);
  }

  /** Metres from facility {@code j} to a place in degrees: 0 inside a facility with an area. */
  public double metresTo(int j, double lon, double lat) {
    double[] xyz = new double[3];
    Geocentric.of(lon, lat, xyz, 0);
    return metresTo(j, xyz[0], xyz[1], xyz[2]);
  }

  /** The same for a place of known {@link Geocentric} coordinates: no trigonometry. */
  public double metresTo(int j, double x, double y, double z) {
    double dx = x - geocentric[3 * j];
    double dy = y - geocentric[3 * j + 1];
    double dz = z - geocentric[3 * j + 2];
    double squared = dx * dx + dy * dy + dz * dz;
    return Math.sqrt(squared) * (1 + squared * ARC_ABOVE_CHORD);
  }

  /** Metres from facility {@code j} to the nearest point of a community; 0 where they overlap. */
  public double metresToCommunity(int j, int community) {
    double[] xy = new double[2];
    project(city, community, j, xy, 0);
    return city.polygon(community).distanceTo(xy[0], xy[1]);
  }

  double largestReachFactor() {
    return largestReachFactor;
  }

  /** Writes facility {@code j}'s x, y in metres in a community's plane to {@code out[at..]}. */
  void project(City city, int community, int j, double[] out, int at) {
    city.plane(community)
        .projectGeocentric(
            geocentric[3 * j], geocentric[3 * j + 1], geocentric[3 * j + 2], out, at);
  }

  /** Offers every facility that may lie within some metres of an extent, and perhaps a few more. */
  void near(Envelope extent, double metres, IntConsumer facility) {
    if (serving == 0) {
      return;
    }
    tree.query(widened(extent, metres), item -> facility.accept((Integer) item));
  }

  /** The point that stands for a facility: its own, or one inside a polygon. */
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
  private static HPRtree communitiesOf(City city, List<Facility> facilities) {
    HPRtree communities = new HPRtree();
    if (facilities.stream().anyMatch(f -> f.access() == FacilityAccess.OWN_RESIDENTS)) {
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
