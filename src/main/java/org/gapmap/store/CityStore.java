package org.gapmap.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.gapmap.domain.Community;
import org.gapmap.domain.Facility;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.LayerKey;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.Population;
import org.gapmap.domain.Provenance;
import org.gapmap.domain.Provision;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Cities as they are now. */
public final class CityStore {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FETCH_ROWS = 5_000;

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

  /** The city's current data version, whole, from one repeatable-read snapshot. */
  public Optional<CitySnapshot> findSnapshot(String key) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try {
        return readSnapshot(connection, key);
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new StoreException("city '" + key + "' could not be read", e);
    }
  }

  private static Optional<CitySnapshot> readSnapshot(Connection connection, String key)
      throws SQLException {
    if (key.indexOf('\0') >= 0) {
      // PostgreSQL's text cannot hold it, so that no city has it; asking would be an error.
      return Optional.empty();
    }
    try (PreparedStatement statement = connection.prepareStatement(Queries.text("city/find"))) {
      statement.setString(1, key);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        int id = row.getInt("id");
        int version = row.getInt("data_version");
        return Optional.of(
            new CitySnapshot(
                key,
                row.getString("name"),
                row.getBoolean("demonstration"),
                version,
                read(connection, "city/layers", id, version, r -> layer(r, key)),
                read(connection, "city/communities", id, version, CityStore::community),
                read(connection, "city/facilities", id, version, CityStore::facility),
                Surroundings.NONE));
      }
    }
  }

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static <T> List<T> read(
      Connection connection, String query, int city, int version, RowReader<T> reader)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(Queries.text(query))) {
      statement.setFetchSize(FETCH_ROWS);
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

  private static LayerVersion layer(ResultSet row, String city) throws SQLException {
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

  private static Community community(ResultSet row) throws SQLException {
    return new Community(
        row.getLong("id"),
        row.getString("name"),
        (MultiPolygon) geometry(row.getBytes("boundary")),
        population(row),
        number(row, "build_year"),
        provenance(row));
  }

  private static Facility facility(ResultSet row) throws SQLException {
    return new Facility(
        row.getString("kind"),
        row.getString("subtype"),
        row.getString("name"),
        geometry(row.getBytes("place")),
        Codes.read(FacilityStatus.class, row.getString("status")),
        Codes.read(FacilityAccess.class, row.getString("access")),
        new Provision(number(row, "capacity"), amount(row, "floor_sqm"), amount(row, "land_sqm")),
        provenance(row));
  }

  private static Population population(ResultSet row) throws SQLException {
    return new Population(
        number(row, "households"),
        number(row, "residents"),
        number(row, "elderly"),
        number(row, "children"),
        number(row, "preschoolers"),
        number(row, "pupils"));
  }

  private static Provenance provenance(ResultSet row) throws SQLException {
    return new Provenance(
        row.getInt("layer_version_id"),
        row.getString("source"),
        row.getString("file"),
        row.getInt("row_number"),
        row.getString("source_key"));
  }

  private static OptionalInt number(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
  }

  private static OptionalDouble amount(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
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
