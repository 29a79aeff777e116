package org.gapmap.domain;

/**
 * Where a row came from.
 *
 * @param layerVersion the layer version that holds it
 * @param source who delivered the layer
 * @param file the file's name as it was given
 * @param row the row in that file, from 1
 * @param key the file's own key of it; empty where it has none
 */
public record Provenance(int layerVersion, String source, String file, int row, String key) {
  public Provenance(int layerVersion, String source, String file, int row) {
    this(layerVersion, source, file, row, "");
  }
}
