package org.gapmap.store;

import java.util.List;
import org.gapmap.domain.LayerKey;

/**
 * What a commit made.
 *
 * @param layers the layers that have a new version
 * @param dataVersion the city's data version from now on
 */
public record CommittedImport(List<LayerKey> layers, int dataVersion, Changes changes) {
  public CommittedImport {
    layers = List.copyOf(layers);
  }

  /** Communities against the layer's version before: by their lasting ids. Zero for other types. */
  public record Changes(int added, int kept, int removed) {}
}
