package org.gapmap.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The lines of a geometry, from its WKB without an object for each vertex: a ring counts as a line,
 * a collection as its members. For one thread.
 */
final class LineParts {
  private static final int POINT = 1;
  private static final int LINE = 2;
  private static final int POLYGON = 3;

  private double[] line = new double[256];

  /** Takes one line: lon and lat one after another, of which only {@code length} numbers count. */
  interface Taker {
    void take(double[] line, int length);
  }

  void each(byte[] wkb, Taker taker) {
    geometry(ByteBuffer.wrap(wkb), taker);
  }

  private void geometry(ByteBuffer in, Taker taker) {
    in.order(in.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int type = in.getInt();
    switch (type) {
      case POINT -> in.position(in.position() + 2 * Double.BYTES);
      case LINE -> line(in, taker);
      case POLYGON -> {
        for (int rings = in.getInt(); rings > 0; rings--) {
          line(in, taker);
        }
      }
      case 4, 5, 6, 7 -> {
        for (int members = in.getInt(); members > 0; members--) {
          geometry(in, taker);
        }
      }
      default -> throw new IllegalStateException("PostGIS gave a geometry of type " + type);
    }
  }

  private void line(ByteBuffer in, Taker taker) {
    int length = 2 * in.getInt();
    if (line.length < length) {
      line = new double[2 * length];
    }
    for (int i = 0; i < length; i++) {
      line[i] = in.getDouble();
    }
    if (length >= 4) {
      taker.take(line, length);
    }
  }
}
