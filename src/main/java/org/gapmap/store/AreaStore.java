package org.gapmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.gapmap.domain.Area;
import org.gapmap.domain.AreaLevel;
import org.gapmap.domain.Provenance;
import org.locationtech.jts.geom.Coordinate;
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
    return extent("area/communities_extent", city);
  }

  /**
   * The box around the city's current areas and communities in degrees; empty where it has none.
   */
  public Optional<Envelope> findExtent(String city) {
    return extent("area/extent", city);
  }

  /** The city's current areas whose level is known. */
  public List<Area> listAreas(String city) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(Queries.text("area/list"))) {
      statement.setString(1, city);
      List<Area> areas = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String name = row.getString("name");
          Optional<AreaLevel> level = AreaLevel.of(row.getString("category"), name);
          if (level.isPresent()) {
            Provenance from =
                new Provenance(
                    row.getInt("version"),
                    row.getString("source"),
                    row.getString("file"),
                    row.getInt("row_number"));
            areas.add(new Area(name, level.get(), polygon(row.getBytes("shape")), from));
          }
        }
      }
      return areas;
    } catch (SQLException e) {
      throw new StoreException("the areas could not be read", e);
    }
  }

  /** What the city's communities are called, and where the addresses are that it knows. */
  public List<NamedPlace> listNamedPlaces(String city) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(Queries.text("area/named_places"))) {
      statement.setString(1, city);
      statement.setString(2, city);
      List<NamedPlace> places = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          places.add(
              new NamedPlace(
                  row.getBoolean("address"),
                  row.getString("text"),
                  new Coordinate(row.getDouble("lon"), row.getDouble("lat"))));
        }
      }
      return places;
    } catch (SQLException e) {
      throw new StoreException("the addresses could not be read", e);
    }
  }

  private Optional<Envelope> extent(String query, String city) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(Queries.text(query))) {
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
      throw new StoreException("the extent could not be read", e);
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
      return wkb == null ? Optional.empty() : Optional.of(polygon(wkb));
    }
  }

  private static MultiPolygon polygon(byte[] wkb) {
    try {
      return (MultiPolygon) new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("PostGIS gave a geometry that JTS cannot read", e);
    }
  }
}
