package org.gapmap.imports.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gapmap.imports.LookedRow;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Where the rows of a file lie: 40 bytes and a name for each. Of a shape that is not a point it is
 * the middle of its box.
 */
final class Places {
  private static final int FIRST = 1_024;

  private int[] rows = new int[FIRST];
  private double[] inFile = new double[2 * FIRST];
  private double[] lonLat = new double[2 * FIRST];
  private final List<String> names = new ArrayList<>();
  private int size;

  void add(LookedRow row) {
    if (row.inFile().isEmpty()) {
      return;
    }
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, 2 * size);
      inFile = Arrays.copyOf(inFile, 4 * size);
      lonLat = Arrays.copyOf(lonLat, 4 * size);
    }
    rows[size] = row.row();
    names.add(row.name());
    Coordinate raw = row.inFile().get().getCoordinate();
    inFile[2 * size] = raw.x;
    inFile[2 * size + 1] = raw.y;
    Envelope extent = row.shape().map(shape -> shape.getEnvelopeInternal()).orElse(new Envelope());
    lonLat[2 * size] = extent.isNull() ? Double.NaN : (extent.getMinX() + extent.getMaxX()) / 2;
    lonLat[2 * size + 1] = extent.isNull() ? Double.NaN : (extent.getMinY() + extent.getMaxY()) / 2;
    size++;
  }

  int size() {
    return size;
  }

  int row(int i) {
    return rows[i];
  }

  String name(int i) {
    return names.get(i);
  }

  double fileX(int i) {
    return inFile[2 * i];
  }

  double fileY(int i) {
    return inFile[2 * i + 1];
  }

  /** Whether it has a place on the earth. */
  boolean isPlaced(int i) {
    return !Double.isNaN(lonLat[2 * i]);
  }

  double lon(int i) {
    return lonLat[2 * i];
  }

  double lat(int i) {
    return lonLat[2 * i + 1];
  }

  /** Longitude and latitude in turn of those that have a place. */
  double[] placed() {
    double[] placed = new double[2 * size];
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (isPlaced(i)) {
        placed[kept++] = lon(i);
        placed[kept++] = lat(i);
      }
    }
    return Arrays.copyOf(placed, kept);
  }
}
