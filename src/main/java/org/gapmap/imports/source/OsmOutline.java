package org.gapmap.imports.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Closed rings from the member ways of a relation, which may be in any order and direction.
 *
 * <p>All ways are taken apart into edges between nodes. An edge that two ways share borders no area
 * on one side alone and goes away; so do edges that lead nowhere, which are counted. At every node
 * left an even number of edges meets, so a walk along edges not yet used always comes back; each
 * time it meets a node that it has been at, the loop between is a ring of its own. What is a hole
 * follows from which ring lies in which ({@link RingAssembly}), not from the members' roles: those
 * are often wrong.
 */
final class OsmOutline {
  /** Neighbours of each node along edges that are left. */
  private final Map<Long, List<Long>> neighbours = new LinkedHashMap<>();

  private int looseEdges;

  private record Edge(long from, long to) {
    static Edge between(long a, long b) {
      return a < b ? new Edge(a, b) : new Edge(b, a);
    }
  }

  /**
   * @param ways node ids of each member way, each way once
   */
  OsmOutline(List<long[]> ways) {
    Set<Edge> odd = new HashSet<>();
    List<Edge> inOrder = new ArrayList<>();
    for (long[] way : ways) {
      for (int i = 1; i < way.length; i++) {
        if (way[i - 1] == way[i]) {
          continue;
        }
        Edge edge = Edge.between(way[i - 1], way[i]);
        if (odd.add(edge)) {
          inOrder.add(edge);
        } else {
          odd.remove(edge);
        }
      }
    }
    for (Edge edge : inOrder) {
      if (odd.remove(edge)) {
        neighbours.computeIfAbsent(edge.from, n -> new ArrayList<>(2)).add(edge.to);
        neighbours.computeIfAbsent(edge.to, n -> new ArrayList<>(2)).add(edge.from);
      }
    }
    dropLoose();
  }

  private void dropLoose() {
    Deque<Long> ends = new ArrayDeque<>();
    neighbours.forEach(
        (node, others) -> {
          if (others.size() == 1) {
            ends.add(node);
          }
        });
    while (!ends.isEmpty()) {
      Long end = ends.remove();
      List<Long> others = neighbours.getOrDefault(end, List.of());
      if (others.size() != 1) {
        continue;
      }
      Long other = others.get(0);
      cut(end, other);
      looseEdges++;
      if (neighbours.getOrDefault(other, List.of()).size() == 1) {
        ends.add(other);
      }
    }
  }

  private void cut(Long a, Long b) {
    remove(a, b);
    remove(b, a);
  }

  private void remove(Long node, Long other) {
    List<Long> others = neighbours.getOrDefault(node, new ArrayList<>());
    others.remove(other);
    if (others.isEmpty()) {
      neighbours.remove(node);
    }
  }

  /** Edges that led nowhere and were left out. */
  int looseEdges() {
    return looseEdges;
  }

  /** Whether three or another odd number of edges meet somewhere: then no walk is right. */
  boolean forks() {
    return neighbours.values().stream().anyMatch(others -> others.size() % 2 != 0);
  }

  /** Node ids of each ring, the first one repeated at the end; the edges are used up. */
  List<long[]> rings() {
    List<long[]> rings = new ArrayList<>();
    while (!neighbours.isEmpty()) {
      walk(neighbours.keySet().iterator().next(), rings);
    }
    return rings;
  }

  private void walk(Long start, List<long[]> rings) {
    List<Long> path = new ArrayList<>();
    Map<Long, Integer> at = new HashMap<>();
    Long here = start;
    while (true) {
      Integer before = at.get(here);
      if (before == null) {
        at.put(here, path.size());
        path.add(here);
      } else {
        List<Long> loop = path.subList(before + 1, path.size());
        rings.add(ring(here, loop));
        loop.forEach(at::remove);
        loop.clear();
      }
      List<Long> others = neighbours.getOrDefault(here, List.of());
      if (others.isEmpty()) {
        return;
      }
      Long next = others.get(0);
      cut(here, next);
      here = next;
    }
  }

  private static long[] ring(Long node, List<Long> loop) {
    long[] ring = new long[loop.size() + 2];
    ring[0] = node;
    for (int i = 0; i < loop.size(); i++) {
      ring[i + 1] = loop.get(i);
    }
    ring[ring.length - 1] = node;
    return ring;
  }
}
