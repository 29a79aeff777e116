package org.gapmap.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a street may be walked, or may not. Decided when a layer is imported, by {@code
 * imports/osm-tags.yaml} and {@code imports/words.yaml}, and stored with the row.
 */
public enum StreetRule {
  /** A carriageway that people may walk along. */
  ROAD(Passage.OPEN),
  /** A footway, a path, a pedestrian street. */
  FOOTPATH(Passage.OPEN),
  STEPS(Passage.OPEN),
  /** Walked as long as its line is; waiting and timetables are unknown. */
  FERRY(Passage.OPEN),
  /** The outline of a square or another area for people on foot. */
  SQUARE(Passage.OPEN),
  /** A class that nobody knows: taken as a road, and told. */
  CLASS_UNKNOWN(Passage.OPEN),
  /** Access for residents, customers of one place, or by permit. */
  PRIVATE(Passage.PRIVATE),
  /** A motorway, an expressway that is closed to people on foot. */
  MOTORWAY(Passage.CLOSED),
  /** Closed to people on foot by a sign. */
  FORBIDDEN(Passage.CLOSED),
  /** The path beside it is there as a line of its own. */
  SIDEPATH(Passage.CLOSED),
  /** Planned or under construction. */
  UNBUILT(Passage.CLOSED),
  /** Not for anybody's walk: too hard, or no way at all. */
  NO_WAY(Passage.CLOSED);

  private static final Pattern FAST = Pattern.compile("motorway|高速", Pattern.CASE_INSENSITIVE);

  private final Passage passage;

  StreetRule(Passage passage) {
    this.passage = passage;
  }

  public Passage passage() {
    return passage;
  }

  /** What the streets are, in words. */
  public LocalizedText label() {
    return switch (this) {
      case ROAD -> new LocalizedText("道路", "roads");
      case FOOTPATH -> new LocalizedText("人行道、步道、小路", "footways and paths");
      case STEPS -> new LocalizedText("台阶", "steps");
      case FERRY -> new LocalizedText("轮渡（按航线长度）", "ferries, by the length of their line");
      case SQUARE -> new LocalizedText("步行广场（沿边界）", "squares, along their outline");
      case CLASS_UNKNOWN -> new LocalizedText("等级无法识别，按道路处理", "of unknown class, taken as roads");
      case PRIVATE ->
          new LocalizedText("内部道路（仅所在小区内可走）", "private ways, usable in their own compound");
      case MOTORWAY -> new LocalizedText("高速公路、高架路", "motorways and elevated expressways");
      case FORBIDDEN -> new LocalizedText("禁止行人", "closed to people on foot");
      case SIDEPATH -> new LocalizedText("行人须走旁边的人行道", "with a path of their own beside");
      case UNBUILT -> new LocalizedText("在建或规划", "planned or under construction");
      case NO_WAY -> new LocalizedText("不是步行路径", "no ways for walking");
    };
  }

  /** As it is stored with a row. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<StreetRule> find(String id) {
    return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
  }

  /**
   * For rows that were stored before rules were: such a layer of OpenStreetMap held only ways that
   * everybody may walk along.
   */
  public static StreetRule ofCategory(String category) {
    if (FAST.matcher(category).find()) {
      return MOTORWAY;
    }
    return category.equals("steps") ? STEPS : ROAD;
  }
}
