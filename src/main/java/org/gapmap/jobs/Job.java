package org.gapmap.jobs;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.gapmap.store.JobRecord;

/** A job of this process: to look at, to wait for, to stop. */
public final class Job {
  private final JobRequest request;
  private final JobWork work;
  private final JobProgress progress;
  private final Instant created = Instant.now();
  private final CompletableFuture<JobOutcome> end = new CompletableFuture<>();
  private final long id;
  private volatile Optional<Instant> started = Optional.empty();
  private volatile boolean attended;

  Job(long id, JobRequest request, JobWork work) {
    this.id = id;
    this.request = request;
    this.work = work;
    this.progress = new JobProgress(id);
  }

  public long id() {
    return id;
  }

  /** As it is now; once it has ended, the database knows better. */
  public JobRecord record() {
    return new JobRecord(
        id,
        request.what(),
        request.title(),
        started.isPresent() ? JobRecord.State.RUNNING : JobRecord.State.QUEUED,
        progress.reached(),
        new JobRecord.Times(created, started, Optional.empty()),
        Optional.empty(),
        JobRecord.Yield.NONE);
  }

  public boolean ended() {
    return end.isDone();
  }

  /** Asks it to stop, and returns at once. */
  public void cancel() {
    progress.cancel();
  }

  /**
   * Waits for its end. Whoever waits attends to the job: if the program is stopped, so was the job.
   *
   * @throws CancelledException where it was stopped
   * @throws RuntimeException what its work threw
   */
  public JobOutcome join() {
    attended = true;
    try {
      return end.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  JobRequest request() {
    return request;
  }

  JobWork work() {
    return work;
  }

  JobProgress progress() {
    return progress;
  }

  boolean running() {
    return started.isPresent();
  }

  boolean attended() {
    return attended;
  }

  void start() {
    started = Optional.of(Instant.now());
  }

  void end(JobOutcome outcome) {
    end.complete(outcome);
  }

  void fail(Throwable failure) {
    end.completeExceptionally(failure);
  }
}
