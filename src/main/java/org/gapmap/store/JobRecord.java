package org.gapmap.store;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.gapmap.domain.LocalizedText;

/**
 * A piece of long work as the database knows it.
 *
 * @param what {@code import}, {@code preview}, {@code assessment} or {@code export}
 */
public record JobRecord(
    long id,
    String what,
    LocalizedText title,
    State state,
    Reached reached,
    Times times,
    Optional<Problem> problem,
    Yield yield) {

  /** Where a job stands. */
  public enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    public boolean ended() {
      return this == DONE || this == FAILED || this == CANCELLED;
    }

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How far it is.
   *
   * @param done steps of the stage
   * @param total steps that the stage has, where that is known
   * @param rate steps a second over the last seconds, where that is known
   */
  public record Reached(
      Optional<LocalizedText> stage, long done, OptionalLong total, OptionalDouble rate) {
    public static final Reached NOTHING =
        new Reached(Optional.empty(), 0, OptionalLong.empty(), OptionalDouble.empty());

    /** Seconds until the stage ends at this rate; none where that can't be known. */
    public OptionalDouble secondsLeft() {
      return total.isPresent() && rate.isPresent() && rate.getAsDouble() > 0
          ? OptionalDouble.of(Math.max(0, total.getAsLong() - done) / rate.getAsDouble())
          : OptionalDouble.empty();
    }
  }

  /** When it was asked for, began and ended. */
  public record Times(Instant created, Optional<Instant> started, Optional<Instant> finished) {}

  /** Why it failed, as of a {@link org.gapmap.domain.UserError}. */
  public record Problem(String what, String where, String remedy) {}

  /**
   * What came of it.
   *
   * @param result JSON
   * @param file path of what can be downloaded, on the machine that made it
   */
  public record Yield(Optional<String> result, Optional<String> file) {
    public static final Yield NONE = new Yield(Optional.empty(), Optional.empty());
  }

  public JobRecord withReached(Reached now) {
    return new JobRecord(id, what, title, state, now, times, problem, yield);
  }
}
