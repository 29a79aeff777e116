package org.gapmap.http;

import io.javalin.http.sse.SseClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gapmap.jobs.Jobs;
import org.gapmap.store.JobRecord;
import org.gapmap.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Tells browsers how far a job is, until it ends. A browser that takes its events slowly holds up
 * nobody else.
 */
final class JobEvents {
  private static final long TICK_MILLIS = 200;
  private static final long ELSEWHERE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Jobs jobs;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "job-events"));
  private final ExecutorService senders =
      Executors.newCachedThreadPool(work -> daemon(work, "job-events-sender"));

  JobEvents(Jobs jobs) {
    this.jobs = jobs;
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Events of the job until its end, or until the browser goes. */
  void follow(SseClient client, long job) {
    client.keepAlive();
    Listener listener = new Listener(client, job);
    ScheduledFuture<?> ticking =
        clock.scheduleWithFixedDelay(
            () -> {
              if (!listener.busy.get()) {
                senders.execute(listener::tell);
              }
            },
            0,
            TICK_MILLIS,
            TimeUnit.MILLISECONDS);
    client.onClose(() -> ticking.cancel(false));
    listener.ticking = ticking;
  }

  /** One browser. */
  private final class Listener {
    private final SseClient client;
    private final long job;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable ScheduledFuture<?> ticking;
    private String told = "";
    private long toldAt = System.nanoTime();
    private long askedAt;
    private boolean asked;

    Listener(SseClient client, long job) {
      this.client = client;
      this.job = job;
    }

    void tell() {
      if (!busy.compareAndSet(false, true)) {
        return;
      }
      try {
        if (client.terminated()) {
          end();
          return;
        }
        look(System.nanoTime());
      } catch (StoreException unreachable) {
        // The browser asks again by itself.
        end();
      } finally {
        busy.set(false);
      }
    }

    private void look(long now) {
      // What another process does is in the database once a second.
      if (jobs.isLive(job) || !asked || now - askedAt > ELSEWHERE_NANOS) {
        asked = true;
        askedAt = now;
        JobRecord record = jobs.find(job).orElse(null);
        if (record == null) {
          end();
          return;
        }
        String text = JobView.withoutResult(record).toString();
        if (!text.equals(told)) {
          client.sendEvent("job", text);
          told = text;
          toldAt = now;
        }
        if (record.state().ended()) {
          end();
          return;
        }
      }
      if (now - toldAt > SILENCE_NANOS) {
        client.sendComment("");
        toldAt = now;
      }
    }

    private void end() {
      ScheduledFuture<?> ticks = ticking;
      if (ticks != null) {
        ticks.cancel(false);
      }
      client.close();
    }
  }
}
