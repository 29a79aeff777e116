package org.gapmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** A city's areas by name and by layer: what a list of facilities can be complete for. */
public final class AreaStore {
  private final DataSource database;

  public AreaStore(DataSource database) {
    this.database = database;
  }

  /** Names in the city's current areas layers, each once. */
  public List<String> listNames(String city) {
    return texts("area/names", city);
  }

  /** Sources of the city's current areas and communities layers, each once. */
  public List<String> listSources(String city) {
    return texts("area/layers", city);
  }

  /** The union of the areas of these names, longitude and latitude; empty where there is none. */
  public Optional<MultiPolygon> findUnion(String city, List<String> names) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(Queries.text("area/union_of_names"))) {
      statement.setString(1, city);
      statement.setArray(2, connection.createArrayOf("text", names.toArray()));
      return polygons(statement);
    } catch (SQLException e) {
      throw new StoreException("the areas could not be read", e);
    }
  }

  /** The union of an areas or communities layer; empty where there is none of this source. */
  public Optional<MultiPolygon> findLayerUnion(String city, String source) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(Queries.text("area/union_of_layer"))) {
      statement.setString(1, city);
      statement.setString(2, source);
      return polygons(statement);
    } catch (SQLException e) {
      throw new StoreException("the layer could not be read", e);
    }
  }

  /** The box around the city's current communities in degrees; empty where it has none. */
  public Optional<Envelope> findCommunitiesExtent(String city) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(Queries.text("area/communities_extent"))) {
      statement.setString(1, city);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        double west = row.getDouble("west");
        return row.wasNull()
            ? Optional.empty()
            : Optional.of(
                new Envelope(
                    west, row.getDouble("east"), row.getDouble("south"), row.getDouble("north")));
      }
    } catch (SQLException e) {
      throw new StoreException("the communities' extent could not be read", e);
    }
  }

  private List<String> texts(String query, String city) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(Queries.text(query))) {
      statement.setString(1, city);
      try (ResultSet row = statement.executeQuery()) {
        List<String> texts = new ArrayList<>();
        while (row.next()) {
          texts.add(row.getString(1));
        }
        return texts;
      }
    } catch (SQLException e) {
      throw new StoreException("the areas could not be listed", e);
    }
  }

  private static Optional<MultiPolygon> polygons(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      byte[] wkb = row.next() ? row.getBytes("shape") : null;
      return wkb == null ? Optional.empty() : Optional.of((MultiPolygon) new WKBReader().read(wkb));
    } catch (ParseException e) {
      throw new IllegalStateException("PostGIS gave a geometry that JTS cannot read", e);
    }
  }
}
