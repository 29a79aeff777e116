package org.gapmap.imports.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Where the nodes lie that a layer's ways go through: ids first, then their places, 16 bytes for
 * each, whatever order the file is in. Not for several threads.
 */
final class OsmPlaces {
  static final double PER_DEGREE = 1e7;

  /** A longitude that is none. */
  static final int NOWHERE = Integer.MIN_VALUE;

  private final OsmIds ids = new OsmIds();
  private int[] lon = new int[0];
  private int[] lat = new int[0];

  /** Asks for a node's place. */
  void want(long node) {
    ids.add(node);
  }

  /** No node is asked for from here on. */
  void prepare() {
    ids.sort();
    lon = new int[ids.size()];
    lat = new int[ids.size()];
    Arrays.fill(lon, NOWHERE);
  }

  int size() {
    return ids.size();
  }

  void put(OsmItem.Node node) {
    int i = ids.indexOf(node.id());
    if (i >= 0) {
      lon[i] = node.lon();
      lat[i] = node.lat();
    }
  }

  /** In degrees, or null where the extract has no such node. */
  @Nullable Coordinate find(long node) {
    int i = ids.indexOf(node);
    return i < 0 || lon[i] == NOWHERE
        ? null
        : new Coordinate(lon[i] / PER_DEGREE, lat[i] / PER_DEGREE);
  }
}
