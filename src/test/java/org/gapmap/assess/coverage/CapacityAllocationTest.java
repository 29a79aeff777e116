package org.gapmap.assess.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is served where room is short, against the min-cut formula on small worlds. */
class CapacityAllocationTest {
  private static final double NOBODY_KNOWS = Double.NaN;

  @Test
  void theNearestAreServedFirst() {
    World world = new World(new double[] {30, 30}, new double[] {40});
    world.pair(0, 0, 200).pair(1, 0, 100);

    assertThat(world.unserved()).containsExactly(20, 0);
  }

  @Test
  void whoCanGoFartherMakesRoomForWhoCannot() {
    World world = new World(new double[] {10, 10}, new double[] {10, 10});
    world.pair(0, 0, 50).pair(0, 1, 400).pair(1, 0, 300);

    assertThat(world.unserved()).containsExactly(0, 0);
  }

  @Test
  void aWholeChainMovesForTheLast() {
    int links = 200;
    double[] ones = DoubleStream.generate(() -> 1).limit(links).toArray();
    World world = new World(ones, ones);
    for (int u = 0; u < links; u++) {
      world.pair(u, u, 10);
      if (u > 0) {
        world.pair(u, u - 1, 5);
      }
    }

    assertThat(DoubleStream.of(world.unserved()).sum()).isZero();
  }

  @Test
  void unservedRestsThatAFullNeighbourCouldFreeAreUnknownWhereItsOtherFacilityIs() {
    World world = new World(new double[] {10, 10, 10}, new double[] {10, NOBODY_KNOWS});
    world.pair(0, 0, 50).pair(0, 1, 60).pair(1, 0, 100).pair(2, 1, 10);
    CapacityAllocation allocation = world.allocated();

    assertThat(allocation.unserved(0)).isZero();
    assertThat(allocation.unknown(0)).isFalse();
    assertThat(allocation.unknown(1)).isTrue();
    assertThat(allocation.unknown(2)).isTrue();
  }

  @Test
  void aRestThatNoUnknownFacilityCouldTakeIsKnown() {
    World world = new World(new double[] {10, 10}, new double[] {5, NOBODY_KNOWS});
    world.pair(0, 0, 50).pair(1, 1, 50);
    CapacityAllocation allocation = world.allocated();

    assertThat(allocation.unserved(0)).isEqualTo(5);
    assertThat(allocation.unknown(0)).isFalse();
    assertThat(allocation.unknown(1)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void noArrangementServesMore(int seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      World world = World.random(random, false);

      double served = DoubleStream.of(world.need).sum() - DoubleStream.of(world.unserved()).sum();

      assertThat(served).as("round %d", round).isCloseTo(world.minCut(), within(1e-8));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 12, 13, 14})
  void whereFacilitiesReachPartsOnlyNoArrangementServesMoreEither(int seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      World world = World.random(random, true);

      double served = DoubleStream.of(world.need).sum() - DoubleStream.of(world.unserved()).sum();

      assertThat(served).as("round %d", round).isCloseTo(world.minCut(), within(1e-8));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {21, 22, 23})
  void atFirstNoUnitAndFacilityWouldRatherHaveEachOther(int seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      World world = World.random(random, false);
      CapacityAllocation allocation = world.filled();
      allocation.nearestFirst();

      for (int p = 0; p < world.pairs; p++) {
        assertThat(world.blocks(allocation, p)).as("round %d pair %d", round, p).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 32, 33})
  void nobodyLosesWhenOthersAreMovedOn(int seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      World world = World.random(random, true);
      CapacityAllocation first = world.filled();
      first.nearestFirst();
      double[] after = world.unserved();

      for (int u = 0; u < after.length; u++) {
        assertThat(after[u]).isLessThanOrEqualTo(first.unserved(u) + 1e-8);
      }
    }
  }

  /** Units, facilities and who reaches whom. */
  private static final class World {
    private final double[] need;
    private final double[] supply;
    private final int[] unit = new int[400];
    private final int[] facility = new int[400];
    private final double[] metres = new double[400];
    private final double[] most = new double[400];
    private int pairs;

    World(double[] need, double[] supply) {
      this.need = need;
      this.supply = supply;
    }

    static World random(Random random, boolean parts) {
      double[] need = random.doubles(1 + random.nextInt(7), 0, 20).toArray();
      double[] supply = random.doubles(1 + random.nextInt(6), 0, 30).toArray();
      World world = new World(need, supply);
      for (int u = 0; u < need.length; u++) {
        for (int j = 0; j < supply.length; j++) {
          if (random.nextDouble() < 0.45) {
            double part = parts ? random.nextDouble() : 1;
            world.pair(u, j, 500 * random.nextDouble(), part * need[u]);
          }
        }
      }
      return world;
    }

    World pair(int u, int j, double distance) {
      return pair(u, j, distance, need[u]);
    }

    private World pair(int u, int j, double distance, double limit) {
      unit[pairs] = u;
      facility[pairs] = j;
      metres[pairs] = distance;
      most[pairs++] = limit;
      return this;
    }

    CapacityAllocation filled() {
      CapacityAllocation allocation = new CapacityAllocation(need, supply);
      for (int p = 0; p < pairs; p++) {
        allocation.add(unit[p], facility[p], metres[p], most[p]);
      }
      return allocation;
    }

    CapacityAllocation allocated() {
      CapacityAllocation allocation = filled();
      allocation.allocate();
      return allocation;
    }

    double[] unserved() {
      CapacityAllocation allocation = allocated();
      double[] unserved = new double[need.length];
      Arrays.setAll(unserved, allocation::unserved);
      return unserved;
    }

    /**
     * The most that can be served: over all sets of facilities that are full, what they hold, and
     * for each unit the lesser of its need and what the others reach of it (max flow, min cut).
     */
    double minCut() {
      double least = Double.POSITIVE_INFINITY;
      for (int full = 0; full < 1 << supply.length; full++) {
        double cut = 0;
        for (int j = 0; j < supply.length; j++) {
          cut += (full >> j & 1) == 1 ? supply[j] : 0;
        }
        double[] elsewhere = new double[need.length];
        for (int p = 0; p < pairs; p++) {
          elsewhere[unit[p]] += (full >> facility[p] & 1) == 1 ? 0 : most[p];
        }
        for (int u = 0; u < need.length; u++) {
          cut += Math.min(need[u], elsewhere[u]);
        }
        least = Math.min(least, cut);
      }
      return least;
    }

    /** Whether both sides of a pair have something worse, or nothing, and would rather swap. */
    boolean blocks(CapacityAllocation allocation, int pair) {
      double unitTaken = 0;
      double facilityTaken = 0;
      boolean unitHasWorse = false;
      boolean facilityHasWorse = false;
      for (int p = 0; p < pairs; p++) {
        boolean used = allocation.allocated(p) > 1e-6;
        boolean farther = metres[p] > metres[pair] + 1e-3;
        if (unit[p] == unit[pair]) {
          unitTaken += allocation.allocated(p);
          unitHasWorse |= used && farther;
        }
        if (facility[p] == facility[pair]) {
          facilityTaken += allocation.allocated(p);
          facilityHasWorse |= used && farther;
        }
      }
      boolean unitWants = unitHasWorse || unitTaken < need[unit[pair]] - 1e-6;
      boolean facilityWants = facilityHasWorse || facilityTaken < supply[facility[pair]] - 1e-6;
      return unitWants && facilityWants;
    }
  }
}
