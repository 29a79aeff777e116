package org.gapmap.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationsTest {
  @Test
  void theNewestIsTheLastScriptThereIs() throws IOException {
    try (Stream<Path> scripts = Files.list(Path.of("src/main/resources/db/migration"))) {
      assertThat(
              scripts
                  .map(script -> script.getFileName().toString())
                  .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                  .max())
          .hasValue(Migrations.NEWEST);
    }
  }

  @Test
  void anOldDatabaseIsMigratedAndACurrentOneLeftAlone() throws SQLException {
    try (TestDatabase database = TestDatabase.fresh()) {
      assertThat(DatabaseCheck.run(database.address())).isTrue();

      execute(
          database, "DELETE FROM flyway_schema_history WHERE version IN ('10', '11', '12', '13')");
      execute(database, "DROP TABLE site_note");
      execute(database, "ALTER TABLE community DROP COLUMN renovation");
      execute(database, "COMMENT ON TABLE community_identity IS NULL");
      assertThat(DatabaseCheck.run(database.address())).isFalse();
      Database.open(database.address()).close();

      assertThat(DatabaseCheck.run(database.address())).isTrue();
      try (Connection connection = database.dataSource().getConnection();
          Statement statement = connection.createStatement();
          var rows =
              statement.executeQuery(
                  "SELECT obj_description('community_identity'::regclass) IS NOT NULL")) {
        rows.next();
        assertThat(rows.getBoolean(1)).isTrue();
      }
    }
  }

  @Test
  void oneThatAMigrationFailedInOrThatHasNoHistoryIsNotTakenForCurrent() throws SQLException {
    try (TestDatabase database = TestDatabase.fresh()) {
      execute(database, "UPDATE flyway_schema_history SET success = false WHERE version = '3'");
      assertThat(DatabaseCheck.run(database.address())).isFalse();
      execute(database, "DROP TABLE flyway_schema_history");
      assertThat(DatabaseCheck.run(database.address())).isFalse();
    }
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
