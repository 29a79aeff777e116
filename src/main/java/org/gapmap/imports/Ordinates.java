package org.gapmap.imports;

import java.util.function.DoubleConsumer;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** The numbers of a geometry in turn, without an object for each of its points. */
final class Ordinates implements CoordinateSequenceFilter {
  private final DoubleConsumer taker;

  private Ordinates(DoubleConsumer taker) {
    this.taker = taker;
  }

  /** Gives x and y of every point to the taker. */
  static void each(Geometry geometry, DoubleConsumer taker) {
    geometry.apply(new Ordinates(taker));
  }

  @Override
  public void filter(CoordinateSequence sequence, int index) {
    taker.accept(sequence.getX(index));
    taker.accept(sequence.getY(index));
  }

  @Override
  public boolean isDone() {
    return false;
  }

  @Override
  public boolean isGeometryChanged() {
    return false;
  }
}
