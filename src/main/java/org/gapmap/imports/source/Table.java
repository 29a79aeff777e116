package org.gapmap.imports.source;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of cells, as text files and workbooks hold them. */
interface Table extends AutoCloseable {
  /**
   * @param number as a spreadsheet shows it
   * @param cells trimmed, as a person sees them
   */
  record Row(int number, List<String> cells) {
    String cell(int index) {
      return index < cells.size() ? cells.get(index) : "";
    }

    boolean isBlank() {
      return cells.stream().allMatch(String::isEmpty);
    }
  }

  /** One reading from the first row on. */
  interface Rows extends AutoCloseable {
    /** The next row, blank ones too; null at the end. */
    @Nullable Row next();

    /** Why the rows ended before the file did. */
    Optional<Notice> brokenOff();

    @Override
    void close();
  }

  /** As in {@link SourceDescription#format}. */
  String format();

  /** As the user knows it. */
  String name();

  EncodingChoice encoding();

  List<EncodingReading> encodings();

  /** Whether {@code 121,5} is a number. */
  boolean decimalComma();

  /** Whether more cells than headings mean that a separator stands in a text. */
  boolean overflowIsDamage();

  /** What was found when it was opened. */
  List<Notice> notices();

  Rows rows();

  @Override
  void close();
}
