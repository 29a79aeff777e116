package org.gapmap.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/** The numbers of a geometry as arrays, without an object or a call for each of its points. */
public final class FlatPoints {
  private FlatPoints() {}

  /**
   * x and y in turn of every point, line and ring, in the geometry's order. Not to be written to:
   * an array may be the geometry's own.
   */
  public static List<double[]> of(Geometry geometry) {
    if (geometry instanceof Polygon polygon && polygon.getNumInteriorRing() == 0) {
      return List.of(of(polygon.getExteriorRing().getCoordinateSequence()));
    }
    List<double[]> all = new ArrayList<>();
    for (CoordinateSequence sequence : sequences(geometry)) {
      all.add(of(sequence));
    }
    return all;
  }

  /** The same of one sequence. */
  public static double[] of(CoordinateSequence sequence) {
    if (isFlat(sequence)) {
      return ((PackedCoordinateSequence.Double) sequence).getRawCoordinates();
    }
    double[] xy = new double[2 * sequence.size()];
    for (int i = 0; i < sequence.size(); i++) {
      xy[2 * i] = sequence.getX(i);
      xy[2 * i + 1] = sequence.getY(i);
    }
    return xy;
  }

  /** Whether {@link #of} gives the sequence's own array. */
  static boolean isFlat(CoordinateSequence sequence) {
    return sequence instanceof PackedCoordinateSequence.Double && sequence.getDimension() == 2;
  }

  /** Of every point, line and ring, in the geometry's order. */
  static List<CoordinateSequence> sequences(Geometry geometry) {
    List<CoordinateSequence> all = new ArrayList<>();
    collect(geometry, all);
    return all;
  }

  private static void collect(Geometry geometry, List<CoordinateSequence> into) {
    if (geometry instanceof GeometryCollection parts) {
      for (int i = 0; i < parts.getNumGeometries(); i++) {
        collect(parts.getGeometryN(i), into);
      }
    } else if (geometry instanceof Polygon polygon) {
      into.add(polygon.getExteriorRing().getCoordinateSequence());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        into.add(polygon.getInteriorRingN(i).getCoordinateSequence());
      }
    } else if (geometry instanceof LineString line) {
      into.add(line.getCoordinateSequence());
    } else if (geometry instanceof Point point) {
      into.add(point.getCoordinateSequence());
    }
  }
}
