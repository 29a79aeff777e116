package org.gapmap.assess.walking;

import java.util.Arrays;
import java.util.List;

/**
 * Walks from one facility up to a limit. Keeps its memory from one search to the next: one for each
 * thread.
 */
public final class WalkReach {
  private final StreetGraph graph;
  private WalkField field;
  private double limit;

  public WalkReach(StreetGraph graph) {
    this.graph = graph;
    field = WalkField.from(graph, List.of());
  }

  /** Forgets the search before. */
  public void search(Doors facility, double limitMetres) {
    field = WalkField.from(graph, List.of(facility));
    limit = limitMetres;
  }

  /** Metres from the facility; {@link Double#POSITIVE_INFINITY} beyond the limit. */
  public double metres(Doors place) {
    double metres = field.metres(place);
    return metres <= limit ? metres : Double.POSITIVE_INFINITY;
  }

  /** The nodes within the limit. */
  public int[] nodes() {
    int[] nodes = new int[graph.nodes()];
    int count = 0;
    for (int node = 0; node < nodes.length; node++) {
      if (field.metres(node) <= limit) {
        nodes[count++] = node;
      }
    }
    return Arrays.copyOf(nodes, count);
  }
}
