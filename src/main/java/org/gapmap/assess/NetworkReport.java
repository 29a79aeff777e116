package org.gapmap.assess;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gapmap.assess.walking.GateSource;
import org.gapmap.assess.walking.OfficeStreets;
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
  public record Graph(int nodes, int edges, double metres, int pieces, double largestMetres) {}
}
