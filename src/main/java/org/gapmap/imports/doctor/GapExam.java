package org.gapmap.imports.doctor;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.gapmap.domain.LocalizedText;
import org.gapmap.geo.LocalPlane;
import org.gapmap.jobs.Progress;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/**
 * Narrow land that belongs to nobody and is closed all round: holes in the union of neighbours in
 * which no circle as wide as a sliver fits. Worked out piece by piece of the map, at most {@value
 * #MOST_AT_ONCE} shapes in each but where they lie on top of each other.
 */
final class GapExam {
  private static final int MOST_AT_ONCE = 1_000;
  private static final double MARGIN_DEGREES = 0.003;
  private static final double CIRCLE_METRES = 0.02;

  /**
   * A centimetre: finer slits are closed. Where a corner lies on a neighbour's edge there always is
   * one, since what is straight in the file's plane is not straight in degrees.
   */
  private static final PrecisionModel HAIR = new PrecisionModel(1e7);

  private static final LocalizedText STAGE = new LocalizedText("正在检查狭缝", "looking for slivers");

  private final List<PolygonShelf.Kept> shapes;
  private final NeighbourExam neighbours;
  private final GeometryTally tally;
  private final Progress progress;
  private int done;

  GapExam(
      List<PolygonShelf.Kept> shapes,
      NeighbourExam neighbours,
      GeometryTally tally,
      Progress progress) {
    this.shapes = shapes;
    this.neighbours = neighbours;
    this.tally = tally;
    this.progress = progress;
  }

  /** Only where a shape and its neighbours do not fit can there be a sliver. */
  void run() {
    BitSet wanted = new BitSet();
    neighbours.flagged().stream()
        .forEach(
            i -> {
              wanted.set(i);
              for (int near : neighbours.near(i)) {
                wanted.set(near);
              }
            });
    List<PolygonShelf.Kept> all = wanted.stream().mapToObj(shapes::get).toList();
    progress.stage(STAGE, all.size());
    split(all, new Envelope(-180, 180, -90, 90), all.size());
  }

  /** Halves the piece until few enough shapes reach into it, or halving no longer parts them. */
  private void split(List<PolygonShelf.Kept> reaching, Envelope piece, int before) {
    if (reaching.size() < 2) {
      return;
    }
    boolean stuck = reaching.size() == before && piece.getWidth() < 4 * MARGIN_DEGREES;
    if (reaching.size() <= MOST_AT_ONCE || stuck) {
      slivers(reaching, piece);
      done = Math.min(done + reaching.size(), shapes.size());
      progress.done(done);
      return;
    }
    boolean upright = piece.getWidth() >= piece.getHeight();
    double[] middles =
        reaching.stream()
            .map(kept -> kept.shape().getEnvelopeInternal().centre())
            .mapToDouble(at -> upright ? at.x : at.y)
            .sorted()
            .toArray();
    double low = upright ? piece.getMinX() : piece.getMinY();
    double high = upright ? piece.getMaxX() : piece.getMaxY();
    double cut = middles[middles.length / 2];
    if (!(cut > low && cut < high)) {
      cut = (low + high) / 2;
    }
    for (Envelope half : halves(piece, upright, cut)) {
      Envelope reach = half.copy();
      reach.expandBy(MARGIN_DEGREES);
      split(
          reaching.stream()
              .filter(kept -> reach.intersects(kept.shape().getEnvelopeInternal()))
              .toList(),
          half,
          reaching.size());
    }
  }

  private static List<Envelope> halves(Envelope piece, boolean upright, double cut) {
    return upright
        ? List.of(
            new Envelope(piece.getMinX(), cut, piece.getMinY(), piece.getMaxY()),
            new Envelope(cut, piece.getMaxX(), piece.getMinY(), piece.getMaxY()))
        : List.of(
            new Envelope(piece.getMinX(), piece.getMaxX(), piece.getMinY(), cut),
            new Envelope(piece.getMinX(), piece.getMaxX(), cut, piece.getMaxY()));
  }

  private void slivers(List<PolygonShelf.Kept> reaching, Envelope piece) {
    List<Geometry> parts = reaching.stream().map(PolygonShelf.Kept::shape).toList();
    GeometryFactory factory = new GeometryFactory();
    Geometry union = UnaryUnionNG.union(parts, factory, HAIR);
    for (int i = 0; i < union.getNumGeometries(); i++) {
      if (union.getGeometryN(i) instanceof Polygon polygon) {
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          sliver(factory.createPolygon(polygon.getInteriorRingN(hole)), reaching, piece);
        }
      }
    }
  }

  private void sliver(Polygon degrees, List<PolygonShelf.Kept> reaching, Envelope piece) {
    LocalPlane plane = LocalPlane.atCentreOf(degrees.getEnvelopeInternal());
    Geometry hole = MetreShapes.of(plane, degrees);
    double sqm = hole.getArea();
    // A circle as wide as twice the area over the outline always fits.
    if (sqm < NeighbourExam.LEAST_OVERLAP_SQM
        || 2 * sqm / hole.getLength() >= NeighbourExam.GAP_METRES) {
      return;
    }
    Coordinate at = degrees.getInteriorPoint().getCoordinate();
    boolean here =
        at.x >= piece.getMinX()
            && at.x < piece.getMaxX()
            && at.y >= piece.getMinY()
            && at.y < piece.getMaxY();
    if (!here
        || 2 * new MaximumInscribedCircle(hole, CIRCLE_METRES).getRadiusLine().getLength()
            >= NeighbourExam.GAP_METRES) {
      return;
    }
    List<PolygonShelf.Kept> beside = beside(degrees, reaching);
    tally.add(
        GeometryCode.GAP,
        new Preview.GeometryExample(
            beside.isEmpty() ? 0 : beside.get(0).row(),
            beside.size() > 1 ? OptionalInt.of(beside.get(1).row()) : OptionalInt.empty(),
            String.join(" / ", beside.stream().limit(2).map(PolygonShelf.Kept::name).toList()),
            OptionalDouble.of(sqm),
            at.x,
            at.y));
  }

  /** The shapes around a hole, the one with the longest share of its edge first. */
  private static List<PolygonShelf.Kept> beside(Polygon hole, List<PolygonShelf.Kept> reaching) {
    record Side(PolygonShelf.Kept kept, double length) {}
    LinearRing edge = hole.getExteriorRing();
    List<Side> sides = new ArrayList<>();
    for (PolygonShelf.Kept kept : reaching) {
      if (kept.shape().getEnvelopeInternal().intersects(edge.getEnvelopeInternal())) {
        double length =
            OverlayNGRobust.overlay(edge, kept.shape(), OverlayNG.INTERSECTION).getLength();
        if (length > 0) {
          sides.add(new Side(kept, length));
        }
      }
    }
    sides.sort(Comparator.comparingDouble(Side::length).reversed());
    return sides.stream().map(Side::kept).toList();
  }
}
