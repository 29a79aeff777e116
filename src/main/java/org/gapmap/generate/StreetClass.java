package org.gapmap.generate;

/** What divides two blocks, from the widest down; a wall is no street. */
enum StreetClass {
  MAIN("主干路", 17, 6),
  BRIDGE("桥梁", 17, 0),
  SECONDARY("次干路", 10, 5),
  LANE("支路", 5, 3),
  WALL("", 0, 1.5);

  /** The word that surveyors write. */
  final String word;

  /** Metres from the axis to the kerb. */
  final double halfWidthMetres;

  /** Metres from the kerb to a compound's boundary. */
  final double setbackMetres;

  StreetClass(String word, double halfWidthMetres, double setbackMetres) {
    this.word = word;
    this.halfWidthMetres = halfWidthMetres;
    this.setbackMetres = setbackMetres;
  }

  double clearanceMetres() {
    return halfWidthMetres + setbackMetres;
  }
}
