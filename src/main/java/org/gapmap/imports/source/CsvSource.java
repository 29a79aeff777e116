package org.gapmap.imports.source;

import java.nio.file.Path;
import org.gapmap.domain.UserError;

/** A CSV file of points. */
final class CsvSource {
  private CsvSource() {}

  static FeatureSource open(Path file, ReadOptions options) {
    if (options.layer().isPresent() || Path.of("").equals(file)) {
      throw new UserError("not read yet", file.toString(), "");
    }
    throw new UserError("CSV is not read yet", file.toString(), "");
  }
}
