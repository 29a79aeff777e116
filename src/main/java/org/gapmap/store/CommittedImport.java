package org.gapmap.store;

import java.util.List;
import org.gapmap.domain.LayerKey;

/**
 * What a commit made.
 *
 * @param layers the layers that have a new version
 * @param dataVersion the city's data version from now on
 */
public record CommittedImport(List<NewVersion> layers, int dataVersion, Changes changes) {
  public CommittedImport {
    layers = List.copyOf(layers);
  }

  /**
   * A layer's new version.
   *
   * @param number counts the layer's imports from 1
   */
  public record NewVersion(LayerKey key, int number, int rows) {}

  /** Communities against the layer's version before: by their lasting ids. Zero for other types. */
  public record Changes(int added, int kept, int removed) {}
}
