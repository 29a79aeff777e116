package org.gapmap.store;

import org.gapmap.domain.LayerKey;

/**
 * A layer's version under way.
 *
 * @param before the id of the layer's version in the city's current data; 0 where it has none
 * @param number of the new version
 * @param own rows of the file in it
 * @param carried rows that it keeps of the version before
 */
record StagedVersion(
    LayerKey key, int layerId, int before, int id, int number, int own, int carried) {

  StagedVersion withOwn(int rows) {
    return new StagedVersion(key, layerId, before, id, number, rows, carried);
  }

  StagedVersion withCarried(int rows) {
    return new StagedVersion(key, layerId, before, id, number, own, rows);
  }

  int rows() {
    return own + carried;
  }
}
