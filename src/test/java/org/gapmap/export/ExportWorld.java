package org.gapmap.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gapmap.domain.LayerType;
import org.gapmap.imports.ImportLayer;
import org.gapmap.imports.ImportReport;
import org.gapmap.imports.ImportRequest;
import org.gapmap.imports.KindChoice;
import org.gapmap.imports.source.ReadOptions;
import org.gapmap.jobs.Progress;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.AreaStore;
import org.gapmap.store.LayerContents;
import org.gapmap.store.LayerStore;
import org.gapmap.store.RunStore;
import org.gapmap.store.StoredLayer;
import org.gapmap.store.TestDatabase;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** An empty database, imports into it and exports out of it. */
final class ExportWorld implements AutoCloseable {
  /** The kind of every facility here. */
  static final String KIND = "elderly_canteen";

  private final TestDatabase database = TestDatabase.fresh();
  private final KindCatalogue kinds = KindCatalogue.load();

  /** A stored row, its attributes as JSON with sorted names, and its values with bars between. */
  record Row(String values, String attributes, Geometry shape) {}

  ImportReport bringIn(String city, LayerType type, Path file, Optional<String> crs) {
    Optional<KindChoice> kind =
        type == LayerType.FACILITIES ? Optional.of(new KindChoice.Fixed(KIND)) : Optional.empty();
    ImportRequest.Meaning said = ImportRequest.Meaning.ofFile();
    return new ImportLayer(
            new LayerStore(database.dataSource()), new AreaStore(database.dataSource()), kinds)
        .run(
            new ImportRequest(
                file,
                type,
                new ImportRequest.Destination(city, "上海", false, "test"),
                ReadOptions.none(),
                new ImportRequest.Meaning(
                    kind,
                    said.kindWords(),
                    crs,
                    Optional.empty(),
                    said.fields(),
                    said.keepPersonal()),
                ImportRequest.Storing.replacing()));
  }

  Exports exports() {
    return new Exports(
        new LayerContents(database.dataSource()),
        new RunStore(database.dataSource()),
        new AreaStore(database.dataSource()),
        name -> name.equals("联系电话"));
  }

  /** The city's one layer of the type. */
  StoredLayer layer(String city, LayerType type) {
    return exports().listLayers(city).stream()
        .filter(layer -> layer.version().key().type() == type)
        .findFirst()
        .orElseThrow();
  }

  ExportReport export(String city, LayerType type, ExportFormat format, String crs, Path file) {
    try {
      return exports()
          .run(
              new ExportRequest(
                  new ExportRequest.Layer(layer(city, type).layer(), OptionalInt.empty()),
                  format,
                  crs),
              file,
              Progress.none());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of the city's one layer of the type, in the order of its file. */
  List<Row> rows(String city, LayerType type) {
    int version = layer(city, type).version().id();
    String people = "households, residents, elderly, children, preschoolers, pupils";
    String select =
        switch (type) {
          case COMMUNITIES ->
              "concat_ws('|', name, source_key, "
                  + people("build_year, renovation, " + people)
                  + "), attributes,"
                  + " boundary FROM community";
          case FACILITIES, SITES ->
              "concat_ws('|', name, source_key, subtype, status, access, "
                  + people("capacity, floor_sqm, land_sqm")
                  + "), attributes, place FROM facility";
          case BUILDINGS ->
              "concat_ws('|', name, source_key, use, "
                  + people(people + ", floor_sqm")
                  + "), attributes, place FROM building";
          default -> "concat_ws('|', name, category), attributes, shape FROM shape";
        };
    return query(
        "SELECT " + select + " WHERE layer_version_id = " + version + " ORDER BY row_number");
  }

  /** Unknown is another thing than an empty text or 0. */
  private static String people(String columns) {
    List<String> told = new ArrayList<>();
    for (String column : columns.split(", ")) {
      told.add("coalesce(" + column + "::text, 'unknown')");
    }
    return String.join(", ", told);
  }

  private List<Row> query(String sql) {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                sql.replaceFirst(", (boundary|place|shape) FROM", ", ST_AsBinary($1) FROM"))) {
      List<Row> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(
            new Row(row.getString(1), row.getString(2), new WKBReader().read(row.getBytes(3))));
      }
      return rows;
    } catch (SQLException | ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  javax.sql.DataSource dataSource() {
    return database.dataSource();
  }

  @Override
  public void close() {
    database.close();
  }
}
