package org.gapmap.assess.walking;

import java.util.Arrays;

/**
 * Collects streets and makes a graph of them. Streets join where they have a point in common, of
 * the same level unless one of them ends there; a bridge over a road has none with it. A point that
 * one street alone passes through is no node but part of an edge's shape.
 *
 * <p>Repeated points are dropped, and a street without length altogether. For one thread.
 */
public final class StreetGraphBuilder implements StreetTaker {
  /** Longer pieces, as ferries have them, get points in between: an edge can't be endless. */
  private static final double LONGEST_PIECE_DEGREES = 0.1;

  private final SegmentLength lengths;
  private final StreetPoints points = new StreetPoints();
  private int[] line = new int[64];
  private int used;
  private int[] lineFirst = new int[32];
  private int[] lineStreet = new int[32];
  private int lines;

  public StreetGraphBuilder() {
    this(SegmentLength.ON_ELLIPSOID);
  }

  public StreetGraphBuilder(SegmentLength lengths) {
    this.lengths = lengths;
  }

  /**
   * Adds a street, or a part of one.
   *
   * @param street a number of the caller's, which {@link StreetGraph#street} gives back
   * @param lonLat longitude, latitude of its points in degrees
   * @param level above (or below 0: under) the ground; a bridge or a storey
   * @throws IllegalArgumentException where a coordinate is no number or there are fewer than two
   *     points
   */
  @Override
  public void add(int street, double[] lonLat, int level) {
    if (lonLat.length < 4 || lonLat.length % 2 != 0) {
      throw new IllegalArgumentException(
          "street " + street + " has " + lonLat.length + " ordinates: two points are the least");
    }
    for (double ordinate : lonLat) {
      if (!(Math.abs(ordinate) <= 360)) {
        throw new IllegalArgumentException("street " + street + " has a point at " + ordinate);
      }
    }
    int first = used;
    double lon = lonLat[0];
    double lat = lonLat[1];
    for (int i = 0; i < lonLat.length; i += 2) {
      double towardsLon = lonLat[i] - lon;
      double towardsLat = lonLat[i + 1] - lat;
      double far = Math.max(Math.abs(towardsLon), Math.abs(towardsLat));
      int pieces = 1 + (int) (far / LONGEST_PIECE_DEGREES);
      for (int piece = 1; piece < pieces; piece++) {
        double share = (double) piece / pieces;
        append(first, points.at(lon + share * towardsLon, lat + share * towardsLat, level));
      }
      lon = lonLat[i];
      lat = lonLat[i + 1];
      append(first, points.at(lon, lat, level));
    }
    if (used - first < 2) {
      used = first;
      return;
    }
    points.end(line[first]);
    points.end(line[used - 1]);
    for (int i = first + 1; i < used - 1; i++) {
      points.pass(line[i]);
    }
    if (lines + 1 >= lineFirst.length) {
      lineFirst = Arrays.copyOf(lineFirst, 2 * lineFirst.length);
      lineStreet = Arrays.copyOf(lineStreet, 2 * lineStreet.length);
    }
    lineStreet[lines++] = street;
    lineFirst[lines] = used;
  }

  private void append(int first, int point) {
    if (used > first && line[used - 1] == point) {
      return;
    }
    if (used == line.length) {
      line = Arrays.copyOf(line, 2 * used);
    }
    line[used++] = point;
  }

  /** The graph of what was added. */
  public StreetGraph build() {
    int[] stands = points.joinLevels();
    for (int i = 0; i < used; i++) {
      line[i] = stands[line[i]];
    }
    return new StreetGraph(new EdgeCutter(points, lengths).cut(line, lineFirst, lineStreet, lines));
  }
}
