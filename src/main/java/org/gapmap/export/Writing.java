package org.gapmap.export;

import java.io.IOException;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.UserError;
import org.gapmap.geo.CoordinateOutOfRange;
import org.gapmap.geo.TargetSystem;
import org.gapmap.jobs.Progress;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** A table being written: its rows in the coordinates that were asked for, counted as they pass. */
record Writing(LayerTable table, TargetSystem crs, Losses losses, Progress progress) {
  private static final int ROWS_PER_REPORT = 1_000;

  /**
   * Reads all rows; lines and polygons are multi, shapes in the target's coordinates.
   *
   * @throws UserError where a shape has no place in the target system
   */
  void rows(LocalizedText stage, LayerTable.Sink sink) throws IOException {
    progress.stage(stage, table.rows());
    long[] done = {0};
    table.read(
        (values, shape) -> {
          sink.row(values, placed(multi(shape), done[0] + 1));
          if (++done[0] % ROWS_PER_REPORT == 0) {
            progress.done(done[0]);
          }
        });
    progress.done(done[0]);
  }

  /** Takes the rows' values without their shapes. */
  interface ValueSink {
    void row(@Nullable Object[] values);
  }

  /** Reads all rows for their values alone. */
  void values(LocalizedText stage, ValueSink sink) throws IOException {
    progress.stage(stage, table.rows());
    long[] done = {0};
    table.read(
        (values, shape) -> {
          sink.row(values);
          if (++done[0] % ROWS_PER_REPORT == 0) {
            progress.done(done[0]);
          }
        });
  }

  private Geometry placed(Geometry shape, long row) {
    try {
      return crs.write(shape);
    } catch (CoordinateOutOfRange e) {
      throw new UserError(
          "row " + row + " has no place in " + crs.code() + " (" + e.getMessage() + ")",
          crs.name(),
          "choose a system made for where the city lies, like EPSG:4490",
          e);
    }
  }

  private static Geometry multi(Geometry shape) {
    if (shape instanceof Polygon polygon) {
      return shape.getFactory().createMultiPolygon(new Polygon[] {polygon});
    }
    return shape instanceof LineString line
        ? shape.getFactory().createMultiLineString(new LineString[] {line})
        : shape;
  }
}
