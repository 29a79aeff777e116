package org.gapmap.standards;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.ServiceKind;
import org.gapmap.domain.TargetGroup;
import org.gapmap.domain.UserError;

/**
 * The kinds of service that GapMap knows, from {@code kinds.yaml}, and the words that offices'
 * files use for them. A word names at most one kind.
 */
public final class KindCatalogue {
  private static final int NEAR = 3;

  private final Map<String, ServiceKind> byId;
  private final Map<String, ServiceKind> byWord;

  private KindCatalogue(Map<String, ServiceKind> byId, Map<String, ServiceKind> byWord) {
    this.byId = byId;
    this.byWord = byWord;
  }

  /** Reads the catalogue that comes with the program. */
  public static KindCatalogue load() {
    return read(YamlNode.ofResource("/kinds.yaml"));
  }

  static KindCatalogue read(YamlNode root) {
    root.allow("kinds");
    Map<String, ServiceKind> byId = new LinkedHashMap<>();
    Map<String, ServiceKind> byWord = new LinkedHashMap<>();
    List<YamlNode> rows = root.get("kinds").items();
    for (YamlNode row : rows) {
      ServiceKind kind = kind(row);
      if (byId.put(kind.id(), kind) != null) {
        throw row.get("id").error("the kind '" + kind.id() + "' stands here twice", "keep one");
      }
      claimWords(row, kind, byWord);
    }
    for (YamlNode row : rows) {
      for (YamlNode member : members(row)) {
        ServiceKind kind = byId.get(member.text());
        if (kind == null) {
          throw member.error("no kind '" + member.text() + "' is in the catalogue", "add it");
        }
        if (!kind.members().isEmpty()) {
          throw member.error("'" + kind.id() + "' is a group itself", "name its members instead");
        }
      }
    }
    return new KindCatalogue(byId, byWord);
  }

  private static ServiceKind kind(YamlNode row) {
    row.allow("id", "name", "aliases", "target", "icon", "unit", "members");
    String id = row.get("id").text();
    if (!id.matches("[a-z][a-z0-9_]*")) {
      throw row.get("id")
          .error("the id '" + id + "' is not lower snake case", "as elderly_canteen");
    }
    String icon = row.get("icon").text();
    if (icon.codePointCount(0, icon.length()) != 1) {
      throw row.get("icon")
          .error("'" + icon + "' is not one character", "give one that fits a badge");
    }
    LocalizedText name = row.get("name").localized();
    LocalizedText unit = row.get("unit").localized();
    return new ServiceKind(
        id,
        name,
        row.get("aliases").texts(),
        row.get("target").oneOf(TargetGroup.class),
        icon,
        unit,
        members(row).stream().map(YamlNode::text).toList());
  }

  private static List<YamlNode> members(YamlNode row) {
    return row.find("members").map(YamlNode::items).orElse(List.of());
  }

  private static void claimWords(YamlNode row, ServiceKind kind, Map<String, ServiceKind> byWord) {
    Stream<String> words =
        Stream.concat(
            Stream.of(kind.id(), kind.name().zh(), kind.name().en()), kind.aliases().stream());
    words.forEach(
        word -> {
          ServiceKind other = byWord.putIfAbsent(normalized(word), kind);
          if (other != null && !other.equals(kind)) {
            throw row.error(
                "'" + word + "' names both " + other.id() + " and " + kind.id(),
                "let one word name one kind");
          }
        });
  }

  /**
   * Upper and lower case, full and half width, spaces, underscores and hyphens do not tell words
   * apart.
   */
  private static String normalized(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s_\\-]+", "");
  }

  /**
   * @throws UserError where there is no such kind, naming near ones
   */
  public ServiceKind get(String id) {
    ServiceKind kind = byId.get(id);
    if (kind == null) {
      throw new UserError("no kind '" + id + "' is known", "", "did you mean " + near(id) + "?");
    }
    return kind;
  }

  /** The id that a file's value is, which must be a kind's. */
  String known(YamlNode value) {
    return known(value, value.text());
  }

  /** The same for a part of the value. */
  String known(YamlNode value, String id) {
    try {
      return get(id).id();
    } catch (UserError unknown) {
      throw value.error(unknown.what(), unknown.remedy());
    }
  }

  /** The kind of an id, of a name in either language, or of an alias. */
  public Optional<ServiceKind> find(String idOrAlias) {
    return Optional.ofNullable(byWord.get(normalized(idOrAlias)));
  }

  /** Ids of the kinds whose capacity is an area in m2. */
  public Set<String> countedInSqm() {
    return byId.values().stream()
        .filter(kind -> kind.capacityUnit().en().equals("m2"))
        .map(ServiceKind::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Every kind, in the catalogue's order: the groups that matter most come first. */
  public List<ServiceKind> all() {
    return List.copyOf(byId.values());
  }

  /**
   * The kind itself and, for a group, its members.
   *
   * @throws UserError where there is no such kind
   */
  public List<String> unfold(String id) {
    List<String> ids = new ArrayList<>();
    ids.add(id);
    ids.addAll(get(id).members());
    return List.copyOf(ids);
  }

  private String near(String id) {
    Optional<ServiceKind> byAlias = find(id);
    if (byAlias.isPresent()) {
      return byAlias.get().id();
    }
    return byId.keySet().stream()
        .sorted(Comparator.comparingInt(known -> edits(id, known)))
        .limit(NEAR)
        .collect(Collectors.joining(", "));
  }

  /** Levenshtein's distance. */
  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
