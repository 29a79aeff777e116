package org.gapmap.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.LineStringExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * JTS overlays whose results are put in normal form. Where JTS starts a ring, and in which order it
 * returns parts, depends on identity hashes and changes from run to run; a seed must not.
 */
final class Land {
  private static final PrecisionModel CENTIMETRES = new PrecisionModel(100);
  private static final Comparator<Polygon> BY_PLACE =
      Comparator.comparingDouble((Polygon p) -> p.getEnvelopeInternal().getMinX())
          .thenComparingDouble(p -> p.getEnvelopeInternal().getMinY())
          .thenComparingDouble(p -> p.getEnvelopeInternal().getMaxX())
          .thenComparingDouble(p -> p.getEnvelopeInternal().getMaxY());

  private Land() {}

  static Geometry common(Geometry a, Geometry b) {
    return OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION).norm();
  }

  static Geometry joined(Geometry a, Geometry b) {
    return OverlayNGRobust.overlay(a, b, OverlayNG.UNION).norm();
  }

  static Geometry without(Geometry a, Geometry b) {
    return OverlayNGRobust.overlay(a, b, OverlayNG.DIFFERENCE).norm();
  }

  /**
   * The first without the second, to the centimetre: where edges run along one another nothing
   * thinner is left over.
   */
  static Geometry carved(Geometry a, Geometry b) {
    return OverlayNG.overlay(a, b, OverlayNG.DIFFERENCE, CENTIMETRES).norm();
  }

  static List<Polygon> polygons(Geometry geometry) {
    List<Polygon> polygons = new ArrayList<>();
    for (Object polygon : PolygonExtracter.getPolygons(geometry)) {
      polygons.add((Polygon) ((Polygon) polygon).norm());
    }
    polygons.sort(BY_PLACE);
    return polygons;
  }

  /** The faces that noded lines enclose. */
  static List<Polygon> polygonized(Geometry linework) {
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(linework);
    List<Polygon> polygons = new ArrayList<>();
    for (Object polygon : polygonizer.getPolygons()) {
      polygons.add((Polygon) ((Polygon) polygon).norm());
    }
    polygons.sort(BY_PLACE);
    return polygons;
  }

  static Polygon largest(Geometry geometry) {
    Polygon largest = geometry.getFactory().createPolygon();
    for (Polygon part : polygons(geometry)) {
      if (part.getArea() > largest.getArea()) {
        largest = part;
      }
    }
    return largest;
  }

  /** Its lines of over a metre. */
  static List<LineString> lines(Geometry geometry) {
    List<LineString> lines = new ArrayList<>();
    for (Object found : LineStringExtracter.getLines(geometry)) {
      LineString line = (LineString) ((LineString) found).norm();
      if (line.getLength() > 1) {
        lines.add(line);
      }
    }
    lines.sort(
        Comparator.comparing((LineString line) -> line.getCoordinateN(0))
            .thenComparing(line -> line.getCoordinateN(1)));
    return lines;
  }
}
