package org.gapmap.assess.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * A generated polygon and circles around it, in metres. The same seed gives the same world.
 *
 * <p>What real layers hold by accident is put in on purpose: holes, parts, corners on round metres,
 * facilities listed twice, on the boundary, in a courtyard, circles that touch each other or an
 * edge or pass through a vertex.
 */
record CircleWorld(Geometry polygon, List<Circle> circles) {
  record Circle(double x, double y, double radius) {}

  private static final GeometryFactory FACTORY = new GeometryFactory();

  static CircleWorld seeded(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Geometry polygon = polygon(random);
    List<Circle> circles = new ArrayList<>();
    int count = random.nextInt(10) == 0 ? random.nextInt(4, 12) : random.nextInt(1, 5);
    double radius = random.nextInt(4) == 0 ? 300 : random.nextDouble(20, 150);
    boolean equal = random.nextBoolean();
    while (circles.size() < count) {
      circles.add(circle(random, polygon, circles, equal ? radius : random.nextDouble(5, 250)));
    }
    return new CircleWorld(polygon, circles);
  }

  CircleWorld {
    circles = List.copyOf(circles);
  }

  CircleWorld transformed(AffineTransformation transformation, double scale) {
    List<Circle> moved = new ArrayList<>();
    for (Circle circle : circles) {
      Coordinate centre =
          transformation.transform(new Coordinate(circle.x, circle.y), new Coordinate());
      moved.add(new Circle(centre.x, centre.y, circle.radius * scale));
    }
    return new CircleWorld(transformation.transform(polygon), moved);
  }

  CircleWorld with(Geometry otherPolygon) {
    return new CircleWorld(otherPolygon, circles);
  }

  CircleWorld with(List<Circle> otherCircles) {
    return new CircleWorld(polygon, otherCircles);
  }

  double area() {
    return PlanePolygon.ofMetres(polygon).areaSqm();
  }

  double coveredArea(UnionCoverage coverage) {
    return coverage.coveredArea(
        PlanePolygon.ofMetres(polygon),
        circles.stream().mapToDouble(Circle::x).toArray(),
        circles.stream().mapToDouble(Circle::y).toArray(),
        circles.stream().mapToDouble(Circle::radius).toArray(),
        circles.size());
  }

  private static Geometry polygon(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> block(random, 0, 0);
      case 1 ->
          FACTORY.createMultiPolygon(
              new Polygon[] {
                blob(random, 0, 0), block(random, 320, 0), blob(random, 0, 320),
              });
      case 2 -> touchingParts(random);
      default -> blob(random, random.nextInt(-50, 50), random.nextInt(-50, 50));
    };
  }

  /** An outline that a ray from the middle meets once, with up to two courtyards. */
  private static Polygon blob(SplittableRandom random, double cx, double cy) {
    int corners = random.nextInt(3, 40);
    double[] out = random.doubles(corners, 60, 155).toArray();
    LinearRing shell = around(cx, cy, corners, out, 0, 1);
    if (random.nextInt(3) > 0) {
      return FACTORY.createPolygon(shell);
    }
    double inner = random.nextBoolean() ? 0.2 : 0.45;
    double[] courtyard = random.doubles(12, 25 * inner, 25).toArray();
    return FACTORY.createPolygon(
        shell, new LinearRing[] {around(cx, cy, 12, courtyard, 0.3, corners < 7 ? 0.3 : 1)});
  }

  private static LinearRing around(
      double cx, double cy, int corners, double[] out, double turn, double scale) {
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = turn + 2 * Math.PI * i / corners;
      ring[i] =
          new Coordinate(
              cx + scale * out[i] * Math.cos(angle), cy + scale * out[i] * Math.sin(angle));
    }
    ring[corners] = ring[0].copy();
    return FACTORY.createLinearRing(ring);
  }

  /** A rectangle on whole metres, half of them with a courtyard. */
  private static Polygon block(SplittableRandom random, int west, int south) {
    int width = random.nextInt(20, 150);
    int height = random.nextInt(20, 150);
    LinearRing shell = rectangle(west, south, west + width, south + height);
    return random.nextBoolean()
        ? FACTORY.createPolygon(shell)
        : FACTORY.createPolygon(
            shell,
            new LinearRing[] {
              rectangle(west + 5, south + 5, west + width / 2, south + height / 2)
            });
  }

  /** Two blocks that share a corner, the first with a courtyard that touches its shell. */
  private static Geometry touchingParts(SplittableRandom random) {
    int side = random.nextInt(40, 120);
    LinearRing touchingHole =
        FACTORY.createLinearRing(
            new Coordinate[] {
              new Coordinate(0, side / 2.0),
              new Coordinate(side / 2.0, side / 4.0),
              new Coordinate(side / 2.0, side * 0.75),
              new Coordinate(0, side / 2.0),
            });
    return FACTORY.createMultiPolygon(
        new Polygon[] {
          FACTORY.createPolygon(rectangle(0, 0, side, side), new LinearRing[] {touchingHole}),
          FACTORY.createPolygon(rectangle(side, side, 2 * side, 2 * side + 30)),
        });
  }

  private static LinearRing rectangle(int west, int south, int east, int north) {
    return FACTORY.createLinearRing(
        new Coordinate[] {
          new Coordinate(west, south),
          new Coordinate(east, south),
          new Coordinate(east, north),
          new Coordinate(west, north),
          new Coordinate(west, south),
        });
  }

  private static Circle circle(
      SplittableRandom random, Geometry polygon, List<Circle> earlier, double radius) {
    Coordinate[] corners = polygon.getCoordinates();
    Coordinate corner = corners[random.nextInt(corners.length)];
    double angle = random.nextDouble(2 * Math.PI);
    Circle other =
        earlier.isEmpty()
            ? new Circle(corner.x, corner.y, radius)
            : earlier.get(random.nextInt(earlier.size()));
    int choice = random.nextInt(14);
    return switch (choice) {
      case 0 -> other;
      case 1 -> awayFrom(other.x, other.y, angle, other.radius + radius, radius);
      case 2 -> awayFrom(other.x, other.y, angle, Math.abs(other.radius - radius), radius);
      case 3 -> awayFrom(other.x, other.y, angle, 1e-7, other.radius);
      case 4 -> awayFrom(corner.x, corner.y, angle, radius, radius);
      case 5 -> new Circle(corner.x, corner.y, radius);
      case 6 -> new Circle(corner.x + radius, corner.y + random.nextInt(-20, 20), radius);
      case 7 -> new Circle(corner.x, corner.y + radius, radius);
      case 8 -> new Circle(0, 0, radius);
      case 9 -> new Circle(corner.x, corner.y, random.nextDouble(1, 30));
      default ->
          awayFrom(
              polygon.getEnvelopeInternal().centre().x,
              polygon.getEnvelopeInternal().centre().y,
              angle,
              random.nextDouble(radius + 150),
              radius);
    };
  }

  private static Circle awayFrom(double x, double y, double angle, double by, double radius) {
    return new Circle(x + by * Math.cos(angle), y + by * Math.sin(angle), radius);
  }
}
