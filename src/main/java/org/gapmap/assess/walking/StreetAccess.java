package org.gapmap.assess.walking;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * How people come onto a network of streets: by the nearest point of an edge within a limit, which
 * is the same for everybody. Immutable.
 */
public final class StreetAccess {
  /** The usual limit. */
  public static final double LIMIT_METRES = 150;

  /** A piece of the network shorter than this is passed over while another one is near. */
  private static final double ISLAND_METRES = 500;

  private final StreetGraph graph;
  private final NearestStreet streets;
  private final IntPredicate stepOn;
  private final double limitMetres;
  private final int largestIsland;

  /**
   * @param stepOn whether an edge may be joined and left anywhere: no bridge, tunnel or ferry
   * @param limitMetres how far a place may be from the streets
   */
  public StreetAccess(StreetGraph graph, IntPredicate stepOn, double limitMetres) {
    if (!(limitMetres > 0)) {
      throw new IllegalArgumentException("a limit of " + limitMetres + " m reaches no street");
    }
    this.graph = graph;
    this.streets = NearestStreet.of(graph);
    this.stepOn = stepOn;
    this.limitMetres = limitMetres;
    int largest = 0;
    for (int island = 1; island < graph.islands(); island++) {
      if (graph.islandMetres(island) > graph.islandMetres(largest)) {
        largest = island;
      }
    }
    largestIsland = largest;
  }

  public StreetGraph graph() {
    return graph;
  }

  public NearestStreet streets() {
    return streets;
  }

  public double limitMetres() {
    return limitMetres;
  }

  IntPredicate stepOn() {
    return stepOn;
  }

  /** The same of any graph, whether or not the piece is its largest. */
  public static boolean leadsSomewhere(StreetGraph graph, int edge) {
    return graph.islandMetres(graph.island(graph.from(edge))) >= ISLAND_METRES;
  }

  /** Whether an edge is of a piece of the network that leads somewhere. */
  boolean major(int edge) {
    int island = graph.island(graph.from(edge));
    return island == largestIsland || graph.islandMetres(island) >= ISLAND_METRES;
  }

  /** Where a place joins the streets; null where none may be reached within the limit. */
  @Nullable OnStreet join(double lon, double lat, IntPredicate allowed, LegFilter leg) {
    OnStreet major = joinMajor(lon, lat, limitMetres, allowed, leg);
    return major != null
        ? major
        : streets.find(lon, lat, limitMetres, edge -> stepOn.test(edge) && allowed.test(edge), leg);
  }

  /** The same within another limit, of the pieces of the network that lead somewhere. */
  @Nullable OnStreet joinMajor(
      double lon, double lat, double metres, IntPredicate allowed, LegFilter leg) {
    return streets.find(
        lon, lat, metres, edge -> major(edge) && stepOn.test(edge) && allowed.test(edge), leg);
  }

  /** A place along an edge as {@link DeepParts} tells it, at no distance. */
  OnStreet at(int edge, double place) {
    int segment = Math.min((int) place, graph.segments(edge) - 1);
    double share = place - segment;
    double lon = graph.lineLon(edge, segment);
    double lat = graph.lineLat(edge, segment);
    OnStreet on =
        new EdgeLine(graph, edge)
            .onto(
                segment,
                share,
                share,
                lon + share * (graph.lineLon(edge, segment + 1) - lon),
                lat + share * (graph.lineLat(edge, segment + 1) - lat));
    return new OnStreet(edge, on.along(), 0);
  }

  /** Why a place has no doors. */
  public NotReachable whyNone() {
    return graph.edges() == 0 ? NotReachable.NO_STREETS : NotReachable.NO_STREET_NEAR;
  }
}
