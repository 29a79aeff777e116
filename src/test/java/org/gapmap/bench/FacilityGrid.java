package org.gapmap.bench;

import java.util.List;
import org.gapmap.geo.Geocentric;
import org.gapmap.geo.LocalPlane;
import org.locationtech.jts.geom.Coordinate;

/** Facilities of one kind sorted into square cells: the nearby ones lie together in memory. */
final class FacilityGrid {
  private static final double CELL_METRES = 250;

  private final double west;
  private final double south;
  private final int columns;
  private final int rows;
  private final int[] cellStart;
  private final double[] xyz;

  FacilityGrid(LocalPlane cityPlane, List<Coordinate> places) {
    west = places.stream().mapToDouble(place -> place.x).min().orElseThrow();
    south = places.stream().mapToDouble(place -> place.y).min().orElseThrow();
    columns = 1 + column(places.stream().mapToDouble(place -> place.x).max().orElseThrow());
    rows = 1 + row(places.stream().mapToDouble(place -> place.y).max().orElseThrow());
    cellStart = new int[columns * rows + 1];
    for (Coordinate place : places) {
      cellStart[row(place.y) * columns + column(place.x) + 1]++;
    }
    for (int cell = 0; cell < columns * rows; cell++) {
      cellStart[cell + 1] += cellStart[cell];
    }
    int[] next = cellStart.clone();
    xyz = new double[3 * places.size()];
    for (Coordinate place : places) {
      Coordinate degrees = cityPlane.toLonLat(place.x, place.y);
      int at = next[row(place.y) * columns + column(place.x)]++;
      Geocentric.of(degrees.x, degrees.y, xyz, 3 * at);
    }
  }

  private int column(double x) {
    return (int) Math.floor((x - west) / CELL_METRES);
  }

  private int row(double y) {
    return (int) Math.floor((y - south) / CELL_METRES);
  }

  /** Projects all facilities of the cells around an extent; returns how many. */
  int near(
      double minX,
      double minY,
      double maxX,
      double maxY,
      LocalPlane plane,
      double[] xs,
      double[] ys) {
    int fromColumn = Math.max(0, column(minX));
    int toColumn = Math.min(columns - 1, column(maxX));
    int toRow = Math.min(rows - 1, row(maxY));
    double[] xy = new double[2];
    int count = 0;
    for (int row = Math.max(0, row(minY)); row <= toRow && fromColumn <= toColumn; row++) {
      int end = cellStart[row * columns + toColumn + 1];
      for (int i = cellStart[row * columns + fromColumn]; i < end; i++) {
        plane.projectGeocentric(xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2], xy, 0);
        xs[count] = xy[0];
        ys[count++] = xy[1];
      }
    }
    return count;
  }
}
