package org.gapmap.assess;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Which of some areas holds most of a shape. Areas of one level hardly overlap, but may. */
final class LargestOverlap {
  /** The shape touches none of the areas. */
  static final int NONE = -1;

  private final List<? extends Geometry> areas;
  private final List<PreparedGeometry> prepared;
  private final HPRtree tree = new HPRtree();

  /**
   * @param areas longitude and latitude in degrees
   */
  LargestOverlap(List<? extends Geometry> areas) {
    this.areas = List.copyOf(areas);
    this.prepared =
        areas.stream().map(area -> PreparedGeometryFactory.prepare((Geometry) area)).toList();
    for (int i = 0; i < areas.size(); i++) {
      tree.insert(areas.get(i).getEnvelopeInternal(), i);
    }
    if (!areas.isEmpty()) {
      tree.build();
    }
  }

  /** For each shape the index of the area that shares most with it, or {@link #NONE}. */
  int[] of(List<? extends Geometry> shapes) {
    return IntStream.range(0, shapes.size()).parallel().map(i -> of(shapes.get(i))).toArray();
  }

  int of(Geometry shape) {
    int[] near = near(shape);
    for (int area : near) {
      if (prepared.get(area).contains(shape)) {
        return area;
      }
    }
    int best = NONE;
    double most = 0;
    for (int area : near) {
      if (prepared.get(area).intersects(shape)) {
        double shared = overlay(area, shape).getArea();
        if (shared > most) {
          best = area;
          most = shared;
        }
      }
    }
    return best;
  }

  /** The areas that a shape touches, in ascending order. */
  int[] candidates(Geometry shape) {
    return Arrays.stream(near(shape))
        .filter(area -> prepared.get(area).intersects(shape))
        .toArray();
  }

  /** The areas whose extent touches a shape's, in ascending order. */
  private int[] near(Geometry shape) {
    if (areas.isEmpty()) {
      return new int[0];
    }
    return ((List<?>) tree.query(shape.getEnvelopeInternal()))
        .stream().mapToInt(found -> (Integer) found).sorted().toArray();
  }

  /** What a shape and an area share; of any dimension, or empty. */
  Geometry intersection(int area, Geometry shape) {
    return prepared.get(area).contains(shape) ? shape : overlay(area, shape);
  }

  private Geometry overlay(int area, Geometry shape) {
    return OverlayNGRobust.overlay(shape, areas.get(area), OverlayNG.INTERSECTION);
  }
}
