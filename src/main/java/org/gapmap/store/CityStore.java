package org.gapmap.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.gapmap.domain.Community;
import org.gapmap.domain.Facility;
import org.gapmap.domain.LayerKey;
import org.gapmap.domain.LayerType;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Cities as they are now. */
public final class CityStore {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DataSource database;

  public CityStore(DataSource database) {
    this.database = database;
  }

  /** All cities, the demonstration last. */
  public List<CityRecord> listCities() {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(Queries.text("city/list"));
        ResultSet row = statement.executeQuery()) {
      List<CityRecord> cities = new ArrayList<>();
      while (row.next()) {
        cities.add(
            new CityRecord(
                row.getString("key"),
                row.getString("name"),
                row.getBoolean("demonstration"),
                row.getInt("data_version"),
                row.getInt("communities"),
                row.getInt("facilities")));
      }
      return cities;
    } catch (SQLException e) {
      throw new StoreException("the cities could not be listed", e);
    }
  }

  /** The city's data versions, the latest first; empty where there is no such city. */
  public List<DataVersion> listVersions(String key) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(Queries.text("city/versions"))) {
      statement.setString(1, key);
      try (ResultSet row = statement.executeQuery()) {
        List<DataVersion> versions = new ArrayList<>();
        while (row.next()) {
          Array changed = row.getArray("changed");
          versions.add(
              new DataVersion(
                  row.getInt("data_version"),
                  row.getTimestamp("at").toInstant(),
                  changed == null ? List.of() : List.of((String[]) changed.getArray())));
        }
        return versions;
      }
    } catch (SQLException e) {
      throw new StoreException("the versions of city '" + key + "' could not be listed", e);
    }
  }

  /** PostGIS's version, as it says itself: {@code 3.3.2}. */
  public String getPostgisVersion() {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(Queries.text("city/postgis_version"));
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getString("version");
    } catch (SQLException e) {
      throw new StoreException("PostGIS does not answer", e);
    }
  }

  /** The city's current data version, whole. */
  public Optional<CitySnapshot> findSnapshot(String key) {
    return find(
        key,
        "city/find",
        statement -> {
          statement.setString(1, key);
        });
  }

  /** A data version that the city has or had, whole. */
  public Optional<CitySnapshot> findSnapshot(String key, int dataVersion) {
    return find(
        key,
        "city/find_at",
        statement -> {
          statement.setInt(1, dataVersion);
          statement.setString(2, key);
          statement.setInt(3, dataVersion);
        });
  }

  private interface Parameters {
    void set(PreparedStatement statement) throws SQLException;
  }

  private interface Reading<T> {
    T read(SnapshotReader reader) throws SQLException;
  }

  /** A city's data version, without its rows. */
  private record Head(
      String name,
      boolean demonstration,
      int dataVersion,
      List<LayerVersion> layers,
      List<LayerVersion> communityLayers) {}

  private Optional<CitySnapshot> find(String key, String query, Parameters parameters) {
    if (key.indexOf('\0') >= 0) {
      // PostgreSQL's text cannot hold it, so that no city has it; asking would be an error.
      return Optional.empty();
    }
    return head(key, query, parameters).map(head -> read(key, head));
  }

  /**
   * Rows of layer versions never change after their commit, so that those of one data version fit
   * together whenever and over however many connections they are read. Nobody holds one connection
   * here while waiting for another: that could use up the pool.
   */
  private CitySnapshot read(String key, Head head) {
    CompletableFuture<List<Facility>> facilities =
        CompletableFuture.supplyAsync(
            () -> reading(key, reader -> reader.facilities(head.layers())));
    CompletableFuture<Surroundings> surroundings =
        facilities.thenApply(f -> reading(key, reader -> reader.surroundings(head.layers())));
    List<Community> communities =
        reading(key, reader -> reader.communities(head.communityLayers()));
    return new CitySnapshot(
        key,
        head.name(),
        head.demonstration(),
        head.dataVersion(),
        head.layers(),
        communities,
        joined(facilities),
        joined(surroundings));
  }

  private static <T> T joined(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private <T> T reading(String key, Reading<T> reading) {
    try (Connection connection = database.getConnection()) {
      // Without a transaction the driver would fetch all rows at once.
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      try {
        return reading.read(new SnapshotReader(connection));
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new StoreException("city '" + key + "' could not be read", e);
    }
  }

  /**
   * Read in one repeatable-read snapshot: a commit in between would give layers of two versions.
   */
  private Optional<Head> head(String key, String query, Parameters parameters) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try (PreparedStatement statement = connection.prepareStatement(Queries.text(query))) {
        parameters.set(statement);
        try (ResultSet row = statement.executeQuery()) {
          return row.next() ? Optional.of(head(connection, row, key)) : Optional.empty();
        }
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new StoreException("city '" + key + "' could not be read", e);
    }
  }

  private static Head head(Connection connection, ResultSet row, String key) throws SQLException {
    int id = row.getInt("id");
    int version = row.getInt("data_version");
    List<LayerVersion> layers =
        rows(connection, "city/layers", id, version, result -> layer(result, key));
    List<Integer> communityLayers =
        rows(
            connection,
            "city/community_layers",
            id,
            version,
            result -> result.getInt("layer_version_id"));
    return new Head(
        row.getString("name"),
        row.getBoolean("demonstration"),
        version,
        layers,
        layers.stream()
            .filter(layer -> communityLayers.contains(layer.id()))
            .sorted(Comparator.comparing(layer -> communityLayers.indexOf(layer.id())))
            .toList());
  }

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static <T> List<T> rows(
      Connection connection, String query, int city, int version, RowReader<T> reader)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(Queries.text(query))) {
      statement.setInt(1, city);
      statement.setInt(2, version);
      try (ResultSet row = statement.executeQuery()) {
        List<T> all = new ArrayList<>();
        while (row.next()) {
          all.add(reader.read(row));
        }
        return all;
      }
    }
  }

  static LayerVersion layer(ResultSet row, String city) throws SQLException {
    byte[] area = row.getBytes("complete_for");
    return new LayerVersion(
        row.getInt("id"),
        new LayerKey(
            city,
            Codes.read(LayerType.class, row.getString("type")),
            row.getString("kind"),
            row.getString("source")),
        row.getInt("number"),
        row.getInt("row_count"),
        new LayerVersion.Origin(
            row.getString("file"),
            row.getString("crs"),
            row.getTimestamp("imported_at").toInstant()),
        new Completeness(
            row.getString("complete_for_text"),
            area == null ? Optional.empty() : Optional.of((MultiPolygon) geometry(area)),
            row.getBoolean("completeness_asserted")),
        json(row.getString("report")));
  }

  private static Geometry geometry(byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("PostGIS gave a geometry that JTS cannot read", e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database holds a report that is not JSON", e);
    }
  }
}
