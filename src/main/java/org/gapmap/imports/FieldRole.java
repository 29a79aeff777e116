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
  CHILDREN,
  CAPACITY,
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
      case HOUSEHOLDS, RESIDENTS, ELDERLY, CHILDREN, CAPACITY -> true;
      default -> false;
    };
  }

  /** The roles that a layer's rows have. */
  static List<FieldRole> of(LayerType type) {
    return switch (type) {
      case COMMUNITIES -> List.of(NAME, KEY, BUILD_YEAR, HOUSEHOLDS, RESIDENTS, ELDERLY, CHILDREN);
      case FACILITIES, SITES -> List.of(NAME, CAPACITY, STATUS, ACCESS, SUBTYPE);
      case STREETS, AREAS -> List.of(NAME, CATEGORY);
    };
  }
}
