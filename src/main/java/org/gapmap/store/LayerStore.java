package org.gapmap.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Layers as versioned rows: an import adds a version, and its commit flips the pointer. */
public final class LayerStore {
  private final DataSource database;

  public LayerStore(DataSource database) {
    this.database = database;
  }

  /**
   * Starts an import in a transaction of its own. Nothing of it is seen by anyone before {@link
   * LayerImport#commit}; closing it uncommitted leaves the database as it was. Imports into one
   * city wait for each other.
   */
  public LayerImport begin(ImportHeader header) {
    return begin(header, ImportMode.REPLACE);
  }

  /** The same in a mode. */
  public LayerImport begin(ImportHeader header, ImportMode mode) {
    LayerImport begun = prepare(header, mode);
    try {
      begun.start();
      return begun;
    } catch (RuntimeException e) {
      begun.close();
      throw e;
    }
  }

  /**
   * The same, not started yet, so that whoever waits in {@link LayerImport#start} can be stopped.
   */
  public LayerImport prepare(ImportHeader header, ImportMode mode) {
    try {
      Connection connection = database.getConnection();
      try {
        connection.setAutoCommit(false);
        return new LayerImport(connection, header, mode);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreException("an import could not begin", e);
    }
  }
}
