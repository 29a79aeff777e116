package org.gapmap.assess.walking;

import java.util.Optional;

final class PathSearch {
  private PathSearch() {}

  static Optional<WalkPath> find(StreetGraph graph, Doors place, Doors facility) {
    return Optional.empty();
  }
}
