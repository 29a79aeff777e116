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
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    String where = file + " line " + (node.getStartMark().getLine() + 1);
    return new UserError(what, path.isEmpty() ? where : where + " key " + path, remedy);
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
    Set<String> names = Set.of(known);
    entries()
        .forEach(
            (key, value) -> {
              if (!names.contains(key)) {
                throw value.error(
                    "the key '" + key + "' is not known",
                    "the keys here are " + String.join(", ", new TreeSet<>(names)));
              }
            });
    return this;
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

  double number() {
    try {
      return Double.parseDouble(text());
    } catch (NumberFormatException e) {
      throw error("'" + text() + "' is not a number", "write digits only, without a unit");
    }
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
    String text = text();
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
        return constant;
      }
    }
    String choices =
        Stream.of(type.getEnumConstants())
            .map(c -> c.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw error("'" + text + "' is not one of the words for it", "write one of " + choices);
  }

  /** {@code {zh: ..., en: ...}}. */
  LocalizedText localized() {
    allow("zh", "en");
    return new LocalizedText(get("zh").text(), get("en").text());
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
