package org.gapmap.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long work is shown on standard error.
 *
 * @param chinese in Chinese, else in English
 */
record ProgressShown(Style style, boolean chinese) {
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  /** A line that is written over, lines now and then, or nothing. */
  enum Style {
    BAR,
    LINES,
    NOTHING
  }

  /**
   * @param asked what the user said of it, if anything
   * @param quiet nothing is shown unless the user asked
   */
  static ProgressShown of(@Nullable Boolean asked, boolean quiet, boolean chinese) {
    boolean wanted = asked == null ? !quiet : asked;
    if (!wanted) {
      return new ProgressShown(Style.NOTHING, chinese);
    }
    return new ProgressShown(isTerminal(System.getenv()) ? Style.BAR : Style.LINES, chinese);
  }

  /** Whether standard error is one that can go back to the begin of its line; Linux says so. */
  private static boolean isTerminal(Map<String, String> environment) {
    if ("dumb".equals(environment.get("TERM"))) {
      return false;
    }
    try {
      String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException elsewhere) {
      return false;
    }
  }
}
