package org.gapmap.assess.walking;

import java.util.Arrays;

/** Cuts streets at their nodes into edges, and numbers both along Hilbert's curve. */
final class EdgeCutter {
  private final StreetPoints points;
  private final SegmentLength lengths;

  /** Of each edge as it was cut: where in the lines it begins, and behind which place it ends. */
  private int[] begin = new int[64];

  private int[] end = new int[64];
  private int[] street = new int[64];
  private int[] quanta = new int[64];
  private int edges;

  EdgeCutter(StreetPoints points, SegmentLength lengths) {
    this.points = points;
    this.lengths = lengths;
  }

  /**
   * @param line points of all lines, one line after another
   * @param lineFirst of each line where it begins; one more
   */
  GraphParts cut(int[] line, int[] lineFirst, int[] lineStreet, int lines) {
    boolean[] node = new boolean[points.count()];
    for (int k = 0; k < lines; k++) {
      for (int i = lineFirst[k]; i < lineFirst[k + 1]; i++) {
        node[line[i]] |= points.isNode(line[i]);
      }
    }
    for (int k = 0; k < lines; k++) {
      cutLine(line, lineFirst[k], lineFirst[k + 1], lineStreet[k], node);
    }
    int[] numbers = new int[points.count()];
    double[] nodes = number(node, numbers);
    return parts(line, nodes, numbers);
  }

  /** Also cuts where an edge would be longer than a graph can hold. */
  private void cutLine(int[] line, int from, int to, int number, boolean[] node) {
    int begun = from;
    double metres = 0;
    for (int i = from + 1; i < to; i++) {
      double piece = segment(line[i - 1], line[i]);
      if (metres + piece > StreetGraph.LONGEST_EDGE_METRES && begun < i - 1) {
        addEdge(begun, i - 1, number, metres);
        node[line[i - 1]] = true;
        begun = i - 1;
        metres = 0;
      }
      metres += piece;
      if (node[line[i]]) {
        addEdge(begun, i, number, metres);
        begun = i;
        metres = 0;
      }
    }
  }

  private double segment(int a, int b) {
    return lengths.metres(points.lon(a), points.lat(a), points.lon(b), points.lat(b));
  }

  private void addEdge(int first, int last, int number, double metres) {
    if (edges == begin.length) {
      begin = Arrays.copyOf(begin, 2 * edges);
      end = Arrays.copyOf(end, 2 * edges);
      street = Arrays.copyOf(street, 2 * edges);
      quanta = Arrays.copyOf(quanta, 2 * edges);
    }
    begin[edges] = first;
    end[edges] = last;
    street[edges] = number;
    quanta[edges++] = (int) Math.max(1, Quanta.up(metres));
  }

  /** Numbers the nodes along the curve and returns where they are. */
  private double[] number(boolean[] node, int[] numbers) {
    int count = 0;
    for (boolean one : node) {
      count += one ? 1 : 0;
    }
    int[] which = new int[count];
    double[] places = new double[2 * count];
    int at = 0;
    for (int point = 0; point < node.length; point++) {
      if (node[point]) {
        which[at] = point;
        places[2 * at] = points.lon(point);
        places[2 * at++ + 1] = points.lat(point);
      }
    }
    int[] order = HilbertOrder.of(places);
    double[] nodes = new double[2 * count];
    for (int k = 0; k < count; k++) {
      numbers[which[order[k]]] = k;
      nodes[2 * k] = places[2 * order[k]];
      nodes[2 * k + 1] = places[2 * order[k] + 1];
    }
    return nodes;
  }

  private GraphParts parts(int[] line, double[] nodes, int[] numbers) {
    long[] keyed = new long[edges];
    for (int e = 0; e < edges; e++) {
      keyed[e] = (long) Math.min(numbers[line[begin[e]]], numbers[line[end[e]]]) << 31 | e;
    }
    Arrays.parallelSort(keyed);
    int[] ends = new int[2 * edges];
    int[] length = new int[edges];
    int[] of = new int[edges];
    int[] shapeFirst = new int[edges + 1];
    for (int k = 0; k < edges; k++) {
      int e = (int) (keyed[k] & Integer.MAX_VALUE);
      ends[2 * k] = numbers[line[begin[e]]];
      ends[2 * k + 1] = numbers[line[end[e]]];
      length[k] = quanta[e];
      of[k] = street[e];
      shapeFirst[k + 1] = shapeFirst[k] + 2 * (end[e] - begin[e] - 1);
    }
    double[] shape = new double[shapeFirst[edges]];
    for (int k = 0; k < edges; k++) {
      int e = (int) (keyed[k] & Integer.MAX_VALUE);
      int at = shapeFirst[k];
      for (int i = begin[e] + 1; i < end[e]; i++) {
        shape[at++] = points.lon(line[i]);
        shape[at++] = points.lat(line[i]);
      }
    }
    return new GraphParts(nodes, ends, length, of, shapeFirst, shape, lengths);
  }
}
