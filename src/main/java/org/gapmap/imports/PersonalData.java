package org.gapmap.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gapmap.domain.LocalizedText;

/** Columns about persons, by their names or by what their values look like. */
public final class PersonalData {
  /**
   * A sort of personal data.
   *
   * @param code stable, snake case
   */
  record Sort(String code, LocalizedText text) {}

  private record Rule(Sort sort, Set<String> names, Optional<Pattern> pattern) {}

  private final List<Rule> rules = new ArrayList<>();

  private PersonalData() {}

  public static PersonalData load() {
    PersonalData data = new PersonalData();
    for (JsonNode row : Vocabulary.fields().required("personal")) {
      Set<String> names = new HashSet<>();
      Vocabulary.texts(row.required("names")).forEach(name -> names.add(Vocabulary.bare(name)));
      Sort sort =
          new Sort(
              row.required("code").asText(),
              new LocalizedText(row.required("zh").asText(), row.required("en").asText()));
      data.rules.add(
          new Rule(
              sort,
              names,
              Optional.ofNullable(row.get("pattern")).map(p -> Pattern.compile(p.asText()))));
    }
    return data;
  }

  /** Whether a column of this name is about persons. */
  public boolean isPersonalName(String field) {
    return byName(field).isPresent();
  }

  Optional<Sort> byName(String field) {
    String bare = Vocabulary.bare(field);
    return rules.stream().filter(rule -> rule.names().contains(bare)).map(Rule::sort).findFirst();
  }

  /** What one value looks like. */
  Optional<Sort> byValue(String value) {
    String plain = Vocabulary.fold(value);
    return rules.stream()
        .filter(rule -> rule.pattern().filter(p -> p.matcher(plain).matches()).isPresent())
        .filter(rule -> !checked(rule, plain) || PersonalText.isIdentityNumber(plain))
        .map(Rule::sort)
        .findFirst();
  }

  /** Whether it carries a check character, which tells it from a project's number. */
  private static boolean checked(Rule rule, String plain) {
    return rule.sort().code().equals("identity_number") && plain.length() == 18;
  }
}
