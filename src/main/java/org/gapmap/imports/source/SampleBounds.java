package org.gapmap.imports.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.Envelope;

/**
 * The bounds of a sample of shapes, without the few that lie where no neighbour does: a row with
 * its coordinates swapped must not make the whole file look like a grid of metres.
 */
final class SampleBounds {
  /** Half of all shapes lie within one such spread of the middle; a whole country within ten. */
  private static final double SPREADS = 50;

  /** Where the shapes all lie on one spot: degrees, or as many metres. */
  private static final double LEAST = 1;

  private final List<Envelope> shapes = new ArrayList<>();

  void add(Envelope shape) {
    shapes.add(shape);
  }

  int count() {
    return shapes.size();
  }

  Envelope bounds() {
    Envelope bounds = new Envelope();
    if (shapes.isEmpty()) {
      return bounds;
    }
    double x = median(shapes, e -> e.centre().x);
    double y = median(shapes, e -> e.centre().y);
    double width = Math.max(LEAST, SPREADS * median(shapes, e -> Math.abs(e.centre().x - x)));
    double height = Math.max(LEAST, SPREADS * median(shapes, e -> Math.abs(e.centre().y - y)));
    for (Envelope shape : shapes) {
      if (Math.abs(shape.centre().x - x) <= width && Math.abs(shape.centre().y - y) <= height) {
        bounds.expandToInclude(shape);
      }
    }
    return bounds;
  }

  private static double median(List<Envelope> shapes, ToDoubleFunction<Envelope> value) {
    double[] sorted = shapes.stream().mapToDouble(value).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
