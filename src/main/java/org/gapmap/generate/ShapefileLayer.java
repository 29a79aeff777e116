package org.gapmap.generate;

import java.util.List;

/**
 * A shapefile's name and columns.
 *
 * @param file without extension
 * @param shapeType the format's number: 1 points, 3 lines, 5 polygons
 */
record ShapefileLayer(String file, int shapeType, List<DbfField> fields) {
  static final int POINTS = 1;
  static final int LINES = 3;
  static final int POLYGONS = 5;
}
