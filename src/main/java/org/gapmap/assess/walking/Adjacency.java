package org.gapmap.assess.walking;

/**
 * Which nodes an edge leads to from each node. A loop is there once, from its node to itself.
 *
 * @param firstArc of each node the place of its first arc; one more at the end
 * @param arcs quanta in the upper half, the node that it leads to in the lower
 * @param arcEdge of each arc its edge
 */
record Adjacency(int[] firstArc, long[] arcs, int[] arcEdge) {

  static Adjacency of(int nodes, int[] ends, int[] quanta) {
    int[] first = new int[nodes + 1];
    for (int edge = 0; edge < quanta.length; edge++) {
      first[ends[2 * edge] + 1]++;
      if (ends[2 * edge] != ends[2 * edge + 1]) {
        first[ends[2 * edge + 1] + 1]++;
      }
    }
    for (int node = 0; node < nodes; node++) {
      first[node + 1] += first[node];
    }
    int[] next = first.clone();
    long[] arcs = new long[first[nodes]];
    int[] arcEdge = new int[first[nodes]];
    for (int edge = 0; edge < quanta.length; edge++) {
      int from = ends[2 * edge];
      int to = ends[2 * edge + 1];
      long length = (long) quanta[edge] << 32;
      arcEdge[next[from]] = edge;
      arcs[next[from]++] = length | to;
      if (from != to) {
        arcEdge[next[to]] = edge;
        arcs[next[to]++] = length | from;
      }
    }
    return new Adjacency(first, arcs, arcEdge);
  }

  /** Of each node the number of the connected piece that it is of. */
  int[] islands() {
    int nodes = firstArc.length - 1;
    int[] island = new int[nodes];
    int[] waiting = new int[nodes];
    int islands = 0;
    for (int start = 0; start < nodes; start++) {
      if (island[start] == 0) {
        islands++;
        island[start] = islands;
        int count = 0;
        waiting[count++] = start;
        while (count > 0) {
          int node = waiting[--count];
          for (int arc = firstArc[node]; arc < firstArc[node + 1]; arc++) {
            int other = (int) arcs[arc];
            if (island[other] == 0) {
              island[other] = islands;
              waiting[count++] = other;
            }
          }
        }
      }
    }
    for (int node = 0; node < nodes; node++) {
      island[node]--;
    }
    return island;
  }
}
