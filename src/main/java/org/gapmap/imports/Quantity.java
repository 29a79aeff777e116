package org.gapmap.imports;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as people write it, with what it counts.
 *
 * @param value {@code 12000} for {@code 约1.2万人}
 * @param unit folded, {@code 人} for {@code 约1.2万人}; empty where there is none
 */
record Quantity(BigDecimal value, String unit) {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:约为?|大约|大概|近|将近|超过|超|共计?|合计|总计|总共|计|[≈~])?\\s*"
              + "([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:e[+-]?\\d+)?)\\s*"
              + "(亿|百万|十万|万|千|百)?\\s*(?:余|多|来|\\+)?\\s*"
              + "(m2|[^\\d\\s,;+~-][^\\d,;]*?)?\\s*(?:左右|上下|以上|\\+)?");
  private static final Pattern SEPARATED = Pattern.compile("(?<=\\d)[,'](?=\\d{3}(?!\\d))");

  /** Empty where the text is not one number: a range, a sum, a sentence. */
  static Optional<Quantity> parse(String text) {
    if (isDigits(text)) {
      return Optional.of(new Quantity(BigDecimal.valueOf(Long.parseLong(text)), ""));
    }
    String plain = ChineseNumber.inDigits(SEPARATED.matcher(Vocabulary.fold(text)).replaceAll(""));
    Matcher matcher = WRITTEN.matcher(plain);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String scale = matcher.group(2) == null ? "" : matcher.group(2);
    String unit = matcher.group(3) == null ? "" : matcher.group(3).strip();
    BigDecimal number = new BigDecimal(matcher.group(1));
    return Optional.of(new Quantity(number.multiply(BigDecimal.valueOf(multiplier(scale))), unit));
  }

  /** Whether the text is one to nine digits and nothing else, as in most columns of counts. */
  static boolean isDigits(String text) {
    if (text.isEmpty() || text.length() > 9) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** Square metres in a unit of area: 10,000 for {@code 公顷}; empty where it is none. */
  static OptionalDouble squareMetres(String unit) {
    return switch (unit) {
      case "", "平方米", "平米", "平", "方", "m2", "m^2", "sqm", "sq m", "sq.m", "sq.m." ->
          OptionalDouble.of(1);
      case "万平方米", "万平米", "万平", "万m2", "公顷", "ha", "hectares" -> OptionalDouble.of(10_000);
      case "亩", "mu" -> OptionalDouble.of(10_000 / 15.0);
      case "平方公里", "平方千米", "km2" -> OptionalDouble.of(1e6);
      default -> OptionalDouble.empty();
    };
  }

  /** What a unit counts in: 10,000 for {@code 万人}, 1 for {@code 人}. */
  static int multiplier(String unit) {
    if (unit.startsWith("亿")) {
      return 100_000_000;
    }
    if (unit.startsWith("百万")) {
      return 1_000_000;
    }
    if (unit.startsWith("十万")) {
      return 100_000;
    }
    if (unit.startsWith("万")) {
      return 10_000;
    }
    if (unit.startsWith("千")) {
      return 1_000;
    }
    return unit.startsWith("百") ? 100 : 1;
  }
}
