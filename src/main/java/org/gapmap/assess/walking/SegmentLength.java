package org.gapmap.assess.walking;

import org.gapmap.geo.Geocentric;

/**
 * How long a straight piece of a street is; the same in both directions, since people come back.
 */
@FunctionalInterface
public interface SegmentLength {
  /** Along the ground of the ellipsoid, as straight lines are measured. */
  SegmentLength ON_ELLIPSOID = Geocentric::metres;

  /** Metres between two points in degrees; not less than the straight line. */
  double metres(double lonA, double latA, double lonB, double latB);
}
