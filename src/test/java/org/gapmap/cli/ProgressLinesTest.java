package org.gapmap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.gapmap.domain.LocalizedText;
import org.gapmap.store.JobRecord;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
  private static final LocalizedText STORING = new LocalizedText("正在存储各行", "storing rows");

  private static JobRecord job(JobRecord.State state, JobRecord.Reached reached) {
    return new JobRecord(
        1,
        "import",
        STORING,
        state,
        reached,
        new JobRecord.Times(Instant.EPOCH, Optional.empty(), Optional.empty()),
        Optional.empty(),
        JobRecord.Yield.NONE);
  }

  private static JobRecord at(long done, OptionalLong total, OptionalDouble rate) {
    return job(
        JobRecord.State.RUNNING, new JobRecord.Reached(Optional.of(STORING), done, total, rate));
  }

  private static String line(JobRecord record, boolean chinese) {
    ProgressShown shown = new ProgressShown(ProgressShown.Style.NOTHING, chinese);
    try (ProgressLines lines =
        new ProgressLines(() -> record, shown, new PrintWriter(new StringWriter()))) {
      return lines.line(record);
    }
  }

  @Test
  void a_line_tells_rows_rate_and_time_left_in_both_languages() {
    JobRecord record = at(99_000, OptionalLong.of(220_000), OptionalDouble.of(1_210));

    assertThat(line(record, false))
        .isEqualTo("storing rows: 45 % (99,000 of 220,000), 1,210/s, 1:40 left");
    assertThat(line(record, true)).isEqualTo("正在存储各行：45 %（99,000 / 220,000），每秒 1,210，剩余 1:40");
  }

  @Test
  void what_is_not_known_is_not_told() {
    assertThat(line(at(3_000, OptionalLong.empty(), OptionalDouble.empty()), false))
        .isEqualTo("storing rows: 3,000");
    assertThat(line(at(0, OptionalLong.empty(), OptionalDouble.empty()), false))
        .isEqualTo("storing rows");
    assertThat(line(job(JobRecord.State.QUEUED, JobRecord.Reached.NOTHING), false))
        .startsWith("waiting");
  }

  @Test
  void a_terminal_gets_one_line_that_is_taken_away_at_the_end() throws Exception {
    StringWriter written = new StringWriter();
    ProgressShown bar = new ProgressShown(ProgressShown.Style.BAR, false);
    try (ProgressLines lines =
        new ProgressLines(
            () -> at(50, OptionalLong.of(100), OptionalDouble.empty()),
            bar,
            new PrintWriter(written))) {
      Thread.sleep(900);
      assertThat(lines).isNotNull();
    }

    assertThat(written.toString())
        .contains("[############------------] storing rows: 50 % (50 of 100)")
        .doesNotContain("\n")
        .endsWith("\r\u001b[K");
  }

  @Test
  void elsewhere_a_line_is_written_only_where_something_has_changed() throws Exception {
    StringWriter written = new StringWriter();
    ProgressShown plain = new ProgressShown(ProgressShown.Style.LINES, false);
    try (ProgressLines lines =
        new ProgressLines(
            () -> at(50, OptionalLong.of(100), OptionalDouble.empty()),
            plain,
            new PrintWriter(written))) {
      Thread.sleep(3_000);
      assertThat(lines).isNotNull();
    }

    assertThat(written.toString().lines().toList())
        .isEqualTo(List.of("storing rows: 50 % (50 of 100)"));
  }
}
