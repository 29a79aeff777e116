package org.gapmap.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gapmap.domain.LayerType;
import org.gapmap.geo.CoordinateOutOfRange;
import org.gapmap.geo.CrsTransform;
import org.gapmap.geo.FlatPoints;
import org.gapmap.geo.LocalPlane;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * Takes a shape from the file's coordinates to a valid one in degrees, or says why it can't be
 * used.
 *
 * <p>Invalid polygons are repaired by {@link GeometryFixer}, which keeps the structure that the
 * rings declare: every shell is land, every hole is not, and what two shells cover is covered once.
 * The other usual repair counts crossings of the linework and turns land that was drawn twice into
 * a hole; a boundary digitised with a loop or parts that overlap would lose homes to it.
 */
final class ShapeCheck {
  /** A part of less is a leftover of the repair where there is a larger one. */
  private static final double LEFTOVER_SQM = 1.0;

  private static final double ZERO = 1e-9;

  /**
   * What came of a shape.
   *
   * @param shape valid, in degrees, multi where it is a polygon or line; empty where refused
   * @param issues what was found; the refusal where refused
   */
  record Checked(Optional<Geometry> shape, List<ImportIssue> issues) {
    Checked {
      issues = List.copyOf(issues);
    }
  }

  private final LayerType type;
  private final CrsTransform transform;
  private double changedSqm;

  ShapeCheck(LayerType type, CrsTransform transform) {
    this.type = type;
    this.transform = transform;
  }

  /** By how many square metres the repairs changed areas so far, added up regardless of sign. */
  double changedSqm() {
    return changedSqm;
  }

  Checked check(int row, Geometry inFile) {
    Optional<ImportIssue> wrong = wrongType(row, inFile);
    if (wrong.isPresent()) {
      return refused(wrong.get());
    }
    if (!isFinite(inFile)) {
      return refused(Finding.OUTSIDE_WORLD.at(row, "", "not a number"));
    }
    if (inFile instanceof Point point && isOrigin(point.getX(), point.getY())) {
      return refused(Finding.OUTSIDE_WORLD.at(row, "", "0,0"));
    }
    Geometry shape;
    try {
      shape = transform.apply(inFile);
    } catch (CoordinateOutOfRange e) {
      return refused(Finding.OUTSIDE_WORLD.at(row, "", place(inFile.getEnvelopeInternal())));
    }
    Envelope extent = shape.getEnvelopeInternal();
    if (!isFinite(shape) || !new Envelope(-180, 180, -90, 90).covers(extent)) {
      return refused(Finding.OUTSIDE_WORLD.at(row, "", place(inFile.getEnvelopeInternal())));
    }
    if (shape instanceof Polygonal) {
      return polygons(row, shape);
    }
    if (shape instanceof Point || shape instanceof MultiPoint) {
      return new Checked(Optional.of(shape.getGeometryN(0)), List.of());
    }
    return lines(row, shape);
  }

  private Optional<ImportIssue> wrongType(int row, Geometry shape) {
    boolean point = shape instanceof Point || shape instanceof MultiPoint;
    boolean line = shape instanceof LineString || shape instanceof MultiLineString;
    boolean polygon = shape instanceof Polygonal;
    boolean fits =
        switch (type) {
          case COMMUNITIES, AREAS, LAND_USE -> polygon;
          case FACILITIES, SITES, BUILDINGS -> point || polygon;
          case STREETS -> line;
          case GATES, ADDRESSES -> point;
          case POPULATION -> false;
        };
    if (!fits) {
      return Optional.of(
          Finding.WRONG_GEOMETRY.at(
              row,
              "",
              shape.getGeometryType() + " in a layer of " + type.name().toLowerCase(Locale.ROOT)));
    }
    if (shape instanceof MultiPoint && shape.getNumGeometries() != 1) {
      return Optional.of(Finding.SEVERAL_POINTS.at(row, "", shape.getNumGeometries() + " points"));
    }
    return Optional.empty();
  }

  private Checked polygons(int row, Geometry shape) {
    if (SimpleRing.isCertain(shape) || shape.isValid()) {
      return new Checked(Optional.of(multi(shape)), List.of());
    }
    LocalPlane plane = LocalPlane.atCentreOf(shape.getEnvelopeInternal());
    Geometry fixed;
    try {
      fixed = GeometryFixer.fix(shape);
    } catch (TopologyException e) {
      return refused(Finding.BEYOND_REPAIR.at(row, "", place(shape.getEnvelopeInternal())));
    }
    List<ImportIssue> issues = new ArrayList<>();
    List<Polygon> parts = new ArrayList<>();
    double largest = 0;
    for (int i = 0; i < fixed.getNumGeometries(); i++) {
      largest = Math.max(largest, GroundArea.sqm(plane, fixed.getGeometryN(i)));
    }
    int dropped = 0;
    double droppedSqm = 0;
    for (int i = 0; i < fixed.getNumGeometries(); i++) {
      if (!(fixed.getGeometryN(i) instanceof Polygon part) || part.isEmpty()) {
        continue;
      }
      double area = GroundArea.sqm(plane, part);
      if (area < LEFTOVER_SQM && area < largest) {
        dropped++;
        droppedSqm += area;
      } else {
        parts.add(part);
      }
    }
    if (parts.isEmpty()) {
      return refused(Finding.BEYOND_REPAIR.at(row, "", place(shape.getEnvelopeInternal())));
    }
    Geometry repaired = shape.getFactory().createMultiPolygon(parts.toArray(new Polygon[0]));
    double before = GroundArea.sqm(plane, shape);
    double after = GroundArea.sqm(plane, repaired);
    changedSqm += Math.abs(after - before);
    issues.add(
        Finding.INVALID_REPAIRED.at(
            row,
            "",
            String.format(Locale.ROOT, "%.1f -> %.1f m2 (%+.1f)", before, after, after - before)));
    if (dropped > 0) {
      issues.add(
          Finding.LEFTOVERS_DROPPED.at(
              row, "", String.format(Locale.ROOT, "%d, %.3f m2", dropped, droppedSqm)));
    }
    return new Checked(Optional.of(repaired), issues);
  }

  private static Checked lines(int row, Geometry shape) {
    List<LineString> parts = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i) instanceof LineString part && part.getLength() > 0) {
        parts.add(part);
      }
    }
    if (parts.isEmpty()) {
      return refused(Finding.BEYOND_REPAIR.at(row, "", "a line without length"));
    }
    return new Checked(
        Optional.of(shape.getFactory().createMultiLineString(parts.toArray(new LineString[0]))),
        List.of());
  }

  private static MultiPolygon multi(Geometry polygons) {
    return polygons instanceof Polygon polygon
        ? polygons.getFactory().createMultiPolygon(new Polygon[] {polygon})
        : (MultiPolygon) polygons;
  }

  private static boolean isFinite(Geometry shape) {
    for (double[] xy : FlatPoints.of(shape)) {
      for (double value : xy) {
        if (!Double.isFinite(value)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isOrigin(double x, double y) {
    return Math.abs(x) < ZERO && Math.abs(y) < ZERO;
  }

  private static String place(Envelope extent) {
    return String.format(Locale.ROOT, "%.6g, %.6g", extent.getMinX(), extent.getMinY());
  }

  private static Checked refused(ImportIssue issue) {
    return new Checked(Optional.empty(), List.of(issue));
  }
}
