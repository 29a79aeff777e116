package org.gapmap.jobs;

import java.util.Optional;
import java.util.UUID;
import org.gapmap.domain.UserError;
import org.gapmap.store.JobRecord;
import org.gapmap.store.JobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a job ended in this process. */
sealed interface JobEnd {
  JobRecord.Problem STOPPED =
      new JobRecord.Problem(
          "the program was stopped while it ran; nothing of it was stored", "", "start it again");

  /** Into the row, unless that knows better. */
  void write(JobStore store, long id);

  /** To whoever waits. */
  void tell(Job job);

  /** With an outcome. */
  record Done(JobOutcome outcome) implements JobEnd {
    @Override
    public void write(JobStore store, long id) {
      store.finishDone(
          id,
          new JobRecord.Yield(
              Optional.of(outcome.result()), outcome.file().map(file -> file.toString())));
    }

    @Override
    public void tell(Job job) {
      job.end(outcome);
    }
  }

  /** By somebody's wish. */
  record Cancelled() implements JobEnd {
    @Override
    public void write(JobStore store, long id) {
      store.finishCancelled(id);
    }

    @Override
    public void tell(Job job) {
      job.fail(new CancelledException());
    }
  }

  /**
   * For a reason.
   *
   * @param cause what whoever waits gets to see
   */
  record Failed(JobRecord.Problem problem, Throwable cause) implements JobEnd {
    Failed(JobRecord.Problem problem) {
      this(problem, new UserError(problem.what(), problem.where(), problem.remedy()));
    }

    @Override
    public void write(JobStore store, long id) {
      store.finishFailed(id, problem);
    }

    @Override
    public void tell(Job job) {
      job.fail(cause);
    }
  }

  /** A user's error is told as it is; anything else is a bug, its cause in the log under an id. */
  static JobEnd of(Throwable failed, long job) {
    if (failed instanceof CancelledException) {
      return new Cancelled();
    }
    if (failed instanceof UserError refused) {
      return new Failed(
          new JobRecord.Problem(refused.what(), refused.where(), refused.remedy()), refused);
    }
    String id = UUID.randomUUID().toString().substring(0, 8);
    Logger log = LoggerFactory.getLogger(JobEnd.class);
    log.error("Bug {} in job {}", id, job, failed);
    return new Failed(
        new JobRecord.Problem(
            "GapMap failed at this job, and nothing of it was stored",
            "id " + id,
            "it is a defect, not yours; the log holds the cause under this id"),
        failed);
  }
}
