package org.gapmap.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * How much there is to walk, and by which rules.
 *
 * @param rules in the order of {@link StreetRule}, only those that occur
 * @param levels streets that run above or below the ground, bridges and tunnels included
 */
@SuppressWarnings("EnumOrdinal") // sums are kept in arrays, one element for each rule
public record StreetTally(List<OfRule> rules, Part bridges, Part tunnels, Part levels) {
  public StreetTally {
    rules = List.copyOf(rules);
  }

  /** Streets of one rule. */
  public record OfRule(StreetRule rule, int ways, double metres) {}

  /** Some of the streets. */
  public record Part(int ways, double metres) {
    static final Part NONE = new Part(0, 0);

    Part and(double more) {
      return new Part(ways + 1, metres + more);
    }
  }

  /** Metres of all streets of this passage. */
  public double metres(Passage passage) {
    return rules.stream()
        .filter(of -> of.rule().passage() == passage)
        .mapToDouble(OfRule::metres)
        .sum();
  }

  /** Counts. For one thread. */
  public static final class Counter {
    private final int[] ways = new int[StreetRule.values().length];
    private final double[] metres = new double[StreetRule.values().length];
    private Part bridges = Part.NONE;
    private Part tunnels = Part.NONE;
    private Part levels = Part.NONE;

    public void add(StreetRule rule, double length, boolean bridge, boolean tunnel, int level) {
      ways[rule.ordinal()]++;
      metres[rule.ordinal()] += length;
      bridges = bridge ? bridges.and(length) : bridges;
      tunnels = tunnel ? tunnels.and(length) : tunnels;
      levels = level == 0 ? levels : levels.and(length);
    }

    public StreetTally tally() {
      List<OfRule> rules = new ArrayList<>();
      for (StreetRule rule : StreetRule.values()) {
        if (ways[rule.ordinal()] > 0) {
          rules.add(new OfRule(rule, ways[rule.ordinal()], metres[rule.ordinal()]));
        }
      }
      return new StreetTally(rules, bridges, tunnels, levels);
    }
  }
}
