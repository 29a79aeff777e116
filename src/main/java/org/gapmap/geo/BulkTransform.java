package org.gapmap.geo;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;

/** Transforms a geometry one coordinate sequence at a time, never one point at a time. */
final class BulkTransform {
  private BulkTransform() {}

  static Geometry apply(CrsTransform transform, Geometry geometry) {
    Geometry copy = geometry.copy();
    for (CoordinateSequence sequence : FlatPoints.sequences(copy)) {
      double[] xy = FlatPoints.of(sequence);
      transform.apply(xy, sequence.size());
      if (FlatPoints.isFlat(sequence)) {
        continue;
      }
      for (int i = 0; i < sequence.size(); i++) {
        sequence.setOrdinate(i, CoordinateSequence.X, xy[2 * i]);
        sequence.setOrdinate(i, CoordinateSequence.Y, xy[2 * i + 1]);
      }
    }
    copy.geometryChanged();
    return copy;
  }
}
