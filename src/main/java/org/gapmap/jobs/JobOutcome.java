package org.gapmap.jobs;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What came of a job.
 *
 * @param result JSON
 * @param file what can be downloaded
 */
public record JobOutcome(String result, Optional<Path> file) {
  public static JobOutcome of(String result) {
    return new JobOutcome(result, Optional.empty());
  }
}
