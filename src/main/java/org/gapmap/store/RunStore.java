package org.gapmap.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import javax.sql.DataSource;
import org.gapmap.domain.ServiceStandard;
import org.jspecify.annotations.Nullable;

/** Assessments as they were made: with the standard as it then was, and the data version. */
public final class RunStore {
  private static final ObjectMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();

  private final DataSource database;

  public RunStore(DataSource database) {
    this.database = database;
  }

  /** Stores a run, with the standard as it is now, and returns its id. */
  public long addRun(
      String city, int dataVersion, ServiceStandard standard, List<RunResult> results) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        long run = insertRun(connection, city, dataVersion, standard);
        for (int ordinal = 0; ordinal < results.size(); ordinal++) {
          insertResult(connection, run, ordinal, results.get(ordinal));
        }
        connection.commit();
        return run;
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new StoreException("the run could not be stored", e);
    }
  }

  /** A run's answers by kind, in the standard's order; empty where there is no such run. */
  public List<RunResult> listResults(long run) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(Queries.text("run/rows"))) {
      statement.setLong(1, run);
      try (ResultSet row = statement.executeQuery()) {
        List<RunResult> results = new ArrayList<>();
        boolean more = row.next();
        while (more) {
          String kind = row.getString("kind");
          double radius = row.getDouble("radius_m");
          String mode = row.getString("mode");
          List<RunRow> rows = new ArrayList<>();
          do {
            rows.add(read(row));
            more = row.next();
          } while (more && row.getString("kind").equals(kind));
          results.add(new RunResult(kind, radius, mode, rows));
        }
        return results;
      }
    } catch (SQLException e) {
      throw new StoreException("run " + run + " could not be read", e);
    }
  }

  private static long insertRun(
      Connection connection, String city, int dataVersion, ServiceStandard standard)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(Queries.text("run/add"))) {
      statement.setInt(1, dataVersion);
      statement.setString(2, standard.id());
      statement.setString(3, json(standard));
      statement.setString(4, city);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong("id");
      }
    }
  }

  private static void insertResult(Connection connection, long run, int ordinal, RunResult result)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(Queries.text("run/add_result"))) {
      List<RunRow> rows = result.rows();
      statement.setLong(1, run);
      statement.setInt(2, ordinal);
      statement.setString(3, result.kind());
      statement.setDouble(4, result.radiusMetres());
      statement.setString(5, result.mode());
      statement.setArray(6, array(connection, "bigint", rows, RunRow::communityId));
      statement.setArray(7, array(connection, "text", rows, RunRow::community));
      statement.setArray(8, array(connection, "float8", rows, row -> known(row.share())));
      statement.setArray(9, array(connection, "text", rows, RunRow::status));
      statement.setArray(
          10,
          array(
              connection,
              "integer",
              rows,
              row -> row.residents().isPresent() ? row.residents().getAsInt() : null));
      statement.setArray(
          11, array(connection, "float8", rows, row -> known(row.residentsOutOfReach())));
      statement.setArray(12, array(connection, "text", rows, RunRow::nearestFacility));
      statement.setArray(13, array(connection, "float8", rows, row -> known(row.nearestMetres())));
      statement.executeUpdate();
    }
  }

  private static String json(ServiceStandard standard) {
    try {
      return JSON.writeValueAsString(standard);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Array array(
      Connection connection,
      String type,
      List<RunRow> rows,
      Function<RunRow, @Nullable Object> value)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(value).toArray());
  }

  private static @Nullable Double known(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static RunRow read(ResultSet row) throws SQLException {
    return new RunRow(
        row.getLong("community_id"),
        row.getString("community"),
        integer(row, "residents"),
        number(row, "share"),
        row.getString("status"),
        number(row, "residents_out_of_reach"),
        row.getString("nearest_facility"),
        number(row, "nearest_m"));
  }

  private static OptionalInt integer(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
  }

  private static double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }
}
