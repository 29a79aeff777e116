package org.gapmap.assess.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Closed forms: a polygon, a few circles as "x y r, x y r", and the area that geometry gives. */
class UnionCoverageTest {
  private static final String SQUARE = "POLYGON((-10 -10, 10 -10, 10 10, -10 10, -10 -10))";
  private static final String RING =
      "POLYGON((-10 -10, 10 -10, 10 10, -10 10, -10 -10), (-3 -3, -3 3, 3 3, 3 -3, -3 -3))";

  private final UnionCoverage coverage = new UnionCoverage();

  @Test
  void noCircleCoversNothing() throws ParseException {
    assertThat(area(SQUARE, "")).isZero();
    assertThat(area(SQUARE, "50 0 39.9")).isZero();
    assertThat(area(SQUARE, "13 13 4.2")).isZero();
    assertThat(area(SQUARE, "0 0 0")).isZero();
    assertThat(area(SQUARE, "0 0 -5")).isZero();
    assertThat(area(SQUARE, "NaN 0 5")).isZero();
  }

  @Test
  void aCircleAroundThePolygonCoversItWhole() throws ParseException {
    assertThat(area(SQUARE, "0 0 14.2")).isEqualTo(400);
    assertThat(area(SQUARE, "3 4 100")).isEqualTo(400);
    assertThat(area(RING, "0 0 14.2")).isEqualTo(364);
    assertThat(area("POLYGON((0 -5, 5 0, 0 5, -5 0, 0 -5))", "0 0 5.1")).isEqualTo(50);
  }

  @Test
  void aCircleInsideThePolygonCoversItsOwnDisc() throws ParseException {
    assertArea(SQUARE, "1 2 5", Math.PI * 25);
    assertArea(SQUARE, "0 0 10", Math.PI * 100);
    assertArea(SQUARE, "0 0 1e-3", Math.PI * 1e-6);
  }

  @ParameterizedTest(name = "distance {0} from the edge")
  @ValueSource(doubles = {-4.9, -3, -1e-9, 0, 1e-12, 2, 4.999999})
  void aCircleOverAStraightEdgeCoversASegmentOfTheDisc(double inside) throws ParseException {
    double r = 5;
    double beyond = r * r * Math.acos(inside / r) - inside * Math.sqrt(r * r - inside * inside);
    assertArea(SQUARE, "0 " + (-10 + inside) + " 5", Math.PI * 25 - beyond);
    assertArea(SQUARE, "0 " + (10 - inside) + " 5", Math.PI * 25 - beyond);
    assertArea(SQUARE, (10 - inside) + " 0 5", Math.PI * 25 - beyond);
    assertArea(SQUARE, (-10 + inside) + " 0 5", Math.PI * 25 - beyond);
  }

  @Test
  void aCircleAtACornerCoversAQuarter() throws ParseException {
    assertArea(SQUARE, "10 10 5", Math.PI * 25 / 4);
    assertArea(SQUARE, "-10 10 5", Math.PI * 25 / 4);
    assertArea(SQUARE, "-10 -10 20", Math.PI * 100);
  }

  @Test
  void aCircleThroughAllCornersLosesNothing() throws ParseException {
    assertArea(SQUARE, "0 0 14.142135623730951", 400);
    assertArea("POLYGON((0 -5, 5 0, 0 5, -5 0, 0 -5))", "0 0 5", 50);
  }

  @Test
  void aCircleStickingOutOnAllFourSidesLosesFourSegments() throws ParseException {
    double r = 12;
    double segment = r * r * Math.acos(10 / r) - 10 * Math.sqrt(r * r - 100);
    assertArea(SQUARE, "0 0 12", Math.PI * r * r - 4 * segment);
  }

  @Test
  void twoCirclesThatOverlapCountTheirLensOnce() throws ParseException {
    assertArea(SQUARE, "-2 0 4, 2 0 4", 2 * Math.PI * 16 - lens(4, 4, 4));
    assertArea(SQUARE, "0 -2 4, 0 1 5", Math.PI * (16 + 25) - lens(4, 5, 3));
    assertArea(SQUARE, "3 2 4, 1 1 5.5", Math.PI * (16 + 30.25) - lens(4, 5.5, Math.sqrt(5)));
  }

  @Test
  void circlesThatTouchAddUp() throws ParseException {
    assertArea(SQUARE, "-3 0 3, 3 0 3", 2 * Math.PI * 9);
    assertArea(SQUARE, "-3 0 3, 3.0000000001 0 3", 2 * Math.PI * 9);
    assertArea(SQUARE, "-3 0 3, 2.9999999999 0 3", 2 * Math.PI * 9);
    assertArea(SQUARE, "0 0 3, 3 4 2", Math.PI * 13);
    assertArea(SQUARE, "0 0 5, 2 0 3", Math.PI * 25);
    assertArea(SQUARE, "0 0 5, 2.0000000001 0 3", Math.PI * 25);
  }

  @ParameterizedTest(name = "apart by {0}")
  @ValueSource(doubles = {0, 1e-300, 1e-15, 1e-12, 1e-9, 1e-7})
  void aFacilityListedTwiceCountsOnce(double apart) throws ParseException {
    assertArea(SQUARE, "1 2 5, " + (1 + apart) + " 2 5", Math.PI * 25 + 10 * apart);
    assertArea(SQUARE, "1 " + (2 + apart) + " 5, 1 2 5", Math.PI * 25 + 10 * apart);
    assertArea(SQUARE, "10 0 5, 10 " + apart + " 5, 10 0 5", Math.PI * 25 / 2 + 5 * apart);
  }

  @Test
  void aCircleInsideAnotherAddsNothing() throws ParseException {
    assertArea(SQUARE, "0 0 2, 1 1 5, 0 0 5", area(SQUARE, "1 1 5, 0 0 5"));
    assertArea(SQUARE, "0 0 2, 1 1 1, 0 0 5", Math.PI * 25);
  }

  @Test
  void aHoleIsNotCounted() throws ParseException {
    assertArea(RING, "0 0 5", Math.PI * 25 - 36);
    assertArea(RING, "0 0 2", 0);
    assertArea(RING, "0 0 3", 0);
    assertArea(RING, "3 3 2", Math.PI * 4 * 3 / 4);
    assertArea(RING, "3 0 2", Math.PI * 4 / 2);
  }

  @Test
  void anAnnulusBetweenTwoCirclesIsLeftOpen() throws ParseException {
    assertArea(RING, "0 0 1, 8 8 1", Math.PI);
  }

  @Test
  void circlesThatTogetherCoverEverythingGiveTheWholeArea() throws ParseException {
    assertArea(SQUARE, "-5 -5 7.2, 5 -5 7.2, 5 5 7.2, -5 5 7.2", 400);
    assertArea(SQUARE, "-10 -10 14.2, 10 -10 14.2, 10 10 14.2, -10 10 14.2", 400);
  }

  @Test
  void threeCirclesThroughOnePointLeaveNoFalseGap() throws ParseException {
    double h = Math.sqrt(3) / 2;
    String three = "4 0 4, -2 " + 4 * h + " 4, -2 " + -4 * h + " 4";
    double[] pair = {lens(4, 4, 4 * Math.sqrt(3))};
    assertArea(
        "POLYGON((-20 -20, 20 -20, 20 20, -20 20, -20 -20))",
        three,
        3 * Math.PI * 16 - 3 * pair[0]);
  }

  @Test
  void anIslandIsLeftAmongSixCircles() throws ParseException {
    StringBuilder six = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      six.append(5 * Math.cos(i * Math.PI / 3)).append(' ');
      six.append(5 * Math.sin(i * Math.PI / 3)).append(" 3,");
    }
    assertArea(
        "POLYGON((-20 -20, 20 -20, 20 20, -20 20, -20 -20))",
        six.toString(),
        6 * Math.PI * 9 - 6 * lens(3, 3, 5));
  }

  @Test
  void partsAreCountedEach() throws ParseException {
    String parts =
        "MULTIPOLYGON(((0 0, 4 0, 4 4, 0 4, 0 0)), ((10 0, 14 0, 14 4, 10 4, 10 0)),"
            + " ((6 1, 8 1, 8 3, 6 3, 6 1)))";
    assertArea(parts, "2 2 1, 12 2 2, 7 2 50", 36);
    assertArea(parts, "2 2 1, 12 2 2", Math.PI * 5);
    assertArea(parts, "7 2 3", 4 + 2 * segment(3, 3));
    assertArea(parts, "7 2 5", 4 + 2 * stripOfDisc(5, 3, 2));
  }

  @Test
  void partsAndHolesMayTouchInAPoint() throws ParseException {
    String corners = "MULTIPOLYGON(((0 0, 4 0, 4 4, 0 4, 0 0)), ((4 4, 8 4, 8 8, 4 8, 4 4)))";
    assertArea(corners, "4 4 2", Math.PI * 4 / 2);
    String holeAtShell = "POLYGON((0 0, 8 0, 8 8, 0 8, 0 0), (4 0, 2 4, 6 4, 4 0))";
    assertArea(holeAtShell, "4 -1 0.9999", 0);
    assertArea(holeAtShell, "4 0 1", Math.PI / 2 - Math.atan2(1, 2));
  }

  @ParameterizedTest(name = "{0} corners")
  @ValueSource(ints = {3, 4, 6, 12, 64, 720})
  void aPolygonInscribedInTheCircleOrAroundItIsNoTrap(int corners) throws ParseException {
    StringBuilder inscribed = new StringBuilder("POLYGON((");
    StringBuilder around = new StringBuilder("POLYGON((");
    for (int i = 0; i <= corners; i++) {
      double angle = 2 * Math.PI * (i % corners) / corners;
      double out = 7 / Math.cos(Math.PI / corners);
      inscribed.append(i == 0 ? "" : ",").append(7 * Math.cos(angle)).append(' ');
      inscribed.append(7 * Math.sin(angle));
      around.append(i == 0 ? "" : ",").append(out * Math.cos(angle)).append(' ');
      around.append(out * Math.sin(angle));
    }
    inscribed.append("))");
    around.append("))");
    double whole = corners * 49 * Math.sin(2 * Math.PI / corners) / 2;
    assertArea(inscribed.toString(), "0 0 7", whole);
    assertArea(around.toString(), "0 0 7", Math.PI * 49);
    assertArea(inscribed.toString(), "0 0 7, 0 0 6.5, 0.1 0 6.8", whole);
    assertArea(around.toString(), "0 0 7, 0 0 6.5, 0.1 0 6.8", Math.PI * 49);
  }

  @ParameterizedTest
  @CsvSource({"1e-3, 1000", "1e-6, 100", "1e-9, 10"})
  void aSliverIsMeasuredToo(double thickness, double length) throws ParseException {
    String sliver = "POLYGON((0 0, %1$s 0, %1$s %2$s, 0 %2$s, 0 0))".formatted(length, thickness);
    double reach = length / 4;
    assertThat(area(sliver, "0 0 " + reach))
        .isCloseTo(thickness * reach, within(thickness * reach * 1e-6));
  }

  @Test
  void largeEastingsKeepTheirDigits() throws ParseException {
    String far =
        "POLYGON((40500000 3450000, 40500020 3450000, 40500020 3450020,"
            + " 40500000 3450020, 40500000 3450000))";
    assertArea(far, "40500010 3450010 5", Math.PI * 25);
    assertArea(far, "40500000 3450000 5, 40500020 3450020 5", Math.PI * 25 / 2);
  }

  @Test
  void nothingIsAllocatedOnceTheScratchHasGrown() throws ParseException {
    PlanePolygon ring = PlanePolygon.ofMetres(new WKTReader().read(RING));
    double[] x = {-8, -4, 0, 3, 7, 9, 12, 3};
    double[] y = {1, 2, -9, 9, 0, 4, -7, 9};
    double[] radius = {3, 4, 5, 3, 4, 2, 6, 3};
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    double sum = coverage.coveredArea(ring, x, y, radius, x.length);
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 10_000; i++) {
      sum += coverage.coveredArea(ring, x, y, radius, x.length);
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(allocated).as("bytes for 10,000 calls").isLessThan(10_000);
    assertThat(sum).isPositive();
  }

  private double area(String wkt, String circles) throws ParseException {
    Geometry geometry = new WKTReader().read(wkt);
    String[] rows = circles.isEmpty() ? new String[0] : circles.split(",");
    double[][] columns = new double[3][rows.length];
    for (int i = 0; i < rows.length; i++) {
      String[] numbers = rows[i].trim().split(" ");
      for (int column = 0; column < 3; column++) {
        columns[column][i] = Double.parseDouble(numbers[column]);
      }
    }
    return coverage.coveredArea(
        PlanePolygon.ofMetres(geometry), columns[0], columns[1], columns[2], rows.length);
  }

  private void assertArea(String wkt, String circles, double expected) throws ParseException {
    assertThat(area(wkt, circles))
        .as("%s in %s", circles, wkt)
        .isCloseTo(expected, within(1e-9 * Math.max(1, expected)));
  }

  /** The part of a disc beyond a chord at a distance from the centre. */
  private static double segment(double r, double distance) {
    return r * r * Math.acos(distance / r) - distance * Math.sqrt(r * r - distance * distance);
  }

  /** The part of a disc beyond a chord and within a band around the axis across it. */
  private static double stripOfDisc(double r, double distance, double halfBand) {
    double edge = Math.sqrt(r * r - halfBand * halfBand);
    double integral = halfBand * edge + r * r * Math.asin(halfBand / r);
    return integral - 2 * halfBand * distance;
  }

  /** The intersection of two discs. */
  private static double lens(double r1, double r2, double d) {
    double x = (d * d + r1 * r1 - r2 * r2) / (2 * d);
    return segment(r1, x) + segment(r2, d - x);
  }
}
