package org.gapmap.imports;

/** Whether people live in a building, by what a file says of its use. */
enum BuildingUse {
  /** Homes, or homes with something else. */
  RESIDENTIAL,
  OTHER,
  /** A word that says only that it is a building. */
  UNSAID;

  static Meanings<BuildingUse> words() {
    return new Meanings<>(BuildingUse.class, Vocabulary.words().required("building_use"));
  }
}
