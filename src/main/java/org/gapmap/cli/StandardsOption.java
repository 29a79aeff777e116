package org.gapmap.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** Where a planner's own standards are. */
final class StandardsOption {
  @Option(
      names = "--standards-dir",
      paramLabel = "DIR",
      defaultValue = "${env:GAPMAP_STANDARDS_DIR}",
      showDefaultValue = Visibility.NEVER,
      description = {
        "Folder of your own standards (*.yaml), which add to those that come with GapMap or stand in",
        "for one of the same id; or GAPMAP_STANDARDS_DIR. A changed file is read without a restart."
      })
  private @Nullable String folder;

  Optional<Path> folder() {
    return Optional.ofNullable(folder).filter(text -> !text.isBlank()).map(Path::of);
  }
}
