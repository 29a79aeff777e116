package org.gapmap.imports.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** Nodes that lie where another one does, each group together. */
  List<long[]> twins() {
    long[] places = new long[ids.size()];
    int count = 0;
    for (int i = 0; i < places.length; i++) {
      if (lon[i] != NOWHERE) {
        places[count++] = place(i);
      }
    }
    Arrays.sort(places, 0, count);
    Map<Long, List<Long>> groups = new HashMap<>();
    for (int i = 1; i < count; i++) {
      if (places[i] == places[i - 1]) {
        groups.put(places[i], new ArrayList<>());
      }
    }
    if (groups.isEmpty()) {
      return List.of();
    }
    for (int i = 0; i < lon.length; i++) {
      List<Long> group = lon[i] == NOWHERE ? null : groups.get(place(i));
      if (group != null) {
        group.add(ids.at(i));
      }
    }
    return groups.values().stream()
        .map(group -> group.stream().mapToLong(Long::longValue).toArray())
        .toList();
  }

  private long place(int i) {
    return (long) lon[i] << 32 | (lat[i] & 0xFFFFFFFFL);
  }

  /** Moves a node eastward, by 1e-7 degrees each step. */
  void shift(long node, int steps) {
    lon[ids.indexOf(node)] += steps;
  }

  /** In degrees, or null where the extract has no such node. */
  @Nullable Coordinate find(long node) {
    int i = ids.indexOf(node);
    return i < 0 || lon[i] == NOWHERE
        ? null
        : new Coordinate(lon[i] / PER_DEGREE, lat[i] / PER_DEGREE);
  }
}
