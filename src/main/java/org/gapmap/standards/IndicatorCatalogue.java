package org.gapmap.standards;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.gapmap.domain.CapacityNorm;
import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.Indicator;
import org.gapmap.domain.Indicator.Counted;
import org.gapmap.domain.Indicator.Edition;
import org.gapmap.domain.Indicator.Measure;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.Reach;
import org.gapmap.domain.UserError;

/** The indicators of the city check-up, from {@code indicators.yaml}. */
public final class IndicatorCatalogue {
  private static final String RESOURCE = "/indicators.yaml";

  private final List<Integer> editions;
  private final List<Indicator> indicators;

  private IndicatorCatalogue(List<Integer> editions, List<Indicator> indicators) {
    this.editions = List.copyOf(editions);
    this.indicators = List.copyOf(indicators);
  }

  public static IndicatorCatalogue load(KindCatalogue kinds) {
    return of(YamlNode.ofResource(RESOURCE), kinds);
  }

  static IndicatorCatalogue of(YamlNode root, KindCatalogue kinds) {
    root.allow("source", "year", "editions", "indicators");
    List<Integer> editions = new ArrayList<>();
    root.get("editions").items().forEach(year -> editions.add(year.integer()));
    List<Indicator> indicators = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (YamlNode row : root.get("indicators").items()) {
      Indicator indicator = indicator(row, root, editions, kinds);
      if (!ids.add(indicator.id())) {
        throw row.get("id").error("'" + indicator.id() + "' stands here twice", "keep one");
      }
      indicators.add(indicator);
    }
    return new IndicatorCatalogue(editions, indicators);
  }

  /** The years of the check-ups, the latest last. */
  public List<Integer> editions() {
    return editions;
  }

  /**
   * The indicators of a year, in the check-up's order.
   *
   * @throws UserError where there is no such year
   */
  public List<Indicator> of(int edition) {
    if (!editions.contains(edition)) {
      throw new UserError(
          "there are no indicators of " + edition, "edition", "choose one of " + editions);
    }
    return indicators.stream().filter(i -> i.edition(edition).isPresent()).toList();
  }

  private static Indicator indicator(
      YamlNode row, YamlNode root, List<Integer> years, KindCatalogue kinds) {
    row.allow(
        "id",
        "dimension",
        "editions",
        "unit",
        "type",
        "kinds",
        "radius_m",
        "by_size",
        "capacity",
        "reason",
        "clause",
        "source",
        "year",
        "verification",
        "note");
    Map<Integer, Edition> editions = new LinkedHashMap<>();
    YamlNode named = row.get("editions");
    named.allow(years.stream().map(String::valueOf).toArray(String[]::new));
    for (int year : years) {
      named.find(String.valueOf(year)).ifPresent(node -> editions.put(year, edition(node)));
    }
    return new Indicator(
        row.get("id").text(),
        row.get("dimension").oneOf(Indicator.Dimension.class),
        editions,
        row.get("unit").localized(),
        measure(row, root, kinds),
        new Citations(root).of(row, Optional.empty()));
  }

  private static Edition edition(YamlNode node) {
    node.allow("zh", "en", "counts");
    return new Edition(
        new LocalizedText(node.get("zh").text(), node.get("en").text()),
        node.find("counts").map(c -> c.oneOf(Counted.class)).orElse(Counted.COMMUNITY));
  }

  private static Measure measure(YamlNode row, YamlNode root, KindCatalogue kinds) {
    Indicator.Type type = row.get("type").oneOf(Indicator.Type.class);
    if (type == Indicator.Type.NOT_COMPUTED) {
      return new Measure(
          type,
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(row.get("reason").localized()));
    }
    List<String> ids = new ArrayList<>();
    for (YamlNode kind : row.get("kinds").items()) {
      try {
        ids.add(kinds.get(kind.text()).id());
      } catch (UserError unknown) {
        throw kind.error(unknown.what(), unknown.remedy());
      }
    }
    return new Measure(type, ids, reach(row), norm(row, root), Optional.empty());
  }

  private static Optional<CapacityNorm> norm(YamlNode row, YamlNode root) {
    return row.find("capacity")
        .map(
            node -> {
              node.allow(RuleReader.CAPACITY_KEYS.toArray(String[]::new));
              return RuleReader.norm(node, new Citations(root).of(node, Optional.empty()));
            });
  }

  private static Optional<Reach> reach(YamlNode row) {
    List<Reach.SizeClass> bySize = new ArrayList<>();
    for (YamlNode size : row.find("by_size").map(YamlNode::items).orElse(List.of())) {
      size.allow("from_land_sqm", "radius_m");
      bySize.add(
          new Reach.SizeClass(size.get("from_land_sqm").number(), size.get("radius_m").number()));
    }
    return row.find("radius_m")
        .map(
            radius ->
                new Reach(OptionalDouble.of(radius.number()), DistanceMode.STRAIGHT, 1, bySize));
  }
}
