package org.gapmap.assess.walking;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Lines whose points may be moved and to which points may be added: first gathered, then put in.
 * For one thread.
 */
final class LineTable {
  private double[][] points = new double[256][];
  private int[] street = new int[256];
  private int[] level = new int[256];
  private boolean[] fixed = new boolean[256];
  private int count;

  private int[] insertLine = new int[64];
  private int[] insertAfter = new int[64];
  private double[] insertAt = new double[64];
  private double[] insertPoint = new double[128];
  private int inserts;

  void add(int number, double[] lonLat, int runsAt, boolean stays) {
    if (count == points.length) {
      points = Arrays.copyOf(points, 2 * count);
      street = Arrays.copyOf(street, 2 * count);
      level = Arrays.copyOf(level, 2 * count);
      fixed = Arrays.copyOf(fixed, 2 * count);
    }
    points[count] = lonLat;
    street[count] = number;
    level[count] = runsAt;
    fixed[count++] = stays;
  }

  int count() {
    return count;
  }

  /** lon, lat one after another; its own array. */
  double[] points(int line) {
    return points[line];
  }

  int level(int line) {
    return level[line];
  }

  boolean isFixed(int line) {
    return fixed[line];
  }

  int segments() {
    int all = 0;
    for (int line = 0; line < count; line++) {
      all += points[line].length / 2 - 1;
    }
    return all;
  }

  /** Keeps the first of lines that have the same points, forward or backward, at the same level. */
  int dropDuplicates() {
    Map<Key, Integer> seen = new HashMap<>(2 * count);
    int kept = 0;
    for (int line = 0; line < count; line++) {
      if (seen.putIfAbsent(Key.of(points[line], level[line]), line) == null) {
        points[kept] = points[line];
        street[kept] = street[line];
        level[kept] = level[line];
        fixed[kept++] = fixed[line];
      }
    }
    int dropped = count - kept;
    count = kept;
    return dropped;
  }

  private static final class Key {
    private final double[] forward;
    private final int runsAt;
    private final int hash;

    private Key(double[] forward, int runsAt) {
      this.forward = forward;
      this.runsAt = runsAt;
      this.hash = 31 * Arrays.hashCode(forward) + runsAt;
    }

    static Key of(double[] lonLat, int runsAt) {
      int last = lonLat.length - 2;
      for (int i = 0; i <= last; i += 2) {
        int order = Double.compare(lonLat[i], lonLat[last - i]);
        order = order == 0 ? Double.compare(lonLat[i + 1], lonLat[last - i + 1]) : order;
        if (order > 0) {
          return new Key(backward(lonLat), runsAt);
        }
        if (order < 0) {
          break;
        }
      }
      return new Key(lonLat, runsAt);
    }

    private static double[] backward(double[] lonLat) {
      double[] turned = new double[lonLat.length];
      for (int i = 0; i < lonLat.length; i += 2) {
        turned[i] = lonLat[lonLat.length - 2 - i];
        turned[i + 1] = lonLat[lonLat.length - 1 - i];
      }
      return turned;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && key.runsAt == runsAt
          && Arrays.equals(key.forward, forward);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  /**
   * Asks for a point on a segment; it comes with {@link #putIn}.
   *
   * @param segment of the line, from 0
   * @param share of the segment before it, in [0, 1]
   */
  void insert(int line, int segment, double share, double lon, double lat) {
    if (inserts == insertLine.length) {
      insertLine = Arrays.copyOf(insertLine, 2 * inserts);
      insertAfter = Arrays.copyOf(insertAfter, 2 * inserts);
      insertAt = Arrays.copyOf(insertAt, 2 * inserts);
      insertPoint = Arrays.copyOf(insertPoint, 4 * inserts);
    }
    insertLine[inserts] = line;
    insertAfter[inserts] = segment;
    insertAt[inserts] = share;
    insertPoint[2 * inserts] = lon;
    insertPoint[2 * inserts + 1] = lat;
    inserts++;
  }

  /** Lets a line begin, or end, at another point. */
  void extend(int line, boolean atStart, double lon, double lat) {
    double[] old = points[line];
    int at = atStart ? 0 : old.length - 2;
    if (old[at] == lon && old[at + 1] == lat) {
      return;
    }
    double[] longer = new double[old.length + 2];
    System.arraycopy(old, 0, longer, atStart ? 2 : 0, old.length);
    longer[atStart ? 0 : old.length] = lon;
    longer[atStart ? 1 : old.length + 1] = lat;
    points[line] = longer;
  }

  /** Puts in what was asked for. */
  void putIn() {
    Integer[] order = new Integer[inserts];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) -> {
          int byLine = Integer.compare(insertLine[a], insertLine[b]);
          int bySegment = byLine == 0 ? Integer.compare(insertAfter[a], insertAfter[b]) : byLine;
          return bySegment == 0 ? Double.compare(insertAt[a], insertAt[b]) : bySegment;
        });
    for (int from = 0; from < inserts; ) {
      int line = insertLine[order[from]];
      int to = from;
      while (to < inserts && insertLine[order[to]] == line) {
        to++;
      }
      points[line] = with(points[line], order, from, to);
      from = to;
    }
    inserts = 0;
  }

  private double[] with(double[] old, Integer[] order, int from, int to) {
    double[] all = new double[old.length + 2 * (to - from)];
    int used = 0;
    int next = from;
    for (int i = 0; i < old.length; i += 2) {
      used = append(all, used, old[i], old[i + 1]);
      while (next < to && insertAfter[order[next]] == i / 2) {
        int insert = order[next++];
        used = append(all, used, insertPoint[2 * insert], insertPoint[2 * insert + 1]);
      }
    }
    return Arrays.copyOf(all, used);
  }

  private static int append(double[] all, int used, double lon, double lat) {
    if (used > 0 && all[used - 2] == lon && all[used - 1] == lat) {
      return used;
    }
    all[used] = lon;
    all[used + 1] = lat;
    return used + 2;
  }

  void each(StreetTaker graph) {
    for (int line = 0; line < count; line++) {
      if (points[line].length >= 4) {
        graph.add(street[line], points[line], level[line]);
      }
    }
  }
}
