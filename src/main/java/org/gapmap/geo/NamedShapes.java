package org.gapmap.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** Polygons by name, in metres. */
final class NamedShapes {
  /** Shorter names stand in too many other words. */
  static final int SHORTEST_NAME = 3;

  private record Shape(
      IndexedPointInAreaLocator inside, IndexedFacetDistance border, Geometry metres) {
    double depth(double x, double y) {
      Coordinate at = new Coordinate(x, y);
      double metres = border.distance(this.metres.getFactory().createPoint(at));
      return inside.locate(at) == Location.EXTERIOR ? -metres : metres;
    }
  }

  private final Map<String, List<Shape>> shapes = new HashMap<>();

  void add(String name, Geometry degrees, LocalPlane plane) {
    if (name.length() < SHORTEST_NAME || degrees.isEmpty() || degrees.getDimension() != 2) {
      return;
    }
    Geometry metres = degrees.copy();
    metres.apply(
        new CoordinateSequenceFilter() {
          private final double[] xy = new double[2];

          @Override
          public void filter(CoordinateSequence sequence, int i) {
            plane.project(sequence.getX(i), sequence.getY(i), xy, 0);
            sequence.setOrdinate(i, 0, xy[0]);
            sequence.setOrdinate(i, 1, xy[1]);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    shapes
        .computeIfAbsent(name, n -> new ArrayList<>())
        .add(
            new Shape(
                new IndexedPointInAreaLocator(metres), new IndexedFacetDistance(metres), metres));
  }

  boolean has(String name) {
    return shapes.containsKey(name);
  }

  /** The smallest of those that a text names. */
  Optional<String> in(String text) {
    return shapes.keySet().stream()
        .filter(text::contains)
        .min(Comparator.comparingDouble(this::area).thenComparing(Comparator.naturalOrder()));
  }

  private double area(String name) {
    return shapes.getOrDefault(name, List.of()).stream().mapToDouble(s -> s.metres.getArea()).sum();
  }

  /** Metres from a place to the border of the nearest of that name, negative outside. */
  double depth(String name, double x, double y) {
    return shapes.getOrDefault(name, List.of()).stream()
        .mapToDouble(shape -> shape.depth(x, y))
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }
}
