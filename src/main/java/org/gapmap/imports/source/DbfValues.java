package org.gapmap.imports.source;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A DBF's typed values as a person would write them. */
final class DbfValues {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?0?[0-9]{1,2})?");
  private static final Pattern DATE = Pattern.compile("[0-9]{8}");

  private DbfValues() {}

  /** Without the zeros and the exponent that fill a column's width; empty for asterisks. */
  static String number(String padded) {
    if (padded.startsWith("*")) {
      return "";
    }
    boolean plain = padded.indexOf('.') < 0 && padded.indexOf('e') < 0 && padded.indexOf('E') < 0;
    if (plain || !NUMBER.matcher(padded).matches()) {
      return padded;
    }
    BigDecimal value = new BigDecimal(padded);
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  static String real(double value) {
    return Double.isFinite(value) ? number(BigDecimal.valueOf(value).toPlainString()) : "";
  }

  /** {@code 20011231} as {@code 2001-12-31}; empty where the column is filled with zeros. */
  static String date(String raw) {
    if (!DATE.matcher(raw).matches()) {
      return raw;
    }
    return raw.equals("00000000")
        ? ""
        : raw.substring(0, 4) + "-" + raw.substring(4, 6) + "-" + raw.substring(6);
  }

  static String logical(String raw) {
    return switch (raw) {
      case "T", "t", "Y", "y" -> "true";
      case "F", "f", "N", "n" -> "false";
      default -> "";
    };
  }
}
