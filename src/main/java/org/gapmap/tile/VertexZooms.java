package org.gapmap.tile;

import java.util.Arrays;

/**
 * From which zoom each vertex of a line or ring is needed: at any zoom, those that are needed are
 * what Douglas and Peucker's simplification keeps with a tolerance of a quarter of a pixel there.
 * Worked out once, since a simplification with a larger tolerance keeps fewer of the same vertices.
 */
final class VertexZooms {
  /** Of a vertex that is never needed. */
  static final byte NEVER = Byte.MAX_VALUE;

  /** A quarter of a pixel is 2^(22 - zoom) units of {@link WorldSquare}. */
  private static final int UNITS_EXPONENT = 22;

  private VertexZooms() {}

  /**
   * @param xy x, y, x, y ... of the line in {@link WorldSquare}; a ring without its last vertex,
   *     which is its first
   * @return a zoom for each vertex, 0 for the ends of a line
   */
  static byte[] of(int[] xy, boolean ring) {
    int n = xy.length / 2;
    byte[] zooms = new byte[n];
    if (n < 3) {
      return zooms;
    }
    Arrays.fill(zooms, NEVER);
    zooms[0] = 0;
    if (ring) {
      int far = farthest(xy);
      zooms[far] = 0;
      split(xy, 0, far, Double.POSITIVE_INFINITY, zooms);
      split(xy, far, n, Double.POSITIVE_INFINITY, zooms);
    } else {
      zooms[n - 1] = 0;
      split(xy, 0, n - 1, Double.POSITIVE_INFINITY, zooms);
    }
    return zooms;
  }

  /** The zoom from which a vertex that strays so far is seen to. */
  static byte zoomOf(double units) {
    if (!(units > 0)) {
      return NEVER;
    }
    int zoom = (int) Math.floor(UNITS_EXPONENT - Math.log(units) / Math.log(2)) + 1;
    return (byte) Math.max(0, Math.min(NEVER, zoom));
  }

  private static int farthest(int[] xy) {
    int best = 0;
    double most = -1;
    for (int i = 0; i < xy.length / 2; i++) {
      double away = Math.hypot((double) xy[2 * i] - xy[0], (double) xy[2 * i + 1] - xy[1]);
      if (away > most) {
        most = away;
        best = i;
      }
    }
    return best;
  }

  /**
   * @param last may be one past the end, which is the first vertex again
   * @param parent how far the vertex strayed that split the line here: a vertex below it is never
   *     kept where that one is not
   */
  private static void split(int[] xy, int first, int last, double parent, byte[] zooms) {
    int from = first;
    int to = last;
    double least = parent;
    // The shorter half by recursion, the longer one by the loop: the stack stays shallow.
    while (to - from > 1) {
      int worst = -1;
      double most = -1;
      int end = 2 * (to % (xy.length / 2));
      for (int i = from + 1; i < to; i++) {
        double away =
            distance(
                xy[2 * i], xy[2 * i + 1], xy[2 * from], xy[2 * from + 1], xy[end], xy[end + 1]);
        if (away > most) {
          most = away;
          worst = i;
        }
      }
      least = Math.min(least, most);
      zooms[worst] = zoomOf(least);
      if (worst - from < to - worst) {
        split(xy, from, worst, least, zooms);
        from = worst;
      } else {
        split(xy, worst, to, least, zooms);
        to = worst;
      }
    }
  }

  /** From a point to a segment. */
  private static double distance(double x, double y, double x1, double y1, double x2, double y2) {
    double dx = x2 - x1;
    double dy = y2 - y1;
    double length = dx * dx + dy * dy;
    double along = length == 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / length;
    double at = Math.max(0, Math.min(1, along));
    return Math.hypot(x - x1 - at * dx, y - y1 - at * dy);
  }
}
