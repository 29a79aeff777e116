package org.gapmap.imports.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gapmap.domain.UserError;
import org.gapmap.geo.DeclaredCrs;
import org.jspecify.annotations.Nullable;

/** What a GeoPackage says that it holds. Reads through JDBC: see {@link GeoPackageSource}. */
final class GeoPackageLayers {
  /** One row per layer with shapes. */
  private static final String LAYERS =
      """
      SELECT g.table_name, g.column_name, g.geometry_type_name, g.srs_id,
             s.organization, s.organization_coordsys_id, s.definition
      FROM gpkg_geometry_columns g
      LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
      WHERE g.table_name IN (SELECT name FROM sqlite_master WHERE type IN ('table', 'view'))
      ORDER BY g.table_name
      """;

  /** One row per table without shapes, or of pictures. */
  private static final String OTHERS =
      """
      SELECT table_name FROM gpkg_contents
      WHERE table_name NOT IN (SELECT table_name FROM gpkg_geometry_columns)
      ORDER BY table_name
      """;

  private GeoPackageLayers() {}

  /**
   * @param geometryType the file's word for it, like {@code MULTIPOLYGON}
   */
  record Layer(
      String table, String geometryColumn, String geometryType, Optional<DeclaredCrs> crs) {
    /** As in {@link SourceDescription#geometryType}. */
    String word() {
      return switch (geometryType.toUpperCase(Locale.ROOT)) {
        case "POINT" -> "point";
        case "MULTIPOINT" -> "multipoint";
        case "LINESTRING", "MULTILINESTRING" -> "line";
        case "POLYGON", "MULTIPOLYGON" -> "polygon";
        default -> "unknown";
      };
    }
  }

  /**
   * @throws UserError where the file is another kind of SQLite file, or damaged
   */
  static List<Layer> list(GeoPackageFile file, String name) {
    try (Statement statement = file.connection().createStatement()) {
      file.alive();
      if (!hasTables(statement)) {
        throw new UserError(
            "it is a SQLite file, but no GeoPackage: it has no table gpkg_geometry_columns /"
                + " 这是 SQLite 文件，但不是 GeoPackage",
            name,
            "export the layer as a GeoPackage or a shapefile / 请把图层导出为 GeoPackage 或 shapefile");
      }
      List<Layer> layers = new ArrayList<>();
      try (ResultSet row = statement.executeQuery(LAYERS)) {
        while (row.next()) {
          layers.add(
              new Layer(
                  row.getString(1), text(row.getString(2)), text(row.getString(3)), crs(row)));
        }
      }
      return layers;
    } catch (SQLException e) {
      throw damaged(name, e);
    }
  }

  private static boolean hasTables(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT count(*) FROM sqlite_master WHERE name IN"
                + " ('gpkg_geometry_columns', 'gpkg_spatial_ref_sys', 'gpkg_contents')")) {
      return row.next() && row.getInt(1) == 3;
    }
  }

  private static Optional<DeclaredCrs> crs(ResultSet row) throws SQLException {
    int id = row.getInt(4);
    if (row.wasNull() || id == 0 || id == -1) {
      return Optional.empty();
    }
    String from = "gpkg_spatial_ref_sys, srs_id " + id;
    int code = row.getInt(6);
    if ("EPSG".equalsIgnoreCase(text(row.getString(5)).strip()) && code > 0) {
      return Optional.of(new DeclaredCrs(DeclaredCrs.Kind.WKT, "EPSG:" + code, from));
    }
    String definition = text(row.getString(7)).strip();
    if (definition.isEmpty() || definition.equalsIgnoreCase("undefined")) {
      return Optional.empty();
    }
    return Optional.of(new DeclaredCrs(DeclaredCrs.Kind.WKT, definition, from));
  }

  /** The tables that are no layers. */
  static List<String> others(GeoPackageFile file, String name) {
    try (Statement statement = file.connection().createStatement();
        ResultSet row = statement.executeQuery(OTHERS)) {
      List<String> others = new ArrayList<>();
      while (row.next()) {
        others.add(text(row.getString(1)));
      }
      return others;
    } catch (SQLException e) {
      throw damaged(name, e);
    }
  }

  static SourceLayers described(GeoPackageFile file, String name) {
    List<SourceLayer> all = new ArrayList<>();
    for (Layer layer : list(file, name)) {
      OptionalInt rows = rows(file, layer);
      all.add(
          new SourceLayer(
              layer.table,
              layer.word(),
              rows.isPresent() ? OptionalLong.of(rows.getAsInt()) : OptionalLong.empty()));
    }
    if (all.isEmpty()) {
      throw none(name);
    }
    return new SourceLayers("geopackage", all);
  }

  /** Empty where the table can't be counted. */
  static OptionalInt rows(GeoPackageFile file, Layer layer) {
    try (Statement statement = file.connection().createStatement()) {
      file.alive();
      try (ResultSet row =
          statement.executeQuery("SELECT count(*) FROM " + GeoPackageFile.quoted(layer.table))) {
        long rows = row.next() ? row.getLong(1) : -1;
        return rows >= 0 && rows <= Integer.MAX_VALUE
            ? OptionalInt.of((int) rows)
            : OptionalInt.empty();
      }
    } catch (SQLException e) {
      return OptionalInt.empty();
    }
  }

  /**
   * @throws UserError where no single layer is meant
   */
  static Layer pick(List<Layer> layers, Optional<String> wanted, String name) {
    if (layers.isEmpty()) {
      throw none(name);
    }
    List<String> names = layers.stream().map(Layer::table).toList();
    if (wanted.isPresent()) {
      return layers.stream()
          .filter(l -> l.table.equals(wanted.get()))
          .findFirst()
          .or(() -> layers.stream().filter(l -> l.table.equalsIgnoreCase(wanted.get())).findFirst())
          .orElseThrow(
              () ->
                  new UserError(
                      "it holds no layer '" + wanted.get() + "'",
                      name,
                      "name one of: " + LayerNames.listed(names)));
    }
    if (layers.size() > 1) {
      throw new UserError(
          "it holds " + layers.size() + " layers: " + LayerNames.listed(names),
          name,
          "name one of them with --layer");
    }
    return layers.get(0);
  }

  private static UserError none(String name) {
    return new UserError(
        "the GeoPackage holds no layer with shapes", name, "check how it was made");
  }

  static UserError damaged(String name, SQLException cause) {
    return new UserError(
        "the GeoPackage can't be read ("
            + String.valueOf(cause.getMessage()).lines().findFirst().orElse("")
            + ")",
        name,
        "check that it is complete; if QGIS can still open it, export the layer anew",
        cause);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
