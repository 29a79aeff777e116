package org.gapmap.geo;

import java.util.List;

/**
 * A shapefile's name and columns.
 *
 * @param file without extension
 * @param shapeType the format's number: 1 points, 3 lines, 5 polygons
 */
public record ShapefileLayer(String file, int shapeType, List<DbfField> fields) {
  public static final int POINTS = 1;
  public static final int LINES = 3;
  public static final int POLYGONS = 5;
}
