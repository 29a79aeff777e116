package org.gapmap.store;

import java.nio.ByteBuffer;

/** A raster's cells as the database keeps them: 32-bit floats, big-endian. */
final class GridCells {
  private GridCells() {}

  static byte[] toBytes(float[] cells) {
    ByteBuffer bytes = ByteBuffer.allocate(cells.length * Float.BYTES);
    bytes.asFloatBuffer().put(cells);
    return bytes.array();
  }

  static float[] ofBytes(byte[] bytes) {
    float[] cells = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(cells);
    return cells;
  }
}
