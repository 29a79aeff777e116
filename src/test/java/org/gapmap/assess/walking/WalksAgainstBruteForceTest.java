package org.gapmap.assess.walking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gapmap.assess.walking.StreetWorld.Spot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random little towns with parallel streets, loops, dead ends and islands: every walk against Floyd
 * and Warshall. The two interpolate points on a street a little differently and lengths are rounded
 * up, so half a millimetre is allowed.
 */
class WalksAgainstBruteForceTest {
  private static final double EXACT = 5e-4;

  /** How far half a kilometre that is straight in degrees bends from one straight on the ground. */
  private static final double BEND = 0.01;

  private static final int FACILITIES = 4;
  private static final int SPOTS = 16;

  static IntStream towns() {
    return IntStream.range(0, 150);
  }

  @ParameterizedTest
  @MethodSource("towns")
  void everyWalkIsTheShortest(int seed) {
    StreetWorld world = new StreetWorld(seed, 3 + seed % 9, 1 + seed % 11);
    List<Spot> spots = IntStream.range(0, SPOTS).mapToObj(i -> world.spot()).toList();
    double[][] walks = world.walks(spots);
    StreetGraph graph = world.graph();
    List<Doors> doors = doors(world, graph, spots);
    WalkField field = WalkField.from(graph, doors.subList(0, FACILITIES));
    WalkReach reach = new WalkReach(graph);
    for (int place = 0; place < SPOTS; place++) {
      double shortest = Double.POSITIVE_INFINITY;
      for (int facility = 0; facility < FACILITIES; facility++) {
        double walk = walks[place][facility];
        shortest = Math.min(shortest, walk);
        reach.search(doors.get(facility), Double.POSITIVE_INFINITY);
        assertSame(reach.metres(doors.get(place)), walk);
        reach.search(doors.get(facility), 300);
        assertThat(reach.metres(doors.get(place)) < Double.POSITIVE_INFINITY)
            .isEqualTo(walk <= 300);
      }
      assertSame(field.metres(doors.get(place)), shortest);
      int nearest = field.nearest(doors.get(place));
      assertThat(nearest == WalkField.NONE).isEqualTo(shortest == Double.POSITIVE_INFINITY);
      if (nearest != WalkField.NONE) {
        assertSame(walks[place][nearest], shortest);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("towns")
  void aPathIsAsLongAsItsLineAndItsLegs(int seed) {
    StreetWorld world = new StreetWorld(seed, 3 + seed % 9, 1 + seed % 11);
    List<Spot> spots = IntStream.range(0, SPOTS).mapToObj(i -> world.spot()).toList();
    double[][] walks = world.walks(spots);
    StreetGraph graph = world.graph();
    List<Doors> doors = doors(world, graph, spots);
    for (int place = 0; place < SPOTS; place++) {
      for (int facility = 0; facility < FACILITIES; facility++) {
        double walk = walks[place][facility];
        double legs = spots.get(place).leg() + spots.get(facility).leg();
        var path = WalkPath.of(graph, doors.get(place), doors.get(facility));
        assertThat(path.isPresent()).isEqualTo(walk < Double.POSITIVE_INFINITY);
        if (path.isPresent()) {
          double[] line = path.get().lonLat();
          assertSame(path.get().metres(), walk);
          assertThat(Lines.metres(line) + legs).isCloseTo(walk, within(EXACT));
          assertThat(Lines.gap(line, 0, world.lonLat(spots.get(place)))).isLessThan(BEND);
          assertThat(Lines.gap(line, line.length - 2, world.lonLat(spots.get(facility))))
              .isLessThan(BEND);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("towns")
  void whicheverBlocksASearchGoesThroughItFindsTheSame(int seed) {
    StreetWorld world = new StreetWorld(seed, 3 + seed, 1 + 2 * seed);
    List<Spot> spots = IntStream.range(0, SPOTS).mapToObj(i -> world.spot()).toList();
    StreetGraph graph = world.graph();
    DoorTable facilities = DoorTable.of(graph, doors(world, graph, spots));
    long[] states = new Spread(graph, 30).from(facilities);
    for (int bits = 0; bits < 6; bits++) {
      assertThat(new Spread(graph, bits).from(facilities)).isEqualTo(states);
    }
  }

  private static List<Doors> doors(StreetWorld world, StreetGraph graph, List<Spot> spots) {
    NearestStreet nearest = NearestStreet.of(graph);
    List<Doors> doors = new ArrayList<>();
    for (Spot spot : spots) {
      doors.add(StreetWorld.doors(nearest, world.lonLat(spot), spot.leg()));
    }
    return doors;
  }

  private static void assertSame(double metres, double shortest) {
    if (shortest == Double.POSITIVE_INFINITY) {
      assertThat(metres).isInfinite();
    } else {
      assertThat(metres).isCloseTo(shortest, within(EXACT));
    }
  }
}
