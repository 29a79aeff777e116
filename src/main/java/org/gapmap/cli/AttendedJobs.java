package org.gapmap.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gapmap.jobs.Job;
import org.gapmap.jobs.JobOutcome;
import org.gapmap.jobs.JobRequest;
import org.gapmap.jobs.Jobs;
import org.gapmap.jobs.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Does a command's long work as a job that the page sees too, waits for it, and shows how far it
 * is.
 */
public final class AttendedJobs {
  private final Supplier<Jobs> jobs;

  /**
   * @param jobs opens the database at its first use
   */
  public AttendedJobs(Supplier<Jobs> jobs) {
    this.jobs = jobs;
  }

  /**
   * What the work made.
   *
   * @param result of what the work made, the job's result as JSON
   * @throws org.gapmap.jobs.CancelledException where somebody stopped it
   * @throws RuntimeException what the work threw
   */
  <T> T run(
      JobRequest request,
      ProgressShown shown,
      PrintWriter errors,
      Function<Progress, T> work,
      Function<T, String> result) {
    AtomicReference<@Nullable T> made = new AtomicReference<>();
    Job job =
        jobs.get()
            .submit(
                request,
                progress -> {
                  T value = work.apply(progress);
                  made.set(value);
                  return JobOutcome.of(result.apply(value));
                });
    ProgressLines lines = new ProgressLines(job::record, shown, errors);
    try (lines) {
      job.join();
    }
    return Objects.requireNonNull(made.get());
  }
}
