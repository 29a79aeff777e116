package org.gapmap.export;

import org.gapmap.store.StoredColumn;

/**
 * A column of a table that is exported.
 *
 * @param name what it is called where a format takes any name
 * @param original what the file that the layer was imported from called it; empty where GapMap gave
 *     the column its meaning
 * @param brief a name of at most ten letters for formats that take no longer one; may be empty
 */
record TableColumn(String name, String original, StoredColumn.Type type, String brief) {
  static TableColumn of(StoredColumn column) {
    return new TableColumn(column.name(), "", column.type(), "");
  }

  static TableColumn ofFile(String name, String original) {
    return new TableColumn(name, original, StoredColumn.Type.TEXT, "");
  }

  /** The name that the user knows it by. */
  String known() {
    return original.isEmpty() ? name : original;
  }
}
