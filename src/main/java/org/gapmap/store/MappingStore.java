package org.gapmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.gapmap.domain.LayerType;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * What a city's imports have taught: kinds of words, and how files of a shape were understood; and
 * what other lists already have where a new one lies.
 */
public final class MappingStore {
  private final DataSource database;

  public MappingStore(DataSource database) {
    this.database = database;
  }

  /** How a file of a shape was imported last. */
  public record Remembered(Instant at, String specJson) {}

  /** A facility of another list; its id is that of {@code /api/facilities}. */
  public record Listed(String id, String source, String name, double lon, double lat) {}

  /** Kinds' ids by the folded words that stand for them. */
  public Map<String, String> listWords(String city) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(Queries.text("memory/words"))) {
      statement.setString(1, city);
      Map<String, String> words = new LinkedHashMap<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          words.put(row.getString("word"), row.getString("kind"));
        }
      }
      return words;
    } catch (SQLException e) {
      throw new StoreException("the words' kinds could not be read", e);
    }
  }

  /**
   * @param shape the hash of what makes two files alike
   */
  public Optional<Remembered> findMapping(String city, LayerType type, String shape) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(Queries.text("memory/mapping"))) {
      statement.setString(1, city);
      statement.setString(2, Codes.of(type));
      statement.setString(3, shape);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Remembered(
                    row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("spec")))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new StoreException("the remembered mapping could not be read", e);
    }
  }

  /**
   * Keeps what an import taught, in the place of what was known before. Nothing is kept of a city
   * that is not there.
   *
   * @param words kinds' ids by folded words
   * @param specJson what the user said, as a JSON object
   */
  public void remember(
      String city, LayerType type, String shape, String specJson, Map<String, String> words) {
    try (Connection connection = database.getConnection()) {
      try (PreparedStatement statement =
          connection.prepareStatement(Queries.text("memory/keep_mapping"))) {
        statement.setString(1, Codes.of(type));
        statement.setString(2, shape);
        statement.setString(3, specJson);
        statement.setString(4, city);
        statement.executeUpdate();
      }
      try (PreparedStatement statement =
          connection.prepareStatement(Queries.text("memory/keep_word"))) {
        for (Map.Entry<String, String> word : words.entrySet()) {
          statement.setString(1, word.getKey());
          statement.setString(2, word.getValue());
          statement.setString(3, city);
          statement.executeUpdate();
        }
      }
    } catch (SQLException e) {
      throw new StoreException("what the import taught could not be kept", e);
    }
  }

  /** Facilities of other sources' current lists of these kinds within a box in degrees. */
  public List<Listed> listOthers(String city, String source, Set<String> kinds, Envelope within) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(Queries.text("memory/other_facilities"))) {
      statement.setString(1, city);
      statement.setString(2, source);
      statement.setArray(3, connection.createArrayOf("text", kinds.toArray()));
      statement.setDouble(4, within.getMinX());
      statement.setDouble(5, within.getMinY());
      statement.setDouble(6, within.getMaxX());
      statement.setDouble(7, within.getMaxY());
      List<Listed> others = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          others.add(
              new Listed(
                  row.getInt("version") + "-" + row.getInt("row_number"),
                  row.getString("source"),
                  row.getString("name"),
                  row.getDouble("lon"),
                  row.getDouble("lat")));
        }
      }
      return others;
    } catch (SQLException e) {
      throw new StoreException("the other lists could not be read", e);
    }
  }

  /**
   * A thing of a city, in degrees.
   *
   * @param sort {@code street}, {@code community}, {@code area} or {@code building}
   * @param name empty where it has none
   */
  public record Nearby(String sort, String name, Geometry shape) {}

  /**
   * What a city's current layers hold, to lay a file over: streets, boundaries and buildings.
   *
   * @param type in lower case; the layers of this type and source are left out, for the file may be
   *     their next version
   * @param most rows, streets first
   */
  public List<Nearby> listNearby(String city, String type, String source, int most) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(Queries.text("memory/nearby"))) {
      for (int part = 0; part < 4; part++) {
        statement.setString(3 * part + 1, city);
        statement.setString(3 * part + 2, type);
        statement.setString(3 * part + 3, source);
      }
      statement.setInt(13, most);
      List<Nearby> nearby = new ArrayList<>();
      WKBReader reader = new WKBReader();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          nearby.add(
              new Nearby(
                  row.getString("sort"),
                  row.getString("name"),
                  reader.read(row.getBytes("shape"))));
        }
      }
      return nearby;
    } catch (SQLException e) {
      throw new StoreException("the city's layers could not be read", e);
    } catch (ParseException e) {
      throw new IllegalStateException("a stored shape can't be read", e);
    }
  }
}
