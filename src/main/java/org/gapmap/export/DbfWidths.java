package org.gapmap.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gapmap.geo.DbfField;
import org.gapmap.store.StoredColumn;
import org.jspecify.annotations.Nullable;

/**
 * How wide a table's columns must be, seen from all its rows: a DBF says it before the first row,
 * and one that says the utmost takes ten times the room.
 */
final class DbfWidths {
  private static final int WIDEST_NUMBER = 32;
  private static final int MOST_DECIMALS = 15;

  private final List<TableColumn> columns;
  private final int[] widths;
  private final int[] decimals;

  DbfWidths(List<TableColumn> columns) {
    this.columns = columns;
    this.widths = new int[columns.size()];
    this.decimals = new int[columns.size()];
  }

  void look(@Nullable Object[] values) {
    for (int i = 0; i < values.length; i++) {
      String text = text(values[i]);
      widths[i] = Math.max(widths[i], text.getBytes(StandardCharsets.UTF_8).length);
      int point = values[i] instanceof Double ? text.indexOf('.') : -1;
      if (point >= 0) {
        decimals[i] = Math.max(decimals[i], text.length() - point - 1);
      }
    }
  }

  /** A value as a cell holds it, but for the width of texts. */
  static String text(@Nullable Object value) {
    String plain = Values.text(value);
    return value instanceof Double number && plain.length() > WIDEST_NUMBER
        ? Double.toString(number)
        : plain;
  }

  List<DbfField> fields(List<String> names) {
    List<DbfField> fields = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      int width = Math.max(1, widths[i]);
      fields.add(
          columns.get(i).type() == StoredColumn.Type.TEXT
              ? DbfField.text(names.get(i), Math.min(width, DbfField.WIDEST))
              : new DbfField(
                  names.get(i),
                  'N',
                  width,
                  Math.min(decimals[i], Math.min(MOST_DECIMALS, Math.max(0, width - 2)))));
    }
    return fields;
  }
}
