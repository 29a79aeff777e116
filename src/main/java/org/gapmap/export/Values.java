package org.gapmap.export;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Values of a table as text. */
final class Values {
  private Values() {}

  /** Numbers in full and without an exponent; empty where unknown. */
  static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof Double number ? plain(number) : value.toString();
  }

  /** The shortest decimal that reads back as the same double. */
  static String plain(double number) {
    BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    return exact.signum() == 0 ? "0" : exact.toPlainString();
  }

  /** As much of a text's start as fits into so many bytes of UTF-8, never half a character. */
  static String fitting(String text, int bytes) {
    if (text.length() * 3 <= bytes) {
      return text;
    }
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      int next = end + Character.charCount(text.codePointAt(end));
      used += text.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
      if (used > bytes) {
        break;
      }
      end = next;
    }
    return text.substring(0, end);
  }
}
