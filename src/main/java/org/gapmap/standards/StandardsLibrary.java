package org.gapmap.standards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.gapmap.domain.Citation;
import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.PopulationAssumptions;
import org.gapmap.domain.Reach;
import org.gapmap.domain.Requirement;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.Thresholds;
import org.gapmap.domain.UserError;
import org.gapmap.domain.Verification;

/**
 * The service standards that a city can be judged by, from {@code standards/*.yaml}. Every number
 * in them says where it comes from and how far it was checked.
 */
public final class StandardsLibrary {
  /** The one that is used where none is named comes first. */
  private static final List<String> IDS = List.of("old-community-renewal", "gb50180-2018");

  private static final String GROUP_WITH_MEMBERS = "/*";
  private static final double LARGEST_RADIUS_METRES = 5000;

  private final Map<String, ServiceStandard> byId;

  private StandardsLibrary(Map<String, ServiceStandard> byId) {
    this.byId = byId;
  }

  /** Reads the standards that come with the program. */
  public static StandardsLibrary load(KindCatalogue kinds) {
    Map<String, ServiceStandard> byId = new LinkedHashMap<>();
    for (String id : IDS) {
      YamlNode root = YamlNode.ofResource("/standards/" + id + ".yaml");
      ServiceStandard standard = read(root, kinds);
      if (!standard.id().equals(id)) {
        throw root.get("id").error("the id is not the file's name", "write id: " + id);
      }
      byId.put(id, standard);
    }
    return new StandardsLibrary(byId);
  }

  /**
   * @throws UserError where there is no such standard, naming those there are
   */
  public ServiceStandard get(String id) {
    ServiceStandard standard = byId.get(id);
    if (standard == null) {
      throw new UserError(
          "no standard '" + id + "' is known",
          "",
          "take one of " + String.join(", ", byId.keySet()));
    }
    return standard;
  }

  /** Every standard, the default first. */
  public List<ServiceStandard> all() {
    return List.copyOf(byId.values());
  }

  static ServiceStandard read(YamlNode root, KindCatalogue kinds) {
    root.allow("id", "name", "source", "year", "thresholds", "rules");
    YamlNode thresholds = root.get("thresholds").allow("met_from", "gap_below", "note");
    double metFrom = share(thresholds.get("met_from"));
    double gapBelow = share(thresholds.get("gap_below"));
    if (gapBelow > metFrom) {
      throw thresholds.get("gap_below").error("gap_below is above met_from", "lower it");
    }
    List<ServiceRule> rules = new ArrayList<>();
    Set<String> judged = new LinkedHashSet<>();
    for (YamlNode row : root.get("rules").items()) {
      ServiceRule rule = rule(row, root, kinds);
      if (!judged.add(rule.kind())) {
        throw row.get("kind").error("'" + rule.kind() + "' has a row already", "keep one row");
      }
      rules.add(rule);
    }
    return new ServiceStandard(
        root.get("id").text(),
        root.get("name").localized(),
        Optional.empty(),
        new Thresholds(metFrom, gapBelow),
        thresholds.get("note").localized(),
        PopulationAssumptions.NONE,
        rules);
  }

  private static ServiceRule rule(YamlNode row, YamlNode root, KindCatalogue kinds) {
    row.allow(
        "kind",
        "satisfied_by",
        "levels",
        "radius_m",
        "mode",
        "floor_min_sqm",
        "land_min_sqm",
        "clause",
        "source",
        "year",
        "verification",
        "local_choice",
        "note");
    requireSizes(row);
    Optional<YamlNode> radius = row.find("radius_m");
    return new ServiceRule(
        knownKind(row.get("kind"), kinds),
        satisfiedBy(row.get("satisfied_by"), kinds),
        new Reach(
            radius.isPresent() ? OptionalDouble.of(radius(radius.get())) : OptionalDouble.empty(),
            row.find("mode").map(m -> m.oneOf(DistanceMode.class)).orElse(DistanceMode.STRAIGHT),
            1,
            List.of()),
        Optional.empty(),
        Requirement.NONE,
        citation(row, root));
  }

  private static Citation citation(YamlNode row, YamlNode root) {
    Optional<LocalizedText> note = row.find("note").map(YamlNode::localized);
    return new Citation(
        row.get("clause").text(),
        row.find("source").orElseGet(() -> root.get("source")).text(),
        row.find("year").orElseGet(() -> root.get("year")).integer(),
        row.get("verification").oneOf(Verification.class),
        row.find("local_choice").map(YamlNode::flag).orElse(false),
        note.map(LocalizedText::zh).orElse(""),
        note.map(LocalizedText::en).orElse(""));
  }

  /** Levels and least sizes are kept with the rows for the reader; nothing is judged by them. */
  private static void requireSizes(YamlNode row) {
    for (YamlNode level : row.find("levels").map(YamlNode::items).orElse(List.of())) {
      level.oneOf(Level.class);
    }
    for (String key : List.of("floor_min_sqm", "land_min_sqm")) {
      Optional<YamlNode> size = row.find(key);
      if (size.isPresent() && !(size.get().number() > 0)) {
        throw size.get()
            .error("a size must be above 0 m2", "leave the key out where there is none");
      }
    }
  }

  /** The planned areas of GB 50180-2018, clauses 2.0.2 to 2.0.5. */
  private enum Level {
    MIN15,
    MIN10,
    MIN5,
    BLOCK
  }

  private static List<String> satisfiedBy(YamlNode list, KindCatalogue kinds) {
    Set<String> ids = new LinkedHashSet<>();
    for (YamlNode item : list.items()) {
      String text = item.text();
      if (text.endsWith(GROUP_WITH_MEMBERS)) {
        String group = text.substring(0, text.length() - GROUP_WITH_MEMBERS.length());
        requireKnown(item, group, kinds);
        ids.addAll(kinds.unfold(group));
      } else {
        ids.add(knownKind(item, kinds));
      }
    }
    if (ids.isEmpty()) {
      throw list.error("no kind satisfies the row", "name at least one");
    }
    return List.copyOf(ids);
  }

  private static String knownKind(YamlNode value, KindCatalogue kinds) {
    requireKnown(value, value.text(), kinds);
    return value.text();
  }

  private static void requireKnown(YamlNode value, String id, KindCatalogue kinds) {
    try {
      kinds.get(id);
    } catch (UserError unknown) {
      throw value.error(unknown.what(), unknown.remedy());
    }
  }

  private static double radius(YamlNode value) {
    double metres = value.number();
    if (!(metres > 0 && metres <= LARGEST_RADIUS_METRES)) {
      throw value.error(
          String.format(
              Locale.ROOT, "radius %s m is not in (0, %.0f]", value.text(), LARGEST_RADIUS_METRES),
          "give metres, or leave the key out where the standard gives no radius");
    }
    return metres;
  }

  private static double share(YamlNode value) {
    double share = value.number();
    if (!(share > 0 && share <= 1)) {
      throw value.error(value.text() + " is not a share in (0, 1]", "write 0.90 for 90 percent");
    }
    return share;
  }
}
