package org.gapmap.http;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a person types for a name who knows its sound: the first letter of each character's pinyin.
 * Safe for threads; each character is looked up once.
 */
final class NameInitials {
  private static final String READINGS = "/names/readings.txt";

  /** Names in which many characters have several readings are found by the usual ones. */
  private static final int MOST_READINGS = 16;

  private final Map<Integer, List<String>> known = new ConcurrentHashMap<>();
  private final Transliterator latin;

  /** Reads ICU's rules, which takes half a second. */
  NameInitials() {
    latin = Transliterator.getInstance("Han-Latin; Latin-ASCII");
    known.putAll(severalReadings());
  }

  /**
   * The initials of a name in lower case, all usual readings with a blank between: {@code zqlxq
   * cqlxq} of 重庆路小区. Letters and digits stay, whatever else there is goes.
   */
  String of(String name) {
    Set<String> readings = Set.of("");
    for (int at = 0; at < name.length(); at = name.offsetByCodePoints(at, 1)) {
      readings = joined(readings, known.computeIfAbsent(name.codePointAt(at), this::lettersOf));
    }
    return String.join(" ", readings);
  }

  private static Set<String> joined(Set<String> before, List<String> letters) {
    if (letters.isEmpty()) {
      return before;
    }
    Set<String> after = new LinkedHashSet<>();
    for (String letter : letters) {
      for (String start : before) {
        if (after.size() < MOST_READINGS) {
          after.add(start + letter);
        }
      }
    }
    return after;
  }

  /** Empty for what has no sound. */
  private List<String> lettersOf(int character) {
    String said =
        latin
            .transliterate(Character.toString(character))
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]", "");
    if (said.isEmpty()) {
      return List.of();
    }
    boolean han = Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    return List.of(han ? said.substring(0, 1) : said);
  }

  private static Map<Integer, List<String>> severalReadings() {
    Map<Integer, List<String>> letters = new HashMap<>();
    for (String line : lines()) {
      if (!line.startsWith("#")) {
        String[] parts = line.split(" ", 3);
        letters.put(parts[0].codePointAt(0), List.of(parts[1].split("")));
      }
    }
    return letters;
  }

  private static List<String> lines() {
    try (InputStream in =
        Objects.requireNonNull(NameInitials.class.getResourceAsStream(READINGS), READINGS)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
