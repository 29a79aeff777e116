package org.gapmap.store;

import java.util.Map;

/**
 * A row of a file, as far as it is kept whatever the row stands for.
 *
 * @param row from 1
 * @param key the file's own key of it; empty where it has none
 * @param attributes the file's other fields as text
 */
public record SourceRow(int row, String key, Map<String, String> attributes) {
  public SourceRow {
    attributes = Map.copyOf(attributes);
  }

  /** A row without a key and other fields. */
  public static SourceRow of(int row) {
    return new SourceRow(row, "", Map.of());
  }
}
