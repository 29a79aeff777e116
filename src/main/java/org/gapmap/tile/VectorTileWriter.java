package org.gapmap.tile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One layer of a vector tile as the Mapbox specification 2.1 writes it. For one thread. */
final class VectorTileWriter {
  /** Units of its own across a tile. */
  static final int EXTENT = 4096;

  static final int POINT = 1;
  static final int LINE = 2;
  static final int POLYGON = 3;

  private static final int VERSION = 2;
  private static final int LAYER = 3;

  private final TileBytes layer = new TileBytes();
  private final TileBytes values = new TileBytes();
  private final TileBytes feature = new TileBytes();
  private final TileBytes value = new TileBytes();
  private final GrowingInts tags = new GrowingInts();
  private final Map<Object, Integer> known = new HashMap<>();
  private boolean empty = true;

  VectorTileWriter(String name) {
    layer.text(1, name);
  }

  /**
   * @param geometry commands and parameters, encoded
   * @param shown one value for each key, null for none
   */
  void add(long id, int type, GrowingInts geometry, List<@Nullable Object> shown) {
    empty = false;
    feature.clear();
    if (id != 0) {
      feature.number(1, id);
    }
    tags.cutTo(0);
    for (int key = 0; key < shown.size(); key++) {
      Object one = shown.get(key);
      if (one != null) {
        tags.add(key);
        tags.add(known.computeIfAbsent(one, this::addValue));
      }
    }
    feature.packed(2, tags);
    feature.number(3, type);
    feature.packed(4, geometry);
    layer.message(2, feature);
  }

  private int addValue(Object one) {
    value.clear();
    if (one instanceof Integer whole) {
      value.number(4, whole);
    } else {
      value.text(1, one.toString());
    }
    values.message(4, value);
    return known.size();
  }

  /** The whole tile; no bytes at all where nothing was added. */
  byte[] toArray(List<TileLayer.Key> keys) {
    if (empty) {
      return new byte[0];
    }
    keys.forEach(key -> layer.text(3, key.name()));
    TileBytes tile = new TileBytes();
    layer.append(values);
    layer.number(5, EXTENT);
    layer.number(15, VERSION);
    tile.message(LAYER, layer);
    return tile.toArray();
  }
}
