package org.gapmap.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.gapmap.domain.UserError;
import org.gapmap.store.DatabaseAddress;
import org.gapmap.store.JobOwner;
import org.gapmap.store.JobRecord;
import org.gapmap.store.JobStore;
import org.gapmap.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Long work of this process, and the list of everybody's. Two jobs run at once; jobs with one lock
 * run one after the other, also those of other processes on the same database. The database's row
 * decides what became of a job: what it stores says so in the same transaction.
 */
public final class Jobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final int WORKERS = 2;
  private static final long TICK_MILLIS = 200;
  private static final long PATIENCE_MILLIS = 5_000;

  private final DatabaseAddress address;
  private final JobStore store;
  private final Map<Long, Job> live = new ConcurrentSkipListMap<>();
  private final ExecutorService workers =
      Executors.newFixedThreadPool(WORKERS, work -> daemon(work, "job"));
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "jobs"));
  private @Nullable JobRounds rounds;
  private @Nullable JobOwner owner;
  private @Nullable ScheduledFuture<?> ticking;
  private volatile boolean closing;

  /** Nothing is done, and the database not asked, before {@link #start} or the first job. */
  public Jobs(DatabaseAddress address, JobStore store) {
    this.address = address;
    this.store = store;
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Says that this process lives, and settles what dead ones left open. */
  public synchronized void start() {
    if (ticking != null) {
      return;
    }
    if (closing) {
      throw new UserError("the program is stopping", "", "start it again, then ask again");
    }
    JobOwner registered = JobOwner.register(address);
    JobRounds going = new JobRounds(store, registered, live, this::run);
    owner = registered;
    rounds = going;
    ticking = clock.scheduleWithFixedDelay(going::go, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Queues a job. It begins as soon as there is room and nothing before it has its lock. */
  public synchronized Job submit(JobRequest request, JobWork work) {
    start();
    if (owner == null || rounds == null || closing) {
      throw new UserError("the program is stopping", "", "start it again, then ask again");
    }
    long id = store.add(owner.number(), request.what(), request.title(), request.lock().orElse(""));
    Job job = new Job(id, request, work);
    live.put(id, job);
    clock.execute(rounds::dispatch);
    return job;
  }

  /** A job of whichever process. */
  public Optional<JobRecord> find(long id) {
    Job own = live.get(id);
    return own == null || own.ended() ? store.find(id) : Optional.of(own.record());
  }

  /** Whether this process does the job, so that {@link #find} costs nothing. */
  public boolean isLive(long id) {
    return live.containsKey(id);
  }

  /** Everybody's, the latest first, without their results. */
  public List<JobRecord> list(int most) {
    return store.list(most).stream().map(this::asNow).toList();
  }

  private JobRecord asNow(JobRecord job) {
    Job own = live.get(job.id());
    return own == null || job.state().ended() ? job : own.record();
  }

  /** Asks a job of whichever process to stop; false where it is not open. */
  public boolean cancel(long id) {
    Job own = live.get(id);
    if (own == null) {
      return store.askToCancel(id);
    }
    own.cancel();
    wake();
    return true;
  }

  /** Stops the jobs that somebody waits for at the terminal; false where there are none. */
  public boolean cancelAttended() {
    boolean some = false;
    for (Job job : live.values()) {
      if (job.attended()) {
        job.cancel();
        some = true;
      }
    }
    wake();
    return some;
  }

  /** Stops what runs: it has failed with the reason that the program was stopped. */
  @Override
  public void close() {
    JobOwner held;
    synchronized (this) {
      closing = true;
      held = owner;
    }
    if (held == null) {
      clock.shutdownNow();
      workers.shutdownNow();
      return;
    }
    live.values().forEach(Job::cancel);
    wake();
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    try {
      while (!live.isEmpty() && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    clock.shutdownNow();
    workers.shutdownNow();
    // The row says so before the lock is let go: what still runs can't be stored any more.
    live.values().forEach(job -> settle(job, new JobEnd.Failed(JobEnd.STOPPED)));
    held.close();
  }

  private synchronized void wake() {
    if (rounds != null && !clock.isShutdown()) {
      clock.execute(rounds::dispatch);
    }
  }

  /** Called by the rounds for a job whose turn it is, or that ends before it had one. */
  private void run(Job job) {
    if (!job.running()) {
      settle(job, stopped(job));
      return;
    }
    try {
      workers.execute(() -> work(job));
    } catch (RejectedExecutionException stopping) {
      settle(job, stopped(job));
    }
  }

  private void work(Job job) {
    JobEnd end;
    try {
      end = new JobEnd.Done(job.work().run(job.progress()));
    } catch (Throwable failed) {
      end = job.progress().isCancelled() ? stopped(job) : JobEnd.of(failed, job.id());
    }
    settle(job, end);
    wake();
  }

  private JobEnd stopped(Job job) {
    return closing && !job.attended() ? new JobEnd.Failed(JobEnd.STOPPED) : new JobEnd.Cancelled();
  }

  /** Writes what became of it, then lets those know who wait. */
  private void settle(Job job, JobEnd end) {
    try {
      end.write(store, job.id());
    } catch (StoreException failed) {
      LOG.warn("The end of job {} was not written: {}", job.id(), failed.getMessage());
      if (!closing && rounds != null) {
        rounds.writeLater(job, end);
        end.tell(job);
        return;
      }
    }
    live.remove(job.id());
    end.tell(job);
  }
}
