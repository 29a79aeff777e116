package org.gapmap.jobs;

import java.io.IOException;

/** The work of a job. What it stores for good, it stores in one transaction. */
@FunctionalInterface
public interface JobWork {
  /**
   * Does it, and tells how far it is often enough to be stopped within a second.
   *
   * @throws CancelledException where it was told to stop and left nothing behind
   * @throws org.gapmap.domain.UserError where the user can put it right
   */
  JobOutcome run(Progress progress) throws IOException;
}
