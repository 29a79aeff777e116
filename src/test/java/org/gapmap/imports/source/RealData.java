package org.gapmap.imports.source;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files that nobody of this project made, outside the repository. */
public final class RealData {
  private RealData() {}

  /** A file or folder of the collection; the test is skipped where it is not there. */
  public static Path path(String relative) {
    String root = System.getenv("GAPMAP_REAL_DATA");
    assumeTrue(root != null, "GAPMAP_REAL_DATA is not set");
    Path path = Path.of(root, relative);
    assumeTrue(Files.exists(path), path + " is not there");
    return path;
  }
}
