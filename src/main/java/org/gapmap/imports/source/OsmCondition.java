package org.gapmap.imports.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an item's tags must be, as {@code imports/osm-tags.yaml} writes it. */
final class OsmCondition {
  private static final String ANY = "any";
  private static final String NONE = "none";

  /**
   * One key's values.
   *
   * @param words texts of which one must occur in the value
   * @param others values that it must not be; empty where that is not asked
   */
  private record Test(
      String key,
      boolean any,
      boolean none,
      List<String> values,
      List<String> words,
      List<String> others) {
    boolean holds(Map<String, String> tags) {
      String value = tags.get(key);
      if (value == null || (value.equals("no") && !values.contains(value))) {
        return none;
      }
      if (any || values.contains(value) || (!others.isEmpty() && !others.contains(value))) {
        return true;
      }
      for (String word : words) {
        if (value.contains(word)) {
          return true;
        }
      }
      if (value.indexOf(';') >= 0) {
        for (String part : value.split(";", -1)) {
          if (values.contains(part.strip())) {
            return true;
          }
        }
      }
      return false;
    }
  }

  private final List<Test> tests = new ArrayList<>();

  private OsmCondition() {}

  static OsmCondition of(JsonNode tags) {
    OsmCondition condition = new OsmCondition();
    for (Map.Entry<String, JsonNode> entry : tags.properties()) {
      List<String> said =
          entry.getValue().isArray()
              ? OsmTagTable.texts(entry.getValue())
              : List.of(entry.getValue().asText());
      condition.tests.add(
          new Test(
              entry.getKey(),
              said.contains(ANY),
              said.contains(NONE),
              said.stream()
                  .filter(s -> !s.matches("[~!].*") && !s.equals(ANY) && !s.equals(NONE))
                  .toList(),
              after("~", said),
              after("!", said)));
    }
    if (condition.tests.isEmpty()) {
      throw new IllegalArgumentException("a condition without tags holds of everything");
    }
    return condition;
  }

  private static List<String> after(String sign, List<String> said) {
    return said.stream().filter(s -> s.startsWith(sign)).map(s -> s.substring(1)).toList();
  }

  boolean holds(Map<String, String> tags) {
    for (Test test : tests) {
      if (!test.holds(tags)) {
        return false;
      }
    }
    return true;
  }

  /** The first of its tags that the item has, {@code amenity=kindergarten}. */
  String told(Map<String, String> tags) {
    for (Test test : tests) {
      String value = tags.get(test.key);
      if (value != null) {
        return test.key + "=" + value;
      }
    }
    return "";
  }
}
