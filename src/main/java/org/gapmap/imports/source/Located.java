package org.gapmap.imports.source;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file to read, wherever it was found.
 *
 * @param file as it lies on the disk: the user's own, or one unpacked under a name of ours
 * @param name as the user knows it: the file's name, or the container's with the path inside it
 *     after a {@code #}
 * @param layer the layer inside the file, where the user names one
 * @param unpacked closed when reading is over
 */
record Located(Path file, String name, Optional<String> layer, Runnable unpacked)
    implements AutoCloseable {
  static Located plain(Path file, ReadOptions options) {
    return new Located(file, LayerNames.fileName(file), options.layer(), () -> {});
  }

  /** The name with a layer inside the file. */
  String of(String inner) {
    return name + "#" + inner;
  }

  @Override
  public void close() {
    unpacked.run();
  }
}
