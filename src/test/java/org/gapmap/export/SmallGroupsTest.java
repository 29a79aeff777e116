package org.gapmap.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmallGroupsTest {
  @Test
  void countsOfFiveAndMoreAreShown() {
    assertThat(SmallGroups.of(false, 30, 20, 5, 5))
        .isEqualTo(new SmallGroups("30.0", "20.0", "5.0", "5.0", false));
  }

  @Test
  void zeroSaysNothingAboutAnybody() {
    assertThat(SmallGroups.of(false, 20, 20, 0, 0))
        .isEqualTo(new SmallGroups("20.0", "20.0", "0.0", "0.0", false));
  }

  /** 20 - 18 would give the two back. */
  @Test
  void aSingleSmallPartTakesTheSmallestOtherPartWithIt() {
    assertThat(SmallGroups.of(false, 20, 18, 0, 2))
        .isEqualTo(new SmallGroups("20.0", "masked", "0.0", "<5", true));
    assertThat(SmallGroups.of(false, 38, 10, 25, 3))
        .isEqualTo(new SmallGroups("38.0", "masked", "25.0", "<5", true));
  }

  @Test
  void aSmallGroupIsHiddenWhole() {
    assertThat(SmallGroups.of(false, 4, 4, 0, 0))
        .isEqualTo(new SmallGroups("<5", "<5", "0.0", "0.0", true));
  }

  @Test
  void residentsAsAWholeAreNoTargetGroup() {
    assertThat(SmallGroups.of(true, 4, 3, 0, 1).masked()).isFalse();
  }

  @Test
  void unknownStaysEmpty() {
    assertThat(SmallGroups.of(false, Double.NaN, Double.NaN, Double.NaN, Double.NaN))
        .isEqualTo(new SmallGroups("", "", "", "", false));
  }
}
