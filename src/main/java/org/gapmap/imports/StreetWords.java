package org.gapmap.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.Passage;
import org.gapmap.domain.StreetRule;
import org.gapmap.imports.source.OsmWays;

/**
 * How a street may be walked and at which level it runs: by what the reader of extracts decided, by
 * OpenStreetMap's tags in a file that another program made of one, or by an office's words.
 */
final class StreetWords {
  /** What leads over or under other streets. */
  enum Span {
    BRIDGE,
    TUNNEL
  }

  /**
   * What a row says.
   *
   * @param understood whether its class, where it has one, is a known word
   */
  record Said(StreetRule rule, int level, Optional<Span> span, boolean understood) {}

  /** What a row is asked for besides all its fields. */
  record Asked(String name, String category, String status, String access) {}

  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,2}(\\.0+)?");

  /** {@code "bridge"=>"yes","layer"=>"1"}: tags without a column of their own, as GDAL writes. */
  private static final Pattern HSTORE =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"=>\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** What may follow a bridge's name: 南浦大桥（东段）. */
  private static final String ENDING = "([东西南北上下内外中]*[段侧线环]?|引桥|匝道)([(（].*[)）])?$";

  private final OsmWays tagged = new OsmWays();
  private final Meanings<StreetRule> classes;
  private final Meanings<Span> spans;
  private final Set<String> bridges;
  private final Set<String> tunnels;
  private final Set<String> levels;
  private final Set<String> values;
  private final Set<String> no;
  private final Pattern fastName;
  private final Pattern bridgeName;
  private final Pattern tunnelName;
  private final ServiceWords service;
  private final Map<String, String> foldedNames = new HashMap<>();

  private StreetWords(JsonNode root, ServiceWords service) {
    JsonNode classWords = root.required("street_class");
    JsonNode span = root.required("street_span");
    this.service = service;
    this.classes = new Meanings<>(StreetRule.class, classWords);
    this.spans = new Meanings<>(Span.class, only(span, "bridge", "tunnel"));
    this.bridges = folded(span.required("bridge").required("fields"));
    this.tunnels = folded(span.required("tunnel").required("fields"));
    this.levels = folded(span.required("levels"));
    this.values = folded(span.required("values"));
    this.no = folded(span.required("no"));
    this.fastName = ending(classWords.required("motorway").required("names"));
    this.bridgeName = ending(span.required("bridge").required("words"));
    this.tunnelName = ending(span.required("tunnel").required("words"));
  }

  static StreetWords load(ServiceWords service) {
    return new StreetWords(Vocabulary.words(), service);
  }

  private static JsonNode only(JsonNode node, String... names) {
    return node.<com.fasterxml.jackson.databind.node.ObjectNode>deepCopy().retain(names);
  }

  private static Set<String> folded(JsonNode list) {
    Set<String> all = new HashSet<>();
    Vocabulary.texts(list).forEach(text -> all.add(Vocabulary.fold(text)));
    return Set.copyOf(all);
  }

  private static Pattern ending(JsonNode list) {
    List<String> chinese =
        Vocabulary.texts(list).stream().filter(word -> word.charAt(0) > 'z').toList();
    return Pattern.compile("(" + String.join("|", chinese) + ")" + ENDING);
  }

  Said of(Map<String, String> row, Asked asked) {
    Optional<StreetRule> read = StreetRule.find(row.getOrDefault(OsmWays.RULE, ""));
    if (read.isPresent()) {
      return new Said(read.get(), OsmWays.level(row), tagged(row), true);
    }
    Map<String, String> tags = tags(row);
    Optional<Span> span = span(tags, asked);
    int level = level(tags, span);
    Optional<StreetRule> decided =
        tags.getOrDefault("highway", "").isEmpty() ? Optional.empty() : tagged.rule(tags);
    if (decided.isPresent() && decided.get() != StreetRule.NO_WAY) {
      return new Said(decided.get(), level, span, true);
    }
    Optional<StreetRule> worded = byWords(asked);
    StreetRule rule = worded.or(() -> decided).orElse(StreetRule.CLASS_UNKNOWN);
    return new Said(rule, level, span, rule != StreetRule.CLASS_UNKNOWN);
  }

  private Optional<Span> tagged(Map<String, String> row) {
    if (!no.contains(row.getOrDefault("bridge", ""))) {
      return Optional.of(Span.BRIDGE);
    }
    return no.contains(row.getOrDefault("tunnel", ""))
        ? Optional.empty()
        : Optional.of(Span.TUNNEL);
  }

  private Optional<StreetRule> byWords(Asked asked) {
    for (String said : List.of(asked.status(), asked.category())) {
      Optional<FacilityStatus> status = service.status(said);
      if (status.isPresent() && !status.get().serves()) {
        return Optional.of(
            status.get() == FacilityStatus.CLOSED ? StreetRule.FORBIDDEN : StreetRule.UNBUILT);
      }
    }
    Optional<StreetRule> rule =
        asked.category().isEmpty() ? Optional.of(StreetRule.ROAD) : classes.find(asked.category());
    if (rule.orElse(StreetRule.ROAD) == StreetRule.ROAD && fastName.matcher(asked.name()).find()) {
      return Optional.of(StreetRule.MOTORWAY);
    }
    Optional<FacilityAccess> access = service.access(asked.access());
    boolean own =
        access.isPresent()
            && (access.get() == FacilityAccess.OWN_RESIDENTS
                || access.get() == FacilityAccess.MEMBERS);
    return own && rule.orElse(StreetRule.ROAD).passage() == Passage.OPEN
        ? Optional.of(StreetRule.PRIVATE)
        : rule;
  }

  /**
   * The fields under names that OpenStreetMap's tags have, those of one packed field among them.
   */
  private Map<String, String> tags(Map<String, String> row) {
    Map<String, String> tags = new LinkedHashMap<>();
    row.forEach(
        (field, value) -> {
          if (!value.isEmpty()) {
            tags.put(foldedNames.computeIfAbsent(field, Vocabulary::fold), value);
          }
        });
    Matcher packed = HSTORE.matcher(tags.getOrDefault("other_tags", ""));
    while (packed.find()) {
      tags.putIfAbsent(packed.group(1), packed.group(2));
    }
    String geofabrik = tags.getOrDefault("fclass", "");
    if (!geofabrik.isEmpty()) {
      tags.putIfAbsent(
          "highway",
          geofabrik.startsWith("track")
              ? "track"
              : geofabrik.equals("unknown") ? "road" : geofabrik);
    }
    return tags;
  }

  private Optional<Span> span(Map<String, String> tags, Asked asked) {
    for (Map.Entry<String, String> field : tags.entrySet()) {
      boolean bridge = bridges.contains(field.getKey());
      boolean tunnel = tunnels.contains(field.getKey());
      if ((bridge || tunnel) && !no.contains(Vocabulary.fold(field.getValue()))) {
        return Optional.of(spans.find(field.getValue()).orElse(bridge ? Span.BRIDGE : Span.TUNNEL));
      }
      Optional<Span> said =
          values.contains(field.getKey()) ? spans.find(field.getValue()) : Optional.empty();
      if (said.isPresent()) {
        return said;
      }
    }
    return spans
        .find(asked.category())
        .or(
            () ->
                bridgeName.matcher(asked.name()).find()
                    ? Optional.of(Span.BRIDGE)
                    : tunnelName.matcher(asked.name()).find()
                        ? Optional.of(Span.TUNNEL)
                        : Optional.empty());
  }

  private int level(Map<String, String> tags, Optional<Span> span) {
    for (String field : levels) {
      String value = tags.getOrDefault(field, "").strip();
      if (INTEGER.matcher(value).matches()) {
        int level = (int) Double.parseDouble(value);
        if (level != 0) {
          return level;
        }
      }
    }
    return span.map(s -> s == Span.BRIDGE ? 1 : -1).orElse(0);
  }
}
