package org.gapmap.assess.walking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gapmap.geo.LocalPlane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;

class NearestStreetTest {
  static IntStream towns() {
    return IntStream.range(0, 40);
  }

  /** Every piece in a plane that touches at the place itself. */
  private static double slow(StreetGraph graph, int edge, double lon, double lat) {
    LocalPlane plane = LocalPlane.at(lon, lat);
    double[] line = graph.line(edge);
    double[] xy = new double[line.length];
    for (int i = 0; i < line.length; i += 2) {
      plane.project(line[i], line[i + 1], xy, i);
    }
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i + 2 < line.length; i += 2) {
      best =
          Math.min(
              best,
              Distance.pointToSegment(
                  new Coordinate(0, 0),
                  new Coordinate(xy[i], xy[i + 1]),
                  new Coordinate(xy[i + 2], xy[i + 3])));
    }
    return best;
  }

  @ParameterizedTest
  @MethodSource("towns")
  void itIsTheNearestOfAll(int seed) {
    StreetGraph graph = new StreetWorld(seed, 3 + seed, 1 + 5 * seed).graph();
    NearestStreet nearest = NearestStreet.of(graph);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 60; i++) {
      double lon = StreetWorld.WEST + (random.nextDouble() * 1.4 - 0.2) * 0.006;
      double lat = StreetWorld.SOUTH + (random.nextDouble() * 1.4 - 0.2) * 0.006;
      double limit = 20 + 300 * random.nextDouble();
      int third = random.nextInt(3);
      double best =
          IntStream.range(0, graph.edges())
              .filter(edge -> edge % 3 != third)
              .mapToDouble(edge -> slow(graph, edge, lon, lat))
              .min()
              .orElse(Double.POSITIVE_INFINITY);
      OnStreet found = nearest.find(lon, lat, limit, edge -> edge % 3 != third);
      assertThat(found != null).isEqualTo(best <= limit);
      if (found != null) {
        assertThat(found.metres()).isCloseTo(best, within(2e-3));
        double[] point = graph.pointAt(found.edge(), found.along());
        double[] xy = new double[2];
        LocalPlane.at(lon, lat).project(point[0], point[1], xy, 0);
        assertThat(Math.hypot(xy[0], xy[1])).isCloseTo(found.metres(), within(1e-5));
      }
    }
  }

  @Test
  void aLegThatIsNotAllowedIsGoneRound() {
    StreetGraphBuilder builder = new StreetGraphBuilder();
    builder.add(0, new double[] {0, 0, 0.01, 0}, 0);
    builder.add(1, new double[] {0, 0.001, 0.01, 0.001}, 0);
    StreetGraph graph = builder.build();
    NearestStreet nearest = NearestStreet.of(graph);
    OnStreet usual = Objects.requireNonNull(nearest.find(0.005, 0.0002, 500));
    OnStreet other =
        Objects.requireNonNull(
            nearest.find(0.005, 0.0002, 500, edge -> true, (edge, lon, lat) -> lat > 0));
    assertThat(graph.street(usual.edge())).isZero();
    assertThat(graph.street(other.edge())).isEqualTo(1);
    assertThat(nearest.find(0.005, 0.0002, 500, edge -> true, (edge, lon, lat) -> false)).isNull();
  }

  @ParameterizedTest
  @MethodSource("towns")
  void noEdgeNearAWindowIsLeftOut(int seed) {
    StreetGraph graph = new StreetWorld(seed, 3 + seed, 1 + 5 * seed).graph();
    boolean[] offered = new boolean[graph.edges()];
    double west = StreetWorld.WEST + 0.002;
    double south = StreetWorld.SOUTH + 0.002;
    NearestStreet.of(graph)
        .near(west, south, west + 0.001, south + 0.001, edge -> offered[edge] = true);
    for (int edge = 0; edge < graph.edges(); edge++) {
      if (slow(graph, edge, west + 0.0005, south + 0.0005) < 40) {
        assertThat(offered[edge]).isTrue();
      }
    }
  }
}
