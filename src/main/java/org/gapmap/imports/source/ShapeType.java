package org.gapmap.imports.source;

import java.util.Locale;
import java.util.Optional;

/** A shapefile's shape types, those with heights (Z) and measures (M) folded onto the plain one. */
enum ShapeType {
  NULL,
  POINT,
  LINE,
  POLYGON,
  MULTIPOINT,
  MULTIPATCH;

  static Optional<ShapeType> of(int code) {
    return switch (code) {
      case 0 -> Optional.of(NULL);
      case 1, 11, 21 -> Optional.of(POINT);
      case 3, 13, 23 -> Optional.of(LINE);
      case 5, 15, 25 -> Optional.of(POLYGON);
      case 8, 18, 28 -> Optional.of(MULTIPOINT);
      case 31 -> Optional.of(MULTIPATCH);
      default -> Optional.empty();
    };
  }

  /** As in {@link SourceDescription#geometryType}. */
  String word() {
    return this == NULL ? "unknown" : name().toLowerCase(Locale.ROOT);
  }
}
