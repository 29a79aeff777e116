package org.gapmap.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What words in a file stand for, as {@code imports/words.yaml} lists them by meaning. */
final class Meanings<E extends Enum<E>> {
  private final Class<E> type;
  private final Map<String, E> anywhere = new HashMap<>();
  private final Map<String, E> whole = new HashMap<>();

  Meanings(Class<E> type, JsonNode entries) {
    this.type = type;
    for (Map.Entry<String, JsonNode> entry : entries.properties()) {
      E meaning = Enum.valueOf(type, entry.getKey().toUpperCase(Locale.ROOT));
      Vocabulary.texts(entry.getValue().required("words"))
          .forEach(word -> anywhere.put(Vocabulary.fold(word), meaning));
      Vocabulary.texts(entry.getValue().path("exact"))
          .forEach(word -> whole.put(Vocabulary.fold(word), meaning));
    }
  }

  /** Whether the text, folded, is one of the words that count only as the whole value. */
  boolean isWhole(String folded) {
    return whole.containsKey(folded);
  }

  /** The one meaning of the words that occur, those inside a longer one that occurs left aside. */
  Optional<E> find(String text) {
    String plain = Vocabulary.fold(text);
    E exact = whole.get(plain);
    if (exact != null) {
      return Optional.of(exact);
    }
    List<String> occurring = new ArrayList<>();
    for (String word : anywhere.keySet()) {
      if (occurs(word, plain)) {
        occurring.add(word);
      }
    }
    Set<E> meanings = EnumSet.noneOf(type);
    for (String word : occurring) {
      boolean inside =
          occurring.stream().anyMatch(other -> !other.equals(word) && other.contains(word));
      if (!inside) {
        meanings.add(anywhere.get(word));
      }
    }
    return meanings.size() == 1 ? Optional.of(meanings.iterator().next()) : Optional.empty();
  }

  /** Chinese words occur anywhere, Latin ones as whole words. */
  private static boolean occurs(String word, String text) {
    int at = text.indexOf(word);
    while (at >= 0) {
      int end = at + word.length();
      boolean free =
          word.charAt(0) > 'z'
              || ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                  && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end))));
      if (free) {
        return true;
      }
      at = text.indexOf(word, at + 1);
    }
    return false;
  }
}
