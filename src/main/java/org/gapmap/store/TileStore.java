package org.gapmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.gapmap.domain.LayerType;

/** Vector tiles of a city's data versions. A version's tiles never change. */
public final class TileStore {
  private final DataSource database;

  public TileStore(DataSource database) {
    this.database = database;
  }

  /**
   * A Mapbox vector tile with one layer, named by the type in lower case; empty bytes where nothing
   * lies in it. Empty where the city has no such data version.
   *
   * @param type communities, streets, areas or land_use
   * @param zoom from 0 to 22, with column and row in [0, 2^zoom)
   */
  public Optional<byte[]> findTile(
      String city, int dataVersion, LayerType type, int zoom, int column, int row) {
    String query = type == LayerType.COMMUNITIES ? "tile/communities" : "tile/shapes";
    try (Connection connection = database.getConnection()) {
      int cityId;
      try (PreparedStatement statement =
          connection.prepareStatement(Queries.text("tile/find_version"))) {
        statement.setString(1, city);
        statement.setInt(2, dataVersion);
        try (ResultSet result = statement.executeQuery()) {
          if (!result.next()) {
            return Optional.empty();
          }
          cityId = result.getInt("city_id");
        }
      }
      try (PreparedStatement statement = connection.prepareStatement(Queries.text(query))) {
        statement.setInt(1, zoom);
        statement.setInt(2, column);
        statement.setInt(3, row);
        statement.setInt(4, cityId);
        statement.setInt(5, dataVersion);
        if (type != LayerType.COMMUNITIES) {
          statement.setString(6, Codes.of(type));
          statement.setString(7, Codes.of(type));
        }
        try (ResultSet result = statement.executeQuery()) {
          result.next();
          return Optional.of(result.getBytes("tile"));
        }
      }
    } catch (SQLException e) {
      throw new StoreException("a tile could not be made", e);
    }
  }
}
