package org.gapmap.store;

/** What an import makes of the rows of its layer's version before. */
public enum ImportMode {
  /** They are gone. */
  REPLACE,
  /** They stay, and every row is added. */
  APPEND,
  /** They stay, but for those whose key, or name and place, comes again. */
  UPSERT
}
