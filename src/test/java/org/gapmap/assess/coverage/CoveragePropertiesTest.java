package org.gapmap.assess.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.gapmap.assess.coverage.CircleWorld.Circle;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/** What must hold of any polygon and any circles, on thousands of generated worlds. */
class CoveragePropertiesTest {
  private final UnionCoverage coverage = new UnionCoverage();

  @Test
  void aCircleMoreNeverLowersTheArea() {
    forWorlds(
        5000,
        (seed, world) -> {
          double before = 0;
          for (int n = 1; n <= world.circles().size(); n++) {
            double now = world.with(world.circles().subList(0, n)).coveredArea(coverage);
            assertThat(now).as("world %s", seed).isGreaterThanOrEqualTo(before - 1e-7);
            before = now;
          }
        });
  }

  @Test
  void theOrderOfCirclesDoesNotMatter() {
    forWorlds(
        3000,
        (seed, world) -> {
          List<Circle> shuffled = new ArrayList<>(world.circles());
          Collections.shuffle(shuffled, new Random(seed));
          assertSameArea(seed, world.with(shuffled).coveredArea(coverage), world);
        });
  }

  @Test
  void turningMovingAndScalingTheWorldChangesNoShare() {
    forWorlds(
        3000,
        (seed, world) -> {
          SplittableRandom random = new SplittableRandom(seed);
          double scale = random.nextDouble(0.1, 20);
          AffineTransformation transformation =
              AffineTransformation.rotationInstance(random.nextDouble(7))
                  .scale(scale, scale)
                  .translate(random.nextDouble(-1e4, 1e4), random.nextDouble(-1e4, 1e4));
          double moved = world.transformed(transformation, scale).coveredArea(coverage);
          assertSameArea(seed, moved / (scale * scale), world);
        });
  }

  @Test
  void mirroredWorldsHaveTheSameArea() {
    AffineTransformation mirror = AffineTransformation.scaleInstance(-1, 1);
    forWorlds(
        3000,
        (seed, world) ->
            assertSameArea(seed, world.transformed(mirror, 1).coveredArea(coverage), world));
  }

  @Test
  void thePiecesOfACutPolygonAddUp() {
    forWorlds(
        2000,
        (seed, world) -> {
          Envelope box = world.polygon().getEnvelopeInternal();
          double cut = new SplittableRandom(seed).nextDouble(box.getMinX(), box.getMaxX());
          double sum =
              pieceArea(world, new Envelope(box.getMinX() - 1, cut, box.getMinY(), box.getMaxY()))
                  + pieceArea(
                      world, new Envelope(cut, box.getMaxX() + 1, box.getMinY(), box.getMaxY()));
          assertSameArea(seed, sum, world);
        });
  }

  @Test
  void aHoleTakesAwayWhatItWouldHaveAdded() {
    forWorlds(
        3000,
        (seed, world) -> {
          double sum = 0;
          for (int part = 0; part < world.polygon().getNumGeometries(); part++) {
            Polygon polygon = (Polygon) world.polygon().getGeometryN(part);
            GeometryFactory factory = polygon.getFactory();
            Polygon shell = factory.createPolygon(polygon.getExteriorRing());
            sum += world.with(shell).coveredArea(coverage);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
              Polygon filling = factory.createPolygon(polygon.getInteriorRingN(hole));
              sum -= world.with(filling).coveredArea(coverage);
            }
          }
          assertSameArea(seed, sum, world);
        });
  }

  @Test
  void aNudgeOfNanometresChangesNothingVisible() {
    forWorlds(
        10_000,
        (seed, world) -> {
          SplittableRandom random = new SplittableRandom(seed);
          List<Circle> nudged = new ArrayList<>();
          for (Circle circle : world.circles()) {
            double by = Math.pow(10, -random.nextInt(8, 16));
            nudged.add(
                new Circle(
                    circle.x() + by * random.nextInt(-1, 2),
                    circle.y() + by * random.nextInt(-1, 2),
                    circle.radius() + by * random.nextInt(-1, 2)));
          }
          double rim = world.circles().stream().mapToDouble(c -> 7 * c.radius()).sum();
          assertThat(world.with(nudged).coveredArea(coverage))
              .as("world %s", seed)
              .isCloseTo(world.coveredArea(coverage), within(rim * 3e-8 + world.area() * 1e-6));
        });
  }

  @Test
  void countingPointsOfAGridFindsAboutTheSame() {
    forWorlds(
        300,
        (seed, world) -> {
          IndexedPointInAreaLocator polygon = new IndexedPointInAreaLocator(world.polygon());
          Envelope box = world.polygon().getEnvelopeInternal();
          int steps = 120;
          int inside = 0;
          for (int column = 0; column < steps; column++) {
            for (int row = 0; row < steps; row++) {
              double x = box.getMinX() + (column + 0.5) * box.getWidth() / steps;
              double y = box.getMinY() + (row + 0.5) * box.getHeight() / steps;
              if (anyHolds(world.circles(), x, y)
                  && polygon.locate(new Coordinate(x, y)) == Location.INTERIOR) {
                inside++;
              }
            }
          }
          double counted = inside * box.getArea() / (steps * steps);
          assertThat(world.coveredArea(coverage))
              .as("world %s", seed)
              .isCloseTo(counted, within(0.01 * box.getArea()));
        });
  }

  @Test
  void hundredsOfCirclesAreNoMoreThanAFew() {
    CircleWorld blob = CircleWorld.seeded(3);
    SplittableRandom random = new SplittableRandom(5);
    List<Circle> circles = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      circles.add(
          new Circle(
              random.nextDouble(-150, 150), random.nextDouble(-150, 150), random.nextDouble(12)));
    }
    CircleWorld many = blob.with(circles);
    double sum = 0;
    Envelope box = blob.polygon().getEnvelopeInternal();
    for (int strip = 0; strip < 40; strip++) {
      double south = box.getMinY() + strip * box.getHeight() / 40;
      sum +=
          pieceArea(
              many,
              new Envelope(box.getMinX(), box.getMaxX(), south, south + box.getHeight() / 40));
    }
    assertThat(many.coveredArea(coverage)).isCloseTo(sum, within(1e-5)).isGreaterThan(1000);
  }

  private double pieceArea(CircleWorld world, Envelope window) {
    Geometry piece = world.polygon().intersection(new GeometryFactory().toGeometry(window));
    double sum = 0;
    for (int part = 0; part < piece.getNumGeometries(); part++) {
      if (piece.getGeometryN(part).getArea() > 0) {
        sum += world.with(piece.getGeometryN(part)).coveredArea(coverage);
      }
    }
    return sum;
  }

  private void assertSameArea(long seed, double area, CircleWorld world) {
    double expected = world.coveredArea(coverage);
    assertThat(expected).isBetween(0.0, world.area());
    assertThat(area).as("world %s", seed).isCloseTo(expected, within(1e-6 + expected * 1e-9));
  }

  private static boolean anyHolds(List<Circle> circles, double x, double y) {
    return circles.stream().anyMatch(c -> Math.hypot(x - c.x(), y - c.y()) <= c.radius());
  }

  private static void forWorlds(int count, BiConsumer<Long, CircleWorld> check) {
    for (long seed = 0; seed < count; seed++) {
      check.accept(seed, CircleWorld.seeded(seed));
    }
  }
}
