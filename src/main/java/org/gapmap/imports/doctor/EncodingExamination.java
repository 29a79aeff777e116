package org.gapmap.imports.doctor;

import java.util.List;
import org.gapmap.imports.FileLook;
import org.gapmap.imports.source.EncodingReading;

/** The ways to read a file's bytes, side by side. */
final class EncodingExamination {
  private EncodingExamination() {}

  /** The likeliest first; none where the format leaves no doubt. */
  static List<EncodingCandidate> of(FileLook look) {
    return look.encodings().stream().map(EncodingExamination::candidate).toList();
  }

  private static EncodingCandidate candidate(EncodingReading reading) {
    return new EncodingCandidate(
        reading.name(),
        reading.score(),
        reading.evidence(),
        reading.samples(),
        reading.fieldNames(),
        reading.broken());
  }
}
