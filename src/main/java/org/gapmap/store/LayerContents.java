package org.gapmap.store;

import static org.gapmap.store.StoredColumn.integer;
import static org.gapmap.store.StoredColumn.real;
import static org.gapmap.store.StoredColumn.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.OwnColumns;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.postgresql.PGStatement;

/**
 * The rows of layers and runs as they are stored, streamed: memory does not grow with the layer.
 */
public final class LayerContents {
  private static final int FETCH_ROWS = 2_000;
  private static final ObjectReader ATTRIBUTES =
      JsonMapper.builder().build().readerFor(new TypeReference<Map<String, String>>() {});

  private static final List<StoredColumn> PEOPLE =
      List.of(
          integer("households"),
          integer("residents"),
          integer("elderly"),
          integer("children"),
          integer("preschoolers"),
          integer("pupils"));

  private final DataSource database;

  public LayerContents(DataSource database) {
    this.database = database;
  }

  /** Takes the rows one after another. */
  public interface Rows {
    /**
     * @param values one for each of the columns, null where unknown: {@link String}, {@link Long}
     *     or {@link Double}
     * @param attributes the file's other columns, without order
     * @param shape longitude and latitude in degrees, as stored
     */
    void row(@Nullable Object[] values, Map<String, String> attributes, Geometry shape)
        throws IOException;
  }

  /** Which kinds of shapes a layer has. */
  public record Forms(boolean points, boolean lines, boolean polygons) {}

  /** The columns with a meaning that a layer's rows have, in the order of their values. */
  public static List<StoredColumn> columns(LayerType type) {
    List<StoredColumn> columns = new ArrayList<>();
    columns.add(integer(OwnColumns.ROW));
    if (type == LayerType.COMMUNITIES) {
      columns.add(integer(OwnColumns.ID));
    }
    columns.add(text("name"));
    switch (type) {
      case COMMUNITIES -> {
        columns.add(text("key"));
        columns.add(integer("build_year"));
        columns.add(text("renovation"));
        columns.addAll(PEOPLE);
      }
      case FACILITIES, SITES ->
          columns.addAll(
              List.of(
                  text("key"),
                  integer("capacity"),
                  real("floor_area"),
                  real("land_area"),
                  text("status"),
                  text("access"),
                  text("subtype")));
      case BUILDINGS -> {
        columns.add(text("key"));
        columns.addAll(PEOPLE);
        columns.add(real("floor_area"));
        columns.add(text("category"));
      }
      case LAND_USE -> columns.add(text(OwnColumns.LAND_CLASS));
      case STREETS, AREAS, GATES, ADDRESSES -> columns.add(text("category"));
      case POPULATION -> throw new IllegalArgumentException("a raster has no rows");
    }
    return List.copyOf(columns);
  }

  /** The columns of {@link #readRun}. */
  public static List<StoredColumn> runColumns() {
    return List.of(
        integer(OwnColumns.ID),
        text("name"),
        text("key"),
        integer("build_year"),
        text("renovation"),
        integer("households"),
        integer("residents"));
  }

  /** The layers of a city's current data. */
  public List<StoredLayer> listCurrent(String city) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(Queries.text("export/current_layers"))) {
      statement.setString(1, city);
      return layers(statement);
    } catch (SQLException e) {
      throw new StoreException("the layers of city '" + city + "' could not be listed", e);
    }
  }

  /**
   * A layer's version.
   *
   * @param version its number; empty for the current one
   */
  public Optional<StoredLayer> find(int layer, OptionalInt version) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(Queries.text("export/find_version"))) {
      statement.setInt(1, layer);
      for (int at = 2; at <= 3; at++) {
        if (version.isPresent()) {
          statement.setInt(at, version.getAsInt());
        } else {
          statement.setNull(at, Types.INTEGER);
        }
      }
      return layers(statement).stream().findFirst();
    } catch (SQLException e) {
      throw new StoreException("layer " + layer + " could not be found", e);
    }
  }

  /**
   * A column of the file without a meaning.
   *
   * @param personal whether it was kept though it is about persons
   */
  public record Attribute(String name, boolean personal) {}

  /** The file's columns without a meaning that some row has a value in, by name. */
  public List<Attribute> attributes(StoredLayer layer) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(Queries.text("export/attribute_names"))) {
      for (int at = 1; at <= 5; at++) {
        statement.setInt(at, layer.version().id());
      }
      List<Attribute> names = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          names.add(new Attribute(row.getString(1), row.getBoolean(2)));
        }
      }
      return names;
    } catch (SQLException e) {
      throw new StoreException("the columns of a layer could not be read", e);
    }
  }

  /** The kinds of shapes that the layer's type has; of facilities, those that occur. */
  public Forms forms(StoredLayer layer) {
    return switch (layer.version().key().type()) {
      case COMMUNITIES, AREAS, LAND_USE -> new Forms(false, false, true);
      case STREETS -> new Forms(false, true, false);
      case BUILDINGS, GATES, ADDRESSES -> new Forms(true, false, false);
      case FACILITIES, SITES -> facilityForms(layer.version().id());
      case POPULATION -> new Forms(false, false, false);
    };
  }

  /** Streams a layer's rows in the order of its file, under {@link #columns}. */
  public void read(StoredLayer layer, Rows rows) throws IOException {
    LayerType type = layer.version().key().type();
    String query =
        switch (type) {
          case COMMUNITIES -> "export/communities";
          case FACILITIES, SITES -> "export/facilities";
          case BUILDINGS -> "export/buildings";
          case STREETS, AREAS, LAND_USE, GATES, ADDRESSES -> "export/shapes";
          case POPULATION -> throw new IllegalArgumentException("a raster has no rows");
        };
    read(query, layer.version().id(), columns(type), rows);
  }

  /** Streams the communities of a run's data version by index, under {@link #runColumns}. */
  public void readRun(long run, Rows rows) throws IOException {
    read("export/run_communities", run, runColumns(), rows);
  }

  private void read(String query, long id, List<StoredColumn> columns, Rows rows)
      throws IOException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(Queries.text(query))) {
        statement.setFetchSize(FETCH_ROWS);
        // Below 0: binary from the first execution on, so that no shape travels as hexadecimal
        // text.
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        statement.setLong(1, id);
        try (ResultSet row = statement.executeQuery()) {
          stream(row, columns, rows);
        }
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new StoreException("the rows could not be read", e);
    }
  }

  private static void stream(ResultSet row, List<StoredColumn> columns, Rows rows)
      throws SQLException, IOException {
    WKBReader wkb =
        new WKBReader(new GeometryFactory(PackedCoordinateSequenceFactory.DOUBLE_FACTORY));
    while (row.next()) {
      @Nullable Object[] values = new Object[columns.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(row, i + 3, columns.get(i).type());
      }
      rows.row(values, attributes(row.getString(1)), shape(wkb, row.getBytes(2)));
    }
  }

  private static @Nullable Object value(ResultSet row, int at, StoredColumn.Type type)
      throws SQLException {
    Object value =
        switch (type) {
          case TEXT -> row.getString(at);
          case INTEGER -> row.getLong(at);
          case REAL -> row.getDouble(at);
        };
    return row.wasNull() ? null : value;
  }

  private static Map<String, String> attributes(String json) {
    try {
      return json.equals("{}") ? Map.of() : ATTRIBUTES.readValue(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database holds attributes that are not JSON", e);
    }
  }

  private static Geometry shape(WKBReader wkb, byte[] bytes) {
    try {
      return wkb.read(bytes);
    } catch (ParseException e) {
      throw new IllegalStateException("PostGIS gave a geometry that JTS cannot read", e);
    }
  }

  private Forms facilityForms(int version) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(Queries.text("export/facility_forms"))) {
      statement.setInt(1, version);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Forms(row.getBoolean("points"), false, row.getBoolean("polygons"));
      }
    } catch (SQLException e) {
      throw new StoreException("the shapes of a layer could not be looked at", e);
    }
  }

  private static List<StoredLayer> layers(PreparedStatement statement) throws SQLException {
    List<StoredLayer> layers = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        layers.add(
            new StoredLayer(
                row.getInt("layer_id"),
                row.getString("city_name"),
                row.getBoolean("demonstration"),
                CityStore.layer(row, row.getString("city")),
                row.getBoolean("pruned")));
      }
    }
    return layers;
  }
}
