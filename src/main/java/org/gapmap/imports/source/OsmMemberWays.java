package org.gapmap.imports.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The nodes of the ways that relations of the layer are made of. Not for several threads. */
final class OsmMemberWays {
  private final OsmIds ids = new OsmIds();
  private long[] nodes = new long[1024];
  private int used;
  private int[] starts = new int[0];
  private int[] ends = new int[0];

  /** Asks for a way. */
  void want(long way) {
    ids.add(way);
  }

  /** No way is asked for from here on. */
  void prepare() {
    ids.sort();
    starts = new int[ids.size()];
    ends = new int[ids.size()];
    Arrays.fill(starts, -1);
  }

  boolean isEmpty() {
    return ids.size() == 0;
  }

  /** Keeps a way that was asked for; false for others. */
  boolean keep(OsmItem.Way way) {
    int i = ids.indexOf(way.id());
    if (i < 0) {
      return false;
    }
    int length = way.nodes().length;
    if (used + length > nodes.length) {
      nodes = Arrays.copyOf(nodes, Math.max(used + length, 2 * nodes.length));
    }
    System.arraycopy(way.nodes(), 0, nodes, used, length);
    starts[i] = used;
    used += length;
    ends[i] = used;
    return true;
  }

  /** The ids of its nodes, or null where the extract has no such way. */
  long @Nullable [] find(long way) {
    int i = ids.indexOf(way);
    return i < 0 || starts[i] < 0 ? null : Arrays.copyOfRange(nodes, starts[i], ends[i]);
  }
}
