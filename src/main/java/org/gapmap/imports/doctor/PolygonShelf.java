package org.gapmap.imports.doctor;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;

/**
 * The polygons of a file, kept to be compared with each other: 16 bytes a vertex. Past its bound it
 * keeps no more.
 */
final class PolygonShelf {
  private static final int MOST_SHAPES = 1_000_000;
  private static final long MOST_VERTICES = 20_000_000;

  /** One polygon, longitude and latitude. */
  record Kept(int row, String name, Geometry shape) {}

  private final GeometryFactory packed =
      new GeometryFactory(PackedCoordinateSequenceFactory.DOUBLE_FACTORY);
  private final List<Kept> kept = new ArrayList<>();
  private long vertices;
  private int left;

  void add(int row, String name, Geometry shape) {
    if (!(shape instanceof Polygonal)) {
      return;
    }
    vertices += shape.getNumPoints();
    if (kept.size() >= MOST_SHAPES || vertices > MOST_VERTICES) {
      left++;
      return;
    }
    kept.add(new Kept(row, name, packed.createGeometry(shape)));
  }

  List<Kept> kept() {
    return kept;
  }

  /** Polygons for which there was no room. */
  int left() {
    return left;
  }
}
