package org.gapmap.imports.doctor;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How alike two names are, 0 to 1: the pairs of neighbouring characters that both have, of those
 * that either has (Dice's coefficient). A name with all its characters in the other's order counts
 * as much, since offices shorten names.
 */
final class Likeness {
  private static final Pattern NOISE = Pattern.compile("[\\s\\p{P}\\p{S}]+");

  private Likeness() {}

  /** Of words as they stand, half and full width and case aside. */
  static double ofWords(String a, String b) {
    return dice(folded(a), folded(b));
  }

  static String folded(String text) {
    String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return NOISE.matcher(narrow).replaceAll("");
  }

  static double dice(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    if (a.equals(b)) {
      return 1;
    }
    Map<String, Integer> pairs = new HashMap<>();
    int inA = pairs(a, pairs, 1);
    Map<String, Integer> others = new HashMap<>();
    int inB = pairs(b, others, 1);
    int shared = 0;
    for (Map.Entry<String, Integer> pair : pairs.entrySet()) {
      shared += Math.min(pair.getValue(), others.getOrDefault(pair.getKey(), 0));
    }
    return inA + inB == 0 ? 0 : 2.0 * shared / (inA + inB);
  }

  /**
   * Neighbouring characters, the name's ends counted as characters, so that short names have some.
   */
  private static int pairs(String text, Map<String, Integer> into, int weight) {
    String whole = "^" + text + "$";
    for (int i = 0; i + 2 <= whole.length(); i++) {
      into.merge(whole.substring(i, i + 2), weight, Integer::sum);
    }
    return whole.length() - 1;
  }
}
