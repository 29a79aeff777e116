package org.gapmap.tile;

/**
 * What of a ring or line lies within a tile and its margin: Sutherland and Hodgman's for rings,
 * side by side, and segment by segment for lines. For one thread.
 */
final class BoxClip {
  private final int low;
  private final int high;

  /**
   * @param low the least x and y that is kept
   * @param high the largest
   */
  BoxClip(int low, int high) {
    this.low = low;
    this.high = high;
  }

  /** A ring without its last vertex, clipped; parts of its outline may run along the box. */
  GrowingInts ring(GrowingInts ring) {
    GrowingInts clipped = ring;
    for (int side = 0; side < 4 && clipped.size() > 0; side++) {
      clipped = ringAt(clipped, side);
    }
    return clipped;
  }

  private GrowingInts ringAt(GrowingInts ring, int side) {
    GrowingInts kept = new GrowingInts();
    int n = ring.size();
    int px = ring.get(n - 2);
    int py = ring.get(n - 1);
    boolean wasIn = within(px, py, side);
    for (int i = 0; i < n; i += 2) {
      int x = ring.get(i);
      int y = ring.get(i + 1);
      boolean in = within(x, y, side);
      if (in != wasIn) {
        addCrossing(kept, px, py, x, y, side);
      }
      if (in) {
        add(kept, x, y);
      }
      px = x;
      py = y;
      wasIn = in;
    }
    return kept;
  }

  private boolean within(int x, int y, int side) {
    return switch (side) {
      case 0 -> x >= low;
      case 1 -> x <= high;
      case 2 -> y >= low;
      default -> y <= high;
    };
  }

  private void addCrossing(GrowingInts kept, int x1, int y1, int x2, int y2, int side) {
    int limit = side % 2 == 0 ? low : high;
    if (side < 2) {
      add(kept, limit, between(y1, y2, ((double) limit - x1) / ((double) x2 - x1)));
    } else {
      add(kept, between(x1, x2, ((double) limit - y1) / ((double) y2 - y1)), limit);
    }
  }

  private static int between(int from, int to, double share) {
    return (int) Math.rint(from + share * ((double) to - from));
  }

  /** Appends a vertex, unless it is where the last one is. */
  static void add(GrowingInts line, int x, int y) {
    int n = line.size();
    if (n < 2 || line.get(n - 2) != x || line.get(n - 1) != y) {
      line.add(x);
      line.add(y);
    }
  }

  /** Told of each piece of a line that lies within. */
  interface Piece {
    void take(GrowingInts line);
  }

  void line(GrowingInts line, Piece piece) {
    GrowingInts kept = new GrowingInts();
    for (int i = 0; i + 3 < line.size(); i += 2) {
      double x1 = line.get(i);
      double y1 = line.get(i + 1);
      double dx = line.get(i + 2) - x1;
      double dy = line.get(i + 3) - y1;
      double[] range = {0, 1};
      boolean seen =
          narrow(range, -dx, x1 - low)
              && narrow(range, dx, high - x1)
              && narrow(range, -dy, y1 - low)
              && narrow(range, dy, high - y1);
      if (!seen || range[0] > 0) {
        hand(kept, piece);
      }
      if (seen) {
        add(kept, round(x1 + range[0] * dx), round(y1 + range[0] * dy));
        add(kept, round(x1 + range[1] * dx), round(y1 + range[1] * dy));
        if (range[1] < 1) {
          hand(kept, piece);
        }
      }
    }
    hand(kept, piece);
  }

  private static int round(double value) {
    return (int) Math.rint(value);
  }

  /** Liang and Barsky: keeps of the range where step * t is at most room; false where nowhere. */
  private static boolean narrow(double[] range, double step, double room) {
    if (step == 0) {
      return room >= 0;
    }
    double at = room / step;
    if (step < 0) {
      range[0] = Math.max(range[0], at);
    } else {
      range[1] = Math.min(range[1], at);
    }
    return range[0] < range[1];
  }

  private static void hand(GrowingInts kept, Piece piece) {
    if (kept.size() >= 4) {
      piece.take(kept);
    }
    kept.cutTo(0);
  }
}
