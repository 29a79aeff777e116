package org.gapmap.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.TargetGroup;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Assessments as they were made: with the standard as it then was, and the data version. */
public final class RunStore {
  private static final ObjectMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();
  private static final int FETCH_ROWS = 5_000;

  private final DataSource database;

  public RunStore(DataSource database) {
    this.database = database;
  }

  /** Stores a run, with the standard as it is now, and returns its id. */
  public long addRun(
      String city, int dataVersion, ServiceStandard standard, Iterable<RunKind> kinds) {
    return addRun(city, dataVersion, standard, kinds, OptionalLong.empty());
  }

  /**
   * The same as a job's work, which is done with it.
   *
   * @param job done with the run, with its result {@code {run, city, standard, dataVersion}}
   */
  public long addRun(
      String city,
      int dataVersion,
      ServiceStandard standard,
      Iterable<RunKind> kinds,
      OptionalLong job) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        long run = insertRun(connection, city, dataVersion, standard);
        int ordinal = 0;
        for (RunKind kind : kinds) {
          insertKind(connection, run, ordinal++, kind);
        }
        if (job.isPresent()) {
          JobStore.commit(
              connection, job.getAsLong(), resultJson(run, city, dataVersion, standard));
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

  /** What a job that assessed says of it. */
  public static String resultJson(
      long run, String city, int dataVersion, ServiceStandard standard) {
    return JSON.createObjectNode()
        .put("run", run)
        .put("city", city)
        .put("standard", standard.id())
        .put("dataVersion", dataVersion)
        .toString();
  }

  public Optional<RunHeader> find(long run) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(Queries.text("run/find"))) {
      statement.setLong(1, run);
      return header(statement);
    } catch (SQLException e) {
      throw new StoreException("run " + run + " could not be read", e);
    }
  }

  /** The latest run of a city's data version against a standard. */
  public Optional<RunHeader> findLatest(String city, int dataVersion, String standard) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(Queries.text("run/latest"))) {
      statement.setString(1, city);
      statement.setInt(2, dataVersion);
      statement.setString(3, standard);
      return header(statement);
    } catch (SQLException e) {
      throw new StoreException("the runs of city '" + city + "' could not be read", e);
    }
  }

  /** A run's communities, by index. */
  public List<RunCommunity> listCommunities(long run) {
    List<RunCommunity> communities = new ArrayList<>();
    read(
        "run/communities",
        run,
        row -> {
          int residents = row.getInt("residents");
          communities.add(
              new RunCommunity(
                  row.getLong("id"),
                  row.getString("name"),
                  row.wasNull() ? OptionalInt.empty() : OptionalInt.of(residents)));
        });
    return communities;
  }

  /** A run's answers, in the standard's order. */
  public List<RunKind> listKinds(long run) {
    List<RunKind> kinds = new ArrayList<>();
    read("run/kinds", run, row -> kinds.add(kind(row)));
    return kinds;
  }

  /** The names of the facilities of a run's data version, by {@link #facilityKey}. */
  public Map<Long, String> facilityNames(long run) {
    Map<Long, String> names = new HashMap<>();
    read(
        "run/facilities",
        run,
        row ->
            names.put(
                facilityKey(row.getInt("layer_version_id"), row.getInt("row_number")),
                row.getString("name")));
    return names;
  }

  /** One number for a layer version and a row of it. */
  public static long facilityKey(int layerVersion, int row) {
    return (long) layerVersion << 32 | row;
  }

  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private void read(String query, long run, RowReader reader) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(Queries.text(query))) {
        statement.setFetchSize(query.equals("run/kinds") ? 1 : FETCH_ROWS);
        statement.setLong(1, run);
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            reader.read(row);
          }
        }
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new StoreException("run " + run + " could not be read", e);
    }
  }

  private static Optional<RunHeader> header(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      return row.next()
          ? Optional.of(
              new RunHeader(
                  row.getLong("id"),
                  row.getString("city"),
                  row.getInt("data_version"),
                  row.getString("standard_id"),
                  row.getTimestamp("created_at").toInstant()))
          : Optional.empty();
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

  private static void insertKind(Connection connection, long run, int ordinal, RunKind kind)
      throws SQLException {
    PGConnection arrays = connection.unwrap(PGConnection.class);
    RunRule rule = kind.rule();
    RunColumns columns = kind.columns();
    try (PreparedStatement statement = connection.prepareStatement(Queries.text("run/add_kind"))) {
      statement.setLong(1, run);
      statement.setInt(2, ordinal);
      statement.setString(3, rule.kind());
      statement.setDouble(4, rule.radiusMetres());
      statement.setString(5, rule.mode());
      statement.setString(6, citation(kind));
      statement.setString(7, Codes.of(kind.group()));
      statement.setString(8, kind.norm().map(RunStore::json).orElse("{}"));
      statement.setString(9, columns.statusLetters());
      statement.setString(10, columns.peopleBasisLetters());
      statement.setArray(11, arrays.createArrayOf("int4", columns.nearestLayers()));
      statement.setArray(12, arrays.createArrayOf("int4", columns.nearestRows()));
      int at = 13;
      for (RunNumber number : RunNumber.values()) {
        float[] column = columns.numbers().get(number);
        statement.setArray(at++, column == null ? null : arrays.createArrayOf("float4", column));
      }
      statement.executeUpdate();
    }
  }

  private static RunKind kind(ResultSet row) throws SQLException {
    RunColumns columns =
        new RunColumns(
            row.getString("status").toCharArray(),
            row.getString("people_basis").toCharArray(),
            integers(row, "nearest_layer"),
            integers(row, "nearest_row"));
    for (RunNumber number : RunNumber.values()) {
      float[] column = numbers(row, number);
      if (column != null) {
        columns.set(number, column);
      }
    }
    return new RunKind(
        rule(row),
        Codes.read(TargetGroup.class, row.getString("target_group")),
        tree(row.getString("citation")).path("sizes").asText(),
        norm(tree(row.getString("norm"))),
        columns);
  }

  private static Optional<RunNorm> norm(JsonNode norm) {
    if (norm.isEmpty()) {
      return Optional.empty();
    }
    JsonNode unit = norm.path("unit");
    return Optional.of(
        new RunNorm(
            norm.path("amount").asDouble(),
            new LocalizedText(unit.path("zh").asText(), unit.path("en").asText()),
            norm.path("basis").asText(),
            norm.path("clause").asText(),
            norm.path("verification").asText()));
  }

  private static RunRule rule(ResultSet row) throws SQLException {
    JsonNode citation = tree(row.getString("citation"));
    return new RunRule(
        row.getString("kind"),
        row.getDouble("radius_m"),
        row.getString("mode"),
        citation.path("clause").asText(),
        citation.path("source").asText(),
        citation.path("year").asInt(),
        citation.path("verification").asText().toLowerCase(Locale.ROOT),
        citation.path("localChoice").asBoolean());
  }

  private static String citation(RunKind kind) {
    RunRule rule = kind.rule();
    return JSON.createObjectNode()
        .put("clause", rule.clause())
        .put("source", rule.source())
        .put("year", rule.year())
        .put("verification", rule.verification())
        .put("localChoice", rule.localChoice())
        .put("sizes", kind.sizes())
        .toString();
  }

  private static float @Nullable [] numbers(ResultSet row, RunNumber number) throws SQLException {
    Array array = row.getArray(number.name().toLowerCase(Locale.ROOT));
    if (array == null) {
      return null;
    }
    Float[] boxed = (Float[]) array.getArray();
    float[] column = new float[boxed.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = boxed[i];
    }
    return column;
  }

  private static int[] integers(ResultSet row, String name) throws SQLException {
    int communities = row.getString("status").length();
    Array array = row.getArray(name);
    int[] column = new int[communities];
    if (array != null) {
      Integer[] boxed = (Integer[]) array.getArray();
      for (int i = 0; i < communities; i++) {
        column[i] = boxed[i];
      }
    }
    return column;
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database holds a run that is not JSON", e);
    }
  }
}
