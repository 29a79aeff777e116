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

  static final InnerWays NONE = new InnerWays(List.of(), new double[0], 0, new double[0]);

  private static final int XY = 4;

  /**
   * A straight piece: of one of an edge's straight pieces what lies between two shares of it.
   *
   * @param network which of the part's own networks it belongs to; negative where one cannot get
   *     outside along it
   */
  record Piece(int edge, int segment, double from, double to, int network) {}

  private final double[] xy;
  private final List<Piece> pieces;
  private final int networks;
  private final boolean mapped;

  /**
   * @param xy x and y of both ends of each piece
   * @param networks how many pieces of network lead outside and don't hang together in the part
   * @param places x, y of points that stand for the part's area
   */
  InnerWays(List<Piece> pieces, double[] xy, int networks, double[] places) {
    this.pieces = List.copyOf(pieces);
    this.xy = xy;
    this.networks = networks;
    int near = 0;
    for (int i = 0; i < places.length; i += 2) {
      if (metresTo(places[i], places[i + 1]) <= MAPPED_WITHIN_METRES) {
        near++;
      }
    }
    mapped = 4 * near >= places.length && !pieces.isEmpty();
  }

  /** Whether most of the part has a way near, so that people walk along them. */
  boolean mapped() {
    return mapped;
  }

  /** Those that lead outside are numbered from 0. */
  int networks() {
    return networks;
  }

  double metres() {
    double sum = 0;
    for (int at = 0; at < xy.length; at += XY) {
      sum += Math.hypot(xy[at + 2] - xy[at], xy[at + 3] - xy[at + 1]);
    }
    return sum;
  }

  private double metresTo(double x, double y) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int at = 0; at < xy.length; at += XY) {
      double away = Outline.metresToLine(x, y, xy[at], xy[at + 1], xy[at + 2], xy[at + 3]);
      nearest = Math.min(nearest, away);
    }
    return nearest;
  }

  /** The point of a network that is nearest to a place in degrees. */
  OnStreet nearest(StreetGraph graph, FlatMap flat, double lon, double lat, int network) {
    double x = flat.x(lon);
    double y = flat.y(lat);
    int nearest = -1;
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < pieces.size(); i++) {
      int at = XY * i;
      if (pieces.get(i).network == network) {
        double away = Outline.metresToLine(x, y, xy[at], xy[at + 1], xy[at + 2], xy[at + 3]);
        if (away < best) {
          best = away;
          nearest = i;
        }
      }
    }
    Piece piece = pieces.get(nearest);
    return new EdgeLine(graph, piece.edge).onto(piece.segment, piece.from, piece.to, lon, lat);
  }
}
