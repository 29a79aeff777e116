package org.gapmap.standards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gapmap.domain.UserError;

/** A folder of a planner's own profiles, {@code *.yaml} or {@code *.yml}. */
final class StandardsFolder {
  private final Path folder;

  /**
   * @throws UserError where it is no folder
   */
  StandardsFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UserError(
          "there is no folder '" + folder + "'", "--standards-dir", "make it, or name another");
    }
    this.folder = folder;
  }

  /** What tells one state of a file from another without reading it. */
  record Stamp(long bytes, FileTime modified) {
    /** Of a file that is listed and can't be looked at, such as a link to nowhere. */
    static final Stamp HIDDEN = new Stamp(-1, FileTime.fromMillis(0));

    static Stamp of(Path file) {
      try {
        BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(about.size(), about.lastModifiedTime());
      } catch (IOException e) {
        return HIDDEN;
      }
    }
  }

  /**
   * The profiles that are there now, in the order of their names; none where the folder has gone.
   */
  Map<Path, Stamp> list() {
    Map<Path, Stamp> stamps = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(StandardsFolder::isProfile).forEach(file -> stamps.put(file, Stamp.of(file)));
    } catch (IOException | java.io.UncheckedIOException gone) {
      // Whoever renames a folder takes it away for a moment: look again next time.
      return stamps;
    }
    return stamps;
  }

  /** Editors keep copies beside a file, hidden or with a tail to the name. */
  private static boolean isProfile(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
  }
}
