package org.gapmap.imports.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.gapmap.imports.ImportLayer;
import org.gapmap.imports.ImportMemory;
import org.gapmap.imports.ImportReport;
import org.gapmap.imports.ImportRequest;
import org.gapmap.imports.SpecJson;
import org.gapmap.imports.source.ReadLimits;
import org.gapmap.jobs.Progress;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.AreaStore;
import org.gapmap.store.LayerStore;
import org.gapmap.store.MappingStore;
import org.gapmap.store.TestDatabase;

/** An empty database, a folder for files, and a doctor to show them to. */
final class Practice implements AutoCloseable {
  private final TestDatabase database = TestDatabase.fresh();
  private final Path folder;
  private final ImportLayer imports;
  private final Doctor doctor;

  Practice(Path folder) {
    this.folder = folder;
    KindCatalogue kinds = KindCatalogue.load();
    MappingStore mappings = new MappingStore(database.dataSource());
    this.imports =
        new ImportLayer(
                new LayerStore(database.dataSource()), new AreaStore(database.dataSource()), kinds)
            .remembering(new ImportMemory(mappings, kinds));
    this.doctor = new Doctor(imports, new AreaStore(database.dataSource()), mappings, kinds);
  }

  /** A CSV file of these lines. */
  Path csv(String name, String... lines) {
    try {
      return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param spec as JSON, ' for "
   */
  static ImportRequest request(Path file, String spec) {
    try {
      return SpecJson.read(
          new JsonMapper().readTree(spec.replace('\'', '"')),
          new SpecJson.Given(file, "shanghai", "tester", ReadLimits.DEFAULTS));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(spec, e);
    }
  }

  Preview examine(Path file, String spec) {
    return doctor.examine(request(file, spec), Progress.none());
  }

  ImportReport run(Path file, String spec) {
    return imports.run(request(file, spec));
  }

  TestDatabase database() {
    return database;
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

  @Override
  public void close() {
    database.close();
  }
}
