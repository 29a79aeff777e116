package org.gapmap.assess.walking;

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
    double away = 0;
    for (int axis = 0; axis < 3; axis++) {
      double gap = xyz[6 + axis] - xyz[axis] - t * (xyz[3 + axis] - xyz[axis]);
      away += gap * gap;
    }
    double before = 0;
    for (int i = 0; i < segment; i++) {
      before += piece(i);
    }
    return new OnStreet(edge, before + t * piece(segment), Geocentric.arcMetres(away));
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

  private double[] between(int segment, double t) {
    double lon = graph.lineLon(edge, segment);
    double lat = graph.lineLat(edge, segment);
    return new double[] {
      lon + t * (graph.lineLon(edge, segment + 1) - lon),
      lat + t * (graph.lineLat(edge, segment + 1) - lat)
    };
  }
}
