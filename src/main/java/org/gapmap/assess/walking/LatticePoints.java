package org.gapmap.assess.walking;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Points that stand for a polygon's area, each for the same share of it: the polygon is cut from
 * west to east into strips of equal area, and in the middle of each stands one point, at a height
 * that multiples of the golden section choose (Rosenblatt's transform of a Kronecker lattice).
 *
 * <p>So every polygon has all its points however thin it is, no two of them share a longitude, the
 * order and number of vertices play no part, and a small edit moves them little. The share of
 * points within a circle is an unbiased estimate of the share of area: with 25 of them it is within
 * a few hundredths.
 */
public final class LatticePoints {
  private static final int USUAL = 25;
  private static final int MOST = 64;

  /** 25 points on more than this stand over 50 m apart. */
  private static final double LARGE_SQM = 62_500;

  /** Nobody walks a measurable way across less than this. */
  private static final double TINY_SQM = 25;

  /** The golden section: its multiples fill the unit interval most evenly. */
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private LatticePoints() {}

  /** lon, lat pairs of 1, 25 or 64 points of a polygon in degrees, by its size. */
  public static double[] of(Geometry lonLat) {
    Coordinate middle = lonLat.getEnvelopeInternal().centre();
    FlatMap flat = FlatMap.at(middle.x, middle.y);
    return of(lonLat, count(lonLat.getArea() * flat.metresPerLon() * flat.metresPerLat()));
  }

  /** How many points stand for so much area. */
  static int count(double sqm) {
    if (sqm > LARGE_SQM) {
      return MOST;
    }
    return sqm < TINY_SQM ? 1 : USUAL;
  }

  /** x, y pairs of so many points of a polygon in any plane; one where it has no area. */
  static double[] of(Geometry polygon, int count) {
    double[] points = of(Sides.of(polygon), count);
    if (points.length > 0) {
      return points;
    }
    Coordinate somewhere = polygon.getInteriorPoint().getCoordinate();
    return new double[] {somewhere.x, somewhere.y};
  }

  /** The same of the {@link Sides} of a polygon; none where it has no area. */
  static double[] of(double[] sides, int count) {
    double[] cuts = cuts(sides);
    double[] areas = new double[cuts.length];
    double[] crossings = new double[sides.length / Sides.SIDE];
    for (int k = 0; k + 1 < cuts.length; k++) {
      double middle = (cuts[k] + cuts[k + 1]) / 2;
      areas[k + 1] = areas[k] + (cuts[k + 1] - cuts[k]) * Sides.width(sides, middle, crossings);
    }
    double whole = cuts.length == 0 ? 0 : areas[areas.length - 1];
    if (!(whole > 0)) {
      return new double[0];
    }
    double[] points = new double[2 * count];
    int slab = 0;
    for (int i = 0; i < count; i++) {
      double target = whole * (i + 0.5) / count;
      while (areas[slab + 1] < target && slab + 2 < areas.length) {
        slab++;
      }
      double x = within(sides, cuts[slab], cuts[slab + 1], target - areas[slab], crossings);
      points[2 * i] = x;
      points[2 * i + 1] = height(sides, x, (i + 0.5) * GOLDEN % 1, crossings);
    }
    return points;
  }

  /** The x of all corners, each once, ascending: between two of them widths change evenly. */
  private static double[] cuts(double[] sides) {
    double[] all = new double[sides.length / Sides.SIDE];
    for (int i = 0; i < all.length; i++) {
      all[i] = sides[Sides.SIDE * i];
    }
    Arrays.sort(all);
    int kept = 0;
    for (double x : all) {
      if (kept == 0 || x > all[kept - 1]) {
        all[kept++] = x;
      }
    }
    return Arrays.copyOf(all, kept);
  }

  /** The x in a slab that has so much area to its west within the slab. */
  private static double within(
      double[] sides, double west, double east, double area, double[] crossings) {
    double width = east - west;
    // The width is linear in x here, so a quarter and three quarters of the way tell both ends.
    double near = Sides.width(sides, west + width / 4, crossings);
    double far = Sides.width(sides, east - width / 4, crossings);
    double slope = 2 * (far - near);
    double first = Math.max(0, near - slope / 4);
    double ratio = area / width;
    double root = Math.sqrt(Math.max(0, first * first + 2 * slope * ratio));
    double along = first + root > 0 ? 2 * ratio / (first + root) : 0.5;
    return west + width * Math.max(1e-9, Math.min(1 - 1e-9, along));
  }

  /** The y at which a share of the polygon's width along the line of an x lies below. */
  private static double height(double[] sides, double x, double share, double[] crossings) {
    double left = share * Sides.width(sides, x, crossings);
    int count = Sides.crossings(sides, x, crossings);
    for (int k = 0; k + 1 < count; k += 2) {
      double piece = crossings[k + 1] - crossings[k];
      if (left <= piece || k + 3 >= count) {
        return crossings[k] + Math.min(left, piece);
      }
      left -= piece;
    }
    throw new IllegalStateException("no crossing at " + x);
  }
}
