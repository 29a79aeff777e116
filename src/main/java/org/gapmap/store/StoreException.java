package org.gapmap.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** The database refused or failed where it should not have: a bug or a broken server. */
public final class StoreException extends RuntimeException {
  public StoreException(String what, SQLException cause) {
    super(what + ": " + cause.getMessage(), cause);
  }

  /** Whether the server was not there to answer, so that the request itself is not at fault. */
  public boolean isUnreachable() {
    if (!(getCause() instanceof SQLException cause)) {
      return false;
    }
    String state = String.valueOf(cause.getSQLState());
    return cause instanceof SQLTransientConnectionException
        || state.startsWith("08")
        || state.startsWith("57P");
  }
}
