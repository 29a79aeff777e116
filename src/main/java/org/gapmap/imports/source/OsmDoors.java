package org.gapmap.imports.source;

import java.util.HashMap;
import java.util.Map;

/**
 * Tells doors of buildings from gates of compounds, both of which OpenStreetMap draws as an
 * entrance, by the outlines through them. Not for several threads.
 */
final class OsmDoors {
  /** What an entrance on a building's outline alone is taken for. */
  static final String DOOR = "door";

  private static final int ON_BUILDING = 1;
  private static final int ON_EDGE = 2;

  private final OsmTagTable table;
  private final Map<Long, Integer> entrances = new HashMap<>();
  private boolean waySeen;
  private boolean late;

  OsmDoors(OsmTagTable table) {
    this.table = table;
  }

  /** An item of the first reading. */
  void count(OsmItem item, boolean taken) {
    if (item instanceof OsmItem.Node node && taken) {
      entrances.put(node.id(), 0);
      late |= waySeen;
    } else if (item instanceof OsmItem.Way way) {
      waySeen = true;
      look(way);
    }
  }

  /** Whether ways stood before the entrances on them, and must be read once more. */
  boolean needsWays() {
    return late;
  }

  void look(OsmItem.Way way) {
    if (entrances.isEmpty() || way.tags().isEmpty()) {
      return;
    }
    int on =
        (table.hasDoors(way.tags()) ? ON_BUILDING : 0) | (table.isEdge(way.tags()) ? ON_EDGE : 0);
    if (on == 0) {
      return;
    }
    for (long node : way.nodes()) {
      entrances.computeIfPresent(node, (id, before) -> before | on);
    }
  }

  /** What an item that was taken for something is taken for now. */
  OsmTagTable.Taken told(OsmItem item, OsmTagTable.Taken taken) {
    boolean door =
        item instanceof OsmItem.Node node && entrances.getOrDefault(node.id(), 0) == ON_BUILDING;
    return door ? new OsmTagTable.Taken(DOOR, taken.tag(), taken.lifecycle()) : taken;
  }
}
