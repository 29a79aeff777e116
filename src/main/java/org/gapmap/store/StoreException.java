package org.gapmap.store;

import java.sql.SQLException;

/** The database refused or failed where it should not have: a bug or a broken server. */
public final class StoreException extends RuntimeException {
  public StoreException(String what, SQLException cause) {
    super(what + ": " + cause.getMessage(), cause);
  }
}
