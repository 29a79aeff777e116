package org.gapmap.jobs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.gapmap.domain.LocalizedText;
import org.gapmap.store.JobRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far one job is. The work writes, others read and stop. */
final class JobProgress implements Progress {
  private static final Logger LOG = LoggerFactory.getLogger(JobProgress.class);
  private static final long RATE_NANOS = 5_000_000_000L;
  private static final long LEAST_RATE_NANOS = 400_000_000L;

  private record Sample(long nanos, long done) {}

  private final long job;
  private final List<Runnable> stops = new ArrayList<>();
  private final Deque<Sample> samples = new ArrayDeque<>();
  private @Nullable LocalizedText stage;
  private long total = UNKNOWN;
  private volatile long done;
  private volatile boolean cancelled;

  JobProgress(long job) {
    this.job = job;
  }

  @Override
  public void stage(LocalizedText name, long steps) {
    checkCancelled();
    synchronized (samples) {
      stage = name;
      total = steps;
      done = 0;
      samples.clear();
      samples.add(new Sample(System.nanoTime(), 0));
    }
  }

  @Override
  public void done(long steps) {
    checkCancelled();
    done = Math.max(done, steps);
  }

  @Override
  public Interruptible interruptible(Runnable stop) {
    synchronized (stops) {
      checkCancelled();
      stops.add(stop);
    }
    return () -> {
      // Waits for a stop that runs right now, so that it does not hit what comes next.
      synchronized (stops) {
        stops.remove(stop);
      }
    };
  }

  @Override
  public OptionalLong job() {
    return OptionalLong.of(job);
  }

  /** Makes the work end with a {@link CancelledException} as soon as it looks. */
  void cancel() {
    synchronized (stops) {
      cancelled = true;
      for (Runnable stop : stops) {
        try {
          stop.run();
        } catch (RuntimeException failed) {
          LOG.warn("What job {} waits for could not be stopped", job, failed);
        }
      }
    }
  }

  boolean isCancelled() {
    return cancelled;
  }

  /** How far it is, with the rate over the seconds before. */
  JobRecord.Reached reached() {
    synchronized (samples) {
      long now = System.nanoTime();
      long reached = done;
      Sample last = samples.peekLast();
      if (last == null || now - last.nanos() > LEAST_RATE_NANOS / 2) {
        samples.add(new Sample(now, reached));
      }
      while (samples.size() > 2 && now - samples.getFirst().nanos() > RATE_NANOS) {
        samples.removeFirst();
      }
      Sample from = samples.getFirst();
      long nanos = now - from.nanos();
      OptionalDouble rate =
          nanos < LEAST_RATE_NANOS || reached == from.done()
              ? OptionalDouble.empty()
              : OptionalDouble.of((reached - from.done()) * 1e9 / nanos);
      return new JobRecord.Reached(
          Optional.ofNullable(stage),
          reached,
          total == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(total),
          rate);
    }
  }

  private void checkCancelled() {
    if (cancelled) {
      throw new CancelledException();
    }
  }
}
