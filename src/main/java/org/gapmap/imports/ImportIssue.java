package org.gapmap.imports;

import org.gapmap.domain.LocalizedText;

/**
 * Something that is wrong or doubtful with one row, or with the file as a whole.
 *
 * @param row the row in the file, 0 for the file as a whole
 * @param field the field that it is about; may be empty
 * @param code a stable word to count by
 * @param message what is wrong and what was done about it, the same for every issue of a code
 * @param detail what tells this one from the others: the value, the metres; may be empty
 */
public record ImportIssue(
    int row, String field, String code, LocalizedText message, Severity severity, String detail) {

  /** What became of the row. */
  public enum Severity {
    REFUSED,
    REPAIRED,
    WARNING
  }

  /** One line: {@code row 12 RKS: 约百人}. */
  String example() {
    StringBuilder line = new StringBuilder();
    if (row > 0) {
      line.append("row ").append(row);
    }
    if (!field.isEmpty()) {
      line.append(line.isEmpty() ? "" : " ").append(field);
    }
    if (!detail.isEmpty()) {
      line.append(line.isEmpty() ? "" : ": ").append(detail);
    }
    return line.toString();
  }
}
