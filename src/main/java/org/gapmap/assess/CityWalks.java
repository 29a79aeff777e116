package org.gapmap.assess;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.gapmap.assess.walking.CompoundGate;
import org.gapmap.assess.walking.Doors;
import org.gapmap.assess.walking.Joining.Joined;
import org.gapmap.assess.walking.NotReachable;
import org.gapmap.assess.walking.StreetGraph;
import org.gapmap.assess.walking.WalkField;
import org.gapmap.assess.walking.WalkPath;
import org.gapmap.assess.walking.WalkReach;
import org.gapmap.domain.Gate;
import org.gapmap.domain.Streets;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * A city's streets for walking: the graph, the compounds with their gates, and how every
 * community's places join them. One for a data version, shared by the cities derived from it. Safe
 * for threads.
 *
 * <p>Takes about 150 bytes a place (25 or 64 of a community), 100 bytes a node of the graph, and
 * for each service that is asked for 8 bytes a place and 8 a node.
 */
public final class CityWalks {
  /** No search within limits goes farther, metres. */
  static final double FARTHEST_METRES = 20_000;

  private final WalkNetwork network;
  private final Communities communities;
  private final boolean ofShapes;
  private final WalkPlaces[] areas;
  private final int[] firstPlace;
  private final AtomicReferenceArray<@Nullable List<HomePlaces>> homes;
  private final Deque<WalkReach> idle = new ArrayDeque<>();
  private final Map<Integer, BitSet> onSmallPieces = new HashMap<>();
  private final @Nullable CityWalks before;
  private volatile @Nullable WalkField fromAreas;

  /** The ways from some spots, which several groups of people may share. */
  private record HomePlaces(double[] spots, WalkPlaces places) {}

  CityWalks(Communities communities, Streets streets, List<Gate> gates) {
    this(communities, WalkNetwork.of(communities, streets, gates), false, null);
  }

  /**
   * @param ofShapes whether the communities are none of the network's own
   * @param before the same communities on streets that differ by a change; null where all is new
   */
  private CityWalks(
      Communities communities, WalkNetwork network, boolean ofShapes, @Nullable CityWalks before) {
    this.before = before;
    this.ofShapes = ofShapes;
    this.communities = communities;
    this.network = network;
    int n = communities.size();
    areas = new WalkPlaces[n];
    homes = new AtomicReferenceArray<>(n);
    IntStream.range(0, n).parallel().forEach(i -> areas[i] = areaOf(i, before));
    firstPlace = new int[n + 1];
    for (int i = 0; i < n; i++) {
      firstPlace[i + 1] = firstPlace[i] + areas[i].size();
      for (int piece : network.smallPieces(areas[i].shortest())) {
        onSmallPieces.computeIfAbsent(piece, p -> new BitSet()).set(i);
      }
    }
  }

  private WalkPlaces areaOf(int index, @Nullable CityWalks derivedFrom) {
    if (derivedFrom != null) {
      return network.after(derivedFrom.areas[index], index);
    }
    return ofShapes
        ? network.areaOfShape(communities.get(index))
        : network.area(communities.get(index), index);
  }

  /** The same streets for other shapes than the communities. */
  CityWalks judging(Communities shapes) {
    return new CityWalks(shapes, network, true, null);
  }

  /** The same communities on streets that differ by a change from this one's. */
  CityWalks on(WalkNetwork changed) {
    return new CityWalks(communities, changed, false, this);
  }

  public StreetGraph graph() {
    return network.graph();
  }

  WalkNetwork network() {
    return network;
  }

  public NetworkReport report() {
    return network.report();
  }

  /** The ways into compounds, community by community. */
  public List<CompoundGate> gates() {
    return IntStream.range(0, network.compounds().parts().communities())
        .mapToObj(network.compounds()::gates)
        .flatMap(List::stream)
        .toList();
  }

  /** Index of the community that a gate leads into. */
  public int communityOf(CompoundGate gate) {
    return network.compounds().parts().community(gate.part());
  }

  /** What a layer calls a gate; may be empty. */
  public String nameOf(CompoundGate gate) {
    return network.name(gate);
  }

  int communities() {
    return areas.length;
  }

  /** The points that stand for a community's area. */
  WalkPlaces area(int community) {
    return areas[community];
  }

  /** How many points stand for the areas of the communities before one. */
  int firstPlace(int community) {
    return firstPlace[community];
  }

  /** The homes in a community. */
  WalkPlaces homes(int community, Spots spots) {
    List<HomePlaces> known = homes.get(community);
    for (HomePlaces each : known == null ? List.<HomePlaces>of() : known) {
      if (Arrays.equals(each.spots(), spots.places())) {
        return each.places();
      }
    }
    WalkPlaces places =
        before == null
            ? network.places(lonLat(community, spots), community)
            : network.after(before.homes(community, spots), community);
    HomePlaces made = new HomePlaces(spots.places(), places);
    homes.accumulateAndGet(
        community,
        List.of(made),
        (before, more) ->
            before == null
                ? more
                : java.util.stream.Stream.concat(before.stream(), more.stream()).toList());
    return made.places();
  }

  private double[] lonLat(int community, Spots spots) {
    double[] xyz = spots.places();
    double[] lonLat = new double[2 * spots.size()];
    double[] xy = new double[2];
    for (int k = 0; k < spots.size(); k++) {
      communities
          .plane(community)
          .projectGeocentric(xyz[3 * k], xyz[3 * k + 1], xyz[3 * k + 2], xy, 0);
      Coordinate at = communities.plane(community).toLonLat(xy[0], xy[1]);
      lonLat[2 * k] = at.x;
      lonLat[2 * k + 1] = at.y;
    }
    return lonLat;
  }

  /** A facility's ways onto the streets. */
  Doors doors(PlacedFacility facility) {
    return facility.joined(network).doors();
  }

  Joined joined(PlacedFacility facility) {
    return facility.joined(network);
  }

  /** Why a facility joins no street; empty where it does. */
  Optional<NotReachable> reason(PlacedFacility facility) {
    return network.whyNone(doors(facility));
  }

  /** The communities in whose compound a facility stands; of other shapes, none. */
  int[] homes(PlacedFacility facility) {
    return ofShapes
        ? new int[0]
        : Arrays.stream(joined(facility).parts())
            .map(network.compounds().parts()::community)
            .distinct()
            .toArray();
  }

  boolean standsIn(PlacedFacility facility, int community) {
    for (int home : homes(facility)) {
      if (home == community) {
        return true;
      }
    }
    return false;
  }

  /** Why a community joins no street; empty where it does. */
  Optional<NotReachable> reason(int community) {
    return network.whyNone(areas[community].shortest());
  }

  boolean onMainPiece(Doors doors) {
    return network.onMainPiece(doors);
  }

  /** Whether two places join the same piece of the network. */
  boolean connected(Doors one, Doors other) {
    return network.connected(one, other);
  }

  /** The communities that join one of the smaller pieces of the network that a place joins. */
  BitSet onSmallPiecesOf(Doors doors) {
    BitSet found = new BitSet();
    for (int piece : network.smallPieces(doors)) {
      found.or(onSmallPieces.getOrDefault(piece, new BitSet()));
    }
    return found;
  }

  /** Walks from a place up to a limit, until it is closed. For one thread. */
  Search search(Doors from, double limitMetres) {
    WalkReach reach = take();
    reach.search(from, limitMetres);
    return new Search(reach);
  }

  private synchronized WalkReach take() {
    WalkReach kept = idle.poll();
    return kept == null ? new WalkReach(graph()) : kept;
  }

  private synchronized void giveBack(WalkReach reach) {
    idle.push(reach);
  }

  final class Search implements AutoCloseable {
    private final WalkReach reach;

    private Search(WalkReach reach) {
      this.reach = reach;
    }

    /** Infinite beyond the limit. */
    double metres(Doors to) {
      return reach.metres(to);
    }

    @Override
    public void close() {
      giveBack(reach);
    }
  }

  /** From anywhere to the nearest place of any community. */
  WalkField fromAreas() {
    WalkField known = fromAreas;
    if (known == null) {
      known = WalkField.from(graph(), Arrays.stream(areas).map(WalkPlaces::shortest).toList());
      fromAreas = known;
    }
    return known;
  }

  /** Which of a community's places is nearest to a facility; 0 where none leads there. */
  int nearestPlace(ServiceIndex service, int j, WalkPlaces area) {
    PlacedFacility facility = service.placed(j);
    double limit =
        WalkPath.of(graph(), area.shortest(), doors(facility)).map(WalkPath::metres).orElse(0.0);
    int nearest = 0;
    double best = Double.POSITIVE_INFINITY;
    try (Search from = search(doors(facility), limit + 1)) {
      for (int p = 0; p < area.size(); p++) {
        double metres =
            limit == 0
                ? area.straightMetres(service, j, p)
                : Math.min(
                    from.metres(area.doors(p)), area.insideMetres(service, j, joined(facility), p));
        if (metres < best) {
          best = metres;
          nearest = p;
        }
      }
    }
    return nearest;
  }

  /** How one walks from a place of a community to facility {@code j}. */
  Way way(ServiceIndex service, int j, int community, WalkPlaces places, int p) {
    PlacedFacility facility = service.placed(j);
    Coordinate from = new Coordinate(places.lon(p), places.lat(p));
    Coordinate to = new Coordinate(facility.lon, facility.lat);
    double straight = places.straightMetres(service, j, p);
    Optional<WalkPath> path = WalkPath.of(graph(), places.doors(p), doors(facility));
    double inside = places.insideMetres(service, j, joined(facility), p);
    if (inside <= path.map(WalkPath::metres).orElse(Double.MAX_VALUE)) {
      double[] line = {from.x, from.y, to.x, to.y};
      return new Way(from, to, Optional.of(new Walk(straight, straight, line, Optional.empty())));
    }
    return new Way(from, to, path.map(found -> walk(community, from, found, to, straight)));
  }

  private Walk walk(
      int community, Coordinate from, WalkPath path, Coordinate to, double straightMetres) {
    List<CompoundGate> gates = ofShapes ? List.of() : network.compounds().gates(community);
    WalkLine line = new WalkLine(from, path.lonLat(), to);
    return new Walk(
        path.metres(),
        straightMetres,
        line.through(gates),
        line.passed(gates)
            .map(
                gate ->
                    new Walk.PassedGate(
                        gate.lon(), gate.lat(), gate.source(), network.name(gate))));
  }
}
