package org.gapmap.imports;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identity numbers and telephones inside a longer text, such as a remark.
 *
 * <p>An identity number has 18 characters, the last one a check on the others (GB 11643-1999, ISO
 * 7064 MOD 11-2), or 15 digits before 1999; both hold a date of birth. A mobile telephone has 11
 * digits that begin with 13 to 19, a landline a code of its area that begins with 0.
 */
final class PersonalText {
  /** What stands in the place of what was taken out. */
  static final String MASK = "***";

  private static final int FEWEST_DIGITS = 10;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final String DAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\dA-Za-z])(?:"
              + "(?<whole>[1-9]\\d{5}(?:19|20)\\d{2}"
              + DAY
              + "\\d{3}[\\dXx])"
              + "|(?<old>[1-9]\\d{5}\\d{2}"
              + DAY
              + "\\d{3})"
              + "|(?<mobile>(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4})"
              + "|(?<line>\\(?0\\d{2,3}\\)?[- ]?[2-8]\\d{6,7}(?:[-转]\\d{1,6})?)"
              + ")(?![\\dA-Za-z])");

  private PersonalText() {}

  /** The text with every such number replaced; the very same text where there is none. */
  static String masked(String text) {
    if (!mayHold(text)) {
      return text;
    }
    Matcher matcher = NUMBER.matcher(text);
    StringBuilder kept = null;
    int from = 0;
    while (matcher.find()) {
      String whole = matcher.group("whole");
      if (whole != null && !isIdentityNumber(whole)) {
        continue;
      }
      if (kept == null) {
        kept = new StringBuilder();
      }
      kept.append(text, from, matcher.start()).append(MASK);
      from = matcher.end();
    }
    return kept == null ? text : kept.append(text, from, text.length()).toString();
  }

  /** Whether the check character of 18 fits the 17 digits before it. */
  static boolean isIdentityNumber(String number) {
    if (number.length() != WEIGHTS.length + 1) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      int digit = number.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      sum += WEIGHTS[i] * digit;
    }
    return CHECKS.charAt(sum % 11) == Character.toUpperCase(number.charAt(17));
  }

  /** True of few texts, and found out without looking for a pattern. */
  private static boolean mayHold(String text) {
    if (text.length() < FEWEST_DIGITS) {
      return false;
    }
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
    }
    return digits >= FEWEST_DIGITS;
  }
}
