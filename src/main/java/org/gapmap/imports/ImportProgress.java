package org.gapmap.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.gapmap.domain.LocalizedText;
import org.gapmap.jobs.CancelledException;
import org.gapmap.jobs.Progress;
import org.gapmap.store.Difference;
import org.gapmap.store.ImportStopped;
import org.gapmap.store.LayerImport;

/** The stages of an import, told as it passes them. */
final class ImportProgress {
  /** Rows between two reports of how far it is. */
  private static final int STEP = 1_000;

  private static final LocalizedText LOOKING =
      new LocalizedText("正在通读文件", "looking through the file");
  private static final LocalizedText STORING = new LocalizedText("正在存储各行", "storing rows");
  private static final LocalizedText COMMITTING = new LocalizedText("正在提交", "committing");
  private static final LocalizedText REHEARSING =
      new LocalizedText("正在试提交（不保存）", "rehearsing the commit");

  private final Progress progress;
  private final long declaredRows;

  /**
   * @param declaredRows as the file says
   */
  ImportProgress(Progress progress, OptionalInt declaredRows) {
    this.progress = progress;
    this.declaredRows = declaredRows.isPresent() ? declaredRows.getAsInt() : Progress.UNKNOWN;
  }

  void looking() {
    progress.stage(LOOKING, declaredRows);
  }

  /**
   * @param rows as counted when the file was looked through
   */
  void storing(int rows) {
    progress.stage(STORING, rows);
  }

  /** Called for each row; tells of every thousandth. */
  void row(int done) {
    if (done % STEP == 0) {
      progress.done(done);
    }
  }

  /** Lets a cancellation stop the database, and closes the import. */
  ImportReport store(LayerImport target, Function<LayerImport, ImportReport> work) {
    try (target) {
      Progress.Interruptible waiting = progress.interruptible(target::stop);
      try (waiting) {
        target.start();
        return work.apply(target);
      }
    } catch (ImportStopped e) {
      throw new CancelledException();
    }
  }

  /** Compares, then commits, or of a dry run all but that. */
  ImportReport end(
      LayerImport target, ImportReport report, ImportRequest.Storing storing, SameFile file) {
    progress.stage(storing.dryRun() ? REHEARSING : COMMITTING, Progress.UNKNOWN);
    if (!storing.dryRun()) {
      file.hashAhead();
    }
    Difference difference = target.difference();
    ImportReport told = repeatedKeys(report, difference);
    ObjectNode json = ReportJson.of(told);
    DifferenceJson.put(json, difference, told.rows().refused());
    target.forJob(progress.job());
    return told.ending(
        storing.dryRun()
            ? target.rehearse(json.toString())
            : target.commit(json.toString(), file.delivery(told.rows().refused())));
  }

  private static ImportReport repeatedKeys(ImportReport report, Difference difference) {
    int repeated = difference.repeatedKeys();
    return repeated == 0
        ? report
        : report.adding(
            new IssueGroup(
                Finding.KEY_IN_LAYER.code(),
                ImportIssue.Severity.WARNING,
                repeated,
                Finding.KEY_IN_LAYER.message(),
                List.of(repeated + "")));
  }
}
