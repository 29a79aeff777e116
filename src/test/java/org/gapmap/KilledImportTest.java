package org.gapmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.LocalizedText;
import org.gapmap.imports.ImportLayer;
import org.gapmap.imports.ImportRequest;
import org.gapmap.imports.KindChoice;
import org.gapmap.imports.ReportJson;
import org.gapmap.imports.source.ReadOptions;
import org.gapmap.jobs.CancelledException;
import org.gapmap.jobs.Job;
import org.gapmap.jobs.JobOutcome;
import org.gapmap.jobs.JobRequest;
import org.gapmap.jobs.Jobs;
import org.gapmap.jobs.Progress;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.AreaStore;
import org.gapmap.store.JobStore;
import org.gapmap.store.LayerStore;
import org.gapmap.store.OpenFolder;
import org.gapmap.store.StoreException;
import org.gapmap.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Imports of a layer that are killed or stopped at random points: what the database holds, asked by
 * SQL, is the version before or the next one as a whole. {@code -Dgapmap.kills=50} kills more
 * often.
 */
class KilledImportTest {
  private static final int ROWS = 6_000;
  private static final int MANY_ROWS = 30_000;
  private static final int KILLS = Integer.getInteger("gapmap.kills", 8);
  private static final int CANCELS = Integer.getInteger("gapmap.cancels", 20);
  private static final LocalizedText TITLE = new LocalizedText("导入", "import");

  private static OpenFolder folder;
  private static TestDatabase database;

  @BeforeAll
  static void open() throws IOException {
    folder = OpenFolder.make();
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void close() throws IOException {
    database.close();
    folder.close();
  }

  /** What the city's layer is made of: the one batch that every row of a version names. */
  private record Layer(int batch, int rows, int dataVersion) {}

  private static Path file(int batch) throws IOException {
    return file(batch, ROWS);
  }

  private static Path file(int batch, int rows) throws IOException {
    StringBuilder csv = new StringBuilder("名称,经度,纬度\n");
    for (int i = 0; i < rows; i++) {
      csv.append("批次")
          .append(batch)
          .append("号")
          .append(i)
          .append(",")
          .append(121 + i * 1e-5)
          .append(",31.2\n");
    }
    return Files.writeString(folder.resolve("batch" + batch + ".csv"), csv);
  }

  private static Layer layer(String city) throws SQLException {
    List<String> found =
        query(
            "SELECT count(*) || '|' || count(DISTINCT substring(f.name from '批次([0-9]+)号'))"
                + " || '|' || min(substring(f.name from '批次([0-9]+)号'))"
                + " || '|' || min(v.row_count) || '|' || min(c.data_version)"
                + " FROM city c JOIN city_version cv"
                + " ON cv.city_id = c.id AND cv.data_version = c.data_version"
                + " JOIN layer_version v ON v.id = cv.layer_version_id"
                + " JOIN facility f ON f.layer_version_id = v.id WHERE c.key = '"
                + city
                + "'");
    String[] values = found.get(0).split("\\|", -1);
    assertThat(values[1]).as("batches in one version").isEqualTo("1");
    assertThat(values[0]).as("rows as the version says").isEqualTo(values[3]);
    return new Layer(
        Integer.parseInt(values[2]), Integer.parseInt(values[0]), Integer.parseInt(values[4]));
  }

  private static List<String> query(String sql) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> lines = new ArrayList<>();
      while (row.next()) {
        lines.add(String.valueOf(row.getString(1)));
      }
      return lines;
    }
  }

  private static Map<String, String> environment() {
    var address = database.address();
    String place = address.jdbcUrl().substring("jdbc:postgresql:".length());
    return Map.of(
        "GAPMAP_HOME",
        folder.resolve("home").toString(),
        "GAPMAP_DATABASE_URL",
        "postgres://" + address.user() + ":" + address.password() + "@" + place.substring(2));
  }

  private static String[] command(Path file, String city) {
    return new String[] {
      "import",
      "facilities",
      file.toString(),
      "--kind",
      "elderly_canteen",
      "--crs",
      "cgcs2000",
      "--city",
      city,
      "--source",
      "civil",
      "--json"
    };
  }

  /** What a program that is gone may have left in the server. */
  private static void assertNothingHangs() throws Exception {
    String others =
        "SELECT query FROM pg_stat_activity WHERE datname = current_database()"
            + " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
            + " AND (xact_start IS NOT NULL OR application_name = 'gapmap-jobs')";
    String locks =
        "SELECT objid::text FROM pg_locks WHERE locktype = 'advisory' AND database ="
            + " (SELECT oid FROM pg_database WHERE datname = current_database())";
    String staging =
        "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE n.nspname LIKE 'pg_temp%' AND c.relkind = 'r'";
    for (int i = 0; ; i++) {
      Set<String> left = new TreeSet<>();
      left.addAll(query(others));
      left.addAll(query(locks));
      left.addAll(query(staging));
      if (left.isEmpty()) {
        return;
      }
      assertThat(i).as("still there: " + left).isLessThan(100);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  @Test
  void killed_at_random_points_the_layer_is_the_old_or_the_new_one() throws Exception {
    Random random = new Random(20261122);
    String city = "killed";
    long began = System.nanoTime();
    var first = GapMapProcess.run(environment(), command(file(0), city));
    assertThat(first.exitCode()).as(first.errors().toString()).isZero();
    long wholeMillis = (System.nanoTime() - began) / 1_000_000;
    Map<String, Integer> ends = new LinkedHashMap<>();
    int workMillis = workMillis(query("SELECT max(id) FROM job").get(0));
    Layer before = layer(city);
    for (int kill = 1; kill <= KILLS; kill++) {
      Path file = file(kill);
      long lastJob = Long.parseLong(query("SELECT max(id) FROM job").get(0));
      // Most of a run is Java's start: half of the kills wait until the job is there.
      try (GapMapProcess program = GapMapProcess.start(environment(), command(file, city))) {
        if (kill % 4 != 0) {
          awaitJob(lastJob);
          TimeUnit.MILLISECONDS.sleep(random.nextInt(Math.max(1, workMillis * 3 / 2)));
        } else {
          TimeUnit.MILLISECONDS.sleep(random.nextInt((int) wholeMillis));
        }
        program.signal("KILL");
      }
      assertNothingHangs();
      Layer after = layer(city);
      boolean stored = after.batch() == kill;
      assertThat(after)
          .isEqualTo(stored ? new Layer(kill, ROWS, before.dataVersion() + 1) : before);
      settle();
      String state =
          query("SELECT coalesce(max(state), 'none') FROM job WHERE id > " + lastJob).get(0);
      assertThat(state).isIn(stored ? Set.of("done") : Set.of("failed", "none"));
      assertThat(query("SELECT id FROM job WHERE state IN ('queued', 'running')")).isEmpty();
      ends.merge(state, 1, Integer::sum);
      Files.delete(file);
      before = after;
    }
    var last = GapMapProcess.run(environment(), command(file(KILLS + 1), city));
    assertThat(last.exitCode()).as(last.errors().toString()).isZero();
    assertThat(layer(city)).isEqualTo(new Layer(KILLS + 1, ROWS, before.dataVersion() + 1));
    System.out.println(KILLS + " kills: " + ends + "; a whole run takes " + wholeMillis + " ms");
  }

  private static int workMillis(String job) throws SQLException {
    return Integer.parseInt(
        query(
                "SELECT (1000 * extract(epoch FROM finished_at - started_at))::integer FROM job"
                    + " WHERE id = "
                    + job)
            .get(0));
  }

  private static void awaitJob(long after) throws Exception {
    for (int i = 0; i < 6_000; i++) {
      if (!query("SELECT id FROM job WHERE state = 'running' AND id > " + after).isEmpty()) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
    throw new AssertionError("no job begins");
  }

  /** What the next start of any program does. */
  private static void settle() throws Exception {
    try (Jobs next = new Jobs(database.address(), new JobStore(database.dataSource()))) {
      next.start();
      for (int i = 0; i < 200; i++) {
        if (query("SELECT id FROM job WHERE state IN ('queued', 'running')").isEmpty()) {
          return;
        }
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
  }

  private static JobOutcome work(Path file, String city, Progress progress) {
    KindCatalogue kinds = KindCatalogue.load();
    var source = database.dataSource();
    ImportRequest request =
        new ImportRequest(
            file,
            LayerType.FACILITIES,
            new ImportRequest.Destination(city, "", false, "civil"),
            ReadOptions.none(),
            ImportRequest.Meaning.ofFile().withKind(new KindChoice.Fixed("elderly_canteen")),
            ImportRequest.Storing.replacing());
    ImportLayer imports = new ImportLayer(new LayerStore(source), new AreaStore(source), kinds);
    return JobOutcome.of(ReportJson.of(imports.run(request, progress)).toString());
  }

  /** The progress of a job that the database knows, and whose process is no more. */
  private record Orphan(long id) implements Progress {
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

    @Override
    public OptionalLong job() {
      return OptionalLong.of(id);
    }
  }

  @Test
  void the_commit_of_an_import_says_that_its_job_is_done() throws Exception {
    JobStore store = new JobStore(database.dataSource());
    long job = store.add(9_999, "import", TITLE, "");
    assertThat(store.start(job)).isTrue();

    work(file(0), "told", new Orphan(job));

    assertThat(query("SELECT state FROM job WHERE id = " + job)).containsExactly("done");
    store.buryOfTheDead();
    assertThat(query("SELECT state FROM job WHERE id = " + job)).containsExactly("done");
  }

  @Test
  void a_job_that_was_given_up_can_store_nothing_any_more() throws Exception {
    JobStore store = new JobStore(database.dataSource());
    long job = store.add(9_999, "import", TITLE, "");
    assertThat(store.start(job)).isTrue();
    store.buryOfTheDead();

    Path file = file(0);
    assertThatThrownBy(() -> work(file, "given_up", new Orphan(job)))
        .isInstanceOf(StoreException.class);

    assertThat(query("SELECT state FROM job WHERE id = " + job)).containsExactly("failed");
    assertThat(query("SELECT key FROM city WHERE key = 'given_up'")).isEmpty();
  }

  @Test
  void cancelled_at_random_points_it_ends_within_a_second_and_leaves_nothing() throws Exception {
    Random random = new Random(4);
    String city = "cancelled";
    Duration worst = Duration.ZERO;
    int cancelled = 0;
    try (Jobs jobs = new Jobs(database.address(), new JobStore(database.dataSource()))) {
      JobRequest request = new JobRequest("import", TITLE, Optional.of("layer " + city));
      int workMillis = 0;
      for (int warm = 900; warm < 903; warm++) {
        Path file = file(warm, MANY_ROWS);
        Job job = jobs.submit(request, progress -> work(file, city, progress));
        job.join();
        workMillis = workMillis(String.valueOf(job.id()));
      }
      Layer before = layer(city);
      for (int i = 1; i <= CANCELS; i++) {
        Path file = file(i, MANY_ROWS);
        Job job = jobs.submit(request, progress -> work(file, city, progress));
        TimeUnit.MILLISECONDS.sleep(random.nextInt(Math.max(1, workMillis * 3 / 2)));
        long asked = System.nanoTime();
        job.cancel();
        boolean stored = true;
        try {
          job.join();
        } catch (CancelledException e) {
          stored = false;
          cancelled++;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - asked);
        worst = took.compareTo(worst) > 0 ? took : worst;
        Layer after = layer(city);
        assertThat(after)
            .isEqualTo(stored ? new Layer(i, MANY_ROWS, before.dataVersion() + 1) : before);
        assertThat(query("SELECT state FROM job WHERE id = " + job.id()))
            .containsExactly(stored ? "done" : "cancelled");
        Files.delete(file);
        before = after;
      }
    }
    assertNothingHangs();
    System.out.println(
        cancelled
            + " of "
            + CANCELS
            + " cancelled in time, the worst in "
            + worst.toMillis()
            + " ms");
    assertThat(worst).isLessThan(Duration.ofSeconds(1));
  }

  /** A shell lets what it starts in the background ignore Ctrl-C, and programs pass that on. */
  private static boolean hearsInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return true;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .noneMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }

  @Test
  void ctrl_c_ends_an_import_with_130_and_stores_nothing() throws Exception {
    assumeTrue(hearsInterrupts(), "whoever started these tests told them to ignore Ctrl-C");
    String city = "interrupted";
    var first = GapMapProcess.run(environment(), command(file(0), city));
    assertThat(first.exitCode()).as(first.errors().toString()).isZero();
    Layer before = layer(city);
    long lastJob = Long.parseLong(query("SELECT max(id) FROM job").get(0));
    GapMapProcess.Outcome ended;
    try (var blocker = database.dataSource().getConnection()) {
      // Somebody else changes the city: the import waits in the database, and is interrupted there.
      blocker.setAutoCommit(false);
      try (var statement = blocker.createStatement()) {
        statement.execute("SELECT * FROM city WHERE key = '" + city + "' FOR UPDATE");
      }
      try (GapMapProcess program = GapMapProcess.start(environment(), command(file(1), city))) {
        awaitJob(lastJob);
        TimeUnit.MILLISECONDS.sleep(700);
        program.signal("INT");
        ended = program.end();
      }
      blocker.rollback();
    }

    assertThat(ended.exitCode()).isEqualTo(130);
    assertThat(ended.output()).isEmpty();
    assertThat(ended.errors()).containsExactly("gapmap: cancelled; nothing was stored");
    assertThat(layer(city)).isEqualTo(before);
    assertThat(query("SELECT state FROM job WHERE id > " + lastJob)).containsExactly("cancelled");
    assertNothingHangs();
  }

  @Test
  void two_imports_of_one_layer_at_once_both_succeed_one_after_the_other() throws Exception {
    String city = "twice";
    List<GapMapProcess> programs = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      programs.add(GapMapProcess.start(environment(), command(file(70 + i), city)));
    }
    for (GapMapProcess program : programs) {
      try (program) {
        var ended = program.end();
        assertThat(ended.exitCode()).as(ended.errors().toString()).isZero();
      }
    }

    assertThat(layer(city).dataVersion()).isEqualTo(2);
    assertThat(
            query(
                "SELECT (b.started_at >= a.finished_at)::text FROM job a JOIN job b ON b.id > a.id"
                    + " AND a.lock = b.lock WHERE a.lock = 'layer twice/facilities/civil'"))
        .containsExactly("true");
  }
}
