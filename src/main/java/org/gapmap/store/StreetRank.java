package org.gapmap.store;

import java.util.regex.Pattern;

/**
 * How far out a street is drawn, told by the words of OpenStreetMap and of Chinese offices; the
 * page draws wide what is far seen by the same words.
 */
enum StreetRank {
  MAIN(0, "motorway|trunk|primary|arterial|expressway|主干|快速|高速"),
  SECONDARY(10, "secondary|tertiary|collector|次干"),
  PATH(14, "foot|path|steps|cycle|pedestrian|track|步行|人行"),
  /** Whatever else, words that nobody knows included. */
  MINOR(12, "");

  private final int fromZoom;
  private final Pattern words;

  StreetRank(int fromZoom, String words) {
    this.fromZoom = fromZoom;
    this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }

  static StreetRank of(String category) {
    for (StreetRank rank : values()) {
      if (rank.words.matcher(category).find()) {
        return rank;
      }
    }
    return MINOR;
  }

  /** The widest zoom at which it is drawn. */
  int fromZoom() {
    return fromZoom;
  }
}
