package org.gapmap.imports.source;

import org.locationtech.jts.geom.Coordinate;

/**
 * Which of two numbers is x. Latitude and longitude change places in many tables, in all rows or in
 * some, and surveyors write the northing first. In China nobody can mistake them: longitudes are 73
 * to 136, latitudes 3 to 54.
 */
final class AxisOrder {
  private static final double CLEAR = 0.9;

  private int rows;
  private int china;
  private int swappedDegrees;
  private int swappedMetres;

  /** Counts one place of the sample, as it stands in the file. */
  void look(Coordinate at) {
    rows++;
    china += chineseDegrees(at.x, at.y) ? 1 : 0;
    swappedDegrees += chineseDegrees(at.y, at.x) ? 1 : 0;
    swappedMetres += metresSwapped(at) ? 1 : 0;
  }

  /** Whether all rows are meant the other way round. */
  boolean columnsSwapped() {
    return rows > 0 && (swappedDegrees > CLEAR * rows || swappedMetres > CLEAR * rows);
  }

  /** Whether this row is to be read the other way round. */
  boolean swapped(Coordinate at) {
    if (rows > 0 && swappedMetres > CLEAR * rows) {
      return metresSwapped(at);
    }
    return rows > 0 && china + swappedDegrees > CLEAR * rows && chineseDegrees(at.y, at.x);
  }

  private static boolean chineseDegrees(double lon, double lat) {
    return lon > 73 && lon < 136 && lat > 3 && lat < 54;
  }

  private static boolean metresSwapped(Coordinate at) {
    return at.x > 1_800_000
        && at.x < 6_000_000
        && ((at.y > 100_000 && at.y < 900_000) || at.y > 13_000_000);
  }
}
