package org.gapmap.assess.walking;

import java.util.List;

/**
 * The streets inside one part of a compound, cut into straight pieces, and which of them hang
 * together there. Whether they do is told without regard to gates and to ways round outside, so
 * that one more gate adds ways and takes none away. Immutable.
 */
final class InnerWays {
  /** People come along the ways where most of them have one at least as near as this. */
  private static final double MAPPED_WITHIN_METRES = 50;

  static final InnerWays NONE = new InnerWays(List.of(), new boolean[0], new double[0]);

  private static final int XY = 4;

  /**
   * A straight piece.
   *
   * @param along metres along the edge to its first end
   * @param metres how long it is
   * @param network which of the part's own networks it belongs to
   */
  record Piece(
      int edge,
      double ax,
      double ay,
      double bx,
      double by,
      double along,
      double metres,
      int network) {}

  private final double[] xy;
  private final int[] edge;
  private final double[] along;
  private final double[] metres;
  private final int[] network;
  private final boolean[] reaches;
  private final boolean mapped;

  /**
   * @param reaches of each network whether one gets from it to the streets outside
   * @param places x, y of points that stand for the part's area
   */
  InnerWays(List<Piece> pieces, boolean[] reaches, double[] places) {
    int count = pieces.size();
    xy = new double[XY * count];
    edge = new int[count];
    along = new double[count];
    metres = new double[count];
    network = new int[count];
    for (int i = 0; i < count; i++) {
      Piece piece = pieces.get(i);
      xy[XY * i] = piece.ax;
      xy[XY * i + 1] = piece.ay;
      xy[XY * i + 2] = piece.bx;
      xy[XY * i + 3] = piece.by;
      edge[i] = piece.edge;
      along[i] = piece.along;
      metres[i] = piece.metres;
      network[i] = piece.network;
    }
    this.reaches = reaches;
    int near = 0;
    for (int i = 0; i < places.length; i += 2) {
      if (metresTo(places[i], places[i + 1]) <= MAPPED_WITHIN_METRES) {
        near++;
      }
    }
    mapped = count > 0 && 4 * near >= places.length;
  }

  /** Whether most of the part has a way near, so that people walk along them. */
  boolean mapped() {
    return mapped;
  }

  /** Whether one gets outside along any of them. */
  boolean reachesOutside() {
    for (boolean one : reaches) {
      if (one) {
        return true;
      }
    }
    return false;
  }

  int networks() {
    return reaches.length;
  }

  boolean reaches(int one) {
    return reaches[one];
  }

  double metres() {
    double sum = 0;
    for (double one : metres) {
      sum += one;
    }
    return sum;
  }

  private double metresTo(double x, double y) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < edge.length; i++) {
      int at = XY * i;
      nearest =
          Math.min(
              nearest, Outline.metresToLine(x, y, xy[at], xy[at + 1], xy[at + 2], xy[at + 3]));
    }
    return nearest;
  }

  /** The piece of a network that is nearest to a place, or a negative number. */
  int nearest(double x, double y, int ofNetwork) {
    int nearest = -1;
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < edge.length; i++) {
      int at = XY * i;
      if (network[i] == ofNetwork) {
        double away = Outline.metresToLine(x, y, xy[at], xy[at + 1], xy[at + 2], xy[at + 3]);
        if (away < best) {
          best = away;
          nearest = i;
        }
      }
    }
    return nearest;
  }

  /** The point of a piece that is nearest to a place, and the ground between them. */
  OnStreet join(int piece, FlatMap flat, double lon, double lat) {
    int at = XY * piece;
    double t =
        Outline.nearestAlong(
            flat.x(lon), flat.y(lat), xy[at], xy[at + 1], xy[at + 2], xy[at + 3]);
    double footLon = flat.lonAt(xy[at] + t * (xy[at + 2] - xy[at]));
    double footLat = flat.latAt(xy[at + 1] + t * (xy[at + 3] - xy[at + 1]));
    return new OnStreet(
        edge[piece],
        along[piece] + t * metres[piece],
        SegmentLength.ON_ELLIPSOID.metres(lon, lat, footLon, footLat));
  }
}
