package org.gapmap.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gapmap.domain.UserError;

/** The fields of a JSON object; whatever is not as it should be is the user's error, by name. */
final class SpecReader {
  private final JsonNode node;
  private final String path;

  /**
   * @param path the object's own name, empty for the outermost
   */
  SpecReader(JsonNode node, String path) {
    if (!node.isObject()) {
      throw new UserError(
          "this is " + sort(node) + " where an object was expected",
          path.isEmpty() ? "spec" : path,
          "give {...}");
    }
    this.node = node;
    this.path = path.isEmpty() ? "" : path + ".";
  }

  /**
   * @throws UserError where the object has a field of another name
   */
  void allow(Set<String> names) {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!names.contains(name)) {
                throw new UserError(
                    "there is no such field",
                    path + name,
                    "its fields are " + names.stream().sorted().collect(Collectors.joining(", ")));
              }
            });
  }

  /** Empty where the field is left out, null or blank. */
  Optional<String> text(String name) {
    return value(name).map(value -> text(value, path + name)).filter(text -> !text.isBlank());
  }

  String getText(String name) {
    return text(name).orElseThrow(() -> missing(name, "give a text"));
  }

  /** One of an enum's constants, {@code -} for {@code _}, in any case. */
  <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> type) {
    return text(name)
        .map(
            word ->
                Arrays.stream(type.getEnumConstants())
                    .filter(value -> value.name().equalsIgnoreCase(word.replace('-', '_')))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new UserError(
                                "'" + word + "' is not known here",
                                path + name,
                                "take " + words(type))));
  }

  /** A whole number above 0. */
  int getRow(String name) {
    JsonNode value = value(name).orElseThrow(() -> missing(name, "give a row's number"));
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1) {
      throw wrong(value, path + name, "a row's number from 1");
    }
    return value.intValue();
  }

  /** A finite number within bounds. */
  double getNumber(String name, double least, double most) {
    JsonNode value = value(name).orElseThrow(() -> missing(name, "give a number"));
    if (!value.isNumber() || !(value.doubleValue() >= least && value.doubleValue() <= most)) {
      throw wrong(value, path + name, "a number from " + least + " to " + most);
    }
    return value.doubleValue();
  }

  /** An object of texts, empty where it is left out. */
  Map<String, String> texts(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    value(name)
        .ifPresent(
            value -> {
              if (!value.isObject()) {
                throw wrong(value, path + name, "an object of texts");
              }
              value
                  .properties()
                  .forEach(
                      entry ->
                          texts.put(
                              entry.getKey(),
                              text(entry.getValue(), path + name + "." + entry.getKey())));
            });
    return texts;
  }

  /** A list of texts, empty where it is left out. */
  Set<String> textList(String name) {
    Set<String> texts = new LinkedHashSet<>();
    list(name).forEach(item -> texts.add(text(item, path + name)));
    return texts;
  }

  /** A list of objects, empty where it is left out. */
  List<SpecReader> objects(String name) {
    return list(name).stream().map(item -> new SpecReader(item, path + name)).toList();
  }

  private List<JsonNode> list(String name) {
    return value(name)
        .map(
            value -> {
              if (!value.isArray()) {
                throw wrong(value, path + name, "a list");
              }
              return value.valueStream().toList();
            })
        .orElse(List.of());
  }

  private Optional<JsonNode> value(String name) {
    return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
  }

  private static String text(JsonNode value, String where) {
    if (!value.isTextual()) {
      throw wrong(value, where, "a text");
    }
    return value.textValue();
  }

  private UserError missing(String name, String remedy) {
    return new UserError("it is missing", path + name, remedy);
  }

  private static UserError wrong(JsonNode value, String where, String wanted) {
    return new UserError(
        "this is " + sort(value) + " (" + value + ") where " + wanted + " was expected",
        where,
        "give " + wanted);
  }

  private static String sort(JsonNode value) {
    return value.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> String words(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(value -> value.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
