package org.gapmap.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works out ahead what the first page of a city asks for, so that whoever opens it after a start or
 * a commit need not wait. One city at a time, on a thread of its own; whatever fails here fails
 * again, and is told, when it is asked for.
 */
public final class Preparation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

  /** An office's layers are imported one after the other: the city is prepared once after all. */
  private static final long REST_MILLIS = 2_000;

  private final Consumer<String> prepare;
  private final Map<String, Future<?>> waiting = new ConcurrentHashMap<>();
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "preparation");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param prepare works out what the first page of the city with this key asks for
   */
  public Preparation(Consumer<String> prepare) {
    this.prepare = prepare;
  }

  /** Prepares a city now, or after those that wait already. */
  public void now(String city) {
    schedule(city, 0);
  }

  /** Prepares a city once nothing more has been committed to it for a while. */
  public void afterCommit(String city) {
    schedule(city, REST_MILLIS);
  }

  private void schedule(String city, long millis) {
    if (worker.isShutdown()) {
      return;
    }
    Future<?> before =
        waiting.put(city, worker.schedule(() -> prepare(city), millis, TimeUnit.MILLISECONDS));
    if (before != null) {
      before.cancel(false);
    }
  }

  private void prepare(String city) {
    try {
      prepare.accept(city);
    } catch (RuntimeException failed) {
      LOG.debug("city {} could not be prepared", city, failed);
    }
  }

  /** What is under way is left to end for some seconds. */
  @Override
  public void close() {
    worker.shutdownNow();
    try {
      if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.debug("a city is still being prepared");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
