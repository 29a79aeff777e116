package org.gapmap.store;

import java.util.Locale;

/** How the domain's enumerations are spelled in the database and in JSON: lower case. */
public final class Codes {
  private Codes() {}

  public static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> E read(Class<E> type, String code) {
    return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
  }
}
