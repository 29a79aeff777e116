package org.gapmap.assess.walking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A perfect grid of streets, on which walks have a closed form: between crossings Manhattan's
 * distance, and in the middle of a block the shorter way round. Lengths are those of a flat plane,
 * so that the form is exact.
 */
class PerfectGridTest {
  private static final int SIDE = 9;
  private static final double BLOCK = 100;
  private static final double DEGREES = 1e-3;
  private static final double ROUNDED_UP = 50 / Quanta.PER_METRE;

  private final StreetGraph graph = grid();

  private static StreetGraph grid() {
    StreetGraphBuilder builder =
        new StreetGraphBuilder(
            (lonA, latA, lonB, latB) -> Math.hypot(lonB - lonA, latB - latA) / DEGREES * BLOCK);
    for (int street = 0; street < SIDE; street++) {
      double[] across = new double[2 * SIDE];
      double[] along = new double[2 * SIDE];
      for (int corner = 0; corner < SIDE; corner++) {
        across[2 * corner] = corner * DEGREES;
        across[2 * corner + 1] = street * DEGREES;
        along[2 * corner] = street * DEGREES;
        along[2 * corner + 1] = corner * DEGREES;
      }
      builder.add(2 * street, across, 0);
      builder.add(2 * street + 1, along, 0);
    }
    return builder.build();
  }

  /**
   * @param x metres east
   * @param y metres north
   * @param eastWest whether it lies on a street from west to east
   */
  private record Spot(double x, double y, boolean eastWest, double leg) {
    double walkTo(Spot other) {
      double dx = Math.abs(x - other.x);
      double dy = Math.abs(y - other.y);
      double walk = dx + dy;
      if (eastWest && other.eastWest && dy > 0) {
        walk = dy + round(x, other.x);
      } else if (!eastWest && !other.eastWest && dx > 0) {
        walk = dx + round(y, other.y);
      }
      return leg + walk + other.leg;
    }

    /** Between two points of parallel streets: in the same block by either of its corners. */
    private static double round(double a, double b) {
      double block = Math.min(Math.floor(a / BLOCK), SIDE - 2) * BLOCK;
      boolean same = a >= block && a <= block + BLOCK && b >= block && b <= block + BLOCK;
      return same
          ? Math.min(a - block + b - block, 2 * block + 2 * BLOCK - a - b)
          : Math.abs(a - b);
    }
  }

  private Doors doors(Spot spot) {
    int column = (int) Math.min(spot.x / BLOCK, SIDE - (spot.eastWest ? 2 : 1));
    int row = (int) Math.min(spot.y / BLOCK, SIDE - (spot.eastWest ? 1 : 2));
    int from = node(column, row);
    int to = spot.eastWest ? node(column + 1, row) : node(column, row + 1);
    for (int edge : graph.edgesAt(from)) {
      double offset = spot.eastWest ? spot.x - column * BLOCK : spot.y - row * BLOCK;
      if (graph.from(edge) == from && graph.to(edge) == to) {
        return Doors.of(new OnStreet(edge, offset, spot.leg));
      }
      if (graph.from(edge) == to && graph.to(edge) == from) {
        return Doors.of(new OnStreet(edge, BLOCK - offset, spot.leg));
      }
    }
    throw new AssertionError("no edge there");
  }

  private int node(int column, int row) {
    for (int node = 0; node < graph.nodes(); node++) {
      if (Math.abs(graph.lon(node) - column * DEGREES) < 1e-9
          && Math.abs(graph.lat(node) - row * DEGREES) < 1e-9) {
        return node;
      }
    }
    throw new AssertionError("no node there");
  }

  private static Spot spot(SplittableRandom random, double offset) {
    double line = random.nextInt(SIDE) * BLOCK;
    double along = random.nextInt(SIDE - 1) * BLOCK + offset;
    double leg = random.nextInt(3) * 10;
    return random.nextBoolean()
        ? new Spot(along, line, true, leg)
        : new Spot(line, along, false, leg);
  }

  /** Every offset in metres from corner to corner, and odd ones. */
  static double[] offsets() {
    double[] offsets = new double[105];
    for (int i = 0; i <= 100; i++) {
      offsets[i] = i;
    }
    offsets[101] = 0.001;
    offsets[102] = 49.9999;
    offsets[103] = 50.0001;
    offsets[104] = 99.999;
    return offsets;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 40})
  void walksAreManhattansAtEveryOffset(int facilityCount) {
    SplittableRandom random = new SplittableRandom(facilityCount);
    for (double offset : offsets()) {
      List<Spot> spots = new ArrayList<>();
      List<Doors> doors = new ArrayList<>();
      for (int k = 0; k < facilityCount; k++) {
        spots.add(spot(random, k % 2 == 0 ? offset : random.nextDouble() * BLOCK));
        doors.add(doors(spots.get(k)));
      }
      WalkField field = WalkField.from(graph, doors);
      for (int i = 0; i < 60; i++) {
        Spot place = spot(random, i % 2 == 0 ? offset : random.nextDouble() * BLOCK);
        double shortest = spots.stream().mapToDouble(place::walkTo).min().orElseThrow();
        assertThat(field.metres(doors(place))).isCloseTo(shortest, within(ROUNDED_UP));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "99, 1", "100, 5", "199, 5", "200, 13", "400, 41", "800, 81"})
  void aLimitHoldsTheDiamondOfCorners(double limit, int corners) {
    WalkReach reach = new WalkReach(graph);
    Doors centre = doors(new Spot(4 * BLOCK, 4 * BLOCK, true, 0));
    reach.search(centre, limit + ROUNDED_UP);
    assertThat(reach.nodes()).hasSize(corners);
    for (int node : reach.nodes()) {
      double metres =
          (Math.abs(graph.lon(node) / DEGREES - 4) + Math.abs(graph.lat(node) / DEGREES - 4))
              * BLOCK;
      assertThat(reach.metres(node)).isCloseTo(metres, within(ROUNDED_UP));
    }
  }
}
