package org.gapmap.imports;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.gapmap.domain.LayerType;
import org.gapmap.imports.source.FeatureSource;
import org.gapmap.imports.source.ReadOptions;
import org.gapmap.jobs.Progress;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.AreaStore;
import org.gapmap.store.CitySnapshot;
import org.gapmap.store.CityStore;
import org.gapmap.store.LayerHistory;
import org.gapmap.store.LayerStore;
import org.gapmap.store.StreetStore;
import org.gapmap.store.TestDatabase;
import org.locationtech.jts.geom.Coordinate;

/** An empty database, and imports into it. */
final class ImportWorld implements AutoCloseable {
  static final String CITY = "shanghai";

  private final TestDatabase database = TestDatabase.fresh();

  /** A request that a test changes before it is run. */
  final class Request {
    private final Path file;
    private final LayerType type;
    private Optional<KindChoice> kind = Optional.empty();
    private Optional<String> crs = Optional.empty();
    private Optional<String> completeFor = Optional.empty();
    private Map<FieldRole, String> fields = Map.of();
    private Map<Integer, Coordinate> places = Map.of();
    private String source = "test";
    private ImportRequest.Storing storing = ImportRequest.Storing.replacing();
    private BiFunction<Path, ReadOptions, FeatureSource> opener = ReturnedFile::open;

    private Request(LayerType type, Path file) {
      this.type = type;
      this.file = file;
    }

    Request kind(String id) {
      kind = Optional.of(new KindChoice.Fixed(id));
      return this;
    }

    Request kindField(String field) {
      kind = Optional.of(new KindChoice.ByField(field));
      return this;
    }

    Request mode(ImportRequest.Storing.Mode of) {
      storing = new ImportRequest.Storing(of, storing.dryRun(), storing.by());
      return this;
    }

    Request crs(String name) {
      crs = Optional.of(name);
      return this;
    }

    Request completeFor(String area) {
      completeFor = Optional.of(area);
      return this;
    }

    Request places(Map<Integer, Coordinate> clicked) {
      places = clicked;
      return this;
    }

    Request source(String name) {
      source = name;
      return this;
    }

    Request field(FieldRole role, String name) {
      fields = Map.of(role, name);
      return this;
    }

    Request opener(BiFunction<Path, ReadOptions, FeatureSource> replacement) {
      opener = replacement;
      return this;
    }

    Request storing(ImportRequest.Storing wanted) {
      storing = wanted;
      return this;
    }

    ImportReport run() {
      return run(Progress.none());
    }

    ImportReport run(Progress progress) {
      return new ImportLayer(
              new LayerStore(database.dataSource()), areas(), KindCatalogue.load(), opener)
          .run(
              new ImportRequest(
                  file,
                  type,
                  new ImportRequest.Destination(CITY, "上海", false, source),
                  ReadOptions.none(),
                  new ImportRequest.Meaning(
                      kind, Map.of(), crs, completeFor, fields, Set.of(), Map.of(), places),
                  storing),
              progress);
    }
  }

  Request of(LayerType type, Path file) {
    return new Request(type, file);
  }

  AreaStore areas() {
    return new AreaStore(database.dataSource());
  }

  CityStore cities() {
    return new CityStore(database.dataSource());
  }

  StreetStore streets() {
    return new StreetStore(database.dataSource());
  }

  LayerHistory history() {
    return new LayerHistory(database.dataSource());
  }

  LayerStore layers() {
    return new LayerStore(database.dataSource());
  }

  CitySnapshot city() {
    return cities().findSnapshot(CITY).orElseThrow();
  }

  /** One line per row, its columns parted by a bar. */
  List<String> query(String sql) {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> lines = new ArrayList<>();
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          values.add(String.valueOf(row.getString(i)));
        }
        lines.add(String.join("|", values));
      }
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  double number(String sql) {
    return Double.parseDouble(query(sql).get(0));
  }

  @Override
  public void close() {
    database.close();
  }
}
