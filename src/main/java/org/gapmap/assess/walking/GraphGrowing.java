package org.gapmap.assess.walking;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Makes one graph of another: with edges taken out of it and others put in. Nodes and edges keep
 * their numbers, so that what was worked out elsewhere in the city holds; what comes is numbered
 * after them. For one thread.
 */
final class GraphGrowing {
  private final StreetGraph before;
  private final GraphParts parts;
  private final BitSet gone = new BitSet();
  private double[] nodes;
  private int nodeCount;
  private int[] ends;
  private int[] quanta;
  private int[] street;
  private int[] shapeFirst;
  private double[] shape;
  private int edges;

  GraphGrowing(StreetGraph before) {
    this.before = before;
    parts = before.parts();
    edges = before.edges();
    nodeCount = before.nodes();
    nodes = parts.nodes().clone();
    ends = parts.ends().clone();
    quanta = parts.quanta().clone();
    street = parts.street().clone();
    shapeFirst = parts.shapeFirst().clone();
    shape = parts.shape().clone();
  }

  int addNode(double lon, double lat) {
    if (2 * nodeCount == nodes.length) {
      nodes = Arrays.copyOf(nodes, nodes.length + 64);
    }
    nodes[2 * nodeCount] = lon;
    nodes[2 * nodeCount + 1] = lat;
    return nodeCount++;
  }

  int edges() {
    return edges;
  }

  /**
   * @param line longitude, latitude of its points, both ends included
   */
  void addEdge(int from, int to, long length, int number, double[] line) {
    if (edges == street.length) {
      int more = edges + 64;
      ends = Arrays.copyOf(ends, 2 * more);
      quanta = Arrays.copyOf(quanta, more);
      street = Arrays.copyOf(street, more);
      shapeFirst = Arrays.copyOf(shapeFirst, more + 1);
    }
    ends[2 * edges] = from;
    ends[2 * edges + 1] = to;
    quanta[edges] = (int) Math.max(1, length);
    street[edges] = number;
    int at = shapeFirst[edges];
    int inner = line.length - 4;
    if (at + inner > shape.length) {
      shape = Arrays.copyOf(shape, at + inner + 256);
    }
    System.arraycopy(line, 2, shape, at, inner);
    shapeFirst[++edges] = at + inner;
  }

  /**
   * An edge falls into pieces at nodes along it. Together they are as long as it was.
   *
   * @param cuts nodes by the metres along the edge
   */
  void split(int edge, SortedMap<Double, Integer> cuts) {
    EdgeLine line = new EdgeLine(before, edge);
    double end = before.metres(edge);
    double from = 0;
    long sofar = 0;
    int node = before.from(edge);
    for (Map.Entry<Double, Integer> cut : cuts.entrySet()) {
      long at = Math.min(Quanta.up(cut.getKey()), before.quanta(edge) - 1);
      addEdge(node, cut.getValue(), at - sofar, before.street(edge), line.part(from, cut.getKey()));
      node = cut.getValue();
      from = cut.getKey();
      sofar = at;
    }
    addEdge(
        node,
        before.to(edge),
        before.quanta(edge) - sofar,
        before.street(edge),
        line.part(from, end));
    remove(edge);
  }

  /** Leaves an edge its number and its length, and nothing that it leads to. */
  void remove(int edge) {
    int nowhere = addNode(before.lon(before.from(edge)), before.lat(before.from(edge)));
    ends[2 * edge] = nowhere;
    ends[2 * edge + 1] = nowhere;
    gone.set(edge);
  }

  /** The edges that lead nowhere now. */
  BitSet gone() {
    return gone;
  }

  StreetGraph build() {
    return new StreetGraph(
        new GraphParts(
            Arrays.copyOf(nodes, 2 * nodeCount),
            Arrays.copyOf(ends, 2 * edges),
            Arrays.copyOf(quanta, edges),
            Arrays.copyOf(street, edges),
            Arrays.copyOf(shapeFirst, edges + 1),
            Arrays.copyOf(shape, shapeFirst[edges]),
            parts.lengths()));
  }

  /** Metres of a line. */
  double metres(List<double[]> points) {
    double metres = 0;
    for (int i = 1; i < points.size(); i++) {
      metres +=
          parts
              .lengths()
              .metres(
                  points.get(i - 1)[0], points.get(i - 1)[1], points.get(i)[0], points.get(i)[1]);
    }
    return metres;
  }
}
