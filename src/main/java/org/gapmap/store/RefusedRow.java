package org.gapmap.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * A row that was not stored.
 *
 * @param row in its file
 * @param field the field that it was refused for; may be empty
 * @param code why, as its report counts it
 * @param detail what tells it from the others: the value, the place; may be empty
 * @param columns its own columns in the file's order, without those of personal data
 * @param shape in the file's own coordinates, as it stood
 */
public record RefusedRow(
    int row,
    String field,
    String code,
    String detail,
    Map<String, String> columns,
    Optional<Geometry> shape) {
  public RefusedRow {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }
}
