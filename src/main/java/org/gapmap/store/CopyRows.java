package org.gapmap.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import org.gapmap.geo.FlatPoints;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKBWriter;

/**
 * Builds rows of PostgreSQL's binary COPY format (version 1, as in its manual under COPY), many to
 * a block: the server has nothing to parse. Every column must have the very type that its value is
 * written as. Not for several threads.
 */
final class CopyRows {
  private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0};
  private static final int NULL = -1;
  private static final int WKB_POLYGON = 3;
  private static final int WKB_MULTIPOLYGON = 6;
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final WKBWriter wkb = new WKBWriter(2);
  private final BiConsumer<String, String> members = this::member;
  private byte[] block = new byte[1 << 17];

  /** The block as numbers, the least significant byte first. */
  private ByteBuffer numbers = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);

  private int end;

  CopyRows() {
    bytes(SIGNATURE, SIGNATURE.length);
    int32(0);
    int32(0);
  }

  /** Begins a row of so many columns. */
  CopyRows row(int columns) {
    room(2);
    block[end++] = (byte) (columns >> 8);
    block[end++] = (byte) columns;
    return this;
  }

  /** A text; without NUL, which PostgreSQL cannot hold and no file means. */
  CopyRows text(String value) {
    int start = begin();
    utf8(value);
    return finish(start);
  }

  /** A text as {@link Codes} spells it. */
  CopyRows code(Optional<? extends Enum<?>> value) {
    return value.isPresent() ? text(Codes.of(value.get())) : nothing();
  }

  CopyRows number(int value) {
    int32(Integer.BYTES);
    int32(value);
    return this;
  }

  CopyRows number(OptionalInt value) {
    return value.isPresent() ? number(value.getAsInt()) : nothing();
  }

  CopyRows number(double value) {
    int32(Double.BYTES);
    int64(Double.doubleToLongBits(value));
    return this;
  }

  CopyRows number(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble()) : nothing();
  }

  CopyRows bytes(byte[] value) {
    int32(value.length);
    bytes(value, value.length);
    return this;
  }

  /** NULL. */
  CopyRows nothing() {
    int32(NULL);
    return this;
  }

  /** A jsonb object of texts: its version, 1, and the object as text. */
  CopyRows object(Map<String, String> texts) {
    int start = begin();
    room(2);
    block[end++] = 1;
    // Each member begins with a comma, the first one's place is the brace's.
    int brace = end;
    texts.forEach(members);
    if (end == brace) {
      ascii('{');
    }
    block[brace] = '{';
    ascii('}');
    return finish(start);
  }

  private void member(String name, String value) {
    ascii(',');
    quoted(name);
    ascii(':');
    quoted(value);
  }

  /** A two-dimensional shape. */
  CopyRows geometry(Geometry value) {
    int start = begin();
    if (value instanceof MultiPolygon polygons) {
      head(WKB_MULTIPOLYGON, polygons.getNumGeometries());
      for (int i = 0; i < polygons.getNumGeometries(); i++) {
        polygon((Polygon) polygons.getGeometryN(i));
      }
    } else {
      byte[] written = wkb.write(value);
      bytes(written, written.length);
    }
    return finish(start);
  }

  private void polygon(Polygon polygon) {
    head(WKB_POLYGON, 1 + polygon.getNumInteriorRing());
    ring(polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      ring(polygon.getInteriorRingN(i));
    }
  }

  private void ring(LineString ring) {
    double[] xy = FlatPoints.of(ring.getCoordinateSequence());
    room(Integer.BYTES + Double.BYTES * xy.length);
    numbers.putInt(end, xy.length / 2);
    end += Integer.BYTES;
    numbers.position(end).asDoubleBuffer().put(xy);
    end += Double.BYTES * xy.length;
  }

  /** Byte order (the least significant byte first, as in most servers' memory), type and parts. */
  private void head(int type, int parts) {
    room(1 + 2 * Integer.BYTES);
    block[end] = 1;
    numbers.putInt(end + 1, type).putInt(end + 5, parts);
    end += 1 + 2 * Integer.BYTES;
  }

  /** How many bytes wait in {@link #block}. */
  int size() {
    return end;
  }

  byte[] block() {
    return block;
  }

  /** Forgets the bytes that wait. */
  void clear() {
    end = 0;
  }

  /** What ends all rows. */
  void trailer() {
    room(2);
    block[end++] = -1;
    block[end++] = -1;
  }

  private void quoted(String text) {
    ascii('"');
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\') {
        continue;
      }
      utf8(text.substring(from, i));
      from = i + 1;
      if (c >= ' ') {
        ascii('\\');
        ascii(c);
      } else if (c != 0) {
        for (char e : new char[] {'\\', 'u', '0', '0', HEX[c >> 4], HEX[c & 15]}) {
          ascii(e);
        }
      }
    }
    utf8(from == 0 ? text : text.substring(from));
    ascii('"');
  }

  private void utf8(String text) {
    room(3 * text.length());
    byte[] into = block;
    int at = end;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        into[at] = (byte) c;
        at += c == 0 ? 0 : 1;
      } else if (c < 0x800) {
        into[at++] = (byte) (0xC0 | c >> 6);
        into[at++] = (byte) (0x80 | (c & 0x3F));
      } else if (!Character.isSurrogate(c)) {
        into[at++] = (byte) (0xE0 | c >> 12);
        into[at++] = (byte) (0x80 | (c >> 6 & 0x3F));
        into[at++] = (byte) (0x80 | (c & 0x3F));
      } else {
        end = at;
        // Pairs, and halves of one, as the JDK writes them.
        byte[] rest = text.substring(i).replace("\0", "").getBytes(StandardCharsets.UTF_8);
        bytes(rest, rest.length);
        return;
      }
    }
    end = at;
  }

  private void ascii(char c) {
    room(1);
    block[end++] = (byte) c;
  }

  private int begin() {
    int32(0);
    return end;
  }

  /** Writes before a value how many bytes it has. */
  private CopyRows finish(int start) {
    int length = end - start;
    end = start - Integer.BYTES;
    int32(length);
    end += length;
    return this;
  }

  private void int32(int value) {
    room(Integer.BYTES);
    int at = end;
    byte[] into = block;
    into[at] = (byte) (value >> 24);
    into[at + 1] = (byte) (value >> 16);
    into[at + 2] = (byte) (value >> 8);
    into[at + 3] = (byte) value;
    end = at + Integer.BYTES;
  }

  private void int64(long value) {
    int32((int) (value >> 32));
    int32((int) value);
  }

  private void bytes(byte[] value, int length) {
    room(length);
    System.arraycopy(value, 0, block, end, length);
    end += length;
  }

  private void room(int more) {
    if (block.length - end < more) {
      block = Arrays.copyOf(block, Math.max(2 * block.length, end + more));
      numbers = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
    }
  }
}
