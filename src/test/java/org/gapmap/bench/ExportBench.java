package org.gapmap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import org.gapmap.domain.LayerType;
import org.gapmap.export.ExportFormat;
import org.gapmap.export.ExportRequest;
import org.gapmap.export.Exports;
import org.gapmap.imports.ImportLayer;
import org.gapmap.imports.ImportRequest;
import org.gapmap.imports.source.ReadOptions;
import org.gapmap.jobs.Progress;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.AreaStore;
import org.gapmap.store.LayerContents;
import org.gapmap.store.LayerStore;
import org.gapmap.store.RunStore;
import org.gapmap.store.TestDatabase;

/** How long a large layer takes out in each format; what the whole process took of memory. */
public final class ExportBench {
  private static final int ROWS = 220_000;

  private ExportBench() {}

  public static void main(String[] arguments) throws IOException {
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROWS;
    Path folder = Files.createTempDirectory("gapmap-export-bench");
    try (TestDatabase database = TestDatabase.fresh()) {
      new ImportLayer(
              new LayerStore(database.dataSource()),
              new AreaStore(database.dataSource()),
              KindCatalogue.load())
          .run(
              new ImportRequest(
                  BlocksShapefile.of(folder, rows),
                  LayerType.COMMUNITIES,
                  new ImportRequest.Destination("bench", "", false, "bench"),
                  ReadOptions.none(),
                  ImportRequest.Meaning.ofFile(),
                  ImportRequest.Storing.replacing()));
      Exports exports =
          new Exports(
              new LayerContents(database.dataSource()),
              new RunStore(database.dataSource()),
              new AreaStore(database.dataSource()),
              name -> false);
      ExportRequest.Layer layer =
          new ExportRequest.Layer(exports.listLayers("bench").get(0).layer(), OptionalInt.empty());
      for (String crs : new String[] {"EPSG:4490", "local"}) {
        for (ExportFormat format : ExportFormat.values()) {
          Path file = folder.resolve("out." + format.extension());
          long start = System.nanoTime();
          exports.run(new ExportRequest(layer, format, crs), file, Progress.none());
          System.out.printf(
              Locale.ROOT,
              "%,d rows, %s, %s: %.1f s, %.0f MB; the process so far at most %.0f MB%n",
              rows,
              format.id(),
              crs,
              (System.nanoTime() - start) / 1e9,
              Files.size(file) / 1e6,
              PeakMemory.megabytes());
          Files.delete(file);
        }
      }
    } finally {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
