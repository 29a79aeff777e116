package org.gapmap.imports.source;

import java.math.BigDecimal;

/** Numbers as a person writes them: 1 and not 1.0, 12000000 and not 1.2E7. */
final class NumberText {
  private static final double LARGEST_EXACT = 1e15;

  private NumberText() {}

  /** The shortest decimal that is this number; empty for what is none. */
  static String of(double number) {
    if (!Double.isFinite(number)) {
      return "";
    }
    if (number == Math.rint(number) && Math.abs(number) < LARGEST_EXACT) {
      return Long.toString((long) number);
    }
    BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
    return exact.scale() > 30 || exact.precision() - exact.scale() > 30
        ? exact.toString()
        : exact.toPlainString();
  }
}
