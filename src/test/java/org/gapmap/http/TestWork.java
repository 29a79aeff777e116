package org.gapmap.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.gapmap.export.Exports;
import org.gapmap.imports.ImportLayer;
import org.gapmap.imports.PersonalData;
import org.gapmap.imports.doctor.Doctor;
import org.gapmap.imports.source.ReadLimits;
import org.gapmap.jobs.Jobs;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.AreaStore;
import org.gapmap.store.JobStore;
import org.gapmap.store.LayerContents;
import org.gapmap.store.LayerHistory;
import org.gapmap.store.LayerStore;
import org.gapmap.store.MappingStore;
import org.gapmap.store.RunStore;
import org.gapmap.store.TestDatabase;

/** Imports and jobs on a test's database. */
public final class TestWork {
  private TestWork() {}

  /** Uploads go to a folder of their own; there is no import folder. */
  public static LongWork of(TestDatabase database) {
    return of(database, ImportFolder.none(), ReadLimits.DEFAULTS);
  }

  static LongWork of(TestDatabase database, ImportFolder folder, ReadLimits limits) {
    KindCatalogue kinds = KindCatalogue.load();
    ImportLayer imports =
        new ImportLayer(
            new LayerStore(database.dataSource()), new AreaStore(database.dataSource()), kinds);
    try {
      return new LongWork(
          new Jobs(database.address(), new JobStore(database.dataSource())),
          imports,
          new Doctor(
              imports,
              new AreaStore(database.dataSource()),
              new MappingStore(database.dataSource()),
              kinds),
          new LayerHistory(database.dataSource()),
          new Exports(
              new LayerContents(database.dataSource()),
              new RunStore(database.dataSource()),
              new AreaStore(database.dataSource()),
              PersonalData.load()::isPersonalName),
          new LongWork.Folders(
              new UploadFolder(Files.createTempDirectory("gapmap-uploads")),
              folder,
              new ExportFolder(Files.createTempDirectory("gapmap-exports"))),
          limits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
