package org.gapmap.assess.walking;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Finds the street that is nearest to a place: not the nearest node. Immutable. */
public final class NearestStreet {
  private final StreetGraph graph;
  private final SegmentBoxes boxes;

  private NearestStreet(StreetGraph graph) {
    this.graph = graph;
    boxes = new SegmentBoxes(graph);
  }

  public static NearestStreet of(StreetGraph graph) {
    return new NearestStreet(graph);
  }

  /** The point of the streets nearest to a place; null where none is within the limit. */
  public @Nullable OnStreet find(double lon, double lat, double limitMetres) {
    return find(lon, lat, limitMetres, edge -> true);
  }

  /** The same among some edges. */
  public @Nullable OnStreet find(
      double lon, double lat, double limitMetres, IntPredicate edgeAllowed) {
    NearestPiece nearest = new NearestPiece(graph, lon, lat, limitMetres, edgeAllowed, null);
    boxes.search(nearest);
    return nearest.found();
  }

  /**
   * The same where the leg must be allowed, too. Of each straight piece of a street its nearest
   * point is asked for.
   */
  public @Nullable OnStreet find(
      double lon, double lat, double limitMetres, IntPredicate edgeAllowed, LegFilter legAllowed) {
    NearestPiece nearest = new NearestPiece(graph, lon, lat, limitMetres, edgeAllowed, legAllowed);
    boxes.search(nearest);
    return nearest.found();
  }

  /**
   * Offers every edge that may enter a window in degrees, and some near it; an edge may come more
   * than once.
   */
  public void near(double west, double south, double east, double north, IntConsumer edge) {
    boxes.search(
        new SegmentBoxes.Search() {
          private int last = -1;

          @Override
          public double bound(double fromLon, double fromLat, double toLon, double toLat) {
            boolean apart = fromLon > east || toLon < west || fromLat > north || toLat < south;
            return apart ? 1 : 0;
          }

          @Override
          public boolean wants(double bound) {
            return bound == 0;
          }

          @Override
          public void piece(int candidate, int segment) {
            if (candidate != last) {
              last = candidate;
              edge.accept(candidate);
            }
          }
        });
  }
}
