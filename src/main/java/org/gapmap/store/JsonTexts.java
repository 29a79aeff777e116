package org.gapmap.store;

import java.util.regex.Pattern;

/** JSON as PostgreSQL takes it. */
final class JsonTexts {
  /** The escape of NUL, but not an escaped backslash with u0000 behind it, which is text. */
  private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

  private JsonTexts() {}

  /** PostgreSQL's texts hold no NUL, which files do: it is left out. */
  static String withoutNul(String json) {
    return json.contains("\\u0000") ? NUL.matcher(json).replaceAll("$1") : json;
  }
}
