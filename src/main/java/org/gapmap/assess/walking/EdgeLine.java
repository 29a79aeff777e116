package org.gapmap.assess.walking;

import java.util.Arrays;
import org.gapmap.geo.Geocentric;

/** Measures along one edge: points by the metres to them, and the metres to points. */
final class EdgeLine {
  private final StreetGraph graph;
  private final int edge;

  EdgeLine(StreetGraph graph, int edge) {
    this.graph = graph;
    this.edge = edge;
  }

  private double piece(int segment) {
    return graph
        .lengths()
        .metres(
            graph.lineLon(edge, segment),
            graph.lineLat(edge, segment),
            graph.lineLon(edge, segment + 1),
            graph.lineLat(edge, segment + 1));
  }

  /** The point of a straight piece that is nearest to a place in degrees. */
  OnStreet onto(int segment, double lon, double lat) {
    return onto(segment, 0, 1, lon, lat);
  }

  /** The same among the points between two shares of the straight piece. */
  OnStreet onto(int segment, double from, double to, double lon, double lat) {
    double[] xyz = new double[9];
    Geocentric.of(graph.lineLon(edge, segment), graph.lineLat(edge, segment), xyz, 0);
    Geocentric.of(graph.lineLon(edge, segment + 1), graph.lineLat(edge, segment + 1), xyz, 3);
    Geocentric.of(lon, lat, xyz, 6);
    double dot = 0;
    double square = 0;
    for (int axis = 0; axis < 3; axis++) {
      double along = xyz[3 + axis] - xyz[axis];
      dot += along * (xyz[6 + axis] - xyz[axis]);
      square += along * along;
    }
    double t = square > 0 ? Math.max(from, Math.min(to, dot / square)) : from;
    double[] foot = between(segment, t);
    double away = Geocentric.metres(lon, lat, foot[0], foot[1]);
    double before = 0;
    for (int i = 0; i < segment; i++) {
      before += piece(i);
    }
    return new OnStreet(edge, before + t * piece(segment), away);
  }

  /** Longitude, latitude of the point so many metres from the {@code from} end. */
  double[] at(double along) {
    double left = along;
    int last = graph.segments(edge) - 1;
    for (int segment = 0; segment <= last; segment++) {
      double piece = piece(segment);
      if (left <= piece || segment == last) {
        return between(segment, piece > 0 ? Math.max(0, Math.min(1, left / piece)) : 0);
      }
      left -= piece;
    }
    throw new IllegalStateException("an edge has a piece at least");
  }

  /** Longitude, latitude of the points of a part, in the direction from one to the other. */
  double[] part(double from, double to) {
    double low = Math.min(from, to);
    double high = Math.max(from, to);
    int segments = graph.segments(edge);
    double[] points = new double[2 * segments + 2];
    int used = 0;
    double begin = 0;
    for (int segment = 0; segment < segments; segment++) {
      double end = begin + piece(segment);
      boolean last = segment == segments - 1;
      if (used == 0 && (low < end || last)) {
        used = put(points, used, between(segment, share(low, begin, end)));
      }
      if (used > 0 && (high <= end || last)) {
        used = put(points, used, between(segment, share(high, begin, end)));
        break;
      }
      if (used > 0) {
        used = put(points, used, between(segment, 1));
      }
      begin = end;
    }
    double[] part = Arrays.copyOf(points, used);
    return from <= to ? part : reversed(part);
  }

  private static double share(double along, double begin, double end) {
    return end > begin ? Math.max(0, Math.min(1, (along - begin) / (end - begin))) : 0;
  }

  private static int put(double[] points, int used, double[] point) {
    points[used] = point[0];
    points[used + 1] = point[1];
    return used + 2;
  }

  private static double[] reversed(double[] points) {
    double[] reversed = new double[points.length];
    for (int i = 0; i < points.length; i += 2) {
      reversed[i] = points[points.length - 2 - i];
      reversed[i + 1] = points[points.length - 1 - i];
    }
    return reversed;
  }

  private double[] between(int segment, double t) {
    int end = t >= 1 ? segment + 1 : segment;
    double lon = graph.lineLon(edge, end);
    double lat = graph.lineLat(edge, end);
    if (t <= 0 || t >= 1) {
      return new double[] {lon, lat};
    }
    double[] xyz = new double[6];
    Geocentric.of(lon, lat, xyz, 0);
    Geocentric.of(graph.lineLon(edge, segment + 1), graph.lineLat(edge, segment + 1), xyz, 3);
    return Geocentric.lonLat(
        xyz[0] + t * (xyz[3] - xyz[0]),
        xyz[1] + t * (xyz[4] - xyz[1]),
        xyz[2] + t * (xyz[5] - xyz[2]));
  }
}
