package org.gapmap.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One indicator of the city check-up (城市体检).
 *
 * @param editions its official name by the year of the check-up; a year that dropped it is not
 *     there
 * @param unit of its value
 */
public record Indicator(
    String id,
    Dimension dimension,
    Map<Integer, Edition> editions,
    LocalizedText unit,
    Measure measure,
    Citation citation) {

  /** The check-up's chapters: 住房, 小区(社区), 街区. */
  public enum Dimension {
    HOUSING,
    COMMUNITY,
    BLOCK
  }

  /** What a gap count counts: 小区, 社区 or 街道. */
  public enum Counted {
    COMMUNITY,
    NEIGHBOURHOOD,
    SUBDISTRICT
  }

  /** How an indicator's value comes about. */
  public enum Type {
    /** How many communities or neighbourhoods have a gap. */
    GAP_COUNT,
    /** Residential land within reach over all residential land. */
    COVERAGE_RATIO,
    /** What is needed less what there is; below 0 where there is more than is needed. */
    QUANTITY_GAP,
    /** GapMap holds no data of that sort. */
    NOT_COMPUTED
  }

  /** What the indicator is called in a year, and what it counts then. */
  public record Edition(LocalizedText name, Counted counted) {}

  /**
   * @param kinds the first that the standard judges is the one; all of them count where the
   *     indicator has a reach of its own. Empty where nothing is computed
   * @param ownReach where the indicator itself says how near; empty for the standard's row
   * @param ownNorm what a quantity gap asks for where the standard's row gives no norm
   * @param reason why nothing is computed; empty where something is
   */
  public record Measure(
      Type type,
      List<String> kinds,
      Optional<Reach> ownReach,
      Optional<CapacityNorm> ownNorm,
      Optional<LocalizedText> reason) {
    public Measure {
      kinds = List.copyOf(kinds);
      if (kinds.isEmpty() == reason.isEmpty()) {
        throw new IllegalArgumentException("an indicator has kinds, or a reason why it has none");
      }
    }
  }

  public Indicator {
    editions = Map.copyOf(editions);
  }

  /** Its name in a year, and what it counts then; empty where that year has no such indicator. */
  public Optional<Edition> edition(int year) {
    return Optional.ofNullable(editions.get(year));
  }
}
