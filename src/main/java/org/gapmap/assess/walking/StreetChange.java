package org.gapmap.assess.walking;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What becomes of a graph when streets are changed: the graph after, and of doors before those
 * after. A place keeps the ways that it has. Immutable.
 */
public final class StreetChange {
  private final StreetGraph before;
  private final StreetGraph graph;
  private final BitSet gone;

  /** Of an edge that fell into pieces where each begins, and the number of the first. */
  private final Map<Integer, Pieces> pieces;

  private record Pieces(double[] begin, int first) {}

  private StreetChange(
      StreetGraph before, StreetGraph graph, BitSet gone, Map<Integer, Pieces> pieces) {
    this.before = before;
    this.graph = graph;
    this.gone = gone;
    this.pieces = pieces;
  }

  /**
   * @param growing in which only {@code cuts} have been split
   * @param cuts by edge and metres along it the nodes that it is split at
   */
  static StreetChange splitting(
      StreetGraph before,
      GraphGrowing growing,
      SortedMap<Integer, ? extends SortedMap<Double, Integer>> cuts) {
    Map<Integer, Pieces> pieces = new HashMap<>();
    cuts.forEach(
        (edge, at) -> {
          double[] begin = new double[at.size() + 1];
          int k = 0;
          for (double along : at.keySet()) {
            begin[++k] = along;
          }
          pieces.put(edge, new Pieces(begin, growing.edges()));
          growing.split(edge, at);
        });
    return new StreetChange(before, growing.build(), growing.gone(), pieces);
  }

  /**
   * Some edges are closed. Nobody walks along them; who joins one comes out at its ends, where
   * another street goes on.
   */
  public static StreetChange closing(StreetGraph before, BitSet edges) {
    GraphGrowing growing = new GraphGrowing(before);
    edges.stream().forEach(growing::remove);
    return new StreetChange(before, growing.build(), growing.gone(), Map.of());
  }

  /** The graph after. */
  public StreetGraph graph() {
    return graph;
  }

  /** Whether an edge of before leads nowhere now. */
  public boolean gone(int edge) {
    return gone.get(edge);
  }

  /** Adds the numbers by which an edge goes now, or that of itself. */
  public void addPieces(int edge, BitSet to) {
    Pieces split = pieces.get(edge);
    if (split == null) {
      to.set(edge);
    } else {
      to.set(split.first, split.first + split.begin.length);
    }
  }

  /** What becomes of doors: the same object where nothing does. */
  public Doors after(Doors doors) {
    for (int edge : doors.edge()) {
      if (gone.get(edge)) {
        return changed(doors);
      }
    }
    return doors;
  }

  private Doors changed(Doors doors) {
    DoorList list = new DoorList();
    for (int d = 0; d < doors.count(); d++) {
      int edge = doors.edge()[d];
      double along = doors.along()[d];
      double leg = doors.leg()[d];
      Pieces split = pieces.get(edge);
      if (!gone.get(edge)) {
        list.add(new OnStreet(edge, along, leg));
      } else if (split != null) {
        int k = 0;
        while (k + 1 < split.begin.length && split.begin[k + 1] <= along) {
          k++;
        }
        int piece = split.first + k;
        double rest = Math.min(along - split.begin[k], graph.metres(piece));
        list.add(new OnStreet(piece, rest, leg));
      } else {
        addExit(list, before.from(edge), leg + along);
        addExit(list, before.to(edge), leg + Math.max(0, before.metres(edge) - along));
      }
    }
    return list.toDoors();
  }

  private void addExit(DoorList list, int node, double leg) {
    int[] open = graph.edgesAt(node);
    if (open.length > 0) {
      boolean from = graph.from(open[0]) == node;
      list.add(new OnStreet(open[0], from ? 0 : graph.metres(open[0]), leg));
    }
  }

  /** The ways of two lists, each once. */
  public static Doors either(Doors one, Doors other) {
    if (one.none() || other.none()) {
      return one.none() ? other : one;
    }
    DoorList list = new DoorList();
    List.of(one, other).forEach(doors -> list.addAll(doors, 0));
    return list.toDoors();
  }
}
