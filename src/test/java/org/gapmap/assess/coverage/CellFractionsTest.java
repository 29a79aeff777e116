package org.gapmap.assess.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Exact shares of raster cells, against closed forms and against JTS's intersections. */
class CellFractionsTest {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private static final Cell NONE = new Cell(0, Double.NaN, Double.NaN);

  private record Cell(double fraction, double x, double y) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POLYGON((0 0,1 0,1 1,0 1,0 0))                                    | 0 0 1.0   0.5 0.5",
        "POLYGON((0 0,0 1,1 1,1 0,0 0))                                    | 0 0 1.0   0.5 0.5",
        "POLYGON((0 0,1 0,0 1,0 0))                                        | 0 0 0.5   0.333333333333 0.333333333333",
        "POLYGON((2.25 3.5,2.75 3.5,2.75 4,2.25 4,2.25 3.5))               | 2 3 0.25  2.5 3.75",
        "POLYGON((-0.5 -1,0.5 -1,0.5 0,-0.5 0,-0.5 -1))                    | -1 -1 0.5 -0.25 -0.5",
        "POLYGON((0 0,1 0,1 1,0 1,0 0),(0.5 0,0.5 1,1 1,1 0,0.5 0))        | 0 0 0.5   0.25 0.5",
        "POLYGON((0 0,4 0,4 4,0 4,0 0),(1 1,3 1,3 3,1 3,1 1))              | 3 2 1.0   3.5 2.5",
        "MULTIPOLYGON(((0 0,1 0,1 .5,0 .5,0 0)),((0 .5,1 1,0 1,0 .5)))     | 0 0 0.75  0.444444444444 0.444444444444",
      })
  void knownShapesHaveKnownShares(String wkt, String expected) throws ParseException {
    String[] numbers = expected.strip().split("\\s+");
    Cell cell = cells(new WKTReader().read(wkt)).getOrDefault(numbers[0] + "," + numbers[1], NONE);

    assertThat(cell.fraction()).isCloseTo(Double.parseDouble(numbers[2]), within(1e-12));
    assertThat(cell.x()).isCloseTo(Double.parseDouble(numbers[3]), within(1e-9));
    assertThat(cell.y()).isCloseTo(Double.parseDouble(numbers[4]), within(1e-9));
  }

  @Test
  void aHoleThatFillsCellsLeavesNoneOfThem() throws ParseException {
    Geometry ring = new WKTReader().read("POLYGON((0 0,4 0,4 4,0 4,0 0),(1 1,3 1,3 3,1 3,1 1))");

    assertThat(cells(ring)).hasSize(12).doesNotContainKeys("1,1", "2,2");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomPolygonsAgreeWithJts(int seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 40; round++) {
      Geometry polygon = star(random, 3 + random.nextInt(9), 0.3 + 6 * random.nextDouble());
      if (round % 3 == 0) {
        polygon = polygon.difference(star(random, 5, 1));
      }
      if (round % 4 == 0) {
        // Corners on the lattice, where an edge runs along cells and through their corners.
        polygon = rounded(polygon);
      }
      agreesWithJts(polygon);
    }
  }

  @Test
  void onlyPolygonsHoldCells() {
    Point point = SHAPES.createPoint(new Coordinate(1, 1));

    assertThatThrownBy(() -> CellFractions.of(point)).hasMessageContaining("Point");
  }

  @Test
  void nothingHoldsNoCells() {
    assertThat(cells(SHAPES.createPolygon())).isEmpty();
  }

  private static void agreesWithJts(Geometry polygon) {
    Map<String, Cell> cells = cells(polygon);
    Envelope extent = polygon.getEnvelopeInternal();
    double sum = 0;
    for (int column = (int) Math.floor(extent.getMinX()) - 1;
        column <= extent.getMaxX() + 1;
        column++) {
      for (int row = (int) Math.floor(extent.getMinY()) - 1; row <= extent.getMaxY() + 1; row++) {
        Geometry shared =
            SHAPES.toGeometry(new Envelope(column, column + 1, row, row + 1)).intersection(polygon);
        Cell cell = cells.getOrDefault(column + "," + row, NONE);
        assertThat(cell.fraction()).as(polygon.toText()).isCloseTo(shared.getArea(), within(1e-9));
        if (shared.getArea() > 1e-3) {
          assertThat(cell.x()).isCloseTo(shared.getCentroid().getX(), within(1e-6));
          assertThat(cell.y()).isCloseTo(shared.getCentroid().getY(), within(1e-6));
        }
        sum += cell.fraction();
      }
    }
    assertThat(sum).isCloseTo(polygon.getArea(), within(1e-8));
  }

  private static Map<String, Cell> cells(Geometry polygon) {
    Map<String, Cell> cells = new HashMap<>();
    CellFractions.of(polygon)
        .forEach(
            (column, row, fraction, x, y) ->
                cells.put(column + "," + row, new Cell(fraction, x, y)));
    return cells;
  }

  private static Polygon star(Random random, int points, double size) {
    double x = 10 * random.nextDouble() - 5;
    double y = 10 * random.nextDouble() - 5;
    Coordinate[] ring = new Coordinate[points + 1];
    for (int i = 0; i < points; i++) {
      double angle = 2 * Math.PI * (i + 0.8 * random.nextDouble()) / points;
      double radius = size * (0.2 + 0.8 * random.nextDouble());
      ring[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }
    ring[points] = ring[0].copy();
    return SHAPES.createPolygon(ring);
  }

  private static Geometry rounded(Geometry polygon) {
    Geometry copy = polygon.copy();
    copy.apply(
        (org.locationtech.jts.geom.CoordinateFilter)
            at -> {
              at.x = Math.round(at.x);
              at.y = Math.round(at.y);
            });
    copy.geometryChanged();
    return copy.buffer(0);
  }
}
