package org.gapmap.assess.walking;

import java.util.Arrays;

/**
 * The different points of all streets, numbered as they come. Points are one where longitude,
 * latitude and level are the same, and across levels where a street of the one ends (see {@link
 * #joinLevels}).
 */
final class StreetPoints {
  private static final int NONE = -1;

  private double[] lonLat = new double[64];
  private int[] level = new int[32];

  /** Of each point the next one at the same place but of another level. */
  private int[] nextAbove = new int[32];

  /** How many pieces of streets begin or end in each point; an end of a street counts as three. */
  private int[] meeting = new int[32];

  private boolean[] passed = new boolean[32];
  private int count;
  private int[] table = newTable(64);
  private boolean levels;

  private static int[] newTable(int length) {
    int[] table = new int[length];
    Arrays.fill(table, NONE);
    return table;
  }

  int count() {
    return count;
  }

  double lon(int point) {
    return lonLat[2 * point];
  }

  double lat(int point) {
    return lonLat[2 * point + 1];
  }

  /** The number of the point at a place. */
  int at(double lon, double lat, int pointLevel) {
    double x = lon + 0.0;
    double y = lat + 0.0;
    int mask = table.length - 1;
    int slot = hash(x, y) & mask;
    while (table[slot] != NONE && (lon(table[slot]) != x || lat(table[slot]) != y)) {
      slot = slot + 1 & mask;
    }
    int last = NONE;
    for (int point = table[slot]; point != NONE; point = nextAbove[point]) {
      if (level[point] == pointLevel) {
        return point;
      }
      last = point;
    }
    int added = add(x, y, pointLevel);
    if (last == NONE) {
      table[slot] = added;
      if (2 * count > table.length) {
        rehash();
      }
    } else {
      nextAbove[last] = added;
      levels = true;
    }
    return added;
  }

  private int add(double lon, double lat, int pointLevel) {
    if (count == level.length) {
      lonLat = Arrays.copyOf(lonLat, 4 * count);
      level = Arrays.copyOf(level, 2 * count);
      nextAbove = Arrays.copyOf(nextAbove, 2 * count);
      meeting = Arrays.copyOf(meeting, 2 * count);
      passed = Arrays.copyOf(passed, 2 * count);
    }
    lonLat[2 * count] = lon;
    lonLat[2 * count + 1] = lat;
    level[count] = pointLevel;
    nextAbove[count] = NONE;
    return count++;
  }

  private void rehash() {
    int[] old = table;
    table = newTable(4 * old.length);
    int mask = table.length - 1;
    for (int point : old) {
      if (point != NONE) {
        int slot = hash(lon(point), lat(point)) & mask;
        while (table[slot] != NONE) {
          slot = slot + 1 & mask;
        }
        table[slot] = point;
      }
    }
  }

  private static int hash(double lon, double lat) {
    long bits = Double.doubleToRawLongBits(lon) * 31 + Double.doubleToRawLongBits(lat);
    long mixed = (bits ^ bits >>> 32) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }

  /** A street goes through. */
  void pass(int point) {
    meeting[point] += 2;
    passed[point] = true;
  }

  /** A street ends. */
  void end(int point) {
    meeting[point] += 3;
  }

  /** Whether more than one street goes through, or one ends. */
  boolean isNode(int point) {
    return meeting[point] != 2;
  }

  /**
   * Of each point the one that stands for it. Points at the same place stay apart where streets of
   * different levels pass through both; where a street only ends, as a footbridge on the ground
   * does, its point joins the one of the nearest level.
   */
  int[] joinLevels() {
    int[] stands = new int[count];
    Arrays.setAll(stands, point -> point);
    if (levels) {
      for (int first : table) {
        if (first != NONE && nextAbove[first] != NONE) {
          join(first, stands);
        }
      }
    }
    return stands;
  }

  private void join(int first, int[] stands) {
    for (int point = first; point != NONE; point = nextAbove[point]) {
      if (!passed[point]) {
        int other = nearestLevel(first, point);
        if (other != NONE) {
          int kept = root(stands, other);
          int joined = root(stands, point);
          if (kept != joined) {
            stands[joined] = kept;
            meeting[kept] += meeting[joined];
          }
        }
      }
    }
    for (int point = first; point != NONE; point = nextAbove[point]) {
      stands[point] = root(stands, point);
    }
  }

  private static int root(int[] stands, int point) {
    int root = point;
    while (stands[root] != root) {
      root = stands[root];
    }
    return root;
  }

  private int nearestLevel(int first, int point) {
    int best = NONE;
    for (int other = first; other != NONE; other = nextAbove[other]) {
      if (other != point && (best == NONE || gap(other, point) < gap(best, point))) {
        best = other;
      }
    }
    return best;
  }

  private long gap(int a, int b) {
    return Math.abs((long) level[a] - level[b]);
  }
}
