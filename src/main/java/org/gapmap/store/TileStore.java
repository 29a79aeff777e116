package org.gapmap.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.gapmap.domain.AreaLevel;
import org.gapmap.domain.LayerType;
import org.gapmap.tile.TileLayer;
import org.gapmap.tile.TileLayerBuilder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.postgresql.PGStatement;

/** Shapes of a city's data versions that are drawn and never change: streets, areas, land use. */
public final class TileStore {
  private static final int FETCH_ROWS = 10_000;
  private static final int NAMES_FROM_ZOOM = 14;
  private static final int NEIGHBOURHOODS_FROM_ZOOM = 13;

  private final DataSource database;

  public TileStore(DataSource database) {
    this.database = database;
  }

  /** The database's number of the city, where it has this data version. */
  public OptionalInt findVersion(String city, int dataVersion) {
    if (city.indexOf('\0') >= 0) {
      // PostgreSQL's text cannot hold it, so that no city has it; asking would be an error.
      return OptionalInt.empty();
    }
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(Queries.text("tile/find_version"))) {
      statement.setString(1, city);
      statement.setInt(2, dataVersion);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? OptionalInt.of(row.getInt("city_id")) : OptionalInt.empty();
      }
    } catch (SQLException e) {
      throw new StoreException("the versions of city '" + city + "' could not be read", e);
    }
  }

  /**
   * A layer's shapes, ready to be cut into tiles; without any where the city has none of the type.
   *
   * @param city the database's number of it
   * @param type streets, areas or land_use
   */
  public TileLayer getShapes(int city, int dataVersion, LayerType type) {
    TileLayerBuilder layer = begin(type);
    try (Connection connection = database.getConnection()) {
      // Without a transaction the driver would fetch all rows at once.
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      try (PreparedStatement statement = connection.prepareStatement(Queries.text("tile/shapes"))) {
        statement.setFetchSize(FETCH_ROWS);
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        statement.setString(1, Codes.of(type));
        statement.setInt(2, city);
        statement.setInt(3, dataVersion);
        try (ResultSet row = statement.executeQuery()) {
          addAll(row, type, layer);
        }
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new StoreException("shapes of type " + Codes.of(type) + " could not be read", e);
    }
    return layer.build();
  }

  private static TileLayerBuilder begin(LayerType type) {
    TileLayer.Key name = new TileLayer.Key("name", NAMES_FROM_ZOOM);
    TileLayer.Key kind = new TileLayer.Key(type == LayerType.AREAS ? "level" : "class", 0);
    TileLayer.Key[] keys =
        switch (type) {
          case STREETS -> new TileLayer.Key[] {kind, name};
          case AREAS -> new TileLayer.Key[] {kind, new TileLayer.Key("name", 0)};
          default -> new TileLayer.Key[] {kind};
        };
    return new TileLayerBuilder(Codes.of(type), TileLayer.Small.NOTHING, keys);
  }

  private static void addAll(ResultSet row, LayerType type, TileLayerBuilder layer)
      throws SQLException {
    WKBReader wkb =
        new WKBReader(new GeometryFactory(PackedCoordinateSequenceFactory.DOUBLE_FACTORY));
    while (row.next()) {
      String name = row.getString(1);
      String category = row.getString(2);
      Geometry shape = read(wkb, row.getBytes(3));
      switch (type) {
        case STREETS ->
            layer.add(0, StreetRank.of(category).fromZoom(), shape, category, emptyAsNone(name));
        case AREAS -> layer.add(0, fromZoom(category, name), shape, category, name);
        default -> layer.add(0, 0, shape, category);
      }
    }
  }

  private static @Nullable String emptyAsNone(String name) {
    return name.isEmpty() ? null : name;
  }

  /** A dozen neighbourhoods to a sub-district: from afar their lines would hide all else. */
  private static int fromZoom(String category, String name) {
    boolean small = AreaLevel.of(category, name).equals(Optional.of(AreaLevel.NEIGHBOURHOOD));
    return small ? NEIGHBOURHOODS_FROM_ZOOM : 0;
  }

  private static Geometry read(WKBReader reader, byte[] wkb) {
    try {
      return reader.read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("PostGIS gave a geometry that JTS cannot read", e);
    }
  }
}
