package org.gapmap.imports.source;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gapmap.domain.LocalizedText;

/**
 * A file's texts as one charset reads them.
 *
 * @param name as {@code --encoding} takes it
 * @param score how likely the decoded texts are what was written, against the other charsets tried;
 *     all of a file sum to 1. A short text leaves doubt
 * @param evidence why, for a person
 * @param samples decoded values, the same of every charset
 * @param fieldNames decoded, without the remains of a character that the writer cut
 * @param broken values, of those looked at, with bytes that are no text in it
 */
public record EncodingReading(
    String name,
    double score,
    LocalizedText evidence,
    List<String> samples,
    List<String> fieldNames,
    int broken) {
  public EncodingReading {
    samples = List.copyOf(samples);
    fieldNames = List.copyOf(fieldNames);
  }

  public EncodingReading withSamples(UnaryOperator<String> change) {
    return new EncodingReading(
        name, score, evidence, samples.stream().map(change).toList(), fieldNames, broken);
  }
}
