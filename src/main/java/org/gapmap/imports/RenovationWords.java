package org.gapmap.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Year;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gapmap.domain.Renovation;

/**
 * What offices write for the renovation of a compound, from {@code imports/words.yaml}. What says
 * nothing certain is unknown: a compound taken for renovated would drop out of every plan.
 */
final class RenovationWords {
  /** {@code 2023年}, {@code 于2021年6月底}, {@code 2022.10}, {@code in 2020}; its year is the group. */
  private static final Pattern DATE =
      Pattern.compile(
          "(?:[于在]|\\bin )?((?:19|20)\\d{2})(?!\\d)(?:年度?|[-./](?=\\d))?"
              + "(?:\\d{1,2}(?:月份?|[-./](?=\\d))?)?(?:\\d{1,2}[日号]?)?[初中末底]?");

  private static final Pattern AT_THE_ENDS =
      Pattern.compile("^[\\s\\p{Punct}，。；、：]+|[\\s\\p{Punct}，。；、：]+$");
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,4})?)%");
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
  private static final int MOST_CHARACTERS = 200;

  private final Meanings<Renovation> words;
  private final Map<String, Renovation> flags = new HashMap<>();
  private final List<String> unclear;
  private final List<String> asking;
  private final List<String> programmes;
  private final int thisYear;

  private RenovationWords(JsonNode root, int thisYear) {
    this.thisYear = thisYear;
    this.words = new Meanings<>(Renovation.class, root.required("states"));
    for (Map.Entry<String, JsonNode> entry : root.required("flags").properties()) {
      Renovation state = Renovation.valueOf(entry.getKey().toUpperCase(Locale.ROOT));
      Vocabulary.texts(entry.getValue()).forEach(flag -> flags.put(flag, state));
    }
    this.unclear = Vocabulary.texts(root.required("unclear"));
    this.asking = Vocabulary.texts(root.required("asking"));
    this.programmes = Vocabulary.texts(root.required("programmes"));
  }

  static RenovationWords load() {
    return load(Year.now(ZoneId.systemDefault()).getValue());
  }

  /**
   * @param thisYear what is done in a year to come is not done
   */
  static RenovationWords load(int thisYear) {
    return new RenovationWords(Vocabulary.words().required("renovation"), thisYear);
  }

  /**
   * Empty where the words say nothing, or two things.
   *
   * @param column what the file calls the column: a 1 under 是否改造 says what one under 改造状态 doesn't
   */
  Optional<Renovation> find(String column, String text) {
    String plain = Vocabulary.fold(text);
    if (plain.isEmpty() || plain.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    Renovation flag = flags.get(plain);
    if (flag != null) {
      String name = Vocabulary.bare(column);
      return asking.stream().anyMatch(name::contains) ? Optional.of(flag) : Optional.empty();
    }
    if (words.isWhole(plain)) {
      return programmes.contains(Vocabulary.bare(column)) ? Optional.empty() : words.find(plain);
    }
    if (unclear.stream().anyMatch(plain::contains)) {
      return Optional.empty();
    }
    Matcher percent = PERCENT.matcher(plain);
    if (percent.matches()) {
      return ofShare(new BigDecimal(percent.group(1)));
    }
    Matcher date = DATE.matcher(plain);
    boolean ahead = date.results().anyMatch(each -> Integer.parseInt(each.group(1)) > thisYear);
    String undated = AT_THE_ENDS.matcher(date.replaceAll("")).replaceAll("");
    return words.find(undated).filter(state -> !ahead || state != Renovation.RENOVATED);
  }

  /** A share of the work that is done. */
  private static Optional<Renovation> ofShare(BigDecimal percent) {
    int toWhole = percent.compareTo(WHOLE);
    if (toWhole > 0) {
      return Optional.empty();
    }
    return Optional.of(
        percent.signum() == 0
            ? Renovation.NOT_RENOVATED
            : toWhole == 0 ? Renovation.RENOVATED : Renovation.UNDER_WAY);
  }
}
