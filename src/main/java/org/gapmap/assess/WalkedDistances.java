package org.gapmap.assess;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.gapmap.assess.walking.Doors;
import org.gapmap.assess.walking.Joining.Joined;
import org.gapmap.assess.walking.NotReachable;
import org.gapmap.domain.Reach;
import org.jspecify.annotations.Nullable;

/**
 * Walks along streets, from the places of a community to the facilities of a service. Searched once
 * and for every radius: a radius only compares.
 *
 * <p>A place is judged where a walk leads from it to a facility, and also where none does though it
 * joins the main piece of the network: then there is no way indeed. One that joins no street, or
 * only a smaller piece without any facility, is left out: nobody knows how far it is.
 */
final class WalkedDistances implements Distances {
  final CityWalks walks;
  final WalkFields fields;
  private final ServiceIndex service;
  private final @Nullable WalkedDistances base;

  /** Of a community the facilities that stand in its compound: people walk straight to them. */
  private final Map<Integer, int[]> inside;

  /** Of a community the facilities that serve it alone. */
  private final Map<Integer, int[]> own;

  private final Map<OwnWalk, double[]> ownWalks = new ConcurrentHashMap<>();

  /** Of a service that is not derived, by field and place of area: metres; else empty. */
  private final double[][] ofAreas;

  private record OwnWalk(int facility, WalkPlaces places) {}

  WalkedDistances(CityWalks walks, ServiceIndex service, @Nullable WalkedDistances base) {
    this.walks = walks;
    this.service = service;
    this.base = base;
    ServiceIndex.Derivation derivation = service.derivation();
    fields =
        base == null || derivation == null
            ? WalkFields.of(walks, service)
            : base.fields.changed(walks, service, derivation.changed());
    inside = new HashMap<>();
    own = new HashMap<>();
    for (int j = 0; j < service.size(); j++) {
      if (service.onlyFor[j] != PlacedFacility.ANYONE) {
        add(own, service.onlyFor[j], j);
      }
      for (int home : walks.homes(service.placed(j))) {
        if (service.serves(j, home)) {
          add(inside, home, j);
        }
      }
    }
    ofAreas = base == null ? searchAreas() : new double[0][];
  }

  private static void add(Map<Integer, int[]> lists, int community, int j) {
    lists.merge(
        community,
        new int[] {j},
        (before, one) -> IntStream.concat(IntStream.of(before), IntStream.of(one)).toArray());
  }

  private double[][] searchAreas() {
    int communities = walks.communities();
    double[][] metres = new double[fields.count()][walks.firstPlace(communities)];
    IntStream.range(0, communities)
        .parallel()
        .forEach(
            i -> {
              WalkPlaces places = walks.area(i);
              double[] near = new double[fields.count()];
              for (int p = 0; p < places.size(); p++) {
                search(i, places, p, near);
                for (int f = 0; f < near.length; f++) {
                  metres[f][walks.firstPlace(i) + p] = near[f];
                }
              }
            });
    return metres;
  }

  /** Writes by field the metres from a place of a community to the nearest facility. */
  private void search(int community, WalkPlaces places, int p, double[] near) {
    Doors doors = places.doors(p);
    for (int f = 0; f < near.length; f++) {
      near[f] = fields.metres(f, doors);
    }
    for (int j : inside.getOrDefault(community, NONE)) {
      int f = fields.fieldOf(service.reachFactor(j));
      near[f] =
          Math.min(near[f], places.insideMetres(service, j, walks.joined(service.placed(j)), p));
    }
    for (int j : own.getOrDefault(community, NONE)) {
      int f = fields.fieldOf(service.reachFactor(j));
      near[f] = Math.min(near[f], ownWalk(j, places)[p]);
    }
  }

  private static final int[] NONE = {};

  /** Metres from places to the one facility that is theirs alone. */
  private double[] ownWalk(int j, WalkPlaces places) {
    return ownWalks.computeIfAbsent(
        new OwnWalk(j, places),
        asked -> {
          double[] metres = new double[places.size()];
          try (CityWalks.Search from =
              walks.search(walks.doors(service.placed(j)), CityWalks.FARTHEST_METRES)) {
            for (int p = 0; p < metres.length; p++) {
              metres[p] = from.metres(places.doors(p));
            }
          }
          return metres;
        });
  }

  /** The same for the points that stand for its area, which are mostly known. */
  void ofArea(int community, int p, double[] near) {
    if (ofAreas.length == 0) {
      search(community, walks.area(community), p, near);
      return;
    }
    for (int f = 0; f < near.length; f++) {
      near[f] = ofAreas[f][walks.firstPlace(community) + p];
    }
  }

  /** The same for a home. */
  void ofHome(int community, WalkPlaces homes, int p, double[] near) {
    search(community, homes, p, near);
  }

  /** Whether it can be told how far it is from a place. */
  boolean judged(Doors doors, double[] near) {
    for (double metres : near) {
      if (metres < Double.POSITIVE_INFINITY) {
        return true;
      }
    }
    return walks.onMainPiece(doors);
  }

  /** Whether a facility reaches a place. */
  boolean reached(double[] near, double metres) {
    for (int f = 0; f < near.length; f++) {
      if (near[f] <= metres * fields.factor(f)) {
        return true;
      }
    }
    return false;
  }

  /** Why nothing can be told of a community; empty where something can. */
  Optional<NotReachable> reason(int community) {
    WalkPlaces area = walks.area(community);
    double[] near = new double[fields.count()];
    for (int p = 0; p < area.size(); p++) {
      ofArea(community, p, near);
      if (judged(area.doors(p), near)) {
        return Optional.empty();
      }
    }
    return Optional.of(walks.reason(community).orElse(NotReachable.ISLAND));
  }

  @Override
  public ServiceIndex service() {
    return service;
  }

  @Override
  public boolean walked() {
    return true;
  }

  @Override
  public double metres(Reach reach, double radiusMetres) {
    return radiusMetres;
  }

  @Override
  public @Nullable Distances base() {
    return base;
  }

  @Override
  public ShareWork shares(double metres) {
    double[] near = new double[fields.count()];
    return community -> {
      WalkPlaces area = walks.area(community);
      int judged = 0;
      int reached = 0;
      for (int p = 0; p < area.size(); p++) {
        ofArea(community, p, near);
        if (judged(area.doors(p), near)) {
          judged++;
          reached += reached(near, metres) ? 1 : 0;
        }
      }
      return judged == 0 ? Double.NaN : (double) reached / judged;
    };
  }

  /**
   * Whom a facility reaches in a straight line; a walk is never shorter. And who stands on a small
   * piece of the network where one comes or goes: they may be judged by it, or no longer.
   */
  @Override
  public BitSet touched(double metres, List<PlacedFacility> changed) {
    BitSet touched = new StraightDistances(service).touched(metres, changed);
    for (PlacedFacility one : changed) {
      touched.or(walks.onSmallPiecesOf(walks.doors(one)));
    }
    return touched;
  }

  @Override
  public InReach within(City city, double metres) {
    return new WalkedReach(city, this, metres);
  }

  @Override
  public NearestFinder nearest() {
    return new WalkedNearest(this);
  }

  @Override
  public Optional<Nearest> nearest(City city, int community) {
    WalkedNearest finder = new WalkedNearest(this);
    int j = finder.find(community);
    if (j < 0) {
      return Optional.empty();
    }
    Way way = walks.way(service, j, community, walks.area(community), finder.place());
    return Optional.of(
        new Nearest(service.facility(j), j, finder.metres(), way.from(), way.to(), way.walk()));
  }

  @Override
  public FromFacility from(int j, double metres) {
    return new WalkedFromFacility(this, j, service.reachMetres(j, metres));
  }

  @Override
  public List<Away> around(int community, double metres, int atLeast) {
    return new WalkedAround(this, community).list(metres, atLeast);
  }

  @Override
  public Way way(City city, int j, int community) {
    WalkPlaces area = walks.area(community);
    return walks.way(service, j, community, area, walks.nearestPlace(service, j, area));
  }

  /** Offers the facilities that serve a community and whose reach touches it. */
  void forEachReaching(int community, double metres, IntConsumer facility) {
    WalkPlaces area = walks.area(community);
    double farthest = metres * service.largestReachFactor;
    try (CityWalks.Search from = walks.search(area.shortest(), farthest)) {
      service.near(
          community,
          farthest,
          j -> {
            if (service.serves(j, community)
                && metres(from, community, area, j) <= service.reachMetres(j, metres)) {
              facility.accept(j);
            }
          });
    }
  }

  /** Metres from the place of an area that is nearest to a facility. */
  double metres(CityWalks.Search fromArea, int community, WalkPlaces area, int j) {
    double metres = fromArea.metres(walks.doors(service.placed(j)));
    return walks.standsIn(service.placed(j), community)
        ? Math.min(metres, nearestInside(area, j))
        : metres;
  }

  private double nearestInside(WalkPlaces area, int j) {
    Joined facility = walks.joined(service.placed(j));
    return IntStream.range(0, area.size())
        .mapToDouble(p -> area.insideMetres(service, j, facility, p))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Any lowest facility of its own or in its compound that is as near to a place; else -1. */
  int nearestInside(int community, WalkPlaces places, int p, double metres) {
    for (int j : inside.getOrDefault(community, NONE)) {
      if (places.insideMetres(service, j, walks.joined(service.placed(j)), p) == metres) {
        return j;
      }
    }
    for (int j : own.getOrDefault(community, NONE)) {
      if (ownWalk(j, places)[p] == metres) {
        return j;
      }
    }
    return -1;
  }

  @Override
  public boolean[] reachingAny(double metres) {
    boolean[] reaching = new boolean[service.size()];
    for (int j = 0; j < reaching.length; j++) {
      PlacedFacility placed = service.placed(j);
      double reach = service.reachMetres(j, metres);
      reaching[j] =
          service.onlyFor[j] == PlacedFacility.ANYONE
              ? walks.fromAreas().metres(walks.doors(placed)) <= reach
                  || reachesFrom(j, walks.homes(placed), reach)
              : service.onlyFor[j] >= 0 && reachesFrom(j, new int[] {service.onlyFor[j]}, reach);
    }
    return reaching;
  }

  private boolean reachesFrom(int j, int[] communities, double reach) {
    try (WalkedFromFacility from = new WalkedFromFacility(this, j, reach)) {
      return IntStream.of(communities).anyMatch(i -> from.metresTo(i) <= reach);
    }
  }

  /** How many points of a community's area are judged. */
  int judged(int community) {
    WalkPlaces area = walks.area(community);
    double[] near = new double[fields.count()];
    int judged = 0;
    for (int p = 0; p < area.size(); p++) {
      ofArea(community, p, near);
      judged += judged(area.doors(p), near) ? 1 : 0;
    }
    return judged;
  }

  /** All facilities listed, whether or not they count, the nearest first: see {@link #around}. */
  static List<Away> sorted(ServiceIndex service, List<Away> found) {
    List<Away> all = new ArrayList<>(found);
    all.sort(
        Comparator.comparingDouble(Away::metres)
            .thenComparing(away -> service.facility(away.number()).id()));
    return all;
  }
}
