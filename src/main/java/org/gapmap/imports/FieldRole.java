package org.gapmap.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.LocalizedText;

/** What a field of a file can mean. */
public enum FieldRole {
  NAME,
  KEY,
  BUILD_YEAR,
  RENOVATION,
  HOUSEHOLDS,
  RESIDENTS,
  ELDERLY,
  /** Under 3. */
  CHILDREN,
  /** 3 to 5. */
  PRESCHOOLERS,
  /** 6 to 11. */
  PUPILS,
  CAPACITY,
  FLOOR_AREA,
  LAND_AREA,
  STOREYS,
  STATUS,
  ACCESS,
  SUBTYPE,
  CATEGORY;

  /** As written in {@code --field} and in the dictionary. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<FieldRole> find(String id) {
    return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
  }

  /** What a form calls it. */
  public LocalizedText label() {
    return switch (this) {
      case NAME -> new LocalizedText("名称", "Name");
      case KEY -> new LocalizedText("编码", "Key");
      case BUILD_YEAR -> new LocalizedText("建成年份", "Year built");
      case RENOVATION -> new LocalizedText("改造状态", "Renovation state");
      case HOUSEHOLDS -> new LocalizedText("户数", "Households");
      case RESIDENTS -> new LocalizedText("居住人口", "Residents");
      case ELDERLY -> new LocalizedText("60 岁及以上", "Aged 60 and over");
      case CHILDREN -> new LocalizedText("3 岁以下", "Under 3");
      case PRESCHOOLERS -> new LocalizedText("3 至 6 岁", "Aged 3 to 5");
      case PUPILS -> new LocalizedText("6 至 12 岁", "Aged 6 to 11");
      case CAPACITY -> new LocalizedText("容量", "Capacity");
      case FLOOR_AREA -> new LocalizedText("建筑面积", "Floor area");
      case LAND_AREA -> new LocalizedText("用地面积", "Land area");
      case STOREYS -> new LocalizedText("层数", "Storeys");
      case STATUS -> new LocalizedText("运营状态", "Status");
      case ACCESS -> new LocalizedText("开放对象", "Open to");
      case SUBTYPE -> new LocalizedText("细类", "Subtype");
      case CATEGORY -> new LocalizedText("类别", "Category");
    };
  }

  /** Whether its values are numbers of people, homes or places. */
  boolean isCount() {
    return switch (this) {
      case HOUSEHOLDS, RESIDENTS, ELDERLY, CHILDREN, PRESCHOOLERS, PUPILS, CAPACITY -> true;
      default -> false;
    };
  }

  /** Whether zeros alone tell that nobody filled the field: counts, and what a column asks. */
  boolean isFilledWithZeros() {
    return isCount() || this == RENOVATION;
  }

  /** Whether its values are areas, in square metres unless they say otherwise. */
  boolean isArea() {
    return this == FLOOR_AREA || this == LAND_AREA;
  }

  /** The roles that a layer's rows have. */
  public static List<FieldRole> of(LayerType type) {
    return switch (type) {
      case COMMUNITIES ->
          List.of(
              NAME,
              KEY,
              BUILD_YEAR,
              RENOVATION,
              HOUSEHOLDS,
              RESIDENTS,
              ELDERLY,
              CHILDREN,
              PRESCHOOLERS,
              PUPILS);
      case FACILITIES, SITES ->
          List.of(NAME, KEY, CAPACITY, FLOOR_AREA, LAND_AREA, STATUS, ACCESS, SUBTYPE);
      case BUILDINGS ->
          List.of(
              NAME,
              KEY,
              HOUSEHOLDS,
              RESIDENTS,
              ELDERLY,
              CHILDREN,
              PRESCHOOLERS,
              PUPILS,
              FLOOR_AREA,
              LAND_AREA,
              STOREYS,
              CATEGORY);
      case STREETS, GATES -> List.of(NAME, CATEGORY, STATUS, ACCESS);
      case AREAS, ADDRESSES, LAND_USE -> List.of(NAME, CATEGORY);
      case POPULATION -> List.of();
    };
  }
}
