package org.gapmap.assess.walking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class DeepPartsTest {
  /** Metres around a point at which a metre is a thousandth of a degree, so to say. */
  private static final FlatMap METRES = FlatMap.at(114.3, 30.6);

  @Test
  void aLineThroughASquareIsDeepFromSkinToSkin() throws ParseException {
    double[] deep = deep("POLYGON((0 0,100 0,100 100,0 100,0 0))", -50, 50, 150, 50);
    assertThat(deep).hasSize(2);
    assertThat(deep[0]).isCloseTo(53 / 200.0, within(1e-6));
    assertThat(deep[1]).isCloseTo(147 / 200.0, within(1e-6));
  }

  @Test
  void aLineThatWaversAlongTheEdgeIsNowhereDeep() throws ParseException {
    String square = "POLYGON((0 0,100 0,100 100,0 100,0 0))";
    assertThat(deep(square, -20, 2, 30, -2, 60, 2.5, 120, -1)).isEmpty();
    assertThat(deep(square, 50, -40, 50, 2)).isEmpty();
  }

  @Test
  void partsGoOnRoundTheCornersOfALine() throws ParseException {
    double[] deep =
        deep("POLYGON((0 0,100 0,100 100,0 100,0 0))", 50, -50, 50, 30, 60, 60, 150, 60);
    assertThat(deep).hasSize(2);
    assertThat(deep[0]).isCloseTo(53 / 80.0, within(1e-6));
    assertThat(deep[1]).isCloseTo(2 + 37 / 90.0, within(1e-6));
  }

  @Test
  void aHoleIsOutside() throws ParseException {
    double[] deep =
        deep(
            "POLYGON((0 0,100 0,100 100,0 100,0 0),(40 40,40 60,60 60,60 40,40 40))",
            0,
            50,
            100,
            50);
    assertThat(deep).hasSize(4);
    assertThat(deep[1]).isCloseTo(0.37, within(1e-6));
    assertThat(deep[2]).isCloseTo(0.63, within(1e-6));
  }

  @Test
  void everyPointOfADeepPartIsFarFromTheEdgeAndInsideAndNoOther() throws ParseException {
    String star = "POLYGON((0 0,40 10,100 0,70 40,110 90,60 75,20 110,30 50,0 0))";
    Polygon flat = (Polygon) new WKTReader().read(star);
    Random random = new Random(4);
    GeometryFactory points = flat.getFactory();
    for (int i = 0; i < 300; i++) {
      double[] ends = random.doubles(4, -20, 130).toArray();
      double[] deep = deep(star, ends);
      for (double t = 0.0005; t < 1; t += 0.01) {
        Point point =
            points.createPoint(
                new Coordinate(
                    ends[0] + t * (ends[2] - ends[0]), ends[1] + t * (ends[3] - ends[1])));
        double depth = flat.contains(point) ? flat.getBoundary().distance(point) : -1;
        if (Math.abs(depth - DeepParts.SKIN_METRES) > 0.01) {
          assertThat(holds(deep, t)).isEqualTo(depth > DeepParts.SKIN_METRES);
        }
      }
    }
  }

  private static boolean holds(double[] deep, double t) {
    boolean held = false;
    for (int k = 0; k < deep.length; k += 2) {
      held |= deep[k] <= t && t <= deep[k + 1];
    }
    return held;
  }

  private static double[] deep(String wktMetres, double... lineMetres) throws ParseException {
    Polygon polygon = (Polygon) new WKTReader().read(wktMetres);
    polygon.apply(
        (Coordinate c) -> {
          double x = c.x;
          c.x = METRES.lonAt(x);
          c.y = METRES.latAt(c.y);
        });
    polygon.geometryChanged();
    double[] line = new double[lineMetres.length];
    for (int i = 0; i < line.length; i += 2) {
      line[i] = METRES.lonAt(lineMetres[i]);
      line[i + 1] = METRES.latAt(lineMetres[i + 1]);
    }
    return DeepParts.of(new Outline(polygon), line);
  }
}
