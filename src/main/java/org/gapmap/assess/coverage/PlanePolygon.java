package org.gapmap.assess.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gapmap.geo.LocalPlane;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A polygon, with its parts and holes, laid flat in metres: what {@link UnionCoverage} walks.
 *
 * <p>Every ring is closed and has the interior on its left, so shells turn counter-clockwise and
 * holes clockwise. Coordinates are kept relative to the middle of the bounding box: products of
 * large eastings would cost digits. Immutable.
 */
public final class PlanePolygon {
  final double originX;
  final double originY;
  final double halfWidth;
  final double halfHeight;

  /** x, y pairs of all rings one after another, each ring ending with its first point. */
  final double[] xy;

  /** For each ring the index into {@link #xy} just behind its last pair. */
  final int[] ringEnds;

  private final double areaSqm;

  private PlanePolygon(List<double[]> rings) {
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    int length = 0;
    for (double[] ring : rings) {
      length += ring.length;
      for (int i = 0; i < ring.length; i += 2) {
        minX = Math.min(minX, ring[i]);
        maxX = Math.max(maxX, ring[i]);
        minY = Math.min(minY, ring[i + 1]);
        maxY = Math.max(maxY, ring[i + 1]);
      }
    }
    originX = (minX + maxX) / 2;
    originY = (minY + maxY) / 2;
    halfWidth = (maxX - minX) / 2;
    halfHeight = (maxY - minY) / 2;
    xy = new double[length];
    ringEnds = new int[rings.size()];
    int at = 0;
    for (int ring = 0; ring < ringEnds.length; ring++) {
      double[] points = rings.get(ring);
      for (int i = 0; i < points.length; i += 2) {
        xy[at++] = points[i] - originX;
        xy[at++] = points[i + 1] - originY;
      }
      ringEnds[ring] = at;
    }
    double doubled = 0;
    for (int ring = 0, from = 0; ring < ringEnds.length; from = ringEnds[ring++]) {
      doubled += doubledArea(xy, from, ringEnds[ring]);
    }
    areaSqm = doubled / 2;
    if (!(areaSqm > 0 && areaSqm < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a polygon of " + areaSqm + " m2 has no share to cover");
    }
  }

  /**
   * Lays a polygon in degrees onto a plane, which should touch near its middle.
   *
   * @throws IllegalArgumentException if the geometry holds no area or anything but polygons
   */
  public static PlanePolygon of(Geometry lonLat, LocalPlane plane) {
    return new PlanePolygon(rings(lonLat, plane::project));
  }

  /**
   * Takes a polygon whose coordinates are metres already.
   *
   * @throws IllegalArgumentException if the geometry holds no area or anything but polygons
   */
  public static PlanePolygon ofMetres(Geometry metres) {
    return new PlanePolygon(rings(metres, PlanePolygon::flat));
  }

  public double areaSqm() {
    return areaSqm;
  }

  public double minX() {
    return originX - halfWidth;
  }

  public double minY() {
    return originY - halfHeight;
  }

  public double maxX() {
    return originX + halfWidth;
  }

  public double maxY() {
    return originY + halfHeight;
  }

  public int ringCount() {
    return ringEnds.length;
  }

  /** Points of all rings, the closing one of each not counted twice. */
  public int vertexCount() {
    return xy.length / 2 - ringEnds.length;
  }

  /** Metres from a place to the nearest point of the polygon; 0 inside and on the boundary. */
  public double distanceTo(double x, double y) {
    return Math.sqrt(nearest(x, y, null));
  }

  /** Metres from a place to the farthest point of the polygon. */
  public double farthestFrom(double x, double y) {
    double squared = 0;
    for (int i = 0; i < xy.length; i += 2) {
      double dx = xy[i] + originX - x;
      double dy = xy[i + 1] + originY - y;
      squared = Math.max(squared, dx * dx + dy * dy);
    }
    return Math.sqrt(squared);
  }

  /**
   * Writes the point of the polygon nearest to a place to {@code out[0]} and {@code out[1]}: the
   * place itself where it lies inside. Returns the distance in metres.
   */
  public double nearestPoint(double x, double y, double[] out) {
    return Math.sqrt(nearest(x, y, out));
  }

  /** x, y pairs of the corners at which the boundary turns outward. */
  double[] convexCorners() {
    double[] corners = new double[xy.length];
    int count = 0;
    for (int ring = 0, first = 0; ring < ringEnds.length; first = ringEnds[ring++]) {
      int last = ringEnds[ring] - 2;
      for (int i = first; i < last; i += 2) {
        int before = i == first ? last - 2 : i - 2;
        double cross =
            (xy[i] - xy[before]) * (xy[i + 3] - xy[i + 1])
                - (xy[i + 1] - xy[before + 1]) * (xy[i + 2] - xy[i]);
        if (cross > 0) {
          corners[count++] = xy[i] + originX;
          corners[count++] = xy[i + 1] + originY;
        }
      }
    }
    return Arrays.copyOf(corners, count);
  }

  private double nearest(double x, double y, double @Nullable [] out) {
    double px = x - originX;
    double py = y - originY;
    double best = Double.POSITIVE_INFINITY;
    double bestX = px;
    double bestY = py;
    boolean inside = false;
    for (int ring = 0, i = 0; ring < ringEnds.length; ring++, i += 2) {
      for (; i + 2 < ringEnds[ring]; i += 2) {
        double ax = xy[i] - px;
        double ay = xy[i + 1] - py;
        double ex = xy[i + 2] - xy[i];
        double ey = xy[i + 3] - xy[i + 1];
        double along = Math.max(0, Math.min(1, -(ax * ex + ay * ey) / (ex * ex + ey * ey)));
        double dx = ax + along * ex;
        double dy = ay + along * ey;
        double squared = dx * dx + dy * dy;
        if (squared < best) {
          best = squared;
          bestX = px + dx;
          bestY = py + dy;
        }
        if ((xy[i + 1] > py) != (xy[i + 3] > py) && (ax * ey - ay * ex > 0) == (ey > 0)) {
          inside = !inside;
        }
      }
    }
    if (out != null) {
      out[0] = inside ? x : bestX + originX;
      out[1] = inside ? y : bestY + originY;
    }
    return inside ? 0 : best;
  }

  private interface Flattening {
    double[] apply(CoordinateSequence points);
  }

  private static double[] flat(CoordinateSequence points) {
    double[] xy = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      xy[2 * i] = points.getX(i);
      xy[2 * i + 1] = points.getY(i);
    }
    return xy;
  }

  private static List<double[]> rings(Geometry geometry, Flattening flattening) {
    List<double[]> rings = new ArrayList<>();
    for (int part = 0; part < geometry.getNumGeometries(); part++) {
      if (!(geometry.getGeometryN(part) instanceof Polygon polygon)) {
        throw new IllegalArgumentException(
            "a " + geometry.getGeometryN(part).getGeometryType() + " has no area to cover");
      }
      addRing(rings, polygon.getExteriorRing(), flattening, true);
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        addRing(rings, polygon.getInteriorRingN(hole), flattening, false);
      }
    }
    return rings;
  }

  private static void addRing(
      List<double[]> rings, LinearRing ring, Flattening flattening, boolean shell) {
    double[] points = withoutRepeats(flattening.apply(ring.getCoordinateSequence()));
    if (points.length < 8) {
      return;
    }
    if ((doubledArea(points, 0, points.length) > 0) != shell) {
      reverse(points);
    }
    rings.add(points);
  }

  private static double[] withoutRepeats(double[] points) {
    int kept = Math.min(2, points.length);
    for (int i = 2; i < points.length; i += 2) {
      if (points[i] != points[kept - 2] || points[i + 1] != points[kept - 1]) {
        points[kept++] = points[i];
        points[kept++] = points[i + 1];
      }
    }
    return kept == points.length ? points : Arrays.copyOf(points, kept);
  }

  private static void reverse(double[] points) {
    for (int low = 0, high = points.length - 2; low < high; low += 2, high -= 2) {
      double x = points[low];
      double y = points[low + 1];
      points[low] = points[high];
      points[low + 1] = points[high + 1];
      points[high] = x;
      points[high + 1] = y;
    }
  }

  /** Twice the signed area of a closed ring, counter-clockwise positive (the shoelace formula). */
  private static double doubledArea(double[] points, int from, int to) {
    double doubled = 0;
    double x0 = points[from];
    double y0 = points[from + 1];
    for (int i = from; i + 2 < to; i += 2) {
      doubled +=
          (points[i] - x0) * (points[i + 3] - y0) - (points[i + 2] - x0) * (points[i + 1] - y0);
    }
    return doubled;
  }
}
