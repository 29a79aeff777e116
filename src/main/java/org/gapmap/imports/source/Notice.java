package org.gapmap.imports.source;

import org.gapmap.domain.LocalizedText;

/**
 * Something about a file or a row that its owner should know. A defect of the data, never of the
 * program.
 *
 * @param code a stable word for counting and grouping, like {@code null_shape}
 * @param text what is wrong, fit to stand over all rows of the code
 * @param detail what tells this row from the others: the value, the count; may be empty
 */
public record Notice(String code, LocalizedText text, String detail) {
  public Notice {
    if (!code.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException("a code is lower_case, got '" + code + "'");
    }
  }

  static Notice of(String code, String zh, String en) {
    return of(code, zh, en, "");
  }

  static Notice of(String code, String zh, String en, String detail) {
    return new Notice(code, new LocalizedText(zh, en), detail);
  }
}
