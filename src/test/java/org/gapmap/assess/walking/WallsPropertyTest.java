package org.gapmap.assess.walking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds in every town, on towns drawn by lot. */
class WallsPropertyTest {
  private static final double[][] COMPOUNDS = {
    {10, 10, 190, 190}, {210, 15, 395, 180}, {-180, 20, -10, 390}, {20, 210, 180, 385}
  };
  private static final double MILLIMETRE = 1e-3;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void oneMoreGateNeverLengthensAWalkAndAWallNeverShortensOne(int seed) {
    Supplier<WalledTown> town = () -> town(new Random(seed));
    Compounds compounds = town.get().compounds();
    Compounds unwalled = town.get().withoutCutting().compounds();
    Random random = new Random(100 + seed);
    double[] gate = onEdge(random, COMPOUNDS[random.nextInt(COMPOUNDS.length)]);
    Compounds opened = town.get().gate(gate[0], gate[1]).compounds();
    for (int i = 0; i < 150; i++) {
      int community = random.nextInt(COMPOUNDS.length);
      double[] home = COMPOUNDS[community];
      double x = home[0] + random.nextDouble() * (home[2] - home[0]);
      double y = home[1] + random.nextDouble() * (home[3] - home[1]);
      double toX = -390 + 780 * random.nextDouble();
      double toY = -190 + 780 * random.nextDouble();
      double walk = WalledTown.walk(compounds, community, x, y, toX, toY);
      assertThat(walk).isGreaterThanOrEqualTo(WalledTown.straight(x, y, toX, toY));
      assertThat(WalledTown.walk(opened, community, x, y, toX, toY))
          .isLessThanOrEqualTo(walk + MILLIMETRE);
      double alongX = -390 + 780 * random.nextDouble();
      double alongY = 200 * random.nextInt(3);
      assertThat(between(compounds, alongX, alongY, -200, toY))
          .isGreaterThanOrEqualTo(between(unwalled, alongX, alongY, -200, toY) - MILLIMETRE);
    }
  }

  /** All compounds have known gates; some have ways inside. */
  private static WalledTown town(Random random) {
    WalledTown town = new WalledTown().grid(-400, 600, 200);
    for (double[] at : COMPOUNDS) {
      town.rectangle(at[0], at[1], at[2], at[3]);
      for (int gates = 1 + random.nextInt(2); gates > 0; gates--) {
        double[] gate = onEdge(random, at);
        town.gate(gate[0], gate[1]);
      }
    }
    for (int i = 0; i < 5; i++) {
      double at = -380 + 20 * random.nextInt(40);
      if (at % 200 != 0) {
        if (random.nextBoolean()) {
          town.street(-400, at, -200, at, 0, at, 200, at, 400, at);
        } else {
          town.street(at, -200, at, 0, at, 200, at, 400);
        }
      }
    }
    return town;
  }

  private static double[] onEdge(Random random, double[] box) {
    double x = box[0] + random.nextDouble() * (box[2] - box[0]);
    double y = box[1] + random.nextDouble() * (box[3] - box[1]);
    return switch (random.nextInt(4)) {
      case 0 -> new double[] {x, box[1]};
      case 1 -> new double[] {x, box[3]};
      case 2 -> new double[] {box[0], y};
      default -> new double[] {box[2], y};
    };
  }

  /** Metres between two points of streets outside. */
  private static double between(Compounds compounds, double ax, double ay, double bx, double by) {
    Joining joining = new Joining(compounds);
    return WalkField.from(
            compounds.access().graph(),
            List.of(joining.facility(WalledTown.lon(ax), WalledTown.lat(ay)).doors()))
        .metres(joining.facility(WalledTown.lon(bx), WalledTown.lat(by)).doors());
  }
}
