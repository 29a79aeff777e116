package org.gapmap.assess;

import java.util.AbstractList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.gapmap.assess.coverage.ServingArea;
import org.gapmap.domain.Facility;
import org.gapmap.geo.Geocentric;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * A city's facilities for a row of a standard: which of them count and whom they serve, how far
 * they reach, where they are, and for which communities the lists are complete. Immutable, and safe
 * for any number of threads.
 *
 * <p>Facilities have numbers: those that serve someone from 0 to before {@link #size}, neighbours
 * near each other, and the others of the row's kinds from there to before {@code listed().size()}.
 *
 * <p>{@code straightMetres} is always the straight line that the row's distance comes to;
 * facilities of different sizes may reach less far, see {@link #reachMetres}. For whoever asks
 * about people rather than area: {@link #forEachReaching} gives the facilities whose reach touches
 * a community, {@link #ownShare} the share of its area within reach of one of them alone, {@link
 * #metresTo} the distance to a place (a building), and {@link #metresToCommunity} to the
 * community's nearest point.
 */
public final class ServiceIndex {
  /** Numbers of a facility in {@link #points}. */
  static final int POINT = 4;

  static final int FACTOR = 3;

  final Communities communities;
  final PlaceCells cells;

  /** Of each facility its {@link Geocentric} coordinates and its reach factor. */
  final double[] points;

  /** Of each facility the only community that it serves, or what {@link PlacedFacility} says. */
  final int[] onlyFor;

  final double largestReachFactor;
  private final List<PlacedFacility> placed;
  private final PlacedFacility[] facilities;
  private final int servingFromPoints;
  private final int serving;
  private final HPRtree areas = new HPRtree();
  private final Verdict[] verdicts;
  private final boolean[] sizeUnknown;
  private final Completion completion;
  private final @Nullable Derivation derivation;
  private final IdentityHashMap<Facility, Integer> numbers = new IdentityHashMap<>();

  /**
   * What an index of a derived city differs by.
   *
   * @param changed the facilities of the row's kinds that one of the two has and the other hasn't
   */
  record Derivation(ServiceIndex base, List<PlacedFacility> changed) {}

  ServiceIndex(
      Communities communities,
      List<PlacedFacility> placed,
      WhatCounts counts,
      FacilitySizes sizes,
      Completion completion,
      @Nullable Derivation derivation) {
    this.communities = communities;
    this.completion = completion;
    this.derivation = derivation;
    this.placed = placed;
    largestReachFactor = counts.largestReachFactor();
    int all = placed.size();
    FacilitySize[] size = new FacilitySize[all];
    Verdict[] verdict = new Verdict[all];
    for (int k = 0; k < all; k++) {
      size[k] = sizes.of(placed.get(k), counts);
      verdict[k] = counts.verdict(placed.get(k).facility, size[k]);
    }
    int[] order = new int[all];
    servingFromPoints = pick(order, 0, k -> verdict[k] == Verdict.COUNTED && isPoint(placed, k));
    serving =
        pick(order, servingFromPoints, k -> verdict[k] == Verdict.COUNTED && !isPoint(placed, k));
    pick(order, serving, k -> verdict[k] != Verdict.COUNTED);
    double[] lon = new double[servingFromPoints];
    double[] lat = new double[servingFromPoints];
    for (int j = 0; j < servingFromPoints; j++) {
      lon[j] = placed.get(order[j]).lon;
      lat[j] = placed.get(order[j]).lat;
    }
    cells =
        derivation == null ? new PlaceCells(lon, lat) : derivation.base().cells.holding(lon, lat);
    facilities = new PlacedFacility[all];
    points = new double[POINT * all];
    onlyFor = new int[all];
    verdicts = new Verdict[all];
    sizeUnknown = new boolean[all];
    for (int j = 0; j < all; j++) {
      int k = order[j < servingFromPoints ? cells.order()[j] : j];
      PlacedFacility one = placed.get(k);
      facilities[j] = one;
      points[POINT * j] = one.x;
      points[POINT * j + 1] = one.y;
      points[POINT * j + 2] = one.z;
      points[POINT * j + FACTOR] = counts.reachFactor(size[k]);
      onlyFor[j] = one.onlyFor;
      verdicts[j] = verdict[k];
      sizeUnknown[j] = counts.sizeUnknown(size[k]);
      if (j >= servingFromPoints && j < serving) {
        areas.insert(one.facility.place().getEnvelopeInternal(), j);
      }
    }
    if (hasAreas()) {
      areas.build();
    }
  }

  /** Appends the places of the list that are wanted, and returns how many there are then. */
  private static int pick(int[] order, int from, IntPredicate wanted) {
    int at = from;
    for (int k = 0; k < order.length; k++) {
      if (wanted.test(k)) {
        order[at++] = k;
      }
    }
    return at;
  }

  private static boolean isPoint(List<PlacedFacility> placed, int k) {
    return placed.get(k).area == null;
  }

  /** How large a facility is, as a row asks it. */
  interface FacilitySizes {
    FacilitySize of(PlacedFacility facility, WhatCounts counts);
  }

  /** All facilities of the kinds, those that serve nobody included: kind by kind, as listed. */
  public List<Facility> listed() {
    return new AbstractList<>() {
      @Override
      public Facility get(int k) {
        return placed.get(k).facility;
      }

      @Override
      public int size() {
        return placed.size();
      }
    };
  }

  /** The number of facilities that serve someone. */
  public int size() {
    return serving;
  }

  /** The facility numbered {@code j}, from 0 to before {@code listed().size()}. */
  public Facility facility(int j) {
    return facilities[j].facility;
  }

  /**
   * The number of a facility of {@link #listed}.
   *
   * @throws IllegalArgumentException where it is none of them
   */
  public int numberOf(Facility facility) {
    Integer number = numbers().get(facility);
    if (number == null) {
      throw new IllegalArgumentException("facility " + facility.id() + " is not of this row");
    }
    return number;
  }

  PlacedFacility placed(int j) {
    return facilities[j];
  }

  /** What a row's reach is multiplied by for facility {@code j}. */
  double reachFactor(int j) {
    return points[POINT * j + FACTOR];
  }

  public Completion completion() {
    return completion;
  }

  /** Whether a facility counts, as far as that doesn't depend on who asks. */
  public Verdict verdict(Facility facility) {
    return verdicts[numberOf(facility)];
  }

  /**
   * Whether facility {@code j} counts for a community, and if not, the first reason why.
   *
   * @param metres how far it is away; NaN where there is no way to it
   * @param reachMetres how far it reaches
   */
  Verdict verdict(int j, int community, double metres, double reachMetres) {
    if (verdicts[j] != Verdict.COUNTED) {
      return verdicts[j];
    }
    if (!serves(j, community)) {
      return Verdict.OTHER_RESIDENTS_ONLY;
    }
    if (Double.isNaN(metres)) {
      return Verdict.NO_WAY;
    }
    return metres <= reachMetres ? Verdict.COUNTED : Verdict.OUT_OF_REACH;
  }

  /** Whether the row asks for a size that nobody gave of facility {@code j}: it counts, flagged. */
  public boolean sizeUnknown(int j) {
    return sizeUnknown[j];
  }

  /** How far facility {@code j} reaches where the row's reach is {@code straightMetres}. */
  public double reachMetres(int j, double straightMetres) {
    return straightMetres * points[POINT * j + FACTOR];
  }

  /** Whether facility {@code j} serves someone, and a community's residents may use it. */
  public boolean serves(int j, int community) {
    return j < serving && (onlyFor[j] == PlacedFacility.ANYONE || onlyFor[j] == community);
  }

  /** Offers the numbers of the facilities that serve a community and whose reach touches it. */
  public void forEachReaching(int community, double straightMetres, IntConsumer facility) {
    near(
        community,
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
    return new ShareOfArea(this, straightMetres).ofOne(community, j);
  }

  /** Metres from facility {@code j} to a place in degrees: 0 inside a facility with an area. */
  public double metresTo(int j, double lon, double lat) {
    double[] xyz = new double[3];
    Geocentric.of(lon, lat, xyz, 0);
    return metresTo(j, xyz[0], xyz[1], xyz[2]);
  }

  /** The same for a place of known {@link Geocentric} coordinates: no trigonometry. */
  public double metresTo(int j, double x, double y, double z) {
    ServingArea area = facilities[j].area;
    if (area != null) {
      return area.metresTo(x, y, z);
    }
    double dx = x - points[POINT * j];
    double dy = y - points[POINT * j + 1];
    double dz = z - points[POINT * j + 2];
    return Geocentric.arcMetres(dx * dx + dy * dy + dz * dz);
  }

  /** Metres from facility {@code j} to the nearest point of a community; 0 where they overlap. */
  public double metresToCommunity(int j, int community) {
    if (facilities[j].area != null) {
      return lineToCommunity(j, community).getLength();
    }
    double[] xy = new double[2];
    project(community, j, xy, 0);
    return communities.polygon(community).distanceTo(xy[0], xy[1]);
  }

  /**
   * The shortest line from facility {@code j} to a community, in metres of the community's plane.
   */
  LineSegment lineToCommunity(int j, int community) {
    ServingArea area = facilities[j].area;
    if (area != null) {
      Coordinate[] ends =
          DistanceOp.nearestPoints(
              area.in(communities.plane(community)), communities.flat(community));
      return new LineSegment(ends[0], ends[1]);
    }
    double[] from = new double[2];
    double[] to = new double[2];
    project(community, j, from, 0);
    communities.polygon(community).nearestPoint(from[0], from[1], to);
    return new LineSegment(from[0], from[1], to[0], to[1]);
  }

  /** The point that stands for a facility: its own, or one inside a polygon. */
  public static Coordinate pointOf(Geometry place) {
    return PlacedFacility.pointOf(place);
  }

  @Nullable Derivation derivation() {
    return derivation;
  }

  /** Writes facility {@code j}'s x, y in metres in a community's plane to {@code out[at..]}. */
  void project(int community, int j, double[] out, int at) {
    communities
        .plane(community)
        .projectGeocentric(
            points[POINT * j], points[POINT * j + 1], points[POINT * j + 2], out, at);
  }

  /** Offers every serving facility that may lie within some metres of a community, and more. */
  void near(int community, double metres, IntConsumer facility) {
    int ball = Communities.BALL * community;
    double lon = communities.balls[ball + Communities.LON];
    double lat = communities.balls[ball + Communities.LAT];
    double reach = metres + communities.balls[ball + Communities.RHO];
    double latMargin = Communities.latDegrees(reach);
    double lonMargin =
        latMargin
            * (metres <= Communities.WINDOW_METRES
                ? communities.balls[ball + Communities.LON_PER_LAT]
                : Communities.lonPerLat(lat, reach));
    int west = cells.column(lon - lonMargin);
    int east = cells.column(lon + lonMargin);
    int north = cells.row(lat + latMargin);
    for (int row = cells.row(lat - latMargin); row <= north; row++) {
      int end = cells.to(row, east);
      for (int j = cells.from(row, west); j < end; j++) {
        facility.accept(j);
      }
    }
    nearAreas(community, metres, facility);
  }

  boolean hasAreas() {
    return serving > servingFromPoints;
  }

  /** The area that facility {@code j} serves from the edge of; null for a point. */
  @Nullable ServingArea area(int j) {
    return facilities[j].area;
  }

  /** What {@link #near} offers of the facilities with an area. */
  void nearAreas(int community, double metres, IntConsumer facility) {
    if (hasAreas()) {
      Envelope place = communities.get(community).boundary().getEnvelopeInternal();
      areas.query(Communities.widened(place, metres), item -> facility.accept((Integer) item));
    }
  }

  private synchronized IdentityHashMap<Facility, Integer> numbers() {
    if (numbers.isEmpty()) {
      for (int j = 0; j < facilities.length; j++) {
        numbers.put(facilities[j].facility, j);
      }
    }
    return numbers;
  }
}
