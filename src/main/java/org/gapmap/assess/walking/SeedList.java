package org.gapmap.assess.walking;

import java.util.Arrays;

/** Where a search begins: nodes at the ends of the edges that doors are on, with their states. */
final class SeedList {
  private final StreetGraph graph;
  private int[] nodes = new int[16];
  private long[] states = new long[16];
  private int count;

  SeedList(StreetGraph graph) {
    this.graph = graph;
  }

  void add(int label, Doors doors) {
    if (label > Quanta.LABEL_MASK) {
      throw new IllegalArgumentException("more than " + Quanta.LABEL_MASK + " facilities");
    }
    for (int door = 0; door < doors.count(); door++) {
      int edge = doors.edge()[door];
      double along = doors.along()[door];
      long leg = Quanta.up(doors.leg()[door]);
      put(graph.from(edge), Quanta.state(leg + graph.quantaFrom(along, edge), label));
      put(graph.to(edge), Quanta.state(leg + graph.quantaTo(along, edge), label));
    }
  }

  private void put(int node, long state) {
    if (count == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * count);
      states = Arrays.copyOf(states, 2 * count);
    }
    nodes[count] = node;
    states[count++] = state;
  }

  int count() {
    return count;
  }

  int node(int i) {
    return nodes[i];
  }

  long state(int i) {
    return states[i];
  }
}
