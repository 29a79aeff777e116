package org.gapmap.assess;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.gapmap.assess.walking.GateSource;
import org.gapmap.assess.walking.OfficeStreets;
import org.gapmap.assess.walking.StreetGraph;
import org.gapmap.domain.StreetRule;

/**
 * What a city's network for walking was made of.
 *
 * @param rules every rule that any street falls under, with what it comes to
 * @param gates that layers name, closed ones not among them
 * @param closedGates that layers name and nobody passes
 * @param cuts how often a street crossed a compound's wall away from its gates, and was cut there
 * @param snapping what was done to join an office's own lines; empty where there are none
 */
public record NetworkReport(
    List<RuleUse> rules,
    Graph graph,
    int gates,
    int closedGates,
    int cuts,
    Optional<OfficeStreets.Told> snapping,
    CompoundUse compounds) {
  public NetworkReport {
    rules = List.copyOf(rules);
  }

  /**
   * The compounds, part by part.
   *
   * @param waysMapped those in which people come along mapped ways
   * @param bySource how many have gates that are known so
   * @param withoutGate those to which no street comes near
   */
  public record CompoundUse(int waysMapped, Map<GateSource, Integer> bySource, int withoutGate) {
    public CompoundUse {
      bySource = Map.copyOf(bySource);
    }
  }

  /** How many streets a rule holds for, and how long they are together. */
  public record RuleUse(StreetRule rule, int streets, double metres) {}

  /**
   * The network itself.
   *
   * @param metres of all edges
   * @param pieces that no street connects
   * @param largestMetres of the largest piece
   */
  public record Graph(int nodes, int edges, double metres, int pieces, double largestMetres) {
    static Graph of(StreetGraph graph) {
      double metres = 0;
      double largest = 0;
      for (int piece = 0; piece < graph.islands(); piece++) {
        metres += graph.islandMetres(piece);
        largest = Math.max(largest, graph.islandMetres(piece));
      }
      return new Graph(graph.nodes(), graph.edges(), metres, graph.islands(), largest);
    }

    /** The same without edges that lead nowhere, each a loop at a node of its own. */
    private Graph without(int loops, double loopMetres) {
      return new Graph(
          nodes - loops, edges - loops, metres - loopMetres, pieces - loops, largestMetres);
    }
  }

  /**
   * The same on a graph that was changed.
   *
   * @param leads whether an edge is a street still
   */
  NetworkReport on(StreetGraph changed, IntPredicate leads) {
    int loops = 0;
    double loopMetres = 0;
    for (int edge = 0; edge < changed.edges(); edge++) {
      if (!leads.test(edge)) {
        loops++;
        loopMetres += changed.metres(edge);
      }
    }
    return new NetworkReport(
        rules,
        Graph.of(changed).without(loops, loopMetres),
        gates,
        closedGates,
        cuts,
        snapping,
        compounds);
  }
}
