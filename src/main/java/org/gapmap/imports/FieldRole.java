package org.gapmap.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gapmap.domain.LayerType;

/** What a field of a file can mean. */
public enum FieldRole {
  NAME,
  KEY,
  BUILD_YEAR,
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

  /** Whether its values are numbers of people, homes or places. */
  boolean isCount() {
    return switch (this) {
      case HOUSEHOLDS, RESIDENTS, ELDERLY, CHILDREN, PRESCHOOLERS, PUPILS, CAPACITY -> true;
      default -> false;
    };
  }

  /** Whether its values are areas, in square metres unless they say otherwise. */
  boolean isArea() {
    return this == FLOOR_AREA || this == LAND_AREA;
  }

  /** The roles that a layer's rows have. */
  static List<FieldRole> of(LayerType type) {
    return switch (type) {
      case COMMUNITIES ->
          List.of(
              NAME,
              KEY,
              BUILD_YEAR,
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
      case STREETS, AREAS, GATES, ADDRESSES, LAND_USE -> List.of(NAME, CATEGORY);
      case POPULATION -> List.of();
    };
  }
}
