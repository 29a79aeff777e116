package org.gapmap.store;

/** A column of a layer with a meaning, under the name that it is exported by. */
public record StoredColumn(String name, Type type) {
  /** What its values are, where they are known. */
  public enum Type {
    TEXT,
    /** Whole numbers: {@link Long}. */
    INTEGER,
    /** {@link Double}. */
    REAL
  }

  static StoredColumn text(String name) {
    return new StoredColumn(name, Type.TEXT);
  }

  static StoredColumn integer(String name) {
    return new StoredColumn(name, Type.INTEGER);
  }

  static StoredColumn real(String name) {
    return new StoredColumn(name, Type.REAL);
  }
}
