package org.gapmap.store;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gapmap.domain.Population;
import org.gapmap.domain.Renovation;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * A community as read from a file, before it has its lasting id.
 *
 * @param row the row in the file, from 1
 * @param sourceKey the file's own key of it; empty where it has none
 * @param boundary valid, longitude and latitude in degrees
 * @param renovation empty where unknown
 * @param attributes the file's other fields as text
 */
public record NewCommunity(
    int row,
    String sourceKey,
    String name,
    MultiPolygon boundary,
    Population population,
    OptionalInt buildYear,
    Optional<Renovation> renovation,
    Map<String, String> attributes) {
  public NewCommunity {
    attributes = Map.copyOf(attributes);
  }
}
