package org.gapmap.imports;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gapmap.imports.source.SourceFeature;
import org.gapmap.jobs.CancelledException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Rows read and their shapes checked by a thread of their own, while whoever asks for them stores
 * those before: a file's order is kept. A few batches ahead and no more, so that memory does not
 * grow with the file.
 */
final class RowsAhead implements AutoCloseable {
  private static final int BATCH = 256;
  private static final int BATCHES = 4;
  private static final long LOOK_MILLIS = 50;

  /**
   * A row and what came of its shape.
   *
   * @param shape empty where the row has none
   */
  record Row(SourceFeature feature, Optional<ShapeCheck.Checked> shape) {}

  /**
   * @param failure what ended the reading after these rows
   */
  private record Batch(List<Row> rows, @Nullable Throwable failure) {}

  private final Iterator<SourceFeature> features;
  private final ShapeCheck shapes;
  private final BlockingQueue<Batch> ready = new ArrayBlockingQueue<>(BATCHES);
  private final Thread reader = new Thread(this::read, "rows");
  private volatile boolean closed;

  /**
   * @param features used by no one else until this is closed
   * @param shapes the same
   */
  RowsAhead(Iterator<SourceFeature> features, ShapeCheck shapes) {
    this.features = features;
    this.shapes = shapes;
    reader.setDaemon(true);
    reader.start();
  }

  /** The next rows in file order; none at the end. */
  List<Row> next() {
    Batch batch;
    try {
      batch = ready.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
    if (batch.failure instanceof RuntimeException failure) {
      throw failure;
    }
    if (batch.failure instanceof Error failure) {
      throw failure;
    }
    return batch.rows;
  }

  private void read() {
    List<Row> rows = new ArrayList<>(BATCH);
    Throwable failure = null;
    try {
      while (!closed && features.hasNext()) {
        SourceFeature feature = features.next();
        // Read here, by the thread that has less to do: nearly all of them will be asked for.
        feature.fields().forEach((field, text) -> {});
        Optional<Geometry> shape = feature.geometry();
        rows.add(
            new Row(
                feature,
                shape.isPresent()
                    ? Optional.of(shapes.check(feature.row(), shape.get()))
                    : Optional.empty()));
        if (rows.size() == BATCH) {
          give(new Batch(rows, null));
          rows = new ArrayList<>(BATCH);
        }
      }
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    if (failure == null && !rows.isEmpty()) {
      give(new Batch(rows, null));
    }
    give(new Batch(List.of(), failure));
  }

  private void give(Batch batch) {
    try {
      while (!closed && !ready.offer(batch, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        // Whoever stores is slower; unless nobody does any more.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  /** Ends the reading, and waits for that: the file may be closed after it. */
  @Override
  public void close() {
    closed = true;
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
