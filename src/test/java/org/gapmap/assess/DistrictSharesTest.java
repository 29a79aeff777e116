package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gapmap.domain.AreaLevel;
import org.junit.jupiter.api.Test;

/** Thin strips that begin at a canteen of 300 m: 300 m of the length of each are served. */
class DistrictSharesTest {
  private static World strips(double... lengths) {
    World world = new World().area(AreaLevel.DISTRICT, "区", -100, -100, 1e4, 2e4);
    for (int k = 0; k < lengths.length; k++) {
      world.community("s" + k, 10, 0, 2000 * k, lengths[k], 2000 * k + 0.01);
      world.facility("canteen", "c" + k, 0, 2000 * k);
    }
    return world;
  }

  private static DistrictShares of(World world) {
    City city = world.city();
    var standard = World.standard("canteen", 300);
    KindCoverage coverage = new Assessor().assess(city, standard, standard.rules().get(0));
    return DistrictShares.of(coverage, DistrictShares.neighbours(city, 0));
  }

  @Test
  void theMedianIsTheMiddleOneOrHalfwayBetweenTwo() {
    assertThat(of(strips(600, 1000, 300)).median()).isCloseTo(0.5, within(1e-4));
    assertThat(of(strips(600, 1000, 300, 3000)).median()).isCloseTo(0.4, within(1e-4));
    assertThat(of(strips(600)).judged()).isEqualTo(1);
  }

  @Test
  void whatNobodyCanJudgeIsLeftOutAndCounted() {
    DistrictShares shares = of(strips(600, 1000, 300).completeIn("canteen", -1, -1, 1100, 2500));

    assertThat(shares.median()).isCloseTo(0.4, within(1e-4));
    assertThat(shares.judged()).isEqualTo(2);
    assertThat(shares.unknown()).isEqualTo(1);
  }

  @Test
  void otherDistrictsAndPlacesWithoutOneDoNotCount() {
    World world = strips(600).community("far", 10, 0, -5000, 600, -4999.99);

    assertThat(of(world))
        .extracting(DistrictShares::judged, DistrictShares::unknown)
        .containsExactly(1, 0);
    City bare = new World().community("a", 10, 0, 0, 100, 100).city();
    assertThat(DistrictShares.neighbours(bare, 0)).isEmpty();
  }
}
