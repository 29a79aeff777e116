package org.gapmap.standards;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.UserError;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One value of a YAML file that still knows its line and key, so that whatever is wrong with it can
 * be said in one sentence. Bound objects forget their lines; that is why this walks the node tree.
 * Every method that reads throws {@link UserError} naming file, line and key.
 */
final class YamlNode {
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,15}(\\.[0-9]{1,15})?");

  private final String file;
  private final String path;
  private final Node node;

  private YamlNode(String file, String path, Node node) {
    this.file = file;
    this.path = path;
    this.node = node;
  }

  /**
   * @param resource absolute name on the class path
   * @throws IllegalStateException where the program was packed without it
   */
  static YamlNode ofResource(String resource) {
    try (InputStream stream = YamlNode.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(resource + " is missing from the class path");
      }
      String file = resource.substring(1);
      return parse(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param file what messages call it
   */
  static YamlNode parse(String file, String yaml) {
    try {
      Node root =
          new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
      if (root == null) {
        throw new UserError("the file is empty", file, "see the files of the project for the form");
      }
      return new YamlNode(file, "", root);
    } catch (MarkedYAMLException e) {
      String where =
          e.getProblemMark() == null ? file : file + " line " + (e.getProblemMark().getLine() + 1);
      throw new UserError("not YAML: " + e.getProblem(), where, "correct the line", e);
    } catch (YAMLException e) {
      throw new UserError("not YAML: " + e.getMessage(), file, "correct the file", e);
    }
  }

  /** An error about this value. */
  UserError error(String what, String remedy) {
    return new UserError(what, where(), remedy);
  }

  /** File, line and key. */
  String where() {
    String line = file + " line " + (node.getStartMark().getLine() + 1);
    return path.isEmpty() ? line : line + " key " + path;
  }

  /** Whether it is a text or number, and neither keys nor a list. */
  boolean isText() {
    return node instanceof ScalarNode;
  }

  /** The value under a key that must be there. */
  YamlNode get(String key) {
    return find(key)
        .orElseThrow(() -> error("the key '" + key + "' is missing", "add " + key + ":"));
  }

  Optional<YamlNode> find(String key) {
    return Optional.ofNullable(entries().get(key));
  }

  /** Refuses keys outside the known ones: a misspelt optional key would be lost in silence. */
  YamlNode allow(String... known) {
    for (UserError stranger : unknownKeys(Set.of(known))) {
      throw stranger;
    }
    return this;
  }

  /** An error for each key outside the known ones, in the file's order. */
  List<UserError> unknownKeys(Set<String> known) {
    return entries().entrySet().stream()
        .filter(entry -> !known.contains(entry.getKey()))
        .map(
            entry ->
                entry
                    .getValue()
                    .error(
                        "the key '" + entry.getKey() + "' is not known",
                        "the keys here are " + String.join(", ", new TreeSet<>(known))))
        .toList();
  }

  List<YamlNode> items() {
    if (!(node instanceof SequenceNode sequence)) {
      throw error("a list is needed", "write [a, b] or lines that begin with a dash");
    }
    List<YamlNode> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(new YamlNode(file, path + "[" + items.size() + "]", item));
    }
    return items;
  }

  List<String> texts() {
    return items().stream().map(YamlNode::text).toList();
  }

  String text() {
    if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      throw error("a text is needed", "write one after the key");
    }
    return scalar.getValue().strip();
  }

  /** A finite number. */
  double number() {
    if (!NUMBER.matcher(text()).matches()) {
      throw error("'" + text() + "' is not a number", "write digits only, without a unit");
    }
    return Double.parseDouble(text());
  }

  /** A number above 0. */
  double positive() {
    double number = number();
    if (!(number > 0)) {
      throw error(text() + " is not above 0", "leave the key out where there is none");
    }
    return number;
  }

  /** So many numbers in a list. */
  double[] numbers(int count) {
    List<YamlNode> items = items();
    if (items.size() != count) {
      throw error(items.size() + " numbers stand here", "write " + count + " of them");
    }
    return items.stream().mapToDouble(YamlNode::number).toArray();
  }

  int integer() {
    try {
      return Integer.parseInt(text());
    } catch (NumberFormatException e) {
      throw error("'" + text() + "' is not a whole number", "write digits only, without a unit");
    }
  }

  boolean flag() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw error("'" + text() + "' is neither true nor false", "write true or false");
    };
  }

  /** One of an enum's constants, in lower case. */
  <E extends Enum<E>> E oneOf(Class<E> type) {
    return oneOf("", type);
  }

  /** One of an enum's constants, in lower case and without a prefix that all of them have. */
  <E extends Enum<E>> E oneOf(String prefix, Class<E> type) {
    String text = text();
    List<String> words = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      words.add(constant.name().toLowerCase(Locale.ROOT).substring(prefix.length()));
      if (words.get(words.size() - 1).equals(text)) {
        return constant;
      }
    }
    throw error(
        "'" + text + "' is not one of the words for it",
        "write one of " + String.join(", ", words));
  }

  /** {@code {zh: ..., en: ...}}. */
  LocalizedText localized() {
    allow("zh", "en");
    return new LocalizedText(get("zh").text(), get("en").text());
  }

  /** {@code {zh: ..., en: ...}}, or one text for both: a document's number, a single language. */
  LocalizedText words() {
    return isText() ? LocalizedText.same(text()) : localized();
  }

  private Map<String, YamlNode> entries() {
    if (!(node instanceof MappingNode mapping)) {
      throw error("keys with values are needed", "write key: value");
    }
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      YamlNode value =
          new YamlNode(file, path.isEmpty() ? key : path + "." + key, tuple.getValueNode());
      if (entries.put(key, value) != null) {
        throw value.error("the key '" + key + "' stands here twice", "keep one");
      }
    }
    return entries;
  }
}
