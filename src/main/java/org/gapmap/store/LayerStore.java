package org.gapmap.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.gapmap.domain.LayerKey;
import org.gapmap.domain.LayerType;
import org.locationtech.jts.io.WKBWriter;

/** Layers as versioned rows: an import adds a version, and its commit flips the pointer. */
public final class LayerStore {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DataSource database;

  /** All layers of a type and source: one, or of facilities one per kind. */
  public record SourceLayers(String city, LayerType type, String source) {}

  public LayerStore(DataSource database) {
    this.database = database;
  }

  /**
   * Starts an import in a transaction of its own. Nothing of it is seen by anyone before {@link
   * LayerImport#commit}; closing it uncommitted leaves the database as it was. Imports into one
   * city wait for each other.
   */
  public LayerImport begin(ImportHeader header) {
    return begin(header, ImportMode.REPLACE);
  }

  /** The same in a mode. */
  public LayerImport begin(ImportHeader header, ImportMode mode) {
    LayerImport begun = prepare(header, mode);
    try {
      begun.start();
      return begun;
    } catch (RuntimeException e) {
      begun.close();
      throw e;
    }
  }

  /**
   * The same, not started yet, so that whoever waits in {@link LayerImport#start} can be stopped.
   */
  public LayerImport prepare(ImportHeader header, ImportMode mode) {
    try {
      Connection connection = database.getConnection();
      try {
        connection.setAutoCommit(false);
        return new LayerImport(connection, header, mode);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreException("an import could not begin", e);
    }
  }

  /**
   * Imports from the header's source, read as this spec says, whose layers are still as they made
   * them, the latest first: the same file would change nothing. The header's file is not looked at.
   *
   * @param specJson what the user says of the file, as a JSON object
   */
  public List<EarlierImport> listAlike(
      SourceLayers layers, String specJson, Completeness completeness) {
    try (Connection connection = database.getConnection()) {
      Map<Integer, EarlierImport> alike = new LinkedHashMap<>();
      new ImportStatements(connection, () -> {})
          .query(
              row ->
                  alike.merge(row.getInt("import_id"), earlier(row, layers), LayerStore::together),
              "history/made_alike",
              layers.city(),
              Codes.of(layers.type()),
              layers.source(),
              specJson,
              completeness.asserted(),
              completeness.area().map(area -> new WKBWriter(2).write(area)));
      return List.copyOf(alike.values());
    } catch (SQLException e) {
      throw new StoreException("the layer's current version could not be read", e);
    }
  }

  private static EarlierImport earlier(ResultSet row, SourceLayers layers) throws SQLException {
    LayerKey key =
        new LayerKey(layers.city(), layers.type(), row.getString("kind"), layers.source());
    int rows = row.getInt("row_count");
    try {
      return new EarlierImport(
          row.getString("sha256"),
          new CommittedImport(
              List.of(new CommittedImport.NewVersion(key, row.getInt("number"), rows)),
              row.getInt("data_version"),
              new CommittedImport.Changes(0, 0, 0),
              new Difference(ImportMode.REPLACE, 0, 0, 0, rows, 0, List.of()),
              CommittedImport.Outcome.NOTHING_NEW),
          JSON.readTree(row.getString("report")));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database holds a report that is not JSON", e);
    }
  }

  private static EarlierImport together(EarlierImport one, EarlierImport other) {
    List<CommittedImport.NewVersion> versions = new ArrayList<>(one.made().layers());
    versions.addAll(other.made().layers());
    int rows = versions.stream().mapToInt(CommittedImport.NewVersion::rows).sum();
    return new EarlierImport(
        one.sha256(),
        new CommittedImport(
            versions,
            one.made().dataVersion(),
            one.made().changes(),
            new Difference(ImportMode.REPLACE, 0, 0, 0, rows, 0, List.of()),
            CommittedImport.Outcome.NOTHING_NEW),
        one.report());
  }
}
