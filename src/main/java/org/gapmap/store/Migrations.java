package org.gapmap.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema up to date, with the scripts in {@code db/migration}. */
final class Migrations {
  /** The number of the last script. */
  static final int NEWEST = 13;

  private Migrations() {}

  /**
   * Whether the last script was run here, and none failed: one short question instead of Flyway's
   * comparing of all scripts, which takes a tenth of a command's start.
   */
  static boolean areDone(Connection connection) throws SQLException {
    return isTrue(connection, "migration/has_history")
        && isTrue(connection, "migration/is_newest", NEWEST);
  }

  static void run(DataSource database) {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration")
        .cleanDisabled(true)
        .load()
        .migrate();
  }

  private static boolean isTrue(Connection connection, String query, Object... values)
      throws SQLException {
    boolean[] answer = new boolean[1];
    new ImportStatements(connection, () -> {})
        .query(row -> answer[0] = row.getBoolean("answer"), query, values);
    return answer[0];
  }
}
