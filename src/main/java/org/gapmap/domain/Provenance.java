package org.gapmap.domain;

/**
 * Where a row came from.
 *
 * @param layerVersion the layer version that holds it
 * @param source who delivered the layer
 * @param file the file's name as it was given; of a row that was kept from an earlier version, that
 *     version's file
 * @param row the row in that file, from 1
 * @param key the file's own key of it; empty where it has none
 * @param number the row's number in the layer version; its row in the file where it came with it
 */
public record Provenance(
    int layerVersion, String source, String file, int row, String key, int number) {
  public Provenance(int layerVersion, String source, String file, int row, String key) {
    this(layerVersion, source, file, row, key, row);
  }

  public Provenance(int layerVersion, String source, String file, int row) {
    this(layerVersion, source, file, row, "");
  }
}
