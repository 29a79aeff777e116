package org.gapmap.imports.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * One row as it stands in the file.
 *
 * @param row the row as its owner finds it: in a shapefile the record number from 1, deleted
 *     records counted; in a CSV file the record number as a spreadsheet shows it, so that the
 *     header is 1 and the first feature 2 (a quoted line break does not start a row)
 * @param geometry in the file's own coordinates, x before y, never empty; two-dimensional
 * @param fields every field in file order as trimmed text, an empty text where the file has none
 * @param problem why there is no geometry, or no trustworthy one
 */
public record SourceFeature(
    int row, Optional<Geometry> geometry, Map<String, String> fields, Optional<Notice> problem) {
  /** The code of the problem of a row that says where it is in words only. */
  public static final String ADDRESS_ONLY = "address_only";

  public SourceFeature {
    if (row < 1) {
      throw new IllegalArgumentException("rows count from 1, got " + row);
    }
    if (geometry.isEmpty() && problem.isEmpty()) {
      throw new IllegalArgumentException("row " + row + " has neither a geometry nor a problem");
    }
    if (!(fields instanceof RowTexts)) {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }
}
