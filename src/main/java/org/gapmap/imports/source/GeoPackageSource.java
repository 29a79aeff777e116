package org.gapmap.imports.source;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import org.gapmap.domain.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * A layer of a GeoPackage. A row's number is its feature id, which QGIS shows too, where all ids
 * are whole numbers from 1; else its place in the table.
 *
 * <p>Through SQLite itself rather than a GeoPackage library: that one opens the file for writing,
 * gives up a whole layer for one broken shape, and refuses files that lack a table nobody needs.
 */
final class GeoPackageSource implements FeatureSource {
  private static final int SAMPLE = 1000;
  private static final EncodingChoice ENCODING =
      new EncodingChoice(
          StandardCharsets.UTF_8,
          EncodingChoice.From.FORMAT,
          new LocalizedText("GeoPackage 的文本总是 Unicode", "text in a GeoPackage is Unicode"));

  private final GeoPackageFile file;
  private final GeoPackageLayers.Layer layer;
  private final ReadOptions options;
  private final String name;
  private final List<String> columns = new ArrayList<>();
  private final List<String> names;
  private final Optional<String> key;
  private final boolean keysAreRows;
  private final List<Notice> openingWarnings = new ArrayList<>();
  private final SourceDescription description;
  private Optional<Notice> brokenOff = Optional.empty();

  private GeoPackageSource(
      GeoPackageFile file, GeoPackageLayers.Layer layer, String name, ReadOptions options)
      throws SQLException {
    this.file = file;
    this.layer = layer;
    this.options = options;
    this.name = name;
    this.key = columns();
    options.limits().check(ReadLimits.Setting.FIELDS, columns.size(), name);
    this.names = UniqueNames.of(columns);
    OptionalInt rows = GeoPackageLayers.rows(file, layer);
    if (rows.isPresent()) {
      options.limits().check(ReadLimits.Setting.ROWS, rows.getAsInt(), name);
    }
    this.keysAreRows = keysAreRows();
    this.description =
        new SourceDescription(
            name, "geopackage", layer.word(), names, rows, ENCODING, layer.crs(), sample());
  }

  static FeatureSource open(Located at, ReadOptions options) {
    try {
      GeoPackageFile file = GeoPackageFile.open(at.file(), options.limits());
      try {
        List<GeoPackageLayers.Layer> layers = GeoPackageLayers.list(file, at.name());
        GeoPackageLayers.Layer layer = GeoPackageLayers.pick(layers, options.layer(), at.name());
        String name = layers.size() == 1 ? at.name() : at.of(layer.table());
        GeoPackageSource source = new GeoPackageSource(file, layer, name, options);
        source.others();
        return source;
      } catch (SQLException | RuntimeException e) {
        file.close();
        throw e;
      }
    } catch (SQLException e) {
      throw GeoPackageLayers.damaged(at.name(), e);
    }
  }

  static SourceLayers layers(Located at, ReadLimits limits) {
    try (GeoPackageFile file = GeoPackageFile.open(at.file(), limits)) {
      return GeoPackageLayers.described(file, at.name());
    } catch (SQLException e) {
      throw GeoPackageLayers.damaged(at.name(), e);
    }
  }

  /** Fills the list of columns that are fields; returns the one that is the feature id. */
  private Optional<String> columns() throws SQLException {
    Optional<String> found = Optional.empty();
    try (Statement statement = file.connection().createStatement();
        ResultSet row =
            statement.executeQuery(
                "PRAGMA table_info(" + GeoPackageFile.quoted(layer.table()) + ")")) {
      while (row.next()) {
        String column = row.getString("name");
        if (row.getInt("pk") == 1 && "INTEGER".equalsIgnoreCase(row.getString("type"))) {
          found = Optional.of(column);
        } else if (!column.equalsIgnoreCase(layer.geometryColumn())) {
          columns.add(column);
        }
      }
    }
    return found;
  }

  private boolean keysAreRows() throws SQLException {
    if (key.isEmpty()) {
      return false;
    }
    String column = GeoPackageFile.quoted(key.get());
    try (Statement statement = file.connection().createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT min("
                    + column
                    + "), max("
                    + column
                    + ") FROM "
                    + GeoPackageFile.quoted(layer.table()))) {
      return row.next() && row.getLong(1) >= 1 && row.getLong(2) <= Integer.MAX_VALUE;
    }
  }

  private void others() {
    List<String> others = GeoPackageLayers.others(file, name);
    if (!others.isEmpty()) {
      openingWarnings.add(
          Notice.of(
              "tables_not_read",
              "没有图形的表未读取：" + LayerNames.listed(others),
              "tables without shapes were not read: " + LayerNames.listed(others)));
    }
  }

  private Envelope sample() {
    SampleBounds sample = new SampleBounds();
    Iterator<SourceFeature> rows = features();
    for (int i = 0; i < SAMPLE && rows.hasNext(); i++) {
      rows.next().geometry().ifPresent(shape -> sample.add(shape.getEnvelopeInternal()));
    }
    if (rows instanceof GeoPackageRows open) {
      open.end();
    }
    return sample.bounds();
  }

  @Override
  public SourceDescription description() {
    return description;
  }

  @Override
  public Iterator<SourceFeature> features() {
    brokenOff = Optional.empty();
    try {
      return new GeoPackageRows();
    } catch (SQLException e) {
      throw GeoPackageLayers.damaged(name, e);
    }
  }

  @Override
  public List<Notice> warnings() {
    List<Notice> all = new ArrayList<>(openingWarnings);
    brokenOff.ifPresent(all::add);
    return all;
  }

  @Override
  public void close() {
    file.close();
  }

  private final class GeoPackageRows implements Iterator<SourceFeature> {
    private final Statement statement;
    private final ResultSet rows;
    private int place;
    private boolean over;
    private @Nullable SourceFeature ready;

    GeoPackageRows() throws SQLException {
      StringBuilder sql =
          new StringBuilder("SELECT ").append(key.map(GeoPackageFile::quoted).orElse("0"));
      sql.append(", ")
          .append(
              layer.geometryColumn().isEmpty()
                  ? "NULL"
                  : GeoPackageFile.quoted(layer.geometryColumn()));
      columns.forEach(column -> sql.append(", ").append(GeoPackageFile.quoted(column)));
      sql.append(" FROM ").append(GeoPackageFile.quoted(layer.table()));
      key.ifPresent(column -> sql.append(" ORDER BY ").append(GeoPackageFile.quoted(column)));
      file.alive();
      this.statement = file.connection().createStatement();
      try {
        this.rows = statement.executeQuery(sql.toString());
      } catch (SQLException e) {
        statement.close();
        throw e;
      }
    }

    @Override
    public boolean hasNext() {
      if (ready == null && !over) {
        advance();
      }
      return ready != null;
    }

    @Override
    public SourceFeature next() {
      if (!hasNext() || ready == null) {
        throw new NoSuchElementException();
      }
      SourceFeature feature = ready;
      ready = null;
      return feature;
    }

    private void advance() {
      try {
        file.alive();
        if (!rows.next()) {
          end();
          return;
        }
        place++;
        options.limits().check(ReadLimits.Setting.ROWS, place, name);
        ready = feature();
      } catch (SQLException e) {
        end();
        String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        brokenOff =
            Optional.of(
                Notice.of(
                    "geopackage_broken_off",
                    "第 " + place + " 行之后无法读取：" + reason,
                    "after row " + place + " the file can't be read: " + reason));
      }
    }

    private SourceFeature feature() throws SQLException {
      Map<String, String> fields = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        fields.put(names.get(i), text(rows.getObject(i + 3)));
      }
      ShapeDecoder.Decoded shape =
          rows.getObject(2) instanceof byte[] blob
              ? GeoPackageBlob.decode(blob, options.limits())
              : ShapeDecoder.nullShape();
      int row = keysAreRows ? rows.getInt(1) : place;
      return new SourceFeature(row, shape.geometry(), fields, shape.problem());
    }

    /** What a person would call the value; nothing for bytes. */
    private static String text(@Nullable Object value) {
      if (value == null || value instanceof byte[]) {
        return "";
      }
      return value instanceof Double number ? NumberText.of(number) : value.toString().strip();
    }

    private void end() {
      over = true;
      try {
        statement.close();
      } catch (SQLException e) {
        throw new IllegalStateException("SQLite can't end a query", e);
      }
    }
  }
}
