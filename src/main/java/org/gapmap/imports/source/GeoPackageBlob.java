package org.gapmap.imports.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.gapmap.imports.source.ShapeDecoder.Decoded;
import org.jspecify.annotations.Nullable;

/**
 * A geometry as a GeoPackage stores it: a header, then well-known binary.
 *
 * <p>Layout: OGC 12-128r18, section 2.1.3.
 */
final class GeoPackageBlob {
  private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

  private GeoPackageBlob() {}

  static Decoded decode(byte @Nullable [] blob, ReadLimits limits) {
    if (blob == null || blob.length == 0) {
      return ShapeDecoder.nullShape();
    }
    ByteBuffer bytes = ByteBuffer.wrap(blob).order(ByteOrder.BIG_ENDIAN);
    if (blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
      return Decoded.of(ShapeDecoder.damaged("it does not begin with GP"));
    }
    int flags = blob[3];
    int envelope = flags >> 1 & 7;
    if (envelope >= ENVELOPE_BYTES.length) {
      return Decoded.of(ShapeDecoder.damaged("its envelope is of type " + envelope));
    }
    if ((flags & 0x20) != 0) {
      return Decoded.of(
          Notice.of(
              "extended_shape",
              "扩展类型的图形不受支持",
              "the shape is of a type that only the program that wrote it can read"));
    }
    int header = 8 + ENVELOPE_BYTES[envelope];
    if (blob.length < header) {
      return Decoded.of(ShapeDecoder.damaged("it ends inside its header"));
    }
    if ((flags & 0x10) != 0) {
      return Decoded.of(ShapeDecoder.empty());
    }
    return WkbShape.decode(bytes.position(header), limits);
  }
}
