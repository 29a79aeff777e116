package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole cities turned, mirrored, moved and listed in another order keep everyone's share. */
class CityInvariancesTest {
  private static final int COMMUNITIES = 60;
  private static final int FACILITIES = 40;
  private static final double HALF_METRES = 1500;

  /** Blocks as x0, y0, x1, y1 and places as x, y, in metres. */
  private record Drawing(List<double[]> blocks, List<double[]> places) {
    static Drawing random(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      List<double[]> blocks = new ArrayList<>();
      for (int i = 0; i < COMMUNITIES; i++) {
        double x = random.nextDouble(-HALF_METRES, HALF_METRES);
        double y = random.nextDouble(-HALF_METRES, HALF_METRES);
        blocks.add(
            new double[] {x, y, x + random.nextDouble(20, 400), y + random.nextDouble(20, 400)});
      }
      List<double[]> places = new ArrayList<>();
      for (int j = 0; j < FACILITIES; j++) {
        places.add(
            new double[] {
              random.nextDouble(-HALF_METRES, HALF_METRES),
              random.nextDouble(-HALF_METRES, HALF_METRES)
            });
      }
      return new Drawing(blocks, places);
    }

    /** With x' = a x + b y + c and y' = d x + e y + f, axes staying axes. */
    Drawing mapped(double a, double b, double c, double d, double e, double f) {
      List<double[]> to = new ArrayList<>();
      for (double[] p : places) {
        to.add(new double[] {a * p[0] + b * p[1] + c, d * p[0] + e * p[1] + f});
      }
      List<double[]> moved = new ArrayList<>();
      for (double[] p : blocks) {
        double x0 = a * p[0] + b * p[1] + c;
        double y0 = d * p[0] + e * p[1] + f;
        double x1 = a * p[2] + b * p[3] + c;
        double y1 = d * p[2] + e * p[3] + f;
        moved.add(
            new double[] {Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)});
      }
      return new Drawing(moved, to);
    }

    double[] shares(double radius) {
      World world = new World();
      for (double[] p : blocks) {
        world.community("block", 100, p[0], p[1], p[2], p[3]);
      }
      for (double[] p : places) {
        world.facility("fitness", "place", p[0], p[1]);
      }
      var standard = World.standard("fitness", radius);
      KindCoverage answer = new Assessor().assess(world.city(), standard, standard.rules().get(0));
      double[] shares = new double[blocks.size()];
      for (int i = 0; i < shares.length; i++) {
        shares[i] = answer.share(i);
      }
      return shares;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void turnedMirroredOrMovedACityIsServedAlike(long seed) {
    Drawing drawn = Drawing.random(seed);
    double[] shares = drawn.shares(300);

    assertThat(drawn.mapped(0, -1, 0, 1, 0, 0).shares(300)).containsExactly(shares, within(1e-5));
    assertThat(drawn.mapped(-1, 0, 0, 0, 1, 0).shares(300)).containsExactly(shares, within(1e-5));
    assertThat(drawn.mapped(1, 0, 2000, 0, 1, -3000).shares(300))
        .containsExactly(shares, within(1e-5));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void inWhateverOrderTheyAreListedEveryoneIsServedAlike(long seed) {
    Drawing drawn = Drawing.random(seed);
    double[] shares = drawn.shares(300);
    List<double[]> blocks = new ArrayList<>(drawn.blocks());
    List<double[]> places = new ArrayList<>(drawn.places());
    Collections.shuffle(blocks, new Random(seed));
    Collections.shuffle(places, new Random(seed + 1));

    double[] shuffled = new Drawing(blocks, places).shares(300);

    for (int i = 0; i < shares.length; i++) {
      assertThat(shuffled[blocks.indexOf(drawn.blocks().get(i))])
          .isCloseTo(shares[i], within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aLargerRadiusOrOneMoreFacilityNeverServesLess(long seed) {
    Drawing drawn = Drawing.random(seed);
    double[] before = drawn.shares(100);
    for (double radius : new double[] {101, 150, 300, 700, 2000}) {
      double[] now = drawn.shares(radius);
      assertNoLess(before, now);
      before = now;
    }
    for (int fewer = 0; fewer < FACILITIES; fewer++) {
      double[] now = new Drawing(drawn.blocks(), drawn.places().subList(0, fewer + 1)).shares(300);
      assertNoLess(fewer == 0 ? new double[COMMUNITIES] : before, now);
      before = now;
    }
  }

  private static void assertNoLess(double[] before, double[] now) {
    for (int i = 0; i < now.length; i++) {
      assertThat(now[i]).as("community %d", i).isGreaterThanOrEqualTo(before[i] - 1e-10);
    }
  }
}
