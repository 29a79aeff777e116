package org.gapmap.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.gapmap.domain.ScenarioEdit;

/** Scenarios, kept until somebody deletes them. */
public final class ScenarioStore {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DataSource database;

  public ScenarioStore(DataSource database) {
    this.database = database;
  }

  /** Keeps a scenario of a city that is there, and returns its id. */
  public long add(String city, String name, List<ScenarioEdit> edits) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(Queries.text("scenario/add"))) {
      statement.setString(1, name);
      statement.setString(2, EditJson.write(edits).toString());
      statement.setString(3, city);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new IllegalArgumentException("there is no city '" + city + "'");
        }
        return row.getLong("id");
      }
    } catch (SQLException e) {
      throw new StoreException("the scenario could not be stored", e);
    }
  }

  public Optional<ScenarioRecord> find(long id) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(Queries.text("scenario/find"))) {
      statement.setLong(1, id);
      return read(statement).stream().findFirst();
    } catch (SQLException e) {
      throw new StoreException("scenario " + id + " could not be read", e);
    }
  }

  /** A city's scenarios, the latest changed first. */
  public List<ScenarioRecord> list(String city) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(Queries.text("scenario/list"))) {
      statement.setString(1, city);
      return read(statement);
    } catch (SQLException e) {
      throw new StoreException("the scenarios could not be listed", e);
    }
  }

  /** Gives a scenario another name and other edits; false where there is no such scenario. */
  public boolean update(long id, String name, List<ScenarioEdit> edits) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(Queries.text("scenario/update"))) {
      statement.setString(1, name);
      statement.setString(2, EditJson.write(edits).toString());
      statement.setLong(3, id);
      return statement.executeUpdate() > 0;
    } catch (SQLException e) {
      throw new StoreException("scenario " + id + " could not be changed", e);
    }
  }

  /** False where there was no such scenario. */
  public boolean delete(long id) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(Queries.text("scenario/delete"))) {
      statement.setLong(1, id);
      return statement.executeUpdate() > 0;
    } catch (SQLException e) {
      throw new StoreException("scenario " + id + " could not be deleted", e);
    }
  }

  private static List<ScenarioRecord> read(PreparedStatement statement) throws SQLException {
    List<ScenarioRecord> scenarios = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        scenarios.add(
            new ScenarioRecord(
                row.getLong("id"),
                row.getString("city"),
                row.getString("name"),
                edits(row.getString("edits")),
                row.getInt("data_version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant()));
      }
    }
    return scenarios;
  }

  private static List<ScenarioEdit> edits(String json) {
    try {
      return EditJson.read(
          JSON.readTree(json),
          id -> {
            throw new IllegalStateException("a kept scenario names facility " + id + " by its id");
          });
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database holds edits that are not JSON", e);
    }
  }
}
