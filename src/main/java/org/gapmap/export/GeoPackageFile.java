package org.gapmap.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gapmap.geo.TargetSystem;
import org.gapmap.store.StoredColumn;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.sqlite.SQLiteConfig;

/**
 * A new GeoPackage (OGC 12-128r17, version 1.3) with one table of features, its R-tree index and
 * one record of metadata. SQLite is the format itself here, no database of ours: it is spoken to
 * nowhere else. Not for several threads.
 */
final class GeoPackageFile implements AutoCloseable {
  /** The header's flags: little-endian, and with a box of x and y. */
  private static final byte WITHOUT_BOX = 0b001;

  private static final byte WITH_BOX = 0b011;

  /** Of 4 KB. */
  private static final int CACHE_PAGES = 16_384;

  private final Connection connection;
  private final String table;
  private final TargetSystem crs;
  private final PreparedStatement rows;
  private final PreparedStatement index;
  private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);
  private final Envelope extent = new Envelope();
  private long fid;

  /**
   * @param geometryType as the standard spells it: {@code MULTIPOLYGON}
   */
  GeoPackageFile(
      Path file, String table, List<TableColumn> columns, String geometryType, TargetSystem crs)
      throws SQLException {
    this.table = table;
    this.crs = crs;
    SQLiteConfig config = new SQLiteConfig();
    // Nobody reads the file before it is whole, and what is half written is deleted.
    config.setJournalMode(SQLiteConfig.JournalMode.OFF);
    config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
    // The index is written all over: its pages stay in memory.
    config.setCacheSize(CACHE_PAGES);
    connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    try {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate(resource("geopackage"));
        statement.executeUpdate(features(table, columns, geometryType));
        statement.executeUpdate(
            "CREATE VIRTUAL TABLE "
                + quoted("rtree_" + table + "_geom")
                + " USING rtree(id, minx, maxx, miny, maxy)");
      }
      addSystem();
      rows = connection.prepareStatement(insert(table, columns.size() + 2));
      index = connection.prepareStatement(insert("rtree_" + table + "_geom", 5));
      addContents(geometryType);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * @param values {@link String}, {@link Long}, {@link Double} or null, one per column
   * @param shape null where the row has none
   */
  void add(@Nullable Object[] values, @Nullable Geometry shape) throws SQLException {
    fid++;
    Envelope bounds = shape == null ? new Envelope() : shape.getEnvelopeInternal();
    rows.setLong(1, fid);
    rows.setBytes(2, shape == null ? null : blob(shape, bounds));
    for (int i = 0; i < values.length; i++) {
      rows.setObject(i + 3, values[i]);
    }
    rows.executeUpdate();
    if (bounds.isNull()) {
      return;
    }
    extent.expandToInclude(bounds);
    index.setLong(1, fid);
    index.setDouble(2, bounds.getMinX());
    index.setDouble(3, bounds.getMaxX());
    index.setDouble(4, bounds.getMinY());
    index.setDouble(5, bounds.getMaxY());
    index.executeUpdate();
  }

  /**
   * Ends the file.
   *
   * @param title what programs list the table as
   * @param origin where the table comes from, a line
   * @param metadata the same as a JSON object
   */
  void finish(String title, String origin, String metadata) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE gpkg_contents SET identifier = ?, description = ?, min_x = ?, min_y = ?,"
                + " max_x = ?, max_y = ?")) {
      statement.setString(1, title);
      statement.setString(2, origin);
      if (!extent.isNull()) {
        statement.setDouble(3, extent.getMinX());
        statement.setDouble(4, extent.getMinY());
        statement.setDouble(5, extent.getMaxX());
        statement.setDouble(6, extent.getMaxY());
      }
      statement.executeUpdate();
    }
    update(
        "INSERT INTO gpkg_metadata (id, md_scope, md_standard_uri, mime_type, metadata)"
            + " VALUES (1, 'dataset', 'urn:gapmap:origin', 'application/json', ?)",
        metadata);
    update(
        "INSERT INTO gpkg_metadata_reference (reference_scope, table_name, md_file_id)"
            + " VALUES ('table', ?, 1)",
        table);
    try (Statement statement = connection.createStatement()) {
      // After the rows: a row that is added from now on keeps the index up to date.
      for (String trigger : resource("geopackage_triggers").split("\n--\n")) {
        statement.executeUpdate(trigger.replace("${table}", table.replace("\"", "\"\"")));
      }
    }
    connection.commit();
  }

  private void addSystem() throws SQLException {
    if (crs.epsg() <= 0) {
      // An undefined system: the standard has put it there.
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO gpkg_spatial_ref_sys VALUES (?, ?, 'EPSG', ?, ?, NULL)")) {
      statement.setString(1, crs.name());
      statement.setInt(2, crs.epsg());
      statement.setInt(3, crs.epsg());
      statement.setString(4, crs.wkt());
      statement.executeUpdate();
    }
  }

  private void addContents(String geometryType) throws SQLException {
    update(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id)"
            + " VALUES (?, 'features', ?, ?)",
        table,
        table,
        crs.epsg());
    update(
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
        table,
        geometryType,
        crs.epsg());
    update(
        "INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index',"
            + " 'http://www.geopackage.org/spec130/#extension_rtree', 'write-only')",
        table);
  }

  private void update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  /** A shape as the standard's clause 2.1.3 lays it out: header, box, well-known binary. */
  private byte[] blob(Geometry shape, Envelope bounds) {
    boolean box = shape.getDimension() > 0;
    byte[] body = wkb.write(shape);
    ByteBuffer blob =
        ByteBuffer.allocate(8 + (box ? 32 : 0) + body.length).order(ByteOrder.LITTLE_ENDIAN);
    blob.put((byte) 'G').put((byte) 'P').put((byte) 0);
    blob.put(box ? WITH_BOX : WITHOUT_BOX);
    blob.putInt(crs.epsg());
    if (box) {
      blob.putDouble(bounds.getMinX()).putDouble(bounds.getMaxX());
      blob.putDouble(bounds.getMinY()).putDouble(bounds.getMaxY());
    }
    return blob.put(body).array();
  }

  private static String features(String table, List<TableColumn> columns, String geometryType) {
    String rest =
        columns.stream()
            .map(column -> ", " + quoted(column.name()) + " " + type(column.type()))
            .collect(Collectors.joining());
    return "CREATE TABLE "
        + quoted(table)
        + " (\"fid\" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, \"geom\" "
        + geometryType
        + rest
        + ")";
  }

  private static String type(StoredColumn.Type type) {
    return switch (type) {
      case TEXT -> "TEXT";
      case INTEGER -> "INTEGER";
      case REAL -> "DOUBLE";
    };
  }

  private static String insert(String table, int values) {
    return "INSERT INTO "
        + quoted(table)
        + IntStream.range(0, values)
            .mapToObj(i -> "?")
            .collect(Collectors.joining(", ", " VALUES (", ")"));
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String resource(String name) {
    try (InputStream in = GeoPackageFile.class.getResourceAsStream("/export/" + name + ".sql")) {
      if (in == null) {
        throw new IllegalStateException(name + ".sql is not there");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
