package org.gapmap.assess.walking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Envelope;

/** Finds the streets that lead into one part of a compound, and those that end at its edge. */
final class WayFinding {
  /** A piece of the network with less than this outside the part leads nowhere. */
  private static final double OUTSIDE_METRES = 50;

  private final StreetGraph graph;
  private final NearestStreet streets;
  private final IntPredicate stepOn;
  private final Outline outline;

  /** A way over the part's edge: the piece of an edge that goes on outside, and where. */
  record Crossing(int edge, int segment, double share, double lon, double lat) {}

  private final List<Crossing> crossings = new ArrayList<>();
  private final List<InnerWays.Piece> pieces = new ArrayList<>();
  private final Map<Integer, Double> insideMetres = new HashMap<>();
  private final Map<Integer, Integer> networkOfNode = new HashMap<>();
  private double[] xy = new double[32];
  private int[] parent = new int[8];
  private int networks;
  private final int[] edges;

  /**
   * @param stepOn whether an edge may be joined and left anywhere: no bridge, tunnel or ferry
   */
  WayFinding(StreetGraph graph, NearestStreet streets, IntPredicate stepOn, Outline outline) {
    this.graph = graph;
    this.streets = streets;
    this.stepOn = stepOn;
    this.outline = outline;
    this.edges = edgesWithin(Walls.GATE_OPENS_METRES);
    for (int edge : edges) {
      if (stepOn.test(edge)) {
        follow(edge);
      }
    }
  }

  /** The edges that enter the part's box or come near it, each once, ascending. */
  private int[] edgesWithin(double metres) {
    Envelope box = outline.box();
    double dx = metres / outline.flat().metresPerLon();
    double dy = metres / outline.flat().metresPerLat();
    int[][] found = {new int[32]};
    int[] count = {0};
    streets.near(
        box.getMinX() - dx,
        box.getMinY() - dy,
        box.getMaxX() + dx,
        box.getMaxY() + dy,
        edge -> {
          if (count[0] == found[0].length) {
            found[0] = Arrays.copyOf(found[0], 2 * count[0]);
          }
          found[0][count[0]++] = edge;
        });
    return Arrays.stream(found[0], 0, count[0]).sorted().distinct().toArray();
  }

  private void follow(int edge) {
    double[] line = graph.line(edge);
    double[] deep = DeepParts.of(outline, line);
    int end = DeepParts.last(line);
    for (int k = 0; k < deep.length; k += 2) {
      int network = newNetwork();
      if (!crossing(edge, line, deep[k], end)) {
        join(graph.from(edge), network);
      }
      if (!crossing(edge, line, deep[k + 1], end)) {
        join(graph.to(edge), network);
      }
      double metres = 0;
      for (int i = (int) deep[k]; i < deep[k + 1] && i < end; i++) {
        metres +=
            add(edge, line, i, Math.max(0, deep[k] - i), Math.min(1, deep[k + 1] - i), network);
      }
      insideMetres.merge(graph.island(graph.from(edge)), metres, Double::sum);
    }
  }

  private boolean crossing(int edge, double[] line, double place, int end) {
    if (DeepParts.crossings(new double[] {place}, line).length == 0) {
      return false;
    }
    int segment = Math.min((int) place, end - 1);
    crossings.add(
        new Crossing(
            edge,
            segment,
            place - segment,
            DeepParts.at(line, place, 0),
            DeepParts.at(line, place, 1)));
    return true;
  }

  private double add(int edge, double[] line, int i, double from, double to, int network) {
    if (!(to > from)) {
      return 0;
    }
    int at = 4 * pieces.size();
    if (at == xy.length) {
      xy = Arrays.copyOf(xy, 2 * at);
    }
    FlatMap flat = outline.flat();
    xy[at] = flat.x(DeepParts.at(line, i + from, 0));
    xy[at + 1] = flat.y(DeepParts.at(line, i + from, 1));
    xy[at + 2] = flat.x(line[2 * i] + to * (line[2 * i + 2] - line[2 * i]));
    xy[at + 3] = flat.y(line[2 * i + 1] + to * (line[2 * i + 3] - line[2 * i + 1]));
    pieces.add(new InnerWays.Piece(edge, i, from, to, network));
    return Math.hypot(xy[at + 2] - xy[at], xy[at + 3] - xy[at + 1]);
  }

  private int newNetwork() {
    if (networks == parent.length) {
      parent = Arrays.copyOf(parent, 2 * networks);
    }
    parent[networks] = networks;
    return networks++;
  }

  private void join(int node, int network) {
    Integer there = networkOfNode.putIfAbsent(node, network);
    if (there != null) {
      parent[root(network)] = root(there);
    }
  }

  private int root(int network) {
    int at = network;
    while (parent[at] != at) {
      at = parent[at];
    }
    return at;
  }

  /**
   * The ways inside.
   *
   * @param places x, y of points that stand for the part's area
   */
  InnerWays ways(double[] places) {
    int[] number = new int[networks];
    Arrays.fill(number, -1);
    int count = 0;
    List<InnerWays.Piece> numbered = new ArrayList<>();
    for (InnerWays.Piece piece : pieces) {
      int network = -1;
      if (leadsOutside(graph.from(piece.edge()))) {
        int root = root(piece.network());
        if (number[root] < 0) {
          number[root] = count++;
        }
        network = number[root];
      }
      numbered.add(
          new InnerWays.Piece(piece.edge(), piece.segment(), piece.from(), piece.to(), network));
    }
    return new InnerWays(numbered, Arrays.copyOf(xy, 4 * pieces.size()), count, places);
  }

  /** Whether the network around a node goes on outside the part. */
  boolean leadsOutside(int node) {
    int island = graph.island(node);
    return graph.islandMetres(island) - insideMetres.getOrDefault(island, 0.0) >= OUTSIDE_METRES;
  }

  /** Where streets cross the part's edge. */
  List<Crossing> crossings() {
    return crossings;
  }

  /**
   * Nodes at which a street ends that heads for the edge: it would meet it, not too aslant, within
   * some metres, or just has.
   */
  List<Crossing> ends(double metres) {
    List<Crossing> ends = new ArrayList<>();
    for (int edge : edges) {
      if (stepOn.test(edge) && graph.from(edge) != graph.to(edge)) {
        int last = graph.segments(edge);
        if (endsAtEdge(edge, graph.from(edge), 0, 1, metres)) {
          ends.add(new Crossing(edge, 0, 0, graph.lineLon(edge, 0), graph.lineLat(edge, 0)));
        }
        if (endsAtEdge(edge, graph.to(edge), last, last - 1, metres)) {
          ends.add(
              new Crossing(
                  edge, last - 1, 1, graph.lineLon(edge, last), graph.lineLat(edge, last)));
        }
      }
    }
    return ends;
  }

  private boolean endsAtEdge(int edge, int node, int end, int before, double metres) {
    if (graph.edgesAt(node).length != 1) {
      return false;
    }
    FlatMap flat = outline.flat();
    double x = flat.x(graph.lineLon(edge, end));
    double y = flat.y(graph.lineLat(edge, end));
    double dx = x - flat.x(graph.lineLon(edge, before));
    double dy = y - flat.y(graph.lineLat(edge, before));
    double length = Math.hypot(dx, dy);
    double back = Math.min(length, DeepParts.SKIN_METRES + 1);
    return outline.metBy(
        x - dx / length * back,
        y - dy / length * back,
        x + dx / length * metres,
        y + dy / length * metres);
  }
}
