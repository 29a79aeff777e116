package org.gapmap.assess;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gapmap.assess.walking.CompoundGate;
import org.gapmap.assess.walking.Compounds;
import org.gapmap.assess.walking.Doors;
import org.gapmap.assess.walking.Joining;
import org.gapmap.assess.walking.Joining.Joined;
import org.gapmap.assess.walking.LatticePoints;
import org.gapmap.assess.walking.NotReachable;
import org.gapmap.assess.walking.StreetGraph;
import org.gapmap.domain.Community;
import org.gapmap.domain.Gate;
import org.gapmap.domain.StreetRule;
import org.gapmap.domain.Streets;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** The streets, walls and gates of a city, and how places come onto them. Immutable. */
final class WalkNetwork {
  private final StreetGraph graph;
  private final Streets streets;
  private final List<Gate> gates;
  private final Compounds compounds;
  private final Joining joining;
  private final NetworkReport report;
  private final int mainPiece;

  /** What this one differs by from another; null where it is as it was imported. */
  private final @Nullable Derivation derivation;

  private record Derivation(WalkNetwork before, WayChange change) {}

  /**
   * @param gates the open ones, by the numbers that compounds know them by
   */
  WalkNetwork(Streets streets, List<Gate> gates, Compounds compounds, NetworkReport report) {
    this(streets, gates, compounds, report, compounds.access().graph(), null);
  }

  /** The same as another but for a change. */
  WalkNetwork(
      Streets streets,
      List<Gate> gates,
      Compounds compounds,
      WalkNetwork before,
      WayChange change) {
    this(
        streets,
        gates,
        compounds,
        before.report.on(change.streets().graph(), edge -> leads(before, change, edge)),
        change.streets().graph(),
        new Derivation(before, change));
  }

  private WalkNetwork(
      Streets streets,
      List<Gate> gates,
      Compounds compounds,
      NetworkReport report,
      StreetGraph graph,
      @Nullable Derivation derivation) {
    this.graph = graph;
    this.derivation = derivation;
    this.streets = streets;
    this.gates = gates;
    this.compounds = compounds;
    this.joining = new Joining(compounds);
    this.report = report;
    this.mainPiece =
        IntStream.range(0, graph.islands())
            .boxed()
            .max(Comparator.comparingDouble(graph::islandMetres))
            .orElse(-1);
  }

  static WalkNetwork of(Communities communities, Streets streets, List<Gate> gates) {
    return new WalkNetworkBuilder(communities, streets, gates).build();
  }

  /** Whether an edge is a street still. */
  boolean leads(int edge) {
    return derivation == null || leads(derivation.before, derivation.change, edge);
  }

  private static boolean leads(WalkNetwork before, WayChange change, int edge) {
    return !change.streets().gone(edge) && (edge >= before.graph.edges() || before.leads(edge));
  }

  /** Whether people step on and off anywhere along a street: no bridge, tunnel or ferry. */
  static boolean canStepOn(Streets streets, int street) {
    return !streets.isBridge(street)
        && !streets.isTunnel(street)
        && streets.rule(street) != StreetRule.FERRY;
  }

  List<Gate> openGates() {
    return gates;
  }

  StreetGraph graph() {
    return graph;
  }

  Streets streets() {
    return streets;
  }

  Compounds compounds() {
    return compounds;
  }

  NetworkReport report() {
    return report;
  }

  /** The name that a layer gives a gate; empty where none does. */
  String name(CompoundGate gate) {
    return gate.known() < 0 ? "" : gates.get(gate.known()).name();
  }

  /** The points that stand for a community's area. */
  WalkPlaces area(Community community, int index) {
    return places(LatticePoints.of(community.boundary()), index);
  }

  /** Homes of a community. */
  WalkPlaces places(double[] lonLat, int community) {
    Joined[] joined = new Joined[lonLat.length / 2];
    for (int p = 0; p < joined.length; p++) {
      joined[p] = resident(community, lonLat[2 * p], lonLat[2 * p + 1]);
    }
    return new WalkPlaces(joined);
  }

  private Joined resident(int community, double lon, double lat) {
    return derivation == null
        ? joining.resident(community, lon, lat)
        : after(derivation, community, derivation.before.resident(community, lon, lat));
  }

  private Joined after(Derivation derived, int community, Joined before) {
    return derived.change.after(
        before,
        new Envelope(new Coordinate(before.lon(), before.lat())),
        () -> joining.resident(community, before.lon(), before.lat()));
  }

  /** What becomes of places of a community that were joined before; the same where nothing does. */
  WalkPlaces after(WalkPlaces before, int community) {
    Derivation derived = Objects.requireNonNull(derivation, "streets as they were imported");
    Joined[] joined = new Joined[before.size()];
    boolean same = true;
    for (int p = 0; p < joined.length; p++) {
      joined[p] = after(derived, community, before.joined(p));
      same &= before.joined(p).equals(joined[p]);
    }
    return same ? before : new WalkPlaces(joined);
  }

  /** Points that stand for a shape that is no community: whoever is there, wherever that is. */
  WalkPlaces areaOfShape(Community shape) {
    double[] lonLat = LatticePoints.of(shape.boundary());
    Joined[] joined = new Joined[lonLat.length / 2];
    for (int p = 0; p < joined.length; p++) {
      joined[p] = anywhere(lonLat[2 * p], lonLat[2 * p + 1]);
    }
    return new WalkPlaces(joined);
  }

  private Joined anywhere(double lon, double lat) {
    return derivation == null
        ? joining.facility(lon, lat)
        : derivation.change.after(
            derivation.before.anywhere(lon, lat),
            new Envelope(new Coordinate(lon, lat)),
            () -> joining.facility(lon, lat));
  }

  /** How a facility comes onto the streets: asked of it, since it remembers. */
  Joined facility(PlacedFacility placed) {
    return derivation == null
        ? joinedAnew(placed)
        : derivation.change.after(
            placed.joined(derivation.before),
            placed.facility.place().getEnvelopeInternal(),
            () -> joinedAnew(placed));
  }

  private Joined joinedAnew(PlacedFacility placed) {
    return placed.area == null
        ? joining.facility(placed.lon, placed.lat)
        : joining.facility(placed.facility.place());
  }

  /** Why somebody joins no street; empty where they do. */
  Optional<NotReachable> whyNone(Doors doors) {
    return doors.none() ? Optional.of(compounds.access().whyNone()) : Optional.empty();
  }

  /** Whether a place joins the largest piece of the network. */
  boolean onMainPiece(Doors doors) {
    for (int edge : doors.edge()) {
      if (pieceOf(edge) == mainPiece) {
        return true;
      }
    }
    return false;
  }

  /** The pieces of the network but the largest that a place joins. */
  int[] smallPieces(Doors doors) {
    return Arrays.stream(doors.edge())
        .map(this::pieceOf)
        .filter(piece -> piece != mainPiece)
        .distinct()
        .toArray();
  }

  /** Whether two places join the same piece of the network. */
  boolean connected(Doors one, Doors other) {
    int[] pieces = Arrays.stream(one.edge()).map(this::pieceOf).distinct().toArray();
    for (int edge : other.edge()) {
      for (int piece : pieces) {
        if (pieceOf(edge) == piece) {
          return true;
        }
      }
    }
    return false;
  }

  private int pieceOf(int edge) {
    return graph.island(graph.from(edge));
  }
}
