package org.gapmap.imports;

import java.util.List;
import java.util.Optional;
import org.gapmap.domain.LocalizedText;

/**
 * A field of a file as an import would take it.
 *
 * @param role what it is taken for
 * @param evidence why
 * @param samples its first different values, at most five
 * @param filled rows that hold something
 * @param personal the sort of personal data that it looks like, snake case; empty for none
 * @param place whether a row's place is read from it
 */
public record LookedField(
    String field,
    Optional<FieldRole> role,
    LocalizedText evidence,
    List<String> samples,
    int filled,
    String personal,
    boolean stored,
    boolean place) {
  public LookedField {
    samples = List.copyOf(samples);
  }
}
