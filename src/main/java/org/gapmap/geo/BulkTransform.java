package org.gapmap.geo;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** Transforms a geometry one coordinate sequence at a time, never one point at a time. */
final class BulkTransform implements CoordinateSequenceFilter {
  private final CrsTransform transform;

  private BulkTransform(CrsTransform transform) {
    this.transform = transform;
  }

  static Geometry apply(CrsTransform transform, Geometry geometry) {
    Geometry copy = geometry.copy();
    // A filter is asked once per coordinate; the whole sequence is done at its first one.
    copy.apply(new BulkTransform(transform));
    copy.geometryChanged();
    return copy;
  }

  @Override
  public void filter(CoordinateSequence sequence, int index) {
    if (index > 0) {
      return;
    }
    double[] xy = new double[2 * sequence.size()];
    for (int i = 0; i < sequence.size(); i++) {
      xy[2 * i] = sequence.getX(i);
      xy[2 * i + 1] = sequence.getY(i);
    }
    transform.apply(xy, sequence.size());
    for (int i = 0; i < sequence.size(); i++) {
      sequence.setOrdinate(i, CoordinateSequence.X, xy[2 * i]);
      sequence.setOrdinate(i, CoordinateSequence.Y, xy[2 * i + 1]);
    }
  }

  @Override
  public boolean isDone() {
    return false;
  }

  @Override
  public boolean isGeometryChanged() {
    return true;
  }
}
