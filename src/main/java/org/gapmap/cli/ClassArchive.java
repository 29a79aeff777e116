package org.gapmap.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * The archive of classes that Java writes when this process ends, where the starting script asked
 * for one; see {@code scripts/lib/classes.sh}.
 */
final class ClassArchive {
  private ClassArchive() {}

  /** Tells the script that an import was stored: all classes that one needs are loaded. */
  static void isWhole() {
    String mark = System.getProperty("gapmap.classes", "");
    if (mark.isEmpty()) {
      return;
    }
    try {
      Files.createFile(Path.of(mark));
    } catch (IOException failed) {
      // Then the next import leaves an archive; nobody has to know.
      LoggerFactory.getLogger(ClassArchive.class).info("The archive of classes is lost", failed);
    }
  }
}
