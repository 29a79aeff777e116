package org.gapmap.imports;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in Chinese characters: {@code 十二}, {@code 一千二百}, {@code 一九九八}. */
final class ChineseNumber {
  private static final String DIGITS = "零一二三四五六七八九";

  /** At most 99,999,999: nothing that an office counts is written out beyond. */
  private static final Pattern WRITTEN = Pattern.compile("[零〇一二两三四五六七八九十百千万]+");

  private ChineseNumber() {}

  /**
   * The text with its one number in digits. As it was where it has digits already (1.2万), several
   * such numbers, or one that is none (百, 多万).
   */
  static String inDigits(String text) {
    if (text.isEmpty() || text.chars().anyMatch(c -> c >= '0' && c <= '9')) {
      return text;
    }
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.find()) {
      return text;
    }
    int start = matcher.start();
    int end = matcher.end();
    long value = value(matcher.group().replace('〇', '零').replace('两', '二'));
    return value < 0 || matcher.find()
        ? text
        : text.substring(0, start) + value + text.substring(end);
  }

  /** Below 0 where it is no number. */
  private static long value(String word) {
    if (word.chars().allMatch(c -> DIGITS.indexOf(c) >= 0)) {
      // 一九九八: digit by digit. 二三 may be twenty-three, or two or three.
      return word.length() == 1 || word.length() == 4 ? digits(word) : -1;
    }
    int wan = word.indexOf('万');
    if (wan < 0) {
      return belowTenThousand(word);
    }
    long high = belowTenThousand(word.substring(0, wan));
    long low = wan + 1 == word.length() ? 0 : belowTenThousand(word.substring(wan + 1));
    return high <= 0 || low < 0 || word.indexOf('万', wan + 1) >= 0 ? -1 : high * 10_000 + low;
  }

  private static long digits(String word) {
    long value = 0;
    for (int i = 0; i < word.length(); i++) {
      value = 10 * value + DIGITS.indexOf(word.charAt(i));
    }
    return value;
  }

  private static long belowTenThousand(String word) {
    long value = 0;
    int digit = -1;
    int unitBefore = 10_000;
    for (int i = 0; i < word.length(); i++) {
      int unit =
          switch (word.charAt(i)) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1_000;
            default -> 1;
          };
      if (unit == 1) {
        if (digit > 0) {
          return -1;
        }
        digit = DIGITS.indexOf(word.charAt(i));
        continue;
      }
      // 十二 begins without its one; 百 alone is a unit, not a number.
      boolean bareTen = digit < 0 && unit == 10 && i == 0;
      if (unit >= unitBefore || (digit <= 0 && !bareTen)) {
        return -1;
      }
      value += (long) unit * (bareTen ? 1 : digit);
      digit = -1;
      unitBefore = unit;
    }
    return value + Math.max(digit, 0);
  }
}
