package org.gapmap.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gapmap.domain.LandUseClass;

/** What offices write for land's use: words, or codes of the national classifications. */
final class LandUseWords {
  /** {@code R2}, {@code RB}, {@code R2/B1}, {@code 070102}, {@code 0810A}. */
  private static final Pattern CODE =
      Pattern.compile("[a-z]{1,2}(\\d{1,3}[a-z]?\\d{0,3})?([/+].{1,8})?|\\d{2,6}[a-z]?");

  /** {@code A33 中小学用地}. */
  private static final Pattern CODE_BEFORE_NAME =
      Pattern.compile("([a-z]{1,2}\\d{1,3}|\\d{4,6})[^a-z0-9/+].*");

  private final Meanings<LandUseClass> words;
  private final Map<String, LandUseClass> codes = new HashMap<>();

  private LandUseWords(JsonNode entries) {
    this.words = new Meanings<>(LandUseClass.class, entries);
    for (Map.Entry<String, JsonNode> entry : entries.properties()) {
      LandUseClass use = LandUseClass.valueOf(entry.getKey().toUpperCase(Locale.ROOT));
      Vocabulary.texts(entry.getValue().path("codes"))
          .forEach(code -> codes.put(Vocabulary.fold(code), use));
    }
  }

  static LandUseWords load() {
    return new LandUseWords(Vocabulary.words().required("land_use"));
  }

  /** Empty where the words say nothing, or two things, and it is no known code. */
  Optional<LandUseClass> find(String text) {
    return words.find(text).or(() -> byCode(Vocabulary.fold(text)));
  }

  /** The class of the longest known code that it begins with. */
  private Optional<LandUseClass> byCode(String text) {
    Matcher before = CODE_BEFORE_NAME.matcher(text);
    String code = before.matches() ? before.group(1) : text;
    if (!CODE.matcher(code).matches()) {
      return Optional.empty();
    }
    for (int length = code.length(); length > 0; length--) {
      LandUseClass use = codes.get(code.substring(0, length));
      if (use != null) {
        return Optional.of(use);
      }
    }
    return Optional.empty();
  }
}
