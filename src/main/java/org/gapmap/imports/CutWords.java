package org.gapmap.imports;

import java.util.Collection;
import java.util.Map;

/**
 * Words of our own that come back from a shapefile, which cuts a field's name at ten bytes: what
 * they say is decided anew, and would stand there twice.
 */
final class CutWords {
  private static final int SHAPEFILE_NAME = 10;

  private CutWords() {}

  static void drop(Map<String, String> attributes, Collection<String> own) {
    attributes
        .keySet()
        .removeIf(
            name ->
                name.length() == SHAPEFILE_NAME
                    && own.stream().anyMatch(word -> word.startsWith(name)));
  }
}
