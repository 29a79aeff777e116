package org.gapmap.assess.walking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class LatticePointsTest {
  private static final String SQUARE = "POLYGON((0 0,100 0,100 100,0 100,0 0))";
  private static final String ELL = "POLYGON((0 0,200 0,200 50,50 50,50 200,0 200,0 0))";
  private static final String RING =
      "POLYGON((0 0,100 0,100 100,0 100,0 0),(20 20,20 80,80 80,80 20,20 20))";
  private static final String TWO =
      "MULTIPOLYGON(((0 0,100 0,100 100,0 100,0 0)),((150 0,250 0,250 300,150 300,150 0)))";

  /** A quarter of a disc around a corner of the square. */
  @ParameterizedTest
  @CsvSource({"30", "60", "99"})
  void aQuarterDiscHoldsItsShareOfASquare(double radius) throws ParseException {
    double exact = Math.PI * radius * radius / 4 / 10_000;
    assertThat(shareWithin(SQUARE, 25, 0, 0, radius)).isCloseTo(exact, within(0.06));
    assertThat(shareWithin(SQUARE, 64, 0, 0, radius)).isCloseTo(exact, within(0.03));
    assertThat(shareWithin(SQUARE, 20_000, 0, 0, radius)).isCloseTo(exact, within(0.0005));
  }

  /** A half disc cut by the ell's inner corner: three quarters of a disc of 40 around (50, 50). */
  @Test
  void sharesOfPolygonsThatAreNotConvexConvergeToTheExactOnes() throws ParseException {
    double ell = 0.75 * Math.PI * 1600 / (200 * 50 + 50 * 150);
    assertThat(shareWithin(ELL, 20_000, 50, 50, 40)).isCloseTo(ell, within(0.0005));
    // A disc of 40 in the middle of the ring shows as the four segments beyond the hole's sides.
    double half = Math.acos(30 / 40.0);
    double segment = 1600 * (half - Math.sin(half) * Math.cos(half));
    assertThat(shareWithin(RING, 20_000, 50, 50, 40)).isCloseTo(4 * segment / 6400, within(0.0005));
    assertThat(shareWithin(TWO, 20_000, 0, 0, 100))
        .isCloseTo(Math.PI * 2500 / 40_000, within(0.0005));
  }

  @Test
  void theUsualPointsAreUnbiasedWhereverTheCircleLies() throws ParseException {
    Random random = new Random(1);
    double sum = 0;
    double worst = 0;
    int circles = 2000;
    double[] usual = LatticePoints.of(new WKTReader().read(SQUARE), 25);
    double[] fine = LatticePoints.of(new WKTReader().read(SQUARE), 3_000);
    for (int i = 0; i < circles; i++) {
      double x = -50 + 200 * random.nextDouble();
      double y = -50 + 200 * random.nextDouble();
      double r = 20 + 80 * random.nextDouble();
      double error = shareWithin(usual, x, y, r) - shareWithin(fine, x, y, r);
      sum += error;
      worst = Math.max(worst, Math.abs(error));
    }
    assertThat(sum / circles).isCloseTo(0, within(0.002));
    assertThat(worst).isLessThan(0.13);
  }

  @Test
  void everyPointLiesInThePolygonAndNoTwoAreTheSame() throws ParseException {
    for (String wkt :
        new String[] {SQUARE, ELL, RING, TWO, "POLYGON((0 0,500 0.01,500 0.02,0 0))"}) {
      Geometry polygon = new WKTReader().read(wkt);
      double[] points = LatticePoints.of(polygon, 64);
      assertThat(points).hasSize(128);
      IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(polygon.buffer(1e-9));
      Set<Double> across = new HashSet<>();
      for (int i = 0; i < points.length; i += 2) {
        assertThat(inside.locate(new Coordinate(points[i], points[i + 1])))
            .isNotEqualTo(Location.EXTERIOR);
        across.add(points[i]);
      }
      assertThat(across).hasSize(64);
    }
  }

  @Test
  void verticesInAnotherOrderOrTooManyOfThemChangeNothing() throws ParseException {
    double[] points = LatticePoints.of(new WKTReader().read(ELL), 25);
    for (String same :
        new String[] {
          "POLYGON((50 50,50 200,0 200,0 0,200 0,200 50,50 50))",
          "POLYGON((0 0,0 200,50 200,50 50,200 50,200 0,0 0))",
          "POLYGON((0 0,70 0,200 0,200 20,200 50,120 50,50 50,50 200,0 200,0 200,0 0))"
        }) {
      double[] again = LatticePoints.of(new WKTReader().read(same), 25);
      for (int i = 0; i < points.length; i++) {
        assertThat(again[i]).isCloseTo(points[i], within(1e-9));
      }
    }
  }

  @Test
  void aSmallEditMovesPointsLittle() throws ParseException {
    double[] before = LatticePoints.of(new WKTReader().read(SQUARE), 25);
    double[] after =
        LatticePoints.of(
            new WKTReader().read("POLYGON((0 0,100 0.3,100 99.8,50 100.2,0 100,0 0))"), 25);
    for (int i = 0; i < before.length; i++) {
      assertThat(after[i]).isCloseTo(before[i], within(0.5));
    }
  }

  @Test
  void largePolygonsHaveMorePointsAndSpecksOne() throws ParseException {
    DoubleBinaryOperator points =
        (width, height) -> LatticePoints.of(degrees(width, height)).length / 2.0;
    assertThat(points.applyAsDouble(200, 150)).isEqualTo(25);
    assertThat(points.applyAsDouble(1, 400)).isEqualTo(25);
    assertThat(points.applyAsDouble(400, 300)).isEqualTo(64);
    assertThat(points.applyAsDouble(3, 3)).isEqualTo(1);
    assertThat(LatticePoints.of(new WKTReader().read("POLYGON((1 1,2 2,3 3,1 1))"))).hasSize(2);
  }

  private static Geometry degrees(double width, double height) {
    FlatMap flat = FlatMap.at(114.3, 30.6);
    AffineTransformation onto =
        AffineTransformation.scaleInstance(1 / flat.metresPerLon(), 1 / flat.metresPerLat())
            .translate(114.3, 30.6);
    try {
      return onto.transform(
          new WKTReader()
              .read("POLYGON((0 0,%s 0,%s %s,0 %s,0 0))".formatted(width, width, height, height)));
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private static double shareWithin(String wkt, int count, double x, double y, double radius)
      throws ParseException {
    return shareWithin(LatticePoints.of(new WKTReader().read(wkt), count), x, y, radius);
  }

  private static double shareWithin(double[] points, double x, double y, double radius) {
    int held = 0;
    for (int i = 0; i < points.length; i += 2) {
      if (Math.hypot(points[i] - x, points[i + 1] - y) <= radius) {
        held++;
      }
    }
    return held / (points.length / 2.0);
  }
}
