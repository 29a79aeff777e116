package org.gapmap.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.gapmap.domain.LayerType;
import org.gapmap.imports.ImportLayer;
import org.gapmap.imports.ImportRequest;
import org.gapmap.imports.doctor.Doctor;
import org.gapmap.imports.doctor.Preview;
import org.gapmap.imports.source.ReadOptions;
import org.gapmap.jobs.Progress;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.AreaStore;
import org.gapmap.store.LayerStore;
import org.gapmap.store.MappingStore;
import org.gapmap.store.TestDatabase;

/** How long a preview of many communities takes, and how much memory: rows, then a folder. */
public final class PreviewBench {
  private PreviewBench() {}

  public static void main(String[] arguments) throws IOException {
    int rows = Integer.parseInt(arguments[0]);
    Path file = BlocksShapefile.of(Path.of(arguments[1]), rows);
    KindCatalogue kinds = KindCatalogue.load();
    try (TestDatabase database = TestDatabase.fresh()) {
      AreaStore areas = new AreaStore(database.dataSource());
      ImportLayer imports = new ImportLayer(new LayerStore(database.dataSource()), areas, kinds);
      Doctor doctor = new Doctor(imports, areas, new MappingStore(database.dataSource()), kinds);
      ImportRequest request =
          new ImportRequest(
              file,
              LayerType.COMMUNITIES,
              new ImportRequest.Destination("bench", "", false, "blocks"),
              new ReadOptions(Optional.empty(), Optional.empty()),
              ImportRequest.Meaning.ofFile(),
              ImportRequest.Storing.replacing());
      long start = System.nanoTime();
      imports.run(request.asDryRun());
      double rehearsal = (System.nanoTime() - start) / 1e9;
      start = System.nanoTime();
      Preview preview = doctor.examine(request, Progress.none());
      double whole = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%d communities: rehearsal %.1f s, preview %.1f s, peak %.0f MB%n",
          rows,
          rehearsal,
          whole,
          PeakMemory.megabytes());
      preview
          .examination()
          .geometry()
          .forEach(f -> System.out.println(f.code() + " " + f.count() + " " + f.sqm()));
    }
  }
}
