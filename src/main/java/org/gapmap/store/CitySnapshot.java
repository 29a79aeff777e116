package org.gapmap.store;

import java.util.List;
import org.gapmap.domain.Community;
import org.gapmap.domain.Facility;

/**
 * All of a city's current data version, read at one moment.
 *
 * @param communities in the order of their index
 */
public record CitySnapshot(
    String key,
    String name,
    boolean demonstration,
    int dataVersion,
    List<LayerVersion> layers,
    List<Community> communities,
    List<Facility> facilities,
    Surroundings surroundings) {
  public CitySnapshot {
    layers = List.copyOf(layers);
    communities = List.copyOf(communities);
    facilities = List.copyOf(facilities);
  }
}
