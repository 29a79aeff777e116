package org.gapmap.imports.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Column headings made fit to be keys. */
final class UniqueNames {
  private UniqueNames() {}

  /**
   * Each heading trimmed; an empty one becomes {@code field_N}, one that an earlier column has
   * already (in whatever case) gets a number after it.
   */
  static List<String> of(List<String> headings) {
    List<String> unique = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (String heading : headings) {
      String trimmed = heading.strip();
      String name = trimmed.isEmpty() ? "field_" + (unique.size() + 1) : trimmed;
      String candidate = name;
      for (int n = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); n++) {
        candidate = name + "_" + n;
      }
      unique.add(candidate);
    }
    return List.copyOf(unique);
  }
}
