package org.gapmap.imports.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.gapmap.domain.LocalizedText;
import org.gapmap.geo.LocalPlane;
import org.gapmap.jobs.Progress;
import org.locationtech.jts.coverage.CoveragePolygonValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Polygons against those next to them: overlaps, the same shape twice, and boundaries that run side
 * by side without touching. JTS's coverage check finds which ones are to be compared: where every
 * edge of a shape is its neighbour's, or nobody's, nothing more is asked.
 *
 * <p>Tolerances: {@value #GAP_METRES} m is a sliver, not a street; {@value #LEAST_OVERLAP_SQM} m2
 * and {@value #LEAST_GAP_METRES} m are what drawing leaves.
 */
final class NeighbourExam {
  static final double GAP_METRES = 3;
  static final double LEAST_OVERLAP_SQM = 1;
  static final double LEAST_GAP_METRES = 0.05;
  private static final double NEARLY_ALL = 0.95;
  private static final double METRES_PER_DEGREE = 111_000;
  private static final int BATCH = 2_000;
  private static final LocalizedText STAGE = new LocalizedText("正在检查相邻图形", "comparing neighbours");

  /** What two shapes have between them. */
  private record Pair(int other, GeometryCode code, Preview.GeometryExample example) {}

  private record Compared(boolean flagged, List<Pair> pairs) {
    static final Compared FINE = new Compared(false, List.of());
  }

  private final List<PolygonShelf.Kept> shapes;
  private final boolean nested;
  private final HPRtree tree = new HPRtree();
  private final BitSet flagged = new BitSet();

  /**
   * @param nested whether one shape may well lie within another, as a sub-district in its district
   */
  NeighbourExam(List<PolygonShelf.Kept> shapes, boolean nested) {
    this.shapes = shapes;
    this.nested = nested;
    for (int i = 0; i < shapes.size(); i++) {
      tree.insert(shapes.get(i).shape().getEnvelopeInternal(), i);
    }
    if (!shapes.isEmpty()) {
      tree.build();
    }
  }

  void run(GeometryTally tally, Progress progress) {
    progress.stage(STAGE, shapes.size());
    for (int from = 0; from < shapes.size(); from += BATCH) {
      int start = from;
      int end = Math.min(shapes.size(), from + BATCH);
      Compared[] batch = new Compared[end - from];
      IntStream.range(from, end).parallel().forEach(i -> batch[i - start] = compare(i));
      for (int i = 0; i < batch.length; i++) {
        int index = start + i;
        flagged.set(index, batch[i].flagged());
        // A pair is seen from both sides, or from one: a shape within another leaves that one's
        // edges alone.
        batch[i].pairs().stream()
            .filter(pair -> pair.other() > index || !flagged.get(pair.other()))
            .forEach(pair -> tally.add(pair.code(), pair.example()));
      }
      progress.done(end);
    }
  }

  /** Indexes of the shapes whose edges are not all their neighbours' or nobody's. */
  BitSet flagged() {
    return flagged;
  }

  /** Indexes of other shapes within reach of a sliver, in ascending order. */
  int[] near(int index) {
    Envelope reach = shapes.get(index).shape().getEnvelopeInternal().copy();
    double north = GAP_METRES / METRES_PER_DEGREE;
    double south = Math.cos(Math.toRadians(reach.centre().y));
    reach.expandBy(north / Math.max(south, 0.01), north);
    return ((List<?>) tree.query(reach))
        .stream().mapToInt(i -> (Integer) i).filter(i -> i != index).sorted().toArray();
  }

  private Compared compare(int index) {
    int[] near = near(index);
    if (near.length == 0) {
      return Compared.FINE;
    }
    PolygonShelf.Kept kept = shapes.get(index);
    LocalPlane plane = LocalPlane.atCentreOf(kept.shape().getEnvelopeInternal());
    Geometry here = MetreShapes.of(plane, kept.shape());
    Geometry[] others =
        Arrays.stream(near)
            .mapToObj(i -> MetreShapes.of(plane, shapes.get(i).shape()))
            .toArray(Geometry[]::new);
    Geometry wrong = CoveragePolygonValidator.validate(here, others, GAP_METRES);
    if (wrong.isEmpty()) {
      return Compared.FINE;
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < near.length; i++) {
      pair(kept, here, near[i], others[i], wrong, plane).ifPresent(pairs::add);
    }
    return new Compared(true, pairs);
  }

  private Optional<Pair> pair(
      PolygonShelf.Kept kept,
      Geometry here,
      int index,
      Geometry there,
      Geometry wrong,
      LocalPlane plane) {
    PolygonShelf.Kept other = shapes.get(index);
    Geometry shared = OverlayNGRobust.overlay(here, there, OverlayNG.INTERSECTION);
    double sqm = shared.getArea();
    if (sqm < LEAST_OVERLAP_SQM) {
      return isOpenGap(there, wrong)
          ? Optional.of(
              new Pair(
                  index,
                  GeometryCode.NEARLY_TOUCHING,
                  example(kept, other, OptionalDouble.empty(), plane, wrong)))
          : Optional.empty();
    }
    double smaller = Math.min(here.getArea(), there.getArea());
    double larger = Math.max(here.getArea(), there.getArea());
    GeometryCode code = GeometryCode.OVERLAP;
    if (sqm > NEARLY_ALL * larger) {
      code =
          kept.shape().equalsNorm(other.shape())
              ? GeometryCode.SAME_SHAPE
              : GeometryCode.NEARLY_SAME_SHAPE;
    } else if (sqm > NEARLY_ALL * smaller) {
      if (nested) {
        return Optional.empty();
      }
      code = GeometryCode.CONTAINED;
    }
    return Optional.of(
        new Pair(index, code, example(kept, other, OptionalDouble.of(sqm), plane, shared)));
  }

  /**
   * Boundaries side by side: a piece of the one, longer than a sliver is wide, of which both ends
   * lie within reach of the other and one of them off it. A corner that comes near is none.
   */
  private static boolean isOpenGap(Geometry there, Geometry wrong) {
    IndexedFacetDistance distance = new IndexedFacetDistance(there);
    for (int i = 0; i < wrong.getNumGeometries(); i++) {
      Coordinate[] line = wrong.getGeometryN(i).getCoordinates();
      double before = Double.NaN;
      for (int k = 0; k < line.length; k++) {
        double apart = distance.distance(wrong.getFactory().createPoint(line[k]));
        if (k > 0
            && Math.max(before, apart) < GAP_METRES
            && Math.max(before, apart) > LEAST_GAP_METRES
            && line[k - 1].distance(line[k]) > GAP_METRES) {
          return true;
        }
        before = apart;
      }
    }
    return false;
  }

  private static Preview.GeometryExample example(
      PolygonShelf.Kept kept,
      PolygonShelf.Kept other,
      OptionalDouble sqm,
      LocalPlane plane,
      Geometry where) {
    Coordinate at = MetreShapes.placeOf(plane, where);
    return new Preview.GeometryExample(
        kept.row(), OptionalInt.of(other.row()), names(kept.name(), other.name()), sqm, at.x, at.y);
  }

  private static String names(String one, String other) {
    return one.isEmpty() && other.isEmpty() ? "" : one + " / " + other;
  }
}
