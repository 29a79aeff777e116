package org.gapmap.jobs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.gapmap.store.JobOwner;
import org.gapmap.store.JobRecord;
import org.gapmap.store.JobStore;
import org.gapmap.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done for the jobs of this process again and again, on one thread: who may begin, who was
 * asked to stop, how far each is, whose process has died.
 */
final class JobRounds {
  private static final Logger LOG = LoggerFactory.getLogger(JobRounds.class);
  private static final int MOST_RUNNING = 2;
  private static final long ASK_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
  private static final long NOTE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long BURY_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final JobStore store;
  private final JobOwner owner;
  private final Map<Long, Job> live;
  private final Consumer<Job> run;
  private final Map<Long, JobRecord.Reached> noted = new HashMap<>();
  private final Map<Job, JobEnd> unwritten = new ConcurrentHashMap<>();
  private long asked = System.nanoTime();
  private long wrote = System.nanoTime();
  private long buried;
  private boolean begun;
  private boolean complained;

  /**
   * @param run called for a job that has begun, or that was asked to stop before it did
   */
  JobRounds(JobStore store, JobOwner owner, Map<Long, Job> live, Consumer<Job> run) {
    this.store = store;
    this.owner = owner;
    this.live = live;
    this.run = run;
  }

  /** One round. A database that does not answer is complained of once, and asked again. */
  void go() {
    try {
      long now = System.nanoTime();
      if (!begun || now - buried > BURY_NANOS) {
        bury();
        buried = now;
      }
      writeEnds();
      if (!live.isEmpty() && now - asked > ASK_NANOS) {
        hearWishes();
        asked = now;
      }
      if (!live.isEmpty() && now - wrote > NOTE_NANOS) {
        noteProgress();
        wrote = now;
      }
      dispatch();
      complained = false;
    } catch (StoreException failed) {
      if (!complained) {
        LOG.warn("The jobs can't be looked after: {}", failed.getMessage());
        complained = true;
      }
    } catch (RuntimeException bug) {
      LOG.error("A round of the jobs failed", bug);
    }
  }

  /** Lets begin who may, and ends those who were asked to stop before they began. */
  void dispatch() {
    try {
      Set<String> held = new HashSet<>();
      long running = live.values().stream().filter(Job::running).count();
      for (Job job : live.values()) {
        String lock = job.request().lock().orElse("");
        if (!job.running() && !job.ended()) {
          if (job.progress().isCancelled()) {
            run.accept(job);
            continue;
          }
          if (running < MOST_RUNNING && !held.contains(lock) && store.start(job.id())) {
            job.start();
            running++;
            run.accept(job);
          }
        }
        if (!lock.isEmpty()) {
          held.add(lock);
        }
      }
    } catch (StoreException failed) {
      LOG.info("No job could begin: {}", failed.getMessage());
    }
  }

  /** Keeps an end that the database did not take. */
  void writeLater(Job job, JobEnd end) {
    unwritten.put(job, end);
  }

  private void writeEnds() {
    for (Job job : List.copyOf(unwritten.keySet())) {
      JobEnd end = unwritten.get(job);
      if (end != null) {
        end.write(store, job.id());
        unwritten.remove(job);
        live.remove(job.id());
      }
    }
  }

  private void bury() {
    owner.renew();
    int dead = store.buryOfTheDead();
    if (dead > 0) {
      LOG.info("{} jobs of programs that ended were given up", dead);
    }
    if (!begun) {
      store.forgetOld();
      begun = true;
    }
  }

  private void hearWishes() {
    Map<Long, Boolean> open = store.listAsked(owner.number());
    for (Job job : live.values()) {
      Boolean stop = open.get(job.id());
      if (stop == null ? givenUp(job) : stop) {
        job.cancel();
      }
    }
  }

  /**
   * Whether others took this process for dead, so that nothing of the job can be stored any more.
   */
  private boolean givenUp(Job job) {
    return !job.ended()
        && store.find(job.id()).stream().anyMatch(row -> row.state() == JobRecord.State.FAILED);
  }

  private void noteProgress() {
    noted.keySet().retainAll(live.keySet());
    for (Job job : live.values()) {
      JobRecord.Reached reached = job.progress().reached();
      if (job.running() && !reached.equals(noted.put(job.id(), reached))) {
        store.note(job.id(), reached);
      }
    }
  }
}
