package org.gapmap.assess.walking;

/** All that lies within some metres of a side: a convex shape, so it covers one piece of a line. */
final class Capsule {
  private Capsule() {}

  /**
   * Writes the piece of the line from a to b within some metres of a side, as shares of its length
   * in [0, 1]; false where there is none.
   *
   * @param sides as in {@link Sides}
   * @param at where the side begins there
   */
  static boolean along(
      double ax,
      double ay,
      double bx,
      double by,
      double[] sides,
      int at,
      double metres,
      double[] piece) {
    double dx = bx - ax;
    double dy = by - ay;
    double sx = sides[at + 2] - sides[at];
    double sy = sides[at + 3] - sides[at + 1];
    double side = Math.hypot(sx, sy);
    // The line in the side's own frame: u along it, v away from it.
    double u = ((ax - sides[at]) * sx + (ay - sides[at + 1]) * sy) / side;
    double v = ((ay - sides[at + 1]) * sx - (ax - sides[at]) * sy) / side;
    double du = (dx * sx + dy * sy) / side;
    double dv = (dy * sx - dx * sy) / side;
    piece[0] = 2;
    piece[1] = -1;
    box(u, v, du, dv, side, metres, piece);
    disc(u, v, du, dv, metres, piece);
    disc(u - side, v, du, dv, metres, piece);
    piece[0] = Math.max(0, piece[0]);
    piece[1] = Math.min(1, piece[1]);
    return piece[0] <= piece[1];
  }

  private static void box(
      double u, double v, double du, double dv, double side, double metres, double[] piece) {
    double from = Double.NEGATIVE_INFINITY;
    double to = Double.POSITIVE_INFINITY;
    if (du == 0) {
      if (u < 0 || u > side) {
        return;
      }
    } else {
      from = Math.min(-u / du, (side - u) / du);
      to = Math.max(-u / du, (side - u) / du);
    }
    if (dv == 0) {
      if (Math.abs(v) > metres) {
        return;
      }
    } else {
      from = Math.max(from, Math.min((-metres - v) / dv, (metres - v) / dv));
      to = Math.min(to, Math.max((-metres - v) / dv, (metres - v) / dv));
    }
    widen(from, to, piece);
  }

  private static void disc(
      double u, double v, double du, double dv, double metres, double[] piece) {
    double a = du * du + dv * dv;
    double b = u * du + v * dv;
    double c = u * u + v * v - metres * metres;
    if (a == 0) {
      if (c <= 0) {
        widen(0, 1, piece);
      }
      return;
    }
    double discriminant = b * b - a * c;
    if (discriminant >= 0) {
      double root = Math.sqrt(discriminant);
      widen((-b - root) / a, (-b + root) / a, piece);
    }
  }

  private static void widen(double from, double to, double[] piece) {
    if (from <= to) {
      piece[0] = Math.min(piece[0], from);
      piece[1] = Math.max(piece[1], to);
    }
  }
}
