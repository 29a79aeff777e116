package org.gapmap.imports.doctor;

import java.util.List;
import org.gapmap.domain.LocalizedText;

/**
 * One way to read the file's bytes.
 *
 * @param value the charset's name, as a spec takes it
 * @param score how likely the decoded text is what was written, 0 to 1
 * @param samples values decoded so, the same of each candidate
 * @param broken values with bytes that are no text in it
 */
public record EncodingCandidate(
    String value,
    double score,
    LocalizedText evidence,
    List<String> samples,
    List<String> fieldNames,
    int broken) {
  public EncodingCandidate {
    samples = List.copyOf(samples);
    fieldNames = List.copyOf(fieldNames);
  }
}
