package org.gapmap.assess.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.gapmap.geo.LocalPlane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class PlanePolygonTest {
  private static final String COURTYARD =
      "POLYGON((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 6 4, 6 6, 4 6, 4 4))";

  @ParameterizedTest
  @ValueSource(
      strings = {
        COURTYARD,
        "POLYGON((0 0, 0 10, 10 10, 10 0, 0 0), (4 4, 4 6, 6 6, 6 4, 4 4))",
        "POLYGON((0 0, 0 10, 10 10, 10 0, 0 0), (4 4, 6 4, 6 6, 4 6, 4 4))",
        "POLYGON Z((0 0 3, 10 0 3, 10 10 3, 10 10 4, 0 10 3, 0 0 3), (4 4 1, 6 4 1, 6 6 1, 4 6 1, 4 4 1))",
      })
  void ringsMayTurnEitherWayAndRepeatPoints(String wkt) throws ParseException {
    PlanePolygon polygon = metres(wkt);
    assertThat(polygon.areaSqm()).isEqualTo(96);
    assertThat(polygon.ringCount()).isEqualTo(2);
    assertThat(polygon.vertexCount()).isEqualTo(8);
    assertThat(polygon.minX()).isZero();
    assertThat(polygon.maxX()).isEqualTo(10);
    assertThat(polygon.minY()).isZero();
    assertThat(polygon.maxY()).isEqualTo(10);
  }

  @ParameterizedTest(name = "from ({0} {1}) {2} m to ({3} {4})")
  @CsvSource({
    "3, 3, 0, 3, 3",
    "10, 5, 0, 10, 5",
    "13, 14, 5, 10, 10",
    "5, -2, 2, 5, 0",
    "5, 4.5, 0.5, 5, 4",
    "-3, 5, 3, 0, 5",
    "0, 0, 0, 0, 0",
  })
  void theNearestPointLiesOnTheBoundaryOrIsThePlaceItself(
      double x, double y, double distance, double nearestX, double nearestY) throws ParseException {
    PlanePolygon polygon = metres(COURTYARD);
    double[] nearest = new double[2];
    assertThat(polygon.nearestPoint(x, y, nearest)).isCloseTo(distance, within(1e-12));
    assertThat(polygon.distanceTo(x, y)).isCloseTo(distance, within(1e-12));
    assertThat(nearest).containsExactly(new double[] {nearestX, nearestY}, within(1e-12));
  }

  @Test
  void distancesAreThoseOfJts() {
    SplittableRandom random = new SplittableRandom(11);
    for (int seed = 0; seed < 500; seed++) {
      Geometry shape = CircleWorld.seeded(seed).polygon();
      PlanePolygon polygon = PlanePolygon.ofMetres(shape);
      assertThat(polygon.areaSqm()).isCloseTo(shape.getArea(), within(1e-7));
      for (int i = 0; i < 20; i++) {
        Coordinate at = new Coordinate(random.nextInt(-400, 400), random.nextInt(-400, 400));
        Point point = shape.getFactory().createPoint(at);
        assertThat(polygon.distanceTo(at.x, at.y))
            .as("world %s from %s", seed, at)
            .isCloseTo(shape.distance(point), within(1e-9));
      }
    }
  }

  @Test
  void degreesBecomeSquareMetresOfTheEllipsoid() throws ParseException {
    Geometry block =
        new WKTReader()
            .read(
                "POLYGON((121.5 31.28, 121.504 31.281, 121.503 31.284, 121.499 31.283, 121.5 31.28))");
    PolygonArea oracle = new PolygonArea(Geodesic.WGS84, false);
    for (int i = 0; i < 4; i++) {
      oracle.AddPoint(block.getCoordinates()[i].y, block.getCoordinates()[i].x);
    }
    PlanePolygon polygon =
        PlanePolygon.of(block, LocalPlane.atCentreOf(block.getEnvelopeInternal()));
    double truth = oracle.Compute(false, true).area;
    assertThat(polygon.areaSqm()).isCloseTo(truth, within(truth * 1e-6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POLYGON EMPTY",
        "POINT(1 2)",
        "LINESTRING(0 0, 1 1)",
        "POLYGON((0 0, 1 1, 2 2, 0 0))",
        "GEOMETRYCOLLECTION(POLYGON((0 0, 1 0, 1 1, 0 0)), POINT(0 0))",
      })
  void whatHasNoAreaIsRefused(String wkt) {
    assertThatThrownBy(() -> metres(wkt)).isInstanceOf(IllegalArgumentException.class);
  }

  private static PlanePolygon metres(String wkt) throws ParseException {
    return PlanePolygon.ofMetres(new WKTReader().read(wkt));
  }
}
