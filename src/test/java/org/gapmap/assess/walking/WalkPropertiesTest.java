package org.gapmap.assess.walking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gapmap.geo.Geocentric;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every walk: none of it within a tolerance, except where it says so. */
class WalkPropertiesTest {
  private static final int PLACES = 25;

  static IntStream towns() {
    return IntStream.range(0, 40);
  }

  private final List<double[]> lonLat = new ArrayList<>();
  private final List<Doors> doors = new ArrayList<>();

  private void join(StreetGraph graph, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    NearestStreet nearest = NearestStreet.of(graph);
    lonLat.clear();
    doors.clear();
    for (int i = 0; i < PLACES; i++) {
      double[] place = {
        StreetWorld.WEST + random.nextDouble() * 0.006,
        StreetWorld.SOUTH + random.nextDouble() * 0.006
      };
      @Nullable OnStreet found = nearest.find(place[0], place[1], 150);
      if (found != null && random.nextBoolean()) {
        place = graph.pointAt(found.edge(), found.along());
        found = nearest.find(place[0], place[1], 150);
      }
      if (found != null) {
        lonLat.add(place);
        doors.add(Doors.of(found));
      }
    }
  }

  private double[][] walks(StreetGraph graph) {
    double[][] walks = new double[doors.size()][doors.size()];
    WalkReach reach = new WalkReach(graph);
    for (int a = 0; a < walks.length; a++) {
      reach.search(doors.get(a), Double.POSITIVE_INFINITY);
      for (int b = 0; b < walks.length; b++) {
        walks[a][b] = reach.metres(doors.get(b));
      }
    }
    return walks;
  }

  @ParameterizedTest
  @MethodSource("towns")
  void aWalkIsNeverShorterThanTheStraightLine(int seed) {
    StreetGraph graph = new StreetWorld(seed, 3 + seed, 2 + 3 * seed).graph();
    join(graph, seed);
    double[][] walks = walks(graph);
    for (int a = 0; a < walks.length; a++) {
      for (int b = 0; b < walks.length; b++) {
        double[] from = lonLat.get(a);
        double[] to = lonLat.get(b);
        assertThat(walks[a][b])
            .isGreaterThanOrEqualTo(Geocentric.metres(from[0], from[1], to[0], to[1]));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("towns")
  void aWalkIsAsLongAsTheWayBack(int seed) {
    StreetGraph graph = new StreetWorld(seed, 3 + seed, 2 + 3 * seed).graph();
    join(graph, seed);
    double[][] walks = walks(graph);
    for (int a = 0; a < walks.length; a++) {
      for (int b = 0; b < a; b++) {
        assertThat(walks[a][b]).isEqualTo(walks[b][a]);
      }
    }
  }

  /** Not of two places: the legs of a third are walked twice, and one between may be skipped. */
  @ParameterizedTest
  @MethodSource("towns")
  void noDetourThroughAThirdPlaceIsShorter(int seed) {
    StreetGraph graph = new StreetWorld(seed, 3 + seed, 2 + 3 * seed).graph();
    join(graph, seed);
    double[][] walks = walks(graph);
    double roundedUp = 4 / Quanta.PER_METRE;
    for (double[] from : walks) {
      for (int via = 0; via < walks.length; via++) {
        for (int to = 0; to < walks.length; to++) {
          assertThat(from[to]).isLessThanOrEqualTo(from[via] + walks[via][to] + roundedUp);
        }
      }
    }
  }

  /** Cutting a street at a new corner may round once more: half a millimetre is allowed. */
  @ParameterizedTest
  @MethodSource("towns")
  void oneMoreStreetMakesNoWalkLonger(int seed) {
    StreetWorld world = new StreetWorld(seed, 3 + seed, 2 + 3 * seed);
    List<StreetWorld.Spot> spots = IntStream.range(0, PLACES).mapToObj(i -> world.spot()).toList();
    double[][] before = walks(world, spots);
    world.streets.add(world.street());
    double[][] after = walks(world, spots);
    for (int a = 0; a < before.length; a++) {
      for (int b = 0; b < before.length; b++) {
        assertThat(after[a][b]).isLessThanOrEqualTo(before[a][b] + 5e-4);
      }
    }
  }

  private double[][] walks(StreetWorld world, List<StreetWorld.Spot> spots) {
    StreetGraph graph = world.graph();
    NearestStreet nearest = NearestStreet.of(graph);
    doors.clear();
    for (StreetWorld.Spot spot : spots) {
      doors.add(StreetWorld.doors(nearest, world.lonLat(spot), spot.leg()));
    }
    return walks(graph);
  }
}
