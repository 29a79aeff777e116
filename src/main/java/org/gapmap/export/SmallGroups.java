package org.gapmap.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The people of a target group in one community, as an export may show them: a count above 0 and
 * below {@value #LEAST} is no statistic but somebody, and is written {@code <5}.
 *
 * <p>Where a single part is hidden that way, the whole less the other parts would give it back: the
 * smallest other part that is not 0 is then written {@code masked}.
 *
 * @param masked whether anything is hidden
 */
public record SmallGroups(
    String all, String served, String withoutCapacity, String outOfReach, boolean masked) {
  /** The smallest number of people that is shown. */
  public static final int LEAST = 5;

  static final String FEW = "<" + LEAST;
  private static final String HIDDEN = "masked";

  /**
   * @param everybody the group is all residents: nothing is hidden
   * @param people of the group; NaN where unknown, as the three parts
   */
  public static SmallGroups of(
      boolean everybody, double people, double served, double withoutCapacity, double outOfReach) {
    double[] parts = {served, withoutCapacity, outOfReach};
    String[] shown = new String[parts.length];
    List<Integer> others = new ArrayList<>();
    int few = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean small = !everybody && isSmall(parts[i]);
      shown[i] = small ? FEW : RunCsv.number("%.1f", parts[i]);
      few += small ? 1 : 0;
      if (!small && parts[i] > 0) {
        others.add(i);
      }
    }
    boolean smallWhole = !everybody && isSmall(people);
    if (few == 1 && !smallWhole) {
      others.stream()
          .min(Comparator.comparingDouble(i -> parts[i]))
          .ifPresent(i -> shown[i] = HIDDEN);
    }
    return new SmallGroups(
        smallWhole ? FEW : RunCsv.number("%.1f", people),
        shown[0],
        shown[1],
        shown[2],
        few > 0 || smallWhole);
  }

  /** A number from which a hidden one could be worked out; empty where unknown. */
  String unlessMasked(String format, double value) {
    return masked && !Double.isNaN(value) ? HIDDEN : RunCsv.number(format, value);
  }

  /** Below five as it would be printed: 4.96 is printed as 5.0 and yet hidden. */
  private static boolean isSmall(double people) {
    return people > 0 && people < LEAST;
  }
}
