package org.gapmap.imports.source;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** GDAL's own programs as the oracle; tests that use them are skipped where they are missing. */
final class Ogr {
  private Ogr() {}

  /** Converts, and returns the target. */
  static Path convert(Path from, Path to, String format, String... more) {
    List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", format));
    command.addAll(List.of(more));
    command.addAll(List.of(to.toString(), from.toString()));
    run(command);
    return to;
  }

  /** The one value that a statement gives, in GDAL's SQLite dialect. */
  static String value(Path file, String sql) {
    String out = run(List.of("ogrinfo", "-q", "-dialect", "SQLite", "-sql", sql, file.toString()));
    return out.lines()
        .filter(line -> line.matches("  \\S+ \\([A-Za-z0-9]+\\) = .*"))
        .map(line -> line.substring(line.indexOf(" = ") + 3))
        .findFirst()
        .orElseThrow(() -> new AssertionError(out));
  }

  private static String run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(command + ": " + out);
      }
      return out;
    } catch (IOException e) {
      assumeTrue(false, "GDAL is not installed: " + e.getMessage());
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
