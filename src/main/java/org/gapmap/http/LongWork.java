package org.gapmap.http;

import org.gapmap.export.Exports;
import org.gapmap.imports.ImportLayer;
import org.gapmap.imports.doctor.Doctor;
import org.gapmap.imports.source.ReadLimits;
import org.gapmap.jobs.Jobs;
import org.gapmap.store.LayerHistory;

/** What the requests work with that bring files in and layers out. */
public record LongWork(
    Jobs jobs,
    ImportLayer imports,
    Doctor doctor,
    LayerHistory layers,
    Exports exports,
    Folders folders,
    ReadLimits limits) {

  /** Where files come from and go to. */
  public record Folders(UploadFolder uploads, ImportFolder imports, ExportFolder exports) {}
}
