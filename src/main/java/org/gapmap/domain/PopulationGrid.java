package org.gapmap.domain;

/**
 * A raster of people, north up.
 *
 * @param crs of the corner and the steps, as {@code EPSG:4326} or WKT
 * @param west left edge, in the unit of the system
 * @param north upper edge
 * @param cellWidth above 0
 * @param cellHeight above 0, counted downward
 * @param columns cells in a row
 * @param people for each cell, row by row from the north-west; NaN where the raster has no data
 */
public record PopulationGrid(
    String crs,
    double west,
    double north,
    double cellWidth,
    double cellHeight,
    int columns,
    float[] people,
    Provenance provenance) {
  public PopulationGrid {
    if (!(cellWidth > 0 && cellHeight > 0)) {
      throw new IllegalArgumentException("cells of " + cellWidth + " x " + cellHeight);
    }
    if (columns < 1 || people.length % columns != 0) {
      throw new IllegalArgumentException(people.length + " cells in rows of " + columns);
    }
  }

  public int rows() {
    return people.length / columns;
  }
}
