package org.gapmap.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.gapmap.domain.LayerKey;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.UserError;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** What every layer was made of, and the way back to an earlier version. */
public final class LayerHistory {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FETCH_ROWS = 1_000;

  private final DataSource database;

  public LayerHistory(DataSource database) {
    this.database = database;
  }

  /**
   * A version with all that is kept of it.
   *
   * @param report as it was stored
   * @param spec what the user said of the file; an empty object where nobody knows
   */
  public record Detail(
      LayerRecord layer, LayerRecord.Version version, JsonNode report, JsonNode spec) {}

  /**
   * A city as it is after a change of its layers.
   *
   * @param dataVersion its data version from now on
   */
  public record Changed(String city, int dataVersion) {}

  /** All layers that the city has or had, by type, kind and source. */
  public List<LayerRecord> listLayers(String city) {
    return layers("history/layers_of_city", city);
  }

  /**
   * @throws UserError where there is no such layer
   */
  public LayerRecord getLayer(int layer) {
    return layers("history/layer", layer).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "there is no layer " + layer, "layer", "list them with gapmap layers"));
  }

  /**
   * @param number counts the layer's imports from 1
   * @throws UserError where the layer or the version is not there
   */
  public Detail getVersion(int layer, int number) {
    LayerRecord stored = getLayer(layer);
    LayerRecord.Version version = version(stored, number);
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(Queries.text("history/report"))) {
      statement.setInt(1, version.id());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Detail(
            stored,
            version,
            JSON.readTree(row.getString("report")),
            JSON.readTree(row.getString("spec")));
      }
    } catch (SQLException e) {
      throw new StoreException("a layer's version could not be read", e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database holds JSON that can't be read", e);
    }
  }

  /**
   * Makes a version the one in the city's next data version; its rows are not touched. Communities
   * get back the names and places by which they were known.
   *
   * @param by who asks; may be empty
   * @throws UserError where the version is not there, is the current one, or has lost its rows
   */
  public Changed restore(int layer, int number, String by) {
    LayerRecord stored = getLayer(layer);
    LayerRecord.Version version = version(stored, number);
    if (stored.current() == number) {
      throw new UserError(
          "version " + number + " is the layer's current one already", "version", "take another");
    }
    if (!version.restorable()) {
      throw new UserError(
          "the rows of version " + number + " are no longer kept",
          "version",
          "take one of the last " + LayerPruning.KEPT + ", or import its file again");
    }
    return change(stored, List.of(version.id()), "restore", by);
  }

  /**
   * Leaves a layer out of the city's next data version. Any of its versions can be restored.
   *
   * @throws UserError where the city does not have the layer now, or has no other
   */
  public Changed remove(int layer, String by) {
    LayerRecord stored = getLayer(layer);
    if (stored.current() == 0) {
      throw new UserError("the city does not have this layer any more", "layer", "take another");
    }
    boolean alone =
        listLayers(stored.key().city()).stream()
            .allMatch(other -> other.id() == layer || other.current() == 0);
    if (alone) {
      throw new UserError(
          "it is the only layer of city '" + stored.key().city() + "'",
          "layer",
          "import another one first");
    }
    return change(stored, List.of(), "remove", by);
  }

  private Changed change(LayerRecord layer, List<Integer> versions, String action, String by) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        ImportStatements statements = new ImportStatements(connection, () -> {});
        int[] city = new int[2];
        statements.query(
            row -> {
              city[0] = row.getInt("id");
              city[1] = row.getInt("data_version");
            },
            "history/lock_city",
            layer.key().city());
        if (layer.key().type() == LayerType.COMMUNITIES) {
          rememberIdentities(statements, layer, versions);
        }
        int next =
            new CityFlip(statements, city[0], layer.key().city(), city[1])
                .replacing(List.of(layer.id()), versions, action, by);
        connection.commit();
        return new Changed(layer.key().city(), next);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new StoreException("a layer could not be changed", e);
    }
  }

  /** So that the communities that the city loses now keep their ids when they come again. */
  private static void rememberIdentities(
      ImportStatements statements, LayerRecord layer, List<Integer> versions) throws SQLException {
    int next = 0;
    statements.execute("difference/join_by_hash");
    for (int version : versions) {
      statements.execute("history/renew_identities", version);
      next = version;
    }
    if (layer.current() != 0) {
      int before = version(layer, layer.current()).id();
      statements.execute("imports/remember_identities", next, before);
    }
  }

  /**
   * The refused rows of the import that made a version, in the order of the file, one at a time.
   * After a great many only their number was kept.
   *
   * @throws UserError where the layer or the version is not there
   */
  public void forEachRefused(int layer, int number, Consumer<RefusedRow> reader) {
    int id = version(getLayer(layer), number).id();
    try (Connection connection = database.getConnection()) {
      // Without a transaction the driver would fetch all rows at once.
      connection.setAutoCommit(false);
      try (PreparedStatement statement =
          connection.prepareStatement(Queries.text("history/refused"))) {
        statement.setFetchSize(FETCH_ROWS);
        statement.setInt(1, id);
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            reader.accept(refused(row));
          }
        }
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new StoreException("refused rows could not be read", e);
    }
  }

  private static RefusedRow refused(ResultSet row) throws SQLException {
    byte[] shape = row.getBytes("shape");
    try {
      Optional<Geometry> geometry =
          shape == null ? Optional.empty() : Optional.of(new WKBReader().read(shape));
      Map<String, String> columns =
          JSON.readValue(
              row.getString("columns"), new TypeReference<LinkedHashMap<String, String>>() {});
      return new RefusedRow(
          row.getInt("row_number"),
          row.getString("field"),
          row.getString("code"),
          row.getString("detail"),
          columns,
          geometry);
    } catch (ParseException | JsonProcessingException e) {
      throw new IllegalStateException("the database holds a row that can't be read", e);
    }
  }

  private static LayerRecord.Version version(LayerRecord layer, int number) {
    return layer.versions().stream()
        .filter(version -> version.number() == number)
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "layer " + layer.id() + " has no version " + number,
                    "version",
                    "list them with gapmap layers"));
  }

  private List<LayerRecord> layers(String query, Object of) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(Queries.text(query))) {
      statement.setObject(1, of);
      try (ResultSet row = statement.executeQuery()) {
        List<LayerRecord> layers = new ArrayList<>();
        List<LayerRecord.Version> versions = new ArrayList<>();
        while (row.next()) {
          versions.add(version(row));
          if (row.getBoolean("last_of_layer")) {
            layers.add(layer(row, versions));
            versions.clear();
          }
        }
        return layers;
      }
    } catch (SQLException e) {
      throw new StoreException("the layers could not be listed", e);
    }
  }

  private static LayerRecord layer(ResultSet row, List<LayerRecord.Version> versions)
      throws SQLException {
    return new LayerRecord(
        row.getInt("layer_id"),
        new LayerKey(
            row.getString("city"),
            Codes.read(LayerType.class, row.getString("type")),
            row.getString("kind"),
            row.getString("source")),
        row.getInt("current"),
        versions);
  }

  private static LayerRecord.Version version(ResultSet row) throws SQLException {
    return new LayerRecord.Version(
        row.getInt("id"),
        row.getInt("number"),
        row.getInt("row_count"),
        row.getTimestamp("imported_at").toInstant(),
        !row.getBoolean("pruned") && row.getInt("number") != row.getInt("current"),
        new LayerRecord.ImportedFile(
            row.getString("file"),
            row.getLong("bytes"),
            row.getString("sha256"),
            row.getString("crs"),
            row.getString("by_whom"),
            Codes.read(ImportMode.class, row.getString("mode")),
            row.getInt("refused")));
  }
}
