package org.gapmap.domain;

import java.util.Locale;
import java.util.Optional;

/** The administrative areas that results are counted by, from small to large. */
public enum AreaLevel {
  /** 社区: a residents' committee's area, several compounds. */
  NEIGHBOURHOOD,
  /** 街道 or 镇, 乡. */
  SUBDISTRICT,
  /** 区 or 县. */
  DISTRICT;

  /**
   * The level that a file's word means, else the one that the name ends in: 鼓楼街道 is a sub-district.
   *
   * @param category the file's word for the level, or OpenStreetMap's admin_level; may be empty
   */
  public static Optional<AreaLevel> of(String category, String name) {
    Optional<AreaLevel> said = ofWord(category.strip().toLowerCase(Locale.ROOT));
    return said.isPresent() ? said : ofEnding(name.strip());
  }

  private static Optional<AreaLevel> ofWord(String word) {
    return switch (word) {
      case "区", "县", "区县", "县区", "市辖区", "县级市", "district", "county", "6" -> Optional.of(DISTRICT);
      case "街道", "镇", "乡", "乡镇", "街镇", "街道办事处", "sub-district", "subdistrict", "township", "8" ->
          Optional.of(SUBDISTRICT);
      case "社区", "居委会", "居委", "村", "村居", "居民委员会", "neighbourhood", "neighborhood", "10" ->
          Optional.of(NEIGHBOURHOOD);
      default -> Optional.empty();
    };
  }

  private static Optional<AreaLevel> ofEnding(String name) {
    if (name.endsWith("社区") || name.endsWith("居委会") || name.endsWith("村")) {
      return Optional.of(NEIGHBOURHOOD);
    }
    if (name.endsWith("街道") || name.endsWith("镇") || name.endsWith("乡")) {
      return Optional.of(SUBDISTRICT);
    }
    return name.endsWith("区") || name.endsWith("县") ? Optional.of(DISTRICT) : Optional.empty();
  }
}
