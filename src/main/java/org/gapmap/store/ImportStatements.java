package org.gapmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The statements of one import, by name; none begins after it was told to stop. */
final class ImportStatements {
  private final Connection connection;
  private final Runnable requireRunning;

  /** Reads a row of a result. */
  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /**
   * @param requireRunning throws where the import shall stop; asked before every statement
   */
  ImportStatements(Connection connection, Runnable requireRunning) {
    this.connection = connection;
    this.requireRunning = requireRunning;
  }

  Connection connection() {
    return connection;
  }

  /**
   * @param values lists of ids become arrays; of an optional one, bytes or NULL
   * @return how many rows it touched
   */
  int execute(String query, Object... values) throws SQLException {
    requireRunning.run();
    try (var statement = connection.prepareStatement(Queries.text(query))) {
      fill(statement, values);
      return statement.executeUpdate();
    }
  }

  void query(RowReader reader, String query, Object... values) throws SQLException {
    requireRunning.run();
    try (var statement = connection.prepareStatement(Queries.text(query))) {
      fill(statement, values);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          reader.read(row);
        }
      }
    }
  }

  private void fill(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Collection<?> ids) {
        statement.setArray(i + 1, connection.createArrayOf("integer", List.copyOf(ids).toArray()));
      } else if (values[i] instanceof Optional<?> bytes) {
        statement.setBytes(i + 1, (byte[]) bytes.orElse(null));
      } else {
        statement.setObject(i + 1, values[i]);
      }
    }
  }
}
