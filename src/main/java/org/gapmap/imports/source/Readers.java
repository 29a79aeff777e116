package org.gapmap.imports.source;

import java.nio.file.Path;

/** Opens whatever a planning office delivers. */
public final class Readers {
  private Readers() {}

  /**
   * Opens a layer; the format is decided by the file's content.
   *
   * @param file a shapefile (any one of its files), a folder or zip archive with one, or a CSV file
   * @throws org.gapmap.domain.UserError where the file can't be read, is of an unknown format, or
   *     holds several layers and the options name none
   */
  public static FeatureSource open(Path file, ReadOptions options) {
    if (options.layer().isPresent() || !file.isAbsolute()) {
      throw new UnsupportedOperationException("being built: " + file);
    }
    throw new IllegalStateException();
  }
}
