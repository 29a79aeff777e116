package org.gapmap.assess.walking;

import java.util.Arrays;

/**
 * Streets as a graph for walking: nodes where streets meet or end, edges that keep their shape,
 * both numbered from 0 so that neighbours in the world are mostly neighbours in memory. Every edge
 * may be walked both ways. Immutable.
 */
public final class StreetGraph {
  /** The longest edge, metres: what 31 bits of {@link Quanta} hold. */
  static final double LONGEST_EDGE_METRES = 32_000;

  private final double[] nodes;
  private final int[] ends;
  private final int[] quanta;
  private final int[] street;
  private final int[] shapeFirst;
  private final double[] shape;
  private final int[] island;
  private final double[] islandMetres;
  private final SegmentLength lengths;

  /** Of each node the place of its first arc in {@link #arcs}; one more at the end. */
  final int[] firstArc;

  /** Quanta of an arc in the upper half, the node that it leads to in the lower. */
  final long[] arcs;

  /** Of each arc its edge. */
  final int[] arcEdge;

  private final int longestQuanta;

  StreetGraph(GraphParts parts) {
    nodes = parts.nodes();
    ends = parts.ends();
    quanta = parts.quanta();
    street = parts.street();
    shapeFirst = parts.shapeFirst();
    shape = parts.shape();
    lengths = parts.lengths();
    Adjacency adjacency = Adjacency.of(nodes.length / 2, ends, quanta);
    firstArc = adjacency.firstArc();
    arcs = adjacency.arcs();
    arcEdge = adjacency.arcEdge();
    longestQuanta = Arrays.stream(quanta).max().orElse(0);
    island = adjacency.islands();
    islandMetres = new double[Arrays.stream(island).max().orElse(-1) + 1];
    for (int edge = 0; edge < street.length; edge++) {
      islandMetres[island[from(edge)]] += metres(edge);
    }
  }

  /** What it is made of: not to be written to. */
  GraphParts parts() {
    return new GraphParts(nodes, ends, quanta, street, shapeFirst, shape, lengths);
  }

  public int nodes() {
    return nodes.length / 2;
  }

  public int edges() {
    return street.length;
  }

  public double lon(int node) {
    return nodes[2 * node];
  }

  public double lat(int node) {
    return nodes[2 * node + 1];
  }

  public int from(int edge) {
    return ends[2 * edge];
  }

  /** The other end; the same as {@link #from} for a loop. */
  public int to(int edge) {
    return ends[2 * edge + 1];
  }

  /** Length of an edge, rounded up to {@link Quanta}. */
  public double metres(int edge) {
    return Quanta.metres(quanta[edge]);
  }

  long quanta(int edge) {
    return quanta[edge];
  }

  /** The number that the edge's street was added under. */
  public int street(int edge) {
    return street[edge];
  }

  /** Longitude, latitude of an edge's points one after another, both ends included. */
  public double[] line(int edge) {
    int first = shapeFirst[edge];
    int inner = shapeFirst[edge + 1] - first;
    double[] line = new double[inner + 4];
    line[0] = lon(from(edge));
    line[1] = lat(from(edge));
    System.arraycopy(shape, first, line, 2, inner);
    line[inner + 2] = lon(to(edge));
    line[inner + 3] = lat(to(edge));
    return line;
  }

  /** Longitude, latitude of the point of an edge so many metres from its {@code from} end. */
  public double[] pointAt(int edge, double along) {
    return new EdgeLine(this, edge).at(along);
  }

  /** The number of straight pieces of an edge. */
  int segments(int edge) {
    return (shapeFirst[edge + 1] - shapeFirst[edge]) / 2 + 1;
  }

  /** Longitude of an edge's point number {@code i}, of {@code segments + 1}. */
  double lineLon(int edge, int i) {
    return coordinate(edge, i, 0);
  }

  double lineLat(int edge, int i) {
    return coordinate(edge, i, 1);
  }

  private double coordinate(int edge, int i, int axis) {
    if (i == 0) {
      return nodes[2 * from(edge) + axis];
    }
    int at = shapeFirst[edge] + 2 * (i - 1);
    return at < shapeFirst[edge + 1] ? shape[at + axis] : nodes[2 * to(edge) + axis];
  }

  SegmentLength lengths() {
    return lengths;
  }

  /** Which connected piece of the network a node is of, from 0. */
  public int island(int node) {
    return island[node];
  }

  public int islands() {
    return islandMetres.length;
  }

  /** The length of all edges of a connected piece. */
  public double islandMetres(int number) {
    return islandMetres[number];
  }

  /** The edges that meet in a node, a loop once. */
  public int[] edgesAt(int node) {
    return Arrays.copyOfRange(arcEdge, firstArc[node], firstArc[node + 1]);
  }

  /** What the longest edge adds to a state. */
  long longestStep() {
    return (long) longestQuanta << Quanta.LABEL_BITS;
  }
}
