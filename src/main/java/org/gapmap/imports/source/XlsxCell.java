package org.gapmap.imports.source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** A cell's value as a person sees it in the sheet, formulas by their last result. */
final class XlsxCell {
  /** What a spreadsheet shows, and keeps. */
  private static final MathContext DIGITS = new MathContext(15);

  private static final double LAST_DAY = 2_958_466;

  private XlsxCell() {}

  /** Empty for a cell without a value, and for one whose formula failed. */
  static String text(@Nullable Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
      return "";
    }
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      return number(number, cell);
    }
    if (value instanceof Boolean truth) {
      return truth ? "TRUE" : "FALSE";
    }
    String raw = cell.getRawValue();
    if (cell.getType() == CellType.FORMULA && raw != null) {
      return raw.startsWith("#") && raw.matches("#(N/A|[A-Z0-9/]+[!?])") ? "" : raw.strip();
    }
    return value == null ? "" : value.toString().strip();
  }

  private static String number(BigDecimal number, Cell cell) {
    String format = cell.getDataFormatString();
    if (isDate(cell.getDataFormatId(), format)
        && number.signum() >= 0
        && number.doubleValue() < LAST_DAY) {
      return date(cell, number);
    }
    if (format != null && plain(format).endsWith("%")) {
      return text(number.movePointRight(2)) + "%";
    }
    return text(number);
  }

  private static String text(BigDecimal number) {
    BigDecimal shown = number.round(DIGITS).stripTrailingZeros();
    return shown.signum() == 0
        ? "0"
        : Math.abs(shown.scale()) > 40 ? shown.toString() : shown.toPlainString();
  }

  /** Formats without quoted words, colours and locales. */
  private static String plain(String format) {
    return format
        .toLowerCase(Locale.ROOT)
        .replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "")
        .split(";", -1)[0]
        .strip();
  }

  private static boolean isDate(@Nullable Integer id, @Nullable String format) {
    // Numbers that the file format fixes; some for Chinese dates alone.
    if (id != null
        && ((id >= 14 && id <= 22)
            || (id >= 27 && id <= 36)
            || (id >= 45 && id <= 47)
            || (id >= 50 && id <= 58))) {
      return true;
    }
    if (format == null) {
      return false;
    }
    String plain = plain(format);
    return !plain.contains("0") && !plain.contains("#") && plain.matches(".*[ydh].*|.*m.*s.*");
  }

  private static String date(Cell cell, BigDecimal number) {
    LocalDateTime date;
    try {
      date = cell.asDate();
    } catch (RuntimeException notADate) {
      return text(number);
    }
    boolean timeOnly = number.doubleValue() < 1;
    boolean dayOnly = date.toLocalTime().equals(LocalTime.MIDNIGHT);
    String pattern = timeOnly ? "HH:mm" : dayOnly ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm";
    return date.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
  }
}
