package org.gapmap.assess.coverage;

import java.util.Arrays;

/**
 * Who is served where facilities have only so much room. First the nearest pairs of a unit (people
 * at one place) and a facility get what is left on both sides, which is the one allocation in which
 * no unit and facility would rather have each other. Then units that got nothing push others on to
 * facilities farther away but still in reach, along augmenting paths (Dinic 1970), until no
 * arrangement could serve more. A unit never loses by that, so whoever is unserved in the end could
 * not be placed at all without displacing as many others.
 *
 * <p>Deterministic: equal distances go by the order in which pairs were added. Work and memory grow
 * with the pairs, times a handful of rounds.
 */
public final class CapacityAllocation {
  private static final double ROUNDING = 1e-10;

  private final double[] rest;
  private final double[] room;
  private final boolean[] roomKnown;
  private final boolean[] movable;
  private final double rounding;
  private int[] unit = new int[64];
  private int[] facility = new int[64];
  private float[] metres = new float[64];
  private double[] limit = new double[64];
  private int pairs;
  private double[] flow = new double[0];
  private Sides pairsOfUnit = new Sides(new int[0], 0, 0);
  private Sides pairsOfFacility = pairsOfUnit;

  /** The pairs of each unit, or of each facility, side by side. */
  private static final class Sides {
    final int[] start;
    final int[] pair;

    Sides(int[] end, int pairs, int count) {
      start = new int[count + 1];
      pair = new int[pairs];
      for (int p = 0; p < pairs; p++) {
        start[end[p] + 1]++;
      }
      for (int k = 0; k < count; k++) {
        start[k + 1] += start[k];
      }
      int[] at = Arrays.copyOf(start, count);
      for (int p = 0; p < pairs; p++) {
        pair[at[end[p]]++] = p;
      }
    }
  }

  /**
   * @param need of each unit that is in anyone's reach, at least 0
   * @param supply of each facility in the same measure; NaN where unknown
   */
  public CapacityAllocation(double[] need, double[] supply) {
    rest = need.clone();
    room = new double[supply.length];
    roomKnown = new boolean[supply.length];
    movable = new boolean[need.length];
    double largest = 0;
    for (int j = 0; j < supply.length; j++) {
      roomKnown[j] = !Double.isNaN(supply[j]);
      room[j] = roomKnown[j] ? supply[j] : 0;
      largest = Math.max(largest, room[j]);
    }
    for (double each : need) {
      largest = Math.max(largest, each);
    }
    rounding = ROUNDING * largest;
  }

  /**
   * Says that a unit is in reach of a facility.
   *
   * @param metres between them: the nearest pairs are matched first
   * @param most of the unit that the facility reaches, in the measure of the need
   */
  public void add(int ofUnit, int byFacility, double metres, double most) {
    if (pairs == unit.length) {
      unit = Arrays.copyOf(unit, 2 * pairs);
      facility = Arrays.copyOf(facility, 2 * pairs);
      this.metres = Arrays.copyOf(this.metres, 2 * pairs);
      limit = Arrays.copyOf(limit, 2 * pairs);
    }
    unit[pairs] = ofUnit;
    facility[pairs] = byFacility;
    this.metres[pairs] = (float) metres;
    limit[pairs++] = most;
  }

  /** Allocates, once, after all pairs were added. */
  public void allocate() {
    nearestFirst();
    pairsOfUnit = new Sides(unit, pairs, rest.length);
    pairsOfFacility = new Sides(facility, pairs, room.length);
    AugmentingPaths paths = new AugmentingPaths();
    while (paths.findLevels()) {
      paths.push();
    }
    findMovable();
  }

  /** What of a unit's need found no room in any facility of known supply. */
  public double unserved(int ofUnit) {
    return rest[ofUnit] > rounding ? rest[ofUnit] : 0;
  }

  /**
   * Whether a unit's unserved rest could go to a facility of unknown supply, itself or by others
   * making room for it.
   */
  public boolean unknown(int ofUnit) {
    return movable[ofUnit] && rest[ofUnit] > rounding;
  }

  /** What goes from the pair's unit to its facility, by the order in which pairs were added. */
  public double allocated(int pair) {
    return flow[pair];
  }

  /** The first half alone. Metres count to half a millimetre: a pair fits into one long. */
  void nearestFirst() {
    flow = new double[pairs];
    long[] order = new long[pairs];
    for (int p = 0; p < pairs; p++) {
      order[p] = ((long) Float.floatToIntBits(metres[p]) << 32) | p;
    }
    Arrays.parallelSort(order);
    for (long next : order) {
      int p = (int) next;
      double goes = Math.min(limit[p], Math.min(rest[unit[p]], room[facility[p]]));
      if (goes > 0) {
        flow[p] = goes;
        rest[unit[p]] -= goes;
        room[facility[p]] -= goes;
      }
    }
  }

  private void findMovable() {
    int[] queue = new int[rest.length];
    boolean[] freed = new boolean[room.length];
    int end = 0;
    for (int j = 0; j < room.length; j++) {
      if (!roomKnown[j]) {
        end = addMovable(j, queue, end);
      }
    }
    for (int at = 0; at < end; at++) {
      int u = queue[at];
      for (int k = pairsOfUnit.start[u]; k < pairsOfUnit.start[u + 1]; k++) {
        int p = pairsOfUnit.pair[k];
        int j = facility[p];
        if (flow[p] > rounding && !freed[j]) {
          freed[j] = true;
          end = addMovable(j, queue, end);
        }
      }
    }
  }

  private int addMovable(int j, int[] queue, int end) {
    int next = end;
    for (int k = pairsOfFacility.start[j]; k < pairsOfFacility.start[j + 1]; k++) {
      int p = pairsOfFacility.pair[k];
      if (!movable[unit[p]] && limit[p] - flow[p] > rounding) {
        movable[unit[p]] = true;
        queue[next++] = unit[p];
      }
    }
    return next;
  }

  /** Shortest augmenting paths, a level graph at a time. */
  private final class AugmentingPaths {
    private final int[] unitLevel = new int[rest.length];
    private final int[] facilityLevel = new int[room.length];
    private final int[] nextOfUnit = new int[rest.length];
    private final int[] nextOfFacility = new int[room.length];
    private final int[] unitQueue = new int[rest.length];
    private int[] path = new int[16];

    /** Numbers what an unserved unit can reach; false where that is no room at all. */
    boolean findLevels() {
      Arrays.fill(unitLevel, -1);
      Arrays.fill(facilityLevel, -1);
      int end = 0;
      for (int u = 0; u < rest.length; u++) {
        if (rest[u] > rounding) {
          unitLevel[u] = 0;
          unitQueue[end++] = u;
        }
      }
      int lastLevel = Integer.MAX_VALUE;
      for (int at = 0; at < end && unitLevel[unitQueue[at]] < lastLevel; at++) {
        int u = unitQueue[at];
        for (int k = pairsOfUnit.start[u]; k < pairsOfUnit.start[u + 1]; k++) {
          int p = pairsOfUnit.pair[k];
          int j = facility[p];
          if (facilityLevel[j] >= 0 || limit[p] - flow[p] <= rounding) {
            continue;
          }
          facilityLevel[j] = unitLevel[u] + 1;
          if (room[j] > rounding) {
            lastLevel = facilityLevel[j];
          } else {
            end = addThoseWhoMayMove(j, end);
          }
        }
      }
      System.arraycopy(pairsOfUnit.start, 0, nextOfUnit, 0, rest.length);
      System.arraycopy(pairsOfFacility.start, 0, nextOfFacility, 0, room.length);
      return lastLevel < Integer.MAX_VALUE;
    }

    private int addThoseWhoMayMove(int j, int end) {
      int next = end;
      for (int k = pairsOfFacility.start[j]; k < pairsOfFacility.start[j + 1]; k++) {
        int p = pairsOfFacility.pair[k];
        if (flow[p] > rounding && unitLevel[unit[p]] < 0) {
          unitLevel[unit[p]] = facilityLevel[j] + 1;
          unitQueue[next++] = unit[p];
        }
      }
      return next;
    }

    void push() {
      for (int u = 0; u < rest.length; u++) {
        while (unitLevel[u] == 0 && rest[u] > rounding) {
          int length = findPath(u);
          if (length == 0) {
            break;
          }
          send(u, length);
        }
      }
    }

    /** Fills {@link #path} with pairs, forth and back in turn; returns how many, 0 for none. */
    private int findPath(int from) {
      int length = 0;
      int u = from;
      int j = -1;
      boolean atUnit = true;
      while (atUnit || room[j] <= rounding) {
        int p = atUnit ? forth(u) : back(j);
        if (p >= 0) {
          length = extend(length, p);
          u = unit[p];
          j = facility[p];
        } else if (length == 0) {
          unitLevel[u] = -1;
          return 0;
        } else {
          length--;
          giveUp(atUnit, u, j);
          u = unit[path[length]];
          j = facility[path[length]];
          skip(atUnit, u, j);
        }
        atUnit = !atUnit;
      }
      return length;
    }

    /** Nothing leads on from here. */
    private void giveUp(boolean atUnit, int u, int j) {
      if (atUnit) {
        unitLevel[u] = -1;
      } else {
        facilityLevel[j] = -1;
      }
    }

    /** Nor does the pair that led here, seen from where it began. */
    private void skip(boolean wasAtUnit, int u, int j) {
      if (wasAtUnit) {
        nextOfFacility[j]++;
      } else {
        nextOfUnit[u]++;
      }
    }

    private int extend(int length, int pair) {
      if (length == path.length) {
        path = Arrays.copyOf(path, 2 * length);
      }
      path[length] = pair;
      return length + 1;
    }

    private int forth(int u) {
      for (; nextOfUnit[u] < pairsOfUnit.start[u + 1]; nextOfUnit[u]++) {
        int p = pairsOfUnit.pair[nextOfUnit[u]];
        if (limit[p] - flow[p] > rounding && facilityLevel[facility[p]] == unitLevel[u] + 1) {
          return p;
        }
      }
      return -1;
    }

    private int back(int j) {
      for (; nextOfFacility[j] < pairsOfFacility.start[j + 1]; nextOfFacility[j]++) {
        int p = pairsOfFacility.pair[nextOfFacility[j]];
        if (flow[p] > rounding && unitLevel[unit[p]] == facilityLevel[j] + 1) {
          return p;
        }
      }
      return -1;
    }

    private void send(int u, int length) {
      int last = facility[path[length - 1]];
      double goes = Math.min(rest[u], room[last]);
      for (int k = 0; k < length; k++) {
        int p = path[k];
        goes = Math.min(goes, k % 2 == 0 ? limit[p] - flow[p] : flow[p]);
      }
      for (int k = 0; k < length; k++) {
        flow[path[k]] += k % 2 == 0 ? goes : -goes;
      }
      rest[u] -= goes;
      room[last] -= goes;
    }
  }
}
