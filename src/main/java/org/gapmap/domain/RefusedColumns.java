package org.gapmap.domain;

import java.util.List;
import java.util.Locale;

/**
 * The columns that a file of refused rows has besides the rows' own: where each stood, and why it
 * was refused. When such a file comes back, put right, they are not taken in.
 */
public final class RefusedColumns {
  /** Begins the names of all of them. */
  public static final String PREFIX = "refused_";

  /** In the order in which they are written, before the rows' own. */
  public static final List<String> NAMES =
      List.of(
          PREFIX + "row",
          PREFIX + "code",
          PREFIX + "field",
          PREFIX + "detail",
          PREFIX + "reason_zh",
          PREFIX + "reason_en",
          PREFIX + "advice_zh",
          PREFIX + "advice_en");

  /** The column of shapes, where a table has no other place for them. */
  public static final String SHAPE = "wkt";

  private static final String FORMULA_STARTS = "=+-@\t\r";

  private RefusedColumns() {}

  /** Whether a file with these columns is one of refused rows. */
  public static boolean wroteAll(List<String> columns) {
    return columns.contains(NAMES.get(0)) && columns.contains(NAMES.get(1));
  }

  /** Whether a column of such a file was no column of the file that the rows came from. */
  public static boolean isAdded(String column) {
    String folded = column.toLowerCase(Locale.ROOT);
    return NAMES.contains(folded) || folded.equals(SHAPE);
  }

  /** A text as no spreadsheet takes it for a formula: an apostrophe before one that begins so. */
  public static String harmless(String text) {
    return begins(text) && !isNumber(text) ? "'" + text : text;
  }

  /** The text before {@link #harmless}. */
  public static String original(String text) {
    return text.startsWith("'") && begins(text.substring(1)) ? text.substring(1) : text;
  }

  private static boolean begins(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
  }

  private static boolean isNumber(String text) {
    return text.matches("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  }
}
