package org.gapmap.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.UserError;
import org.gapmap.store.JobRecord;
import org.gapmap.store.JobStore;
import org.gapmap.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JobsTest {
  private static final LocalizedText TITLE = new LocalizedText("导入", "an import");

  private final List<AutoCloseable> open = new ArrayList<>();
  private TestDatabase database;
  private Jobs jobs;

  @BeforeEach
  void start() {
    database = TestDatabase.fresh();
    jobs = process();
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable process : open) {
      process.close();
    }
    database.close();
  }

  /** Jobs as another process on the same database has them. */
  private Jobs process() {
    Jobs made = new Jobs(database.address(), new JobStore(database.dataSource()));
    open.add(made);
    return made;
  }

  private static JobRequest request(String lock) {
    return new JobRequest("import", TITLE, lock.isEmpty() ? Optional.empty() : Optional.of(lock));
  }

  private JobRecord ended(long id) {
    return awaitUntil(() -> jobs.find(id).filter(job -> job.state().ended()));
  }

  private static <T> T awaitUntil(Supplier<Optional<T>> condition) {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (Instant.now().isBefore(end)) {
      Optional<T> found = condition.get();
      if (found.isPresent()) {
        return found.get();
      }
      sleep(10);
    }
    throw new AssertionError("it does not come true");
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JobOutcome untilStopped(Progress progress) {
    progress.stage(TITLE, Progress.UNKNOWN);
    for (long i = 0; ; i++) {
      progress.done(i);
      sleep(5);
    }
  }

  @Test
  void a_job_is_done_with_its_result() {
    Job job = jobs.submit(request(""), progress -> JobOutcome.of("{\"rows\": 3}"));

    assertThat(job.join().result()).isEqualTo("{\"rows\": 3}");
    JobRecord record = ended(job.id());
    assertThat(record.state()).isEqualTo(JobRecord.State.DONE);
    assertThat(record.title()).isEqualTo(TITLE);
    assertThat(record.yield().result()).contains("{\"rows\": 3}");
    assertThat(record.times().started()).isPresent();
    assertThat(jobs.list(100))
        .singleElement()
        .satisfies(listed -> assertThat(listed.yield().result()).isEmpty());
  }

  @Test
  void a_users_error_is_the_reason_of_a_failure() {
    Job job =
        jobs.submit(
            request(""),
            progress -> {
              throw new UserError("no field is the name", "a.shp", "say which");
            });

    assertThatThrownBy(job::join).isInstanceOf(UserError.class);
    JobRecord record = ended(job.id());
    assertThat(record.state()).isEqualTo(JobRecord.State.FAILED);
    assertThat(record.problem())
        .contains(new JobRecord.Problem("no field is the name", "a.shp", "say which"));
  }

  @Test
  void a_bug_is_a_failure_with_an_id_and_stops_no_other_job() {
    Job bug =
        jobs.submit(
            request("a"),
            progress -> {
              throw new IllegalStateException("broken");
            });
    Job next = jobs.submit(request("a"), progress -> JobOutcome.of("{}"));

    next.join();
    assertThat(ended(bug.id()).problem().orElseThrow().where()).matches("id [0-9a-f]{8}");
  }

  @Test
  void jobs_with_one_lock_run_in_order_and_others_beside_them() {
    List<String> ran = new CopyOnWriteArrayList<>();
    CountDownLatch beside = new CountDownLatch(1);
    jobs.submit(
        request("layer a"),
        progress -> {
          ran.add("a1 begins");
          await(beside);
          ran.add("a1 ends");
          return JobOutcome.of("{}");
        });
    Job second =
        jobs.submit(
            request("layer a"),
            progress -> {
              ran.add("a2");
              return JobOutcome.of("{}");
            });
    jobs.submit(request("layer b"), progress -> JobOutcome.of("{}")).join();

    assertThat(ran).containsExactly("a1 begins");
    beside.countDown();
    second.join();
    assertThat(ran).containsExactly("a1 begins", "a1 ends", "a2");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void jobs_of_two_processes_with_one_lock_never_overlap_and_run_in_order() {
    Jobs other = process();
    AtomicInteger inside = new AtomicInteger();
    List<Long> order = new CopyOnWriteArrayList<>();
    List<Job> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      all.add(
          (i % 2 == 0 ? jobs : other)
              .submit(
                  request("layer a"),
                  progress -> {
                    assertThat(inside.incrementAndGet()).isEqualTo(1);
                    order.add(progress.job().orElseThrow());
                    sleep(10);
                    inside.decrementAndGet();
                    return JobOutcome.of("{}");
                  }));
    }
    all.forEach(Job::join);

    assertThat(order).isEqualTo(all.stream().map(Job::id).toList());
  }

  @Test
  void a_running_job_is_cancelled_within_a_second_also_from_another_process() {
    Jobs other = process();
    other.start();
    for (Jobs by : List.of(jobs, other)) {
      Job job = jobs.submit(request("a"), JobsTest::untilStopped);
      awaitUntil(() -> Optional.of(job).filter(Job::running));
      Instant asked = Instant.now();

      assertThat(by.cancel(job.id())).isTrue();
      assertThatThrownBy(job::join).isInstanceOf(CancelledException.class);
      assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(1));
      assertThat(ended(job.id()).state()).isEqualTo(JobRecord.State.CANCELLED);
    }
  }

  @Test
  void a_queued_job_is_cancelled_without_having_run() {
    Job first = jobs.submit(request("a"), JobsTest::untilStopped);
    List<String> ran = new CopyOnWriteArrayList<>();
    Job queued =
        jobs.submit(
            request("a"),
            progress -> {
              ran.add("queued");
              return JobOutcome.of("{}");
            });
    queued.cancel();

    assertThatThrownBy(queued::join).isInstanceOf(CancelledException.class);
    assertThat(ended(queued.id()).state()).isEqualTo(JobRecord.State.CANCELLED);
    first.cancel();
    assertThatThrownBy(first::join).isInstanceOf(CancelledException.class);
    assertThat(ran).isEmpty();
  }

  @Test
  void a_cancellation_stops_what_the_work_waits_for() {
    CountDownLatch stop = new CountDownLatch(1);
    Job job =
        jobs.submit(
            request(""),
            progress -> {
              Progress.Interruptible waiting = progress.interruptible(stop::countDown);
              try (waiting) {
                await(stop);
              }
              progress.done(0);
              return JobOutcome.of("{}");
            });
    awaitUntil(() -> Optional.of(job).filter(Job::running));
    job.cancel();

    assertThatThrownBy(job::join).isInstanceOf(CancelledException.class);
  }

  @Test
  void what_was_open_when_the_program_stopped_has_failed_with_that_reason() throws Exception {
    Jobs stopped = process();
    Job running = stopped.submit(request("a"), JobsTest::untilStopped);
    Job queued = stopped.submit(request("a"), JobsTest::untilStopped);
    awaitUntil(() -> Optional.of(running).filter(Job::running));
    stopped.close();

    for (Job job : List.of(running, queued)) {
      assertThat(jobs.find(job.id()).orElseThrow().state()).isEqualTo(JobRecord.State.FAILED);
      assertThat(jobs.find(job.id()).orElseThrow().problem().orElseThrow().what())
          .contains("stopped");
    }
    assertThatThrownBy(() -> stopped.submit(request("a"), JobsTest::untilStopped))
        .isInstanceOf(UserError.class);
  }

  @Test
  void jobs_of_a_process_that_is_no_more_have_failed_and_hold_up_nobody() {
    JobStore store = new JobStore(database.dataSource());
    long dead = store.add(9_999, "import", TITLE, "layer a");
    assertThat(store.start(dead)).isTrue();

    jobs.submit(request("layer a"), progress -> JobOutcome.of("{}")).join();

    JobRecord record = ended(dead);
    assertThat(record.state()).isEqualTo(JobRecord.State.FAILED);
    assertThat(record.problem().orElseThrow().what()).contains("the program ended");
  }

  @Test
  void progress_only_grows_within_a_stage_and_tells_a_rate_and_the_time_left() {
    List<JobRecord.Reached> seen = new ArrayList<>();
    CountDownLatch enough = new CountDownLatch(1);
    Job job =
        jobs.submit(
            request(""),
            progress -> {
              progress.stage(TITLE, 400);
              for (int i = 0; i < 200; i++) {
                progress.done(i);
                sleep(5);
              }
              await(enough);
              return JobOutcome.of("{}");
            });
    awaitUntil(() -> Optional.of(job).filter(Job::running));
    while (seen.isEmpty() || seen.get(seen.size() - 1).done() < 199) {
      seen.add(jobs.find(job.id()).orElseThrow().reached());
      sleep(20);
    }
    JobRecord.Reached told =
        awaitUntil(
            () ->
                new JobStore(database.dataSource())
                    .find(job.id())
                    .map(JobRecord::reached)
                    .filter(row -> row.done() == 199));
    enough.countDown();
    job.join();

    assertThat(seen).extracting(JobRecord.Reached::done).isSorted();
    JobRecord.Reached last = seen.get(seen.size() - 1);
    assertThat(last.total()).hasValue(400);
    // 200 steps of at least 5 ms: at most 200 a second.
    assertThat(last.rate().orElseThrow()).isBetween(5.0, 201.0);
    assertThat(last.secondsLeft().orElseThrow())
        .isCloseTo(201 / last.rate().getAsDouble(), org.assertj.core.data.Offset.offset(1e-9));
    assertThat(told.total()).hasValue(400);
  }
}
