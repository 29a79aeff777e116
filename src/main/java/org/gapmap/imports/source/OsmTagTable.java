package org.gapmap.imports.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gapmap.domain.LayerType;

/** Which tags become which layer: {@code imports/osm-tags.yaml}, whose head explains it. */
final class OsmTagTable {
  private static final String BARRIER = "barrier";
  private static final String RESOURCE = "/imports/osm-tags.yaml";

  /**
   * What an item was taken for.
   *
   * @param as a kind's id or a class of land; empty where the layer has neither
   * @param tag the tag that decided, {@code amenity=kindergarten}
   * @param lifecycle a status where the tag's key says that the thing is not in use; else empty
   */
  record Taken(String as, String tag, String lifecycle) {}

  private record Rule(String as, OsmCondition condition) {}

  private record Prefix(String status, String begins) {}

  private final List<Rule> take = new ArrayList<>();
  private final List<OsmCondition> leave = new ArrayList<>();
  private final List<OsmCondition> stops = new ArrayList<>();
  private final List<OsmCondition> doors = new ArrayList<>();
  private final List<OsmCondition> edges = new ArrayList<>();
  private final List<Prefix> lifecycle = new ArrayList<>();
  private final Map<String, List<OsmCondition>> status = new LinkedHashMap<>();
  private final Map<String, List<String>> access = new LinkedHashMap<>();
  private final List<String> fields;

  private OsmTagTable(JsonNode layer) {
    for (JsonNode rule : layer.required("take")) {
      take.add(new Rule(rule.path("as").asText(""), OsmCondition.of(rule.required("tags"))));
    }
    layer.path("leave").forEach(condition -> leave.add(OsmCondition.of(condition)));
    layer.path("stops").forEach(condition -> stops.add(OsmCondition.of(condition)));
    layer.path("doors").forEach(condition -> doors.add(OsmCondition.of(condition)));
    layer.path("edges").forEach(condition -> edges.add(OsmCondition.of(condition)));
    for (Map.Entry<String, JsonNode> entry : layer.path("lifecycle").properties()) {
      texts(entry.getValue()).forEach(begins -> lifecycle.add(new Prefix(entry.getKey(), begins)));
    }
    for (Map.Entry<String, JsonNode> entry : layer.path("status").properties()) {
      List<OsmCondition> conditions = new ArrayList<>();
      entry.getValue().forEach(condition -> conditions.add(OsmCondition.of(condition)));
      status.put(entry.getKey(), conditions);
    }
    for (Map.Entry<String, JsonNode> entry : layer.path("access").properties()) {
      access.put(entry.getKey(), texts(entry.getValue()));
    }
    this.fields = List.copyOf(texts(layer.path("fields")));
  }

  /** The table of a layer; empty where an extract holds no such layer. */
  static Optional<OsmTagTable> find(LayerType type) {
    try (InputStream in = OsmTagTable.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not there");
      }
      JsonNode layer = new YAMLMapper().readTree(in).path(type.name().toLowerCase(Locale.ROOT));
      return layer.isMissingNode() ? Optional.empty() : Optional.of(new OsmTagTable(layer));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }

  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  /** Every kind or class that the table may give. */
  List<String> results() {
    return take.stream().map(Rule::as).distinct().toList();
  }

  /** Whether nobody walks past a node with these tags. */
  boolean stops(Map<String, String> tags) {
    return tags.containsKey(BARRIER) && stops.stream().anyMatch(condition -> condition.holds(tags));
  }

  /** Whether entrances on a way with these tags are doors of a building. */
  boolean hasDoors(Map<String, String> tags) {
    return doors.stream().anyMatch(condition -> condition.holds(tags));
  }

  /** Whether entrances on a way with these tags lead into what it encloses. */
  boolean isEdge(Map<String, String> tags) {
    return edges.stream().anyMatch(condition -> condition.holds(tags));
  }

  /** Tags that are always fields. */
  List<String> fields() {
    return fields;
  }

  Optional<Taken> take(Map<String, String> tags) {
    if (tags.isEmpty() || leave.stream().anyMatch(condition -> condition.holds(tags))) {
      return Optional.empty();
    }
    for (Rule rule : take) {
      if (rule.condition.holds(tags)) {
        return Optional.of(new Taken(rule.as, rule.condition.told(tags), ""));
      }
    }
    for (Prefix prefix : lifecycle) {
      Map<String, String> once = without(prefix.begins, tags);
      for (Rule rule : once.isEmpty() ? List.<Rule>of() : take) {
        if (rule.condition.holds(once)) {
          return Optional.of(
              new Taken(rule.as, prefix.begins + rule.condition.told(once), prefix.status));
        }
      }
    }
    return Optional.empty();
  }

  /** The tags as they would be if the thing were in use; empty where no key begins so. */
  private static Map<String, String> without(String begins, Map<String, String> tags) {
    Map<String, String> once = new HashMap<>();
    tags.forEach(
        (key, value) -> {
          if (key.startsWith(begins)) {
            once.put(key.substring(begins.length()), value);
          }
        });
    if (!once.isEmpty()) {
      tags.forEach(once::putIfAbsent);
    }
    return once;
  }

  /** A status's word, or an empty text where the tags say nothing of it. */
  String status(Map<String, String> tags) {
    return status.entrySet().stream()
        .filter(e -> e.getValue().stream().anyMatch(condition -> condition.holds(tags)))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  /** Who may use it, or an empty text where the tags say nothing of it. */
  String access(Map<String, String> tags) {
    String said = tags.getOrDefault("access", "");
    return access.entrySet().stream()
        .filter(e -> e.getValue().contains(said))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }
}
