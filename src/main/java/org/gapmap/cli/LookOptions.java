package org.gapmap.cli;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gapmap.domain.UserError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of an import by which it is looked at first, and what was learnt is told. */
final class LookOptions {
  @Option(
      names = "--dry-run",
      description = "Say what the file is and what is wrong with it, and store nothing.")
  private boolean dryRun;

  @Option(
      names = "--remembered",
      description = {
        "Understand the file as the last one with the same fields was; what is said besides wins."
      })
  private boolean remembered;

  @Option(
      names = "--kind-word",
      paramLabel = "WORD=KIND",
      description = {
        "What a word of the file's kinds means, where no catalogue knows it; repeatable.",
        "Later files of the city know it."
      })
  private @Nullable List<String> kindWords;

  @Option(
      names = "--keep-personal",
      paramLabel = "FIELD",
      description = "Store FIELD, though it looks like personal data; repeatable.")
  private @Nullable List<String> keepPersonal;

  boolean dryRun() {
    return dryRun;
  }

  boolean remembered() {
    return remembered;
  }

  Map<String, String> kindWords() {
    Map<String, String> words = new LinkedHashMap<>();
    for (String pair : kindWords == null ? List.<String>of() : kindWords) {
      int equals = pair.lastIndexOf('=');
      if (equals < 1 || equals == pair.length() - 1) {
        throw new UserError(
            "'" + pair + "' does not say what a word means", "--kind-word", "write WORD=KIND");
      }
      words.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }
    return words;
  }

  Set<String> keepPersonal() {
    return keepPersonal == null ? Set.of() : new LinkedHashSet<>(keepPersonal);
  }
}
