package org.gapmap.jobs;

import java.util.OptionalLong;
import org.gapmap.domain.LocalizedText;

/**
 * What long work tells of itself while it runs, and hears whether to stop. Used by the thread that
 * does the work.
 */
public interface Progress {
  /** Where it is not known how many steps there are. */
  long UNKNOWN = -1;

  /**
   * A stage of the work begins.
   *
   * @param total how many steps (rows, communities) it has, or {@link #UNKNOWN}
   * @throws CancelledException where the work shall stop
   */
  void stage(LocalizedText name, long total);

  /**
   * So many steps of the stage are done, counted from its begin. Cheap enough for every thousandth
   * row.
   *
   * @throws CancelledException where the work shall stop
   */
  void done(long steps);

  /**
   * While the returned handle is open, a cancellation also runs the action, on another thread: for
   * work that waits in one long call, such as a statement of the database.
   */
  Interruptible interruptible(Runnable stop);

  /**
   * The job that this is the progress of: what it stores says in the same transaction that the job
   * is done.
   */
  default OptionalLong job() {
    return OptionalLong.empty();
  }

  /** Ends the time in which a cancellation runs an action. */
  interface Interruptible extends AutoCloseable {
    @Override
    void close();
  }

  /** Told to nobody, and never stopped. */
  static Progress none() {
    return new Progress() {
      @Override
      public void stage(LocalizedText name, long total) {
        // Nobody listens.
      }

      @Override
      public void done(long steps) {
        // Nobody listens.
      }

      @Override
      public Interruptible interruptible(Runnable stop) {
        return () -> {};
      }
    };
  }
}
