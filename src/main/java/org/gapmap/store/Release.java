package org.gapmap.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program's version as far as it matters here: {@code 15.13 (Debian ...)} is 15.13. */
record Release(int major, int minor) {
  private static final Pattern NUMBERS = Pattern.compile("(\\d+)(?:\\.(\\d+))?");

  /** The first number in the text, with the one after its point; {@code 16beta1} is 16.0. */
  static Release parse(String text) {
    Matcher numbers = NUMBERS.matcher(text);
    if (!numbers.find()) {
      throw new IllegalArgumentException("no version in \"" + text + "\"");
    }
    String minor = numbers.group(2);
    return new Release(
        Integer.parseInt(numbers.group(1)), minor == null ? 0 : Integer.parseInt(minor));
  }

  boolean isOlderThan(Release other) {
    return major < other.major || (major == other.major && minor < other.minor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
