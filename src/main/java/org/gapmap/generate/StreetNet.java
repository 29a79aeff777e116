package org.gapmap.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.noding.IntersectionAdder;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;

/** Splits streets where they meet, so that whoever walks on them can turn. */
final class StreetNet {
  private static final double SNAP_METRES = 0.5;

  private StreetNet() {}

  static List<Street> noded(List<Street> streets) {
    List<NodedSegmentString> strings = new ArrayList<>();
    List<Coordinate[]> snapped = snapped(streets);
    for (int i = 0; i < streets.size(); i++) {
      strings.add(new NodedSegmentString(snapped.get(i), streets.get(i)));
    }
    MCIndexNoder noder = new MCIndexNoder(new IntersectionAdder(new RobustLineIntersector()));
    noder.computeNodes(strings);
    List<Street> noded = new ArrayList<>();
    for (Object piece : noder.getNodedSubstrings()) {
      SegmentString string = (SegmentString) piece;
      Street street = (Street) string.getData();
      LineString axis = street.axis().getFactory().createLineString(string.getCoordinates());
      if (axis.getLength() > SNAP_METRES) {
        noded.add(new Street(axis, street.kind(), street.name()));
      }
    }
    noded.sort(
        Comparator.comparing(Street::kind)
            .thenComparing(Street::name)
            .thenComparing(street -> street.axis().getCoordinateN(0))
            .thenComparing(street -> street.axis().getLength()));
    return noded;
  }

  /** Axes with the ends of others, where they touch, as vertices: only those meet exactly. */
  private static List<Coordinate[]> snapped(List<Street> streets) {
    STRtree ends = new STRtree();
    for (Street street : streets) {
      for (Coordinate end : ends(street)) {
        ends.insert(new Envelope(end), end);
      }
    }
    List<Coordinate[]> snapped = new ArrayList<>();
    for (Street street : streets) {
      Coordinate[] points = street.axis().getCoordinates();
      List<Coordinate> all = new ArrayList<>();
      all.add(points[0]);
      for (int i = 1; i < points.length; i++) {
        all.addAll(touching(ends, points[i - 1], points[i]));
        all.add(points[i]);
      }
      snapped.add(all.toArray(new Coordinate[0]));
    }
    return snapped;
  }

  private static List<Coordinate> ends(Street street) {
    Coordinate[] points = street.axis().getCoordinates();
    return Arrays.asList(points[0], points[points.length - 1]);
  }

  private static List<Coordinate> touching(STRtree ends, Coordinate from, Coordinate to) {
    LineSegment segment = new LineSegment(from, to);
    Envelope envelope = new Envelope(from, to);
    envelope.expandBy(SNAP_METRES);
    List<Coordinate> touching = new ArrayList<>();
    for (Object found : ends.query(envelope)) {
      Coordinate end = (Coordinate) found;
      double along = segment.projectionFactor(end);
      if (0 < along
          && along < 1
          && segment.distance(end) < 1e-3
          && !end.equals2D(from)
          && !end.equals2D(to)
          && !touching.contains(end)) {
        touching.add(end);
      }
    }
    touching.sort(Comparator.comparingDouble(segment::projectionFactor));
    return touching;
  }
}
