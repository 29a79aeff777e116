package org.gapmap.domain;

/**
 * What a layer is: an import makes a new version of exactly one of these (or, where a field names
 * the kind, of one per kind in the file) and touches nothing else.
 *
 * @param city the city's key, as given with {@code --city}
 * @param kind a service kind's id for facilities, empty for the other types
 * @param source who delivers it, as given with {@code --source}
 */
public record LayerKey(String city, LayerType type, String kind, String source) {
  public LayerKey {
    if (city.isBlank() || source.isBlank()) {
      throw new IllegalArgumentException(
          "a layer needs a city and a source, got '" + city + "' and '" + source + "'");
    }
    if ((type == LayerType.FACILITIES) == kind.isEmpty()) {
      throw new IllegalArgumentException(
          "a kind goes with facilities, and only with them: " + type + " '" + kind + "'");
    }
  }
}
