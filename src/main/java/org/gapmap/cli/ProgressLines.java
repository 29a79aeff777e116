package org.gapmap.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gapmap.store.JobRecord;

/**
 * Shows how far a job is until it is closed: on a terminal as a bar in one line, elsewhere as a
 * line every tenth of the work or five seconds. Work that is done within two seconds is not told
 * of.
 */
final class ProgressLines implements AutoCloseable {
  private static final int TICK_MILLIS = 200;
  private static final long FIRST_MILLIS = 2_000;
  private static final long BAR_MILLIS = 300;
  private static final long LINE_MILLIS = 5_000;
  private static final int BAR_WIDTH = 24;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final Supplier<JobRecord> job;
  private final ProgressShown shown;
  private final PrintWriter errors;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread thread = new Thread(this::show, "progress");

  private String stage = "";
  private long tenth = -1;
  private long toldMillis;

  ProgressLines(Supplier<JobRecord> job, ProgressShown shown, PrintWriter errors) {
    this.job = job;
    this.shown = shown;
    this.errors = errors;
    thread.setDaemon(true);
    if (shown.style() != ProgressShown.Style.NOTHING) {
      thread.start();
    }
  }

  private void show() {
    boolean bar = shown.style() == ProgressShown.Style.BAR;
    long began = System.nanoTime();
    try {
      while (!over.await(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
        long millis = (System.nanoTime() - began) / 1_000_000;
        if (bar && millis > BAR_MILLIS) {
          errors.print(CLEAR_LINE + bar(job.get()));
          errors.flush();
        } else if (!bar && millis > FIRST_MILLIS) {
          tell(job.get(), millis);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (bar) {
      errors.print(CLEAR_LINE);
      errors.flush();
    }
  }

  private void tell(JobRecord now, long millis) {
    JobRecord.Reached reached = now.reached();
    String name = stageOf(now);
    long reachedTenth =
        reached.total().isPresent() && reached.total().getAsLong() > 0
            ? 10 * reached.done() / reached.total().getAsLong()
            : -1;
    if (name.equals(stage) && reachedTenth == tenth && millis - toldMillis < LINE_MILLIS) {
      return;
    }
    stage = name;
    tenth = reachedTenth;
    toldMillis = millis;
    errors.println(line(now));
    errors.flush();
  }

  private String bar(JobRecord now) {
    JobRecord.Reached reached = now.reached();
    if (reached.total().isEmpty() || reached.total().getAsLong() <= 0) {
      return line(now);
    }
    double share = Math.min(1, (double) reached.done() / reached.total().getAsLong());
    int full = (int) Math.round(share * BAR_WIDTH);
    return "[" + "#".repeat(full) + "-".repeat(BAR_WIDTH - full) + "] " + line(now);
  }

  /** {@code storing rows: 45 % (99,000 of 220,000), 35,120/s, 4 s left}. */
  String line(JobRecord now) {
    JobRecord.Reached reached = now.reached();
    StringBuilder line = new StringBuilder(stageOf(now));
    if (reached.total().isPresent() && reached.total().getAsLong() > 0) {
      long total = reached.total().getAsLong();
      long percent = Math.min(100, 100 * reached.done() / total);
      line.append(
          text(": %d %% (%,d of %,d)", "：%d %%（%,d / %,d）", percent, reached.done(), total));
    } else if (reached.done() > 0) {
      line.append(text(": %,d", "：%,d", reached.done()));
    }
    reached.rate().ifPresent(rate -> line.append(text(", %,d/s", "，每秒 %,d", Math.round(rate))));
    reached
        .secondsLeft()
        .ifPresent(left -> line.append(text(", %s left", "，剩余 %s", duration(left))));
    return line.toString();
  }

  private String stageOf(JobRecord now) {
    if (now.state() == JobRecord.State.QUEUED) {
      return text("waiting for the work before it on this layer", "等待该图层之前的任务完成");
    }
    return now.reached()
        .stage()
        .map(name -> shown.chinese() ? name.zh() : name.en())
        .orElseGet(() -> text("beginning", "正在开始"));
  }

  private static String duration(double seconds) {
    long whole = (long) Math.ceil(seconds);
    return whole < 60
        ? whole + " s"
        : String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }

  private String text(String english, String chinese, Object... values) {
    return String.format(Locale.ROOT, shown.chinese() ? chinese : english, values);
  }

  @Override
  public void close() {
    over.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
