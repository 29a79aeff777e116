package org.gapmap.assess.walking;

import java.util.function.IntPredicate;
import org.gapmap.geo.Geocentric;
import org.jspecify.annotations.Nullable;

/**
 * One search for the straight piece nearest to a place. Candidates are compared in a plane that
 * keeps distances to about a millimetre within some kilometres of the place; of the winner the leg
 * is measured as every distance is.
 */
final class NearestPiece implements SegmentBoxes.Search {
  /** The plane's error for far boxes, so that none is left out wrongly. */
  private static final double SPARE = 0.98;

  private static final double STEP_DEGREES = 1e-3;

  private final StreetGraph graph;
  private final double lon;
  private final double lat;
  private final IntPredicate edgeAllowed;
  private final @Nullable LegFilter legAllowed;
  private final double perLon;
  private final double perLat;

  /** By how many metres a degree of longitude becomes shorter for a degree of latitude. */
  private final double lonChange;

  private double bestSquared;
  private int bestEdge = -1;
  private int bestSegment;

  NearestPiece(
      StreetGraph graph,
      double lon,
      double lat,
      double limitMetres,
      IntPredicate edgeAllowed,
      @Nullable LegFilter legAllowed) {
    this.graph = graph;
    this.lon = lon;
    this.lat = lat;
    this.edgeAllowed = edgeAllowed;
    this.legAllowed = legAllowed;
    perLon = Geocentric.metres(lon, lat, lon + STEP_DEGREES, lat) / STEP_DEGREES;
    perLat = Geocentric.metres(lon, lat, lon, lat + STEP_DEGREES) / STEP_DEGREES;
    lonChange =
        (Geocentric.metres(lon, lat + STEP_DEGREES, lon + STEP_DEGREES, lat + STEP_DEGREES)
                    / STEP_DEGREES
                - perLon)
            / STEP_DEGREES;
    bestSquared = limitMetres * limitMetres;
  }

  @Override
  public double bound(double west, double south, double east, double north) {
    double dx = Math.max(0, Math.max(west - lon, lon - east)) * perLon;
    double dy = Math.max(0, Math.max(south - lat, lat - north)) * perLat;
    return (dx * dx + dy * dy) * SPARE;
  }

  @Override
  public boolean wants(double bound) {
    return bound <= bestSquared;
  }

  @Override
  public void piece(int edge, int segment) {
    double ax = x(graph.lineLon(edge, segment), graph.lineLat(edge, segment));
    double ay = (graph.lineLat(edge, segment) - lat) * perLat;
    double bx = x(graph.lineLon(edge, segment + 1), graph.lineLat(edge, segment + 1)) - ax;
    double by = (graph.lineLat(edge, segment + 1) - lat) * perLat - ay;
    double length = bx * bx + by * by;
    double t = length > 0 ? Math.max(0, Math.min(1, -(ax * bx + ay * by) / length)) : 0;
    double x = ax + t * bx;
    double y = ay + t * by;
    double squared = x * x + y * y;
    if (squared > bestSquared
        || (squared == bestSquared && bestEdge >= 0)
        || !edgeAllowed.test(edge)
        || !allows(edge, segment, t)) {
      return;
    }
    bestSquared = squared;
    bestEdge = edge;
    bestSegment = segment;
  }

  private double x(double pointLon, double pointLat) {
    return (pointLon - lon) * (perLon + lonChange / 2 * (pointLat - lat));
  }

  private boolean allows(int edge, int segment, double t) {
    if (legAllowed == null) {
      return true;
    }
    double fromLon = graph.lineLon(edge, segment);
    double fromLat = graph.lineLat(edge, segment);
    return legAllowed.allows(
        edge,
        fromLon + t * (graph.lineLon(edge, segment + 1) - fromLon),
        fromLat + t * (graph.lineLat(edge, segment + 1) - fromLat));
  }

  @Nullable OnStreet found() {
    return bestEdge < 0 ? null : new EdgeLine(graph, bestEdge).onto(bestSegment, lon, lat);
  }
}
