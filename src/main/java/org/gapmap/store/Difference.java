package org.gapmap.store;

import java.util.List;

/**
 * What an import makes of a layer, against its current version: rows that are the same by their
 * lasting id (communities), by key, or by name and place.
 *
 * @param changed rows that differ in a column, in their kind, or by more than 1e-9 degrees
 * @param removed rows that are no longer there
 * @param unchanged rows that stay as they were, whether they came again or were kept
 * @param repeatedKeys appended rows whose key the layer has already; they are stored without it
 * @param examples the first few of each sort; none where there was nothing before
 */
public record Difference(
    ImportMode mode,
    int added,
    int changed,
    int removed,
    int unchanged,
    int repeatedKeys,
    List<Example> examples) {

  /** What became of a row. */
  public enum Change {
    ADDED,
    CHANGED,
    REMOVED
  }

  /**
   * A row that differs.
   *
   * @param row in its file: the new one, or of a removed row the one before
   * @param key the file's own key of it; may be empty
   * @param fields of a changed row, what changed
   */
  public record Example(Change change, int row, String key, String name, List<Field> fields) {
    public Example {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A value that changed.
   *
   * @param field a column of the layer, or the file's own name of a field that is kept as text
   * @param before empty where it was unknown
   * @param after empty where it is unknown
   */
  public record Field(String field, String before, String after) {}

  public Difference {
    examples = List.copyOf(examples);
  }

  /** The first version of a layer. */
  static Difference ofFirst(ImportMode mode, int rows) {
    return new Difference(mode, rows, 0, 0, 0, 0, List.of());
  }

  /** Whether the layer stays as it is. */
  public boolean isNothing() {
    return added == 0 && changed == 0 && removed == 0;
  }
}
