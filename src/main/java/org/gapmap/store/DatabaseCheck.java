package org.gapmap.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.gapmap.domain.UserError;

/** Tells a server that will do from one that will not, before anything is stored in it. */
final class DatabaseCheck {
  static final Release OLDEST_POSTGRESQL = new Release(15, 0);
  static final Release OLDEST_POSTGIS = new Release(3, 3);
  private static final String CONNECT_SECONDS = "10";

  private DatabaseCheck() {}

  /**
   * @return whether the schema is there and up to date
   */
  static boolean run(DatabaseAddress address) {
    Properties login = new Properties();
    login.setProperty("user", address.user());
    login.setProperty("password", address.password());
    login.setProperty("loginTimeout", CONNECT_SECONDS);
    try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), login)) {
      Release server = Release.parse(text(connection, "SHOW server_version"));
      if (server.isOlderThan(OLDEST_POSTGRESQL)) {
        throw new UserError(
            "PostgreSQL " + server + " is too old",
            address.toString(),
            "GapMap needs PostgreSQL " + OLDEST_POSTGRESQL.major() + " or newer");
      }
      enablePostgis(connection, address);
      Release postgis = Release.parse(text(connection, "SELECT postgis_lib_version()"));
      if (postgis.isOlderThan(OLDEST_POSTGIS)) {
        throw new UserError(
            "PostGIS " + postgis + " is too old",
            address.toString(),
            "GapMap needs PostGIS " + OLDEST_POSTGIS + " or newer");
      }
      return Migrations.areDone(connection);
    } catch (SQLException failed) {
      throw new UserError(
          "the database cannot be used: " + firstLine(failed),
          address.toString(),
          "check host, port, database, user and password",
          failed);
    }
  }

  private static void enablePostgis(Connection connection, DatabaseAddress address) {
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION IF NOT EXISTS postgis");
    } catch (SQLException refused) {
      throw new UserError(
          "the database has no PostGIS and this user may not enable it: " + firstLine(refused),
          address.toString(),
          "install PostGIS on the server and run CREATE EXTENSION postgis as its administrator",
          refused);
    }
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static String firstLine(SQLException failed) {
    return String.valueOf(failed.getMessage()).lines().findFirst().orElse("").strip();
  }
}
