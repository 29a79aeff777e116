package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class SimpleRingTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "POLYGON ((0 0, 1 0, 0 1, 0 0)); true",
        "POLYGON ((0 0, 0 1, 1 1, 1 0, 0 0)); true",
        // A point on a straight side is nothing wrong.
        "POLYGON ((0 0, 1 0, 2 0, 2 2, 0 2, 0 0)); true",
        "MULTIPOLYGON (((0 0, 1 0, 0 1, 0 0))); true",
        // A bow tie, a spike, a ring that touches itself, a line there and back.
        "POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0)); false",
        "POLYGON ((0 0, 2 0, 2 1, 3 1, 2 1, 2 2, 0 2, 0 0)); false",
        "POLYGON ((0 0, 4 0, 4 4, 2 0, 0 4, 0 0)); false",
        "POLYGON ((0 0, 1 0, 2 0, 0 0)); false",
        // A star of five points drawn in one line goes round its middle twice.
        "POLYGON ((0 10, 6 -8, -9.5 3, 9.5 3, -6 -8, 0 10)); false",
        // As many corners as one likes may go round once.
        "POLYGON ((9 0, 5 3, 3 8, -2 5, -8 3, -5 -2, -3 -9, 2 -4, 9 0)); true",
        // Valid, and not proved: holes and points drawn twice are left to JTS.
        "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 2, 2 2, 1 1)); false",
        "POLYGON ((0 0, 1 0, 1 0, 0 1, 0 0)); false",
      })
  void onlyWhatIsCertainlySimpleIsProved(String wkt, boolean proved) throws ParseException {
    assertThat(SimpleRing.isCertain(new WKTReader().read(wkt))).isEqualTo(proved);
  }

  @Test
  void whatIsProvedIsValidByJts() {
    SplittableRandom random = new SplittableRandom(17);
    int proved = 0;
    int valid = 0;
    for (int i = 0; i < 20_000; i++) {
      Polygon ring = ring(random, 3 + i % 8, i % 3 == 0 ? 4 : 1 << 30);
      if (SimpleRing.isCertain(ring)) {
        assertThat(ring.isValid()).as(ring.toText()).isTrue();
        proved++;
      }
      valid += ring.isValid() ? 1 : 0;
    }
    // Nearly all valid ones are, on coarse grids too.
    assertThat(proved).isBetween(valid * 9 / 10, valid).isGreaterThan(1_000);
  }

  @Test
  void edgesThatMeetWithinRoundingAreLeftToJts() {
    // The last corner lies on the first edge but for the last bit.
    double y = Math.nextUp(0.1);
    Coordinate[] ring = {
      new Coordinate(0, 0), new Coordinate(0.3, 0.3), new Coordinate(0.3, 0), new Coordinate(0.1, y)
    };
    Coordinate[] closed = {ring[0], ring[1], ring[2], ring[3], ring[0]};

    Polygon polygon = FACTORY.createPolygon(closed);

    assertThat(SimpleRing.isCertain(polygon) && !polygon.isValid()).isFalse();
  }

  /** Corners on a grid of so many steps: a coarse one makes them meet. */
  private static Polygon ring(SplittableRandom random, int corners, int steps) {
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      ring[i] =
          new Coordinate(121 + random.nextInt(steps) / 1e10, 31 + random.nextInt(steps) / 1e10);
    }
    ring[corners] = ring[0];
    return FACTORY.createPolygon(ring);
  }

  @Test
  void longRingsThatGoRoundOnceAreProvedAndThoseThatGoRoundTwiceAreNot() {
    assertThat(SimpleRing.isCertain(round(500, 1))).isTrue();
    Polygon twice = round(501, 2);
    assertThat(SimpleRing.isCertain(twice)).isFalse();
    assertThat(twice.isValid()).isFalse();
  }

  private static Polygon round(int corners, int rounds) {
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * rounds * i / corners;
      double out = 0.001 * (1 + 0.2 * Math.sin(3 * angle));
      ring[i] = new Coordinate(121 + out * Math.cos(angle), 31 + out * Math.sin(angle));
    }
    ring[corners] = ring[0];
    return FACTORY.createPolygon(ring);
  }
}
