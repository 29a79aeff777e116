package org.gapmap.imports.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/** Two-dimensional shapes from x and y in turn; what is too short to be one is left out. */
final class FlatShapes {
  static final GeometryFactory FACTORY = new GeometryFactory();

  private FlatShapes() {}

  static Point point(double x, double y) {
    return FACTORY.createPoint(sequence(new double[] {x, y}));
  }

  static Optional<LineString> line(double[] xy) {
    return xy.length < 4 ? Optional.empty() : Optional.of(FACTORY.createLineString(sequence(xy)));
  }

  /**
   * @param rings the shell and its holes, closed or not
   */
  static Optional<Polygon> polygon(List<double[]> rings) {
    List<LinearRing> made = new ArrayList<>(rings.size());
    for (double[] ring : rings) {
      double[] closed = closed(ring);
      if (closed.length >= 8) {
        made.add(FACTORY.createLinearRing(sequence(closed)));
      } else if (made.isEmpty()) {
        return Optional.empty();
      }
    }
    return made.isEmpty()
        ? Optional.empty()
        : Optional.of(
            FACTORY.createPolygon(
                made.get(0), made.subList(1, made.size()).toArray(LinearRing[]::new)));
  }

  private static double[] closed(double[] xy) {
    int n = xy.length;
    if (n < 2 || (xy[0] == xy[n - 2] && xy[1] == xy[n - 1])) {
      return xy;
    }
    double[] closed = Arrays.copyOf(xy, n + 2);
    closed[n] = xy[0];
    closed[n + 1] = xy[1];
    return closed;
  }

  static boolean finite(double[] xy) {
    for (double v : xy) {
      if (!Double.isFinite(v)) {
        return false;
      }
    }
    return true;
  }

  static CoordinateSequence sequence(double[] xy) {
    return new PackedCoordinateSequence.Double(xy, 2, 0);
  }
}
