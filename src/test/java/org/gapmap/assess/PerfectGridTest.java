package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gapmap.domain.CoverageStatus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A city of square blocks of 100 m, one in every 200 m, a facility in the middle of every second as
 * on a chessboard: every answer follows from the drawing.
 */
class PerfectGridTest {
  private static final int SIDE = 12;
  private static final double PITCH = 200;
  private static final double HALF_BLOCK = 50;
  private static City city;

  @BeforeAll
  static void draw() {
    World world = new World();
    for (int i = 0; i < SIDE * SIDE; i++) {
      double x = PITCH * (i % SIDE - SIDE / 2);
      double y = PITCH * (i / SIDE - SIDE / 2);
      world.community(
          "block " + i, 100, x - HALF_BLOCK, y - HALF_BLOCK, x + HALF_BLOCK, y + HALF_BLOCK);
      if (isBlack(i)) {
        world.facility("fitness", "middle " + i, x, y);
      }
    }
    city = world.city();
  }

  @Test
  void aDiscWithinItsBlockServesItsShare() {
    assertShares(40, Math.PI * 40 * 40 / 10_000, 0);
  }

  @Test
  void aCircleOverAllFourSidesLosesFourSegments() {
    double angle = Math.acos(HALF_BLOCK / 60);
    double segment = 60 * 60 * angle - HALF_BLOCK * 60 * Math.sin(angle);
    assertShares(60, (Math.PI * 60 * 60 - 4 * segment) / 10_000, 0);
  }

  @Test
  void aCircleThroughTheCornersServesItsBlockAndNoOther() {
    assertShares(HALF_BLOCK * Math.sqrt(2) + 1e-4, 1, 0);
    assertShares(149.99, 1, 0);
  }

  @Test
  void aCircleAroundTheNextBlockServesThatToo() {
    double farthestCorner = Math.hypot(PITCH + HALF_BLOCK, HALF_BLOCK);
    KindCoverage answer = assess(farthestCorner + 1e-3);

    assertThat(answer.count(CoverageStatus.MET)).isEqualTo(SIDE * SIDE);
    for (int i = 0; i < SIDE * SIDE; i++) {
      assertThat(answer.share(i)).isEqualTo(1);
    }
  }

  @Test
  void whoHasNoneOfItsOwnFindsTheNearestAcrossTheStreet() {
    KindCoverage answer = assess(300);
    NearestSearch search = new NearestSearch(answer.service());

    for (int i = 0; i < SIDE * SIDE; i++) {
      search.find(i);
      assertThat(search.metres())
          .as("block %d", i)
          .isCloseTo(isBlack(i) ? 0 : PITCH - HALF_BLOCK, within(1e-3));
    }
  }

  private static boolean isBlack(int i) {
    return (i % SIDE + i / SIDE) % 2 == 0;
  }

  private static void assertShares(double radius, double black, double white) {
    KindCoverage answer = assess(radius);
    for (int i = 0; i < SIDE * SIDE; i++) {
      assertThat(answer.share(i))
          .as("block %d at %s m", i, radius)
          .isCloseTo(isBlack(i) ? black : white, within(2e-6));
    }
  }

  private static KindCoverage assess(double radius) {
    var standard = World.standard("fitness", radius);
    return new Assessor().assess(city, standard, standard.rules().get(0));
  }
}
