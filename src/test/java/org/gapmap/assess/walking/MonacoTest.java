package org.gapmap.assess.walking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Foot distances in Monaco as GraphHopper's tests publish them: from the nearest point of a street
 * to another, shortest by length, on a sphere of 6,371 km.
 */
class MonacoTest {
  private static final double RADIUS = 6_371_000;

  private static double onSphere(double lonA, double latA, double lonB, double latB) {
    double north = Math.sin(Math.toRadians(latB - latA) / 2);
    double east = Math.sin(Math.toRadians(lonB - lonA) / 2);
    double h =
        north * north
            + Math.cos(Math.toRadians(latA)) * Math.cos(Math.toRadians(latB)) * east * east;
    return 2 * RADIUS * Math.asin(Math.sqrt(h));
  }

  @ParameterizedTest
  @CsvSource({
    "43.730729, 7.421288, 43.727697, 7.419199, 1566",
    "43.727687, 7.418737, 43.74958, 7.436566, 3438",
  })
  void walksAreAsLongAsPublished(
      double fromLat, double fromLon, double toLat, double toLon, double published) {
    StreetGraph graph = RealStreets.graph(RealStreets.lines("monaco.osm.gz"));
    NearestStreet nearest = NearestStreet.of(graph);
    OnStreet from = Objects.requireNonNull(nearest.find(fromLon, fromLat, 100));
    OnStreet to = Objects.requireNonNull(nearest.find(toLon, toLat, 100));
    WalkPath path =
        WalkPath.of(
                graph,
                Doors.of(new OnStreet(from.edge(), from.along(), 0)),
                Doors.of(new OnStreet(to.edge(), to.along(), 0)))
            .orElseThrow();
    assertThat(Lines.metres(path.lonLat(), MonacoTest::onSphere)).isCloseTo(published, within(2.0));
    assertThat(path.metres()).isBetween(published, published + 4);
  }
}
