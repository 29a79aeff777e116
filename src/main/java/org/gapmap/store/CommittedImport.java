package org.gapmap.store;

import java.util.List;
import org.gapmap.domain.LayerKey;

/**
 * What a commit made, or would make.
 *
 * @param layers the layers that have a new version; where nothing was new, those that the file had
 *     made, with the versions that they have
 * @param dataVersion the city's data version from now on
 */
public record CommittedImport(
    List<NewVersion> layers,
    int dataVersion,
    Changes changes,
    Difference difference,
    Outcome outcome) {
  public CommittedImport {
    layers = List.copyOf(layers);
  }

  /** Whether anything was stored. */
  public enum Outcome {
    STORED,
    /** All was done but the commit. */
    REHEARSED,
    /** The layer's current version was made of the very file, read the same way. */
    NOTHING_NEW
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
