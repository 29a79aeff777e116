package org.gapmap.http;

import org.gapmap.export.Exports;
import org.gapmap.imports.ImportLayer;
import org.gapmap.imports.doctor.Doctor;
import org.gapmap.imports.source.ReadLimits;
import org.gapmap.jobs.Jobs;

/** What the requests work with that bring files in and layers out. */
public record LongWork(
    Jobs jobs,
    ImportLayer imports,
    Doctor doctor,
    UploadFolder uploads,
    ImportFolder importFolder,
    ReadLimits limits,
    Exports exports,
    ExportFolder exportFolder) {}
