package org.gapmap.imports.source;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gapmap.domain.LayerType;

/**
 * The fields of a layer of OpenStreetMap: the item's key, its name, what the tag table made of it,
 * the tags that most items have, and all other tags as JSON in one field.
 */
final class OsmColumns {
  static final String KEY = "@id";
  static final String NAME = "name";
  static final String CLASS = "gapmap:class";
  static final String WALK = "gapmap:walk";
  private static final String TAG = "gapmap:tag";
  private static final String STATUS = "gapmap:status";
  private static final String ACCESS = "gapmap:access";
  private static final String OTHERS = "other_tags";

  private static final int COMMONEST = 32;
  private static final int COUNTED = 20_000;

  /** Each a field of its own wherever it occurs, so that personal data can be told by the name. */
  private static final Set<String> CONTACTS =
      Set.of(
          "phone",
          "contact:phone",
          "mobile",
          "contact:mobile",
          "fax",
          "contact:fax",
          "email",
          "contact:email",
          "contact:whatsapp",
          "contact:wechat");

  /** The Chinese name first: {@code name} of a place abroad or in Hong Kong is not only that. */
  private static final List<String> NAMES =
      List.of("name:zh-Hans", "name:zh", NAME, "official_name:zh", "official_name", "alt_name:zh");

  /** 密云路454弄 Lane 454 of Miyun Road: the name in another language behind the Chinese one. */
  private static final Pattern FOREIGN = Pattern.compile("(?<=\\p{IsHan})\\s+\\p{IsLatin}.*$");

  private static final JsonMapper JSON = new JsonMapper();

  private final LayerType type;
  private final OsmTagTable table;
  private final Map<String, Integer> counts = new HashMap<>();
  private List<String> names = List.of();
  private Set<String> tagColumns = Set.of();

  OsmColumns(LayerType type, OsmTagTable table) {
    this.type = type;
    this.table = table;
  }

  /** Counts the tags of an item of the layer. */
  void count(Map<String, String> tags) {
    for (String key : tags.keySet()) {
      if (counts.size() < COUNTED || counts.containsKey(key)) {
        counts.merge(key, 1, Integer::sum);
      }
    }
  }

  /** No tags are counted from here on. */
  void prepare() {
    List<String> all = new ArrayList<>(List.of(KEY, NAME));
    switch (type) {
      case FACILITIES -> all.addAll(List.of(SourceDescription.KIND_FIELD, TAG, STATUS, ACCESS));
      case LAND_USE, GATES -> all.add(CLASS);
      case STREETS -> all.add(WALK);
      default -> {
        // The tags themselves are what these layers are known by.
      }
    }
    Set<String> tags = new LinkedHashSet<>(table.fields());
    counts.entrySet().stream()
        .filter(e -> !e.getKey().equals("type"))
        .sorted(
            Comparator.comparing((Map.Entry<String, Integer> e) -> -e.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(COMMONEST)
        .forEach(e -> tags.add(e.getKey()));
    counts.keySet().stream().filter(CONTACTS::contains).sorted().forEach(tags::add);
    tags.removeAll(all);
    all.addAll(tags);
    all.add(OTHERS);
    names = List.copyOf(all);
    tagColumns = Set.copyOf(tags);
    counts.clear();
  }

  List<String> names() {
    return names;
  }

  Map<String, String> of(OsmItem item, OsmTagTable.Taken taken) {
    Map<String, String> tags = item.tags();
    Map<String, String> row = new LinkedHashMap<>();
    names.forEach(name -> row.put(name, ""));
    row.put(KEY, item.key());
    ObjectNode others = JSON.createObjectNode();
    tags.forEach(
        (key, value) -> {
          if (tagColumns.contains(key)) {
            row.put(key, value);
          } else if (!key.equals(NAME) && !key.equals("type")) {
            others.put(key, value);
          }
        });
    String name = type == LayerType.ADDRESSES ? address(tags) : name(tags);
    row.put(NAME, name);
    String drawn = tags.getOrDefault(NAME, "");
    if (!drawn.isEmpty() && !drawn.equals(name)) {
      others.put(NAME, drawn);
    }
    row.put(OTHERS, others.isEmpty() ? "" : others.toString());
    if (type == LayerType.FACILITIES) {
      row.put(SourceDescription.KIND_FIELD, taken.as());
      row.put(TAG, taken.tag());
      row.put(STATUS, taken.lifecycle().isEmpty() ? table.status(tags) : taken.lifecycle());
      row.put(ACCESS, table.access(tags));
    }
    row.computeIfPresent(type == LayerType.STREETS ? WALK : CLASS, (field, none) -> taken.as());
    return row;
  }

  private static String name(Map<String, String> tags) {
    for (String key : NAMES) {
      String name = tags.getOrDefault(key, "");
      if (!name.isEmpty()) {
        return name;
      }
    }
    return "";
  }

  /** As Chinese write it: 四平路1239号. Elsewhere a blank stands between. */
  private static String address(Map<String, String> tags) {
    String said = tags.getOrDefault("addr:street", tags.getOrDefault("addr:place", ""));
    String number = tags.getOrDefault("addr:housenumber", "");
    if (said.codePoints().noneMatch(Character::isIdeographic)) {
      return said + " " + number;
    }
    String street = FOREIGN.matcher(said).replaceFirst("");
    boolean bare = !number.isEmpty() && Character.isDigit(number.charAt(number.length() - 1));
    return street + number + (bare ? "号" : "");
  }
}
