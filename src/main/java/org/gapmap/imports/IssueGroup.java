package org.gapmap.imports;

import java.util.List;
import org.gapmap.domain.LocalizedText;

/**
 * The issues of one code.
 *
 * @param examples the first few, one line each
 */
public record IssueGroup(
    String code,
    ImportIssue.Severity severity,
    int count,
    LocalizedText message,
    List<String> examples) {
  public IssueGroup {
    examples = List.copyOf(examples);
  }
}
