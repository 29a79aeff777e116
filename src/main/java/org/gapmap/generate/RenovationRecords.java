package org.gapmap.generate;

/**
 * What the renovation office's list says of a compound, in the words that such lists mix: the older
 * the houses, the sooner their turn came; of some it says nothing.
 */
final class RenovationRecords {
  private static final int FIRST_PROGRAMME = 2017;
  private static final int YEARS = 9;

  private final Dice dice;

  RenovationRecords(Dice dice) {
    this.dice = dice;
  }

  /** Empty where nobody wrote anything. */
  String of(SyntheticCommunity community) {
    int year = community.buildYear();
    int state =
        year <= 1988
            ? dice.pickWeighted(0.44, 0.12, 0.16, 0.18, 0.10)
            : year <= 2000
                ? dice.pickWeighted(0.26, 0.10, 0.19, 0.33, 0.12)
                : dice.pickWeighted(0.02, 0.01, 0.02, 0.55, 0.40);
    int done = FIRST_PROGRAMME + dice.below(YEARS);
    boolean dated = dice.chance(0.5);
    return switch (state) {
      case 0 -> dated ? done + "年已改造" : "已改造";
      case 1 -> dated ? "改造中" : "施工中";
      case 2 -> dated ? "列入计划" : "拟改造";
      case 3 -> "未改造";
      default -> "";
    };
  }
}
