package org.gapmap.geo;

import java.util.List;

/**
 * What a row says of where it is.
 *
 * @param name empty where it has none
 * @param address empty where it has none
 * @param values its other texts, of which some may be names of areas
 */
public record PlaceWords(String name, String address, List<String> values) {
  public static final PlaceWords NONE = new PlaceWords("", "", List.of());

  public PlaceWords {
    values = List.copyOf(values);
  }
}
