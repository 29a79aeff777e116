package org.gapmap.assess;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much of which community's need goes to which facility, in the norm's unit: the arrangement
 * that {@link org.gapmap.assess.coverage.CapacityAllocation} finds. Filled once, then read.
 */
final class Assignments {
  private int[] community = new int[64];
  private int[] facility = new int[64];
  private double[] amount = new double[64];
  private int size;

  /** Pairs of one community and facility that follow each other are summed. */
  void add(int from, int to, double more) {
    if (size > 0 && community[size - 1] == from && facility[size - 1] == to) {
      amount[size - 1] += more;
      return;
    }
    if (size == amount.length) {
      community = Arrays.copyOf(community, 2 * size);
      facility = Arrays.copyOf(facility, 2 * size);
      amount = Arrays.copyOf(amount, 2 * size);
    }
    community[size] = from;
    facility[size] = to;
    amount[size++] = more;
  }

  /** What goes to a facility, by community. */
  Map<Integer, Double> to(int wanted) {
    Map<Integer, Double> found = new LinkedHashMap<>();
    for (int k = 0; k < size; k++) {
      if (facility[k] == wanted) {
        found.merge(community[k], amount[k], Double::sum);
      }
    }
    return found;
  }
}
