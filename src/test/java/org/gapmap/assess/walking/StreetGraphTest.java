package org.gapmap.assess.walking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.gapmap.geo.Geocentric;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Little towns drawn as text: in thousandths of a degree, each line a street. */
class StreetGraphTest {
  private static StreetGraph graph(String... lines) {
    StreetGraphBuilder builder = new StreetGraphBuilder();
    for (int street = 0; street < lines.length; street++) {
      int at = lines[street].indexOf('@');
      int level = at < 0 ? 0 : Integer.parseInt(lines[street].substring(at + 1));
      builder.add(street, line(at < 0 ? lines[street] : lines[street].substring(0, at)), level);
    }
    return builder.build();
  }

  private static double[] line(String points) {
    try {
      Coordinate[] all =
          ((LineString) new WKTReader().read("LINESTRING(" + points + ")")).getCoordinates();
      return Arrays.stream(all)
          .flatMapToDouble(c -> Arrays.stream(new double[] {c.x / 1000, c.y / 1000}))
          .toArray();
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private static double walk(StreetGraph graph, String from, String to) {
    NearestStreet nearest = NearestStreet.of(graph);
    WalkReach reach = new WalkReach(graph);
    reach.search(doors(nearest, from), Double.POSITIVE_INFINITY);
    return reach.metres(doors(nearest, to));
  }

  private static Doors doors(NearestStreet nearest, String place) {
    double[] lonLat = line(place + ", 0 0");
    OnStreet found = nearest.find(lonLat[0], lonLat[1], 1);
    return found == null ? Doors.NONE : Doors.of(found);
  }

  /** A thousandth of a degree of longitude at the equator. */
  private static final double STEP = Geocentric.metres(0, 0, 0.001, 0);

  @Test
  void aPointThatOneStreetPassesIsShape() {
    StreetGraph graph = graph("0 0, 1 0, 2 0, 3 0");
    assertThat(graph.nodes()).isEqualTo(2);
    assertThat(graph.edges()).isEqualTo(1);
    assertThat(graph.line(0)).hasSize(8);
    assertThat(graph.metres(0)).isCloseTo(3 * STEP, within(1e-4)).isGreaterThan(3 * STEP);
  }

  @Test
  void streetsJoinWhereTheyShareAPointAndNotWhereTheyCross() {
    assertThat(graph("0 0, 1 0, 2 0", "1 0, 1 1").edges()).isEqualTo(3);
    assertThat(graph("0 0, 2 0", "1 -1, 1 1").islands()).isEqualTo(2);
  }

  @Test
  void aStreetKeepsItsNumberWhereItGoesOnAsAnother() {
    StreetGraph graph = graph("0 0, 1 0", "1 0, 2 0");
    assertThat(graph.nodes()).isEqualTo(3);
    assertThat(IntStream.range(0, 2).map(graph::street)).containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void parallelWaysBothStayAndTheShorterIsWalked() {
    StreetGraph graph = graph("0 0, 1 1, 2 0", "0 0, 2 0", "0 0, 1 -2, 2 0");
    assertThat(graph.nodes()).isEqualTo(2);
    assertThat(graph.edges()).isEqualTo(3);
    assertThat(walk(graph, "0 0", "2 0")).isCloseTo(2 * STEP, within(1e-3));
  }

  @Test
  void aLoopIsWalkedTheShorterWayRound() {
    StreetGraph graph = graph("0 0, 1 0, 1 1, 0 1, 0 0", "0 0, -1 0");
    assertThat(graph.nodes()).isEqualTo(2);
    assertThat(graph.edges()).isEqualTo(2);
    double high = Geocentric.metres(0, 0, 0, 0.001);
    assertThat(walk(graph, "-1 0", "0 0.5")).isCloseTo(STEP + high / 2, within(1e-3));
    assertThat(walk(graph, "-1 0", "0.5 0")).isCloseTo(1.5 * STEP, within(1e-3));
    assertThat(walk(graph, "0 0.25", "0.25 0")).isCloseTo(STEP / 4 + high / 4, within(1e-3));
  }

  @Test
  void aRingAloneIsAnIsland() {
    StreetGraph graph = graph("0 0, 1 0, 1 1, 0 0", "5 5, 6 6");
    assertThat(graph.islands()).isEqualTo(2);
    assertThat(graph.islandMetres(graph.island(0)) + graph.islandMetres(1 - graph.island(0)))
        .isCloseTo(graph.metres(0) + graph.metres(1), within(1e-9));
    assertThat(walk(graph, "0.5 0", "5 5")).isInfinite();
    assertThat(walk(graph, "0.5 0", "0 0")).isCloseTo(STEP / 2, within(1e-3));
  }

  @Test
  void thereAndBackIsADeadEndToo() {
    StreetGraph graph = graph("0 0, 1 0, 0 0", "0 0, -1 0");
    assertThat(walk(graph, "-1 0", "1 0")).isCloseTo(2 * STEP, within(1e-3));
  }

  @Test
  void repeatedPointsAndStreetsWithoutLengthAreDropped() {
    StreetGraph graph = graph("0 0, 0 0, 1 0, 1 0", "1 0, 1 0", "7 7, 7 7");
    assertThat(graph.nodes()).isEqualTo(2);
    assertThat(graph.edges()).isEqualTo(1);
    assertThat(graph("0 0, 0 0").nodes()).isZero();
    assertThat(NearestStreet.of(graph("0 0, 0 0")).find(0, 0, 1e6)).isNull();
  }

  @Test
  void streetsOfDifferentLevelsPassEachOtherAtOnePlace() {
    StreetGraph graph = graph("0 0, 1 0, 2 0", "1 -1, 1 0, 1 1 @1");
    assertThat(graph.islands()).isEqualTo(2);
  }

  @Test
  void aBridgeBeginsOnTheGroundAndStairsEndOnIt() {
    StreetGraph bridge = graph("0 0, 1 0", "1 0, 2 0, 3 0 @1", "3 0, 4 0", "2 -1, 2 0, 2 1");
    assertThat(bridge.islands()).isEqualTo(2);
    assertThat(walk(bridge, "0 0", "4 0")).isCloseTo(4 * STEP, within(1e-3));
    StreetGraph stairs = graph("1 0, 2 0, 3 0 @1", "2 -1, 2 0, 2 1", "2 0, 2.5 1 @1", "2.5 1, 2 1");
    assertThat(stairs.islands()).isEqualTo(1);
  }

  @Test
  void aFerryOfAHundredKilometresIsAWayToo() {
    StreetGraph graph = graph("0 0, 900 0");
    assertThat(walk(graph, "0 0", "900 0")).isCloseTo(900 * STEP, within(0.01));
  }

  @Test
  void pointsAlongAnEdgeComeBackFromTheirMetres() {
    StreetGraph graph = graph("0 0, 0 1, 1 1, 3 2");
    NearestStreet nearest = NearestStreet.of(graph);
    for (double along = 0; along < graph.metres(0); along += 7.3) {
      double[] point = graph.pointAt(0, along);
      OnStreet found = Objects.requireNonNull(nearest.find(point[0], point[1], 1));
      assertThat(found.along()).isCloseTo(along, within(1e-4));
      assertThat(found.metres()).isLessThan(1e-4);
    }
  }

  @Test
  void aPointThatIsNoneIsRefused() {
    StreetGraphBuilder builder = new StreetGraphBuilder();
    assertThatThrownBy(() -> builder.add(3, new double[] {0, 0, Double.NaN, 0}, 0))
        .hasMessageContaining("street 3");
    assertThatThrownBy(() -> builder.add(4, new double[] {0, 0}, 0)).hasMessageContaining("two");
  }
}
