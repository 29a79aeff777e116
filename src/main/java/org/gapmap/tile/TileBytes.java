package org.gapmap.tile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Fields as Protocol Buffers write them. For one thread. */
final class TileBytes {
  private static final int LENGTH_DELIMITED = 2;

  private byte[] bytes = new byte[1024];
  private int size;

  /** A number that is not negative. */
  void number(int field, long value) {
    varint(field << 3);
    varint(value);
  }

  void text(int field, String value) {
    byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
    header(field, encoded.length);
    room(encoded.length);
    System.arraycopy(encoded, 0, bytes, size, encoded.length);
    size += encoded.length;
  }

  void message(int field, TileBytes message) {
    header(field, message.size);
    append(message);
  }

  /** Unsigned numbers, packed. */
  void packed(int field, GrowingInts values) {
    int length = 0;
    for (int i = 0; i < values.size(); i++) {
      length += width(values.get(i));
    }
    header(field, length);
    for (int i = 0; i < values.size(); i++) {
      varint(Integer.toUnsignedLong(values.get(i)));
    }
  }

  /** Appends the fields of another message to this one's. */
  void append(TileBytes fields) {
    room(fields.size);
    System.arraycopy(fields.bytes, 0, bytes, size, fields.size);
    size += fields.size;
  }

  void clear() {
    size = 0;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }

  private void header(int field, int length) {
    varint(field << 3 | LENGTH_DELIMITED);
    varint(length);
  }

  private void varint(long value) {
    room(10);
    long left = value;
    while ((left & ~0x7fL) != 0) {
      bytes[size++] = (byte) ((left & 0x7f) | 0x80);
      left >>>= 7;
    }
    bytes[size++] = (byte) left;
  }

  private static int width(int value) {
    return Math.max(1, (38 - Integer.numberOfLeadingZeros(value)) / 7);
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
