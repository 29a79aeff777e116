package org.gapmap.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gapmap.domain.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged files are refused with a reason, or read with what is wrong told by the row: never an
 * exception of the runtime's own, never a hang, never memory out of proportion. {@code
 * -Dgapmap.fuzz=100000} for many cases, {@code -Dgapmap.fuzz.from=N} to begin at a case's number.
 */
final class ReaderFuzzTest {
  private static final int CASES = Integer.getInteger("gapmap.fuzz", 3_000);
  private static final int FROM = Integer.getInteger("gapmap.fuzz.from", 0);
  private static final int SECONDS = 20;

  /** The files are of a few kilobytes; a window on a file and a parser's buffers are some more. */
  private static final long ALLOCATED_BYTES = 200L << 20;

  private static final int ROWS = 100_000;

  @TempDir Path folder;

  private final FuzzCases cases = new FuzzCases();
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private long slowestMillis;
  private long mostAllocated;

  @Test
  void damagedFilesAreRefusedOrTold() throws InterruptedException {
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try {
      for (int i = FROM; i < FROM + CASES && failures.size() < 20; i++) {
        FuzzCases.Case damaged = cases.get(i);
        Path file = damaged.write(folder);
        Future<String> outcome = reader.submit(() -> read(file, damaged));
        try {
          outcomes.merge(outcome.get(SECONDS, TimeUnit.SECONDS), 1, Integer::sum);
        } catch (TimeoutException e) {
          failures.add(damaged.number() + " " + damaged.told() + ": longer than " + SECONDS + " s");
          break;
        } catch (ExecutionException e) {
          failures.add(damaged.number() + " " + damaged.told() + ": " + firstLines(e));
        }
      }
    } finally {
      reader.shutdownNow();
    }
    System.out.printf(
        "%d damaged files: %s; the slowest took %d ms, the greediest %d KB%n",
        CASES, outcomes, slowestMillis, mostAllocated >> 10);
    assertThat(failures).isEmpty();
  }

  private String read(Path file, FuzzCases.Case damaged) {
    long allocatedBefore = allocated();
    long start = System.nanoTime();
    String outcome = outcome(file, damaged);
    slowestMillis = Math.max(slowestMillis, (System.nanoTime() - start) / 1_000_000);
    long bytes = allocated() - allocatedBefore;
    mostAllocated = Math.max(mostAllocated, bytes);
    if (bytes > ALLOCATED_BYTES) {
      throw new IllegalStateException("it took " + (bytes >> 20) + " MB");
    }
    return outcome;
  }

  private static String outcome(Path file, FuzzCases.Case damaged) {
    try (FeatureSource source = Readers.open(file, ReadOptions.none().wanting(damaged.type()))) {
      int rows = 0;
      int problems = 0;
      for (Iterator<SourceFeature> i = source.features(); i.hasNext(); ) {
        SourceFeature row = i.next();
        problems += row.problem().isPresent() ? 1 : 0;
        if (++rows > ROWS) {
          throw new IllegalStateException("more than " + ROWS + " rows in so small a file");
        }
      }
      for (Iterator<SourceFeature> i = source.glances(); i.hasNext(); rows--) {
        i.next();
      }
      if (rows != 0) {
        throw new IllegalStateException("a glance shows other rows");
      }
      return problems == 0 && source.warnings().isEmpty() ? "read" : "read with problems told";
    } catch (UserError e) {
      if (e.what().isBlank() || e.remedy().isBlank()) {
        throw new IllegalStateException("an error that says nothing", e);
      }
      return "refused";
    }
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private static String firstLines(Throwable cause) {
    StringWriter text = new StringWriter();
    cause.printStackTrace(new PrintWriter(text));
    return String.join(
        "\n",
        Arrays.asList(text.toString().split("\n"))
            .subList(0, Math.min(12, text.toString().split("\n").length)));
  }
}
