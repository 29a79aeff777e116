package org.gapmap.assess.walking;

import org.gapmap.geo.Geocentric;

/** Measures lines of longitude, latitude pairs. */
final class Lines {
  private Lines() {}

  static double metres(double[] line) {
    return metres(line, SegmentLength.ON_ELLIPSOID);
  }

  static double metres(double[] line, SegmentLength lengths) {
    double metres = 0;
    for (int i = 0; i + 2 < line.length; i += 2) {
      metres += lengths.metres(line[i], line[i + 1], line[i + 2], line[i + 3]);
    }
    return metres;
  }

  /** Metres from the point of a line that begins at a place in it to another point. */
  static double gap(double[] line, int at, double[] lonLat) {
    return Geocentric.metres(line[at], line[at + 1], lonLat[0], lonLat[1]);
  }
}
