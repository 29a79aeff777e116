package org.gapmap.bench;

import java.util.SplittableRandom;
import org.gapmap.assess.walking.StreetGraph;
import org.gapmap.assess.walking.StreetGraphBuilder;

/**
 * Streets of an invented city: a grid of crossings some 60 m apart, each shifted at random, streets
 * bent in between, and some left out. The same for the same seed.
 */
final class NoisyStreets {
  private static final double WEST = 121;
  private static final double SOUTH = 31;
  private static final double STEP_DEGREES = 6e-4;
  private static final double LEFT_OUT = 0.12;
  private final double[] lonLat;

  private NoisyStreets(int side, SplittableRandom random) {
    lonLat = new double[2 * side * side];
    for (int i = 0; i < side * side; i++) {
      int column = i % side;
      int row = i / side;
      lonLat[2 * i] = WEST + (column + 0.6 * random.nextDouble()) * STEP_DEGREES;
      lonLat[2 * i + 1] = SOUTH + (row + 0.6 * random.nextDouble()) * STEP_DEGREES;
    }
  }

  /** About {@code side} squared nodes. */
  static StreetGraph graph(int side, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    NoisyStreets streets = new NoisyStreets(side, random);
    StreetGraphBuilder builder = new StreetGraphBuilder();
    int street = 0;
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        int here = row * side + column;
        if (column + 1 < side && random.nextDouble() > LEFT_OUT) {
          builder.add(street++, streets.between(here, here + 1, random), 0);
        }
        if (row + 1 < side && random.nextDouble() > LEFT_OUT) {
          builder.add(street++, streets.between(here, here + side, random), 0);
        }
      }
    }
    return builder.build();
  }

  private double[] between(int a, int b, SplittableRandom random) {
    double bend = 0.2 * STEP_DEGREES * (random.nextDouble() - 0.5);
    return new double[] {
      lonLat[2 * a],
      lonLat[2 * a + 1],
      (lonLat[2 * a] + lonLat[2 * b]) / 2 + bend,
      (lonLat[2 * a + 1] + lonLat[2 * b + 1]) / 2 - bend,
      lonLat[2 * b],
      lonLat[2 * b + 1]
    };
  }

  /** A place anywhere in the city: longitude, latitude. */
  static double[] place(int side, SplittableRandom random) {
    return new double[] {
      WEST + random.nextDouble() * side * STEP_DEGREES,
      SOUTH + random.nextDouble() * side * STEP_DEGREES
    };
  }
}
