package org.gapmap.imports.source;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.gapmap.domain.UserError;
import org.jspecify.annotations.Nullable;

/**
 * OpenStreetMap's binary format: blobs one after the other, each with a header that says how long
 * it is. One block is held at a time, and nothing is allocated for a length before it is known to
 * be allowed.
 *
 * <p>Layout and the bounds of 64 KB and 32 MB: wiki.openstreetmap.org/wiki/PBF_Format.
 */
final class OsmPbf implements OsmItems {
  private static final int LARGEST_HEADER = 64 << 10;
  private static final int LARGEST_BLOCK = 32 << 20;
  private static final Set<String> UNDERSTOOD =
      Set.of("OsmSchema-V0.6", "DenseNodes", "LocationsOnWays");
  private static final String REMEDY = "download or export the extract again";

  private final String name;
  private final ReadLimits limits;
  private final DataInputStream in;
  private long unpacked;
  private int blobs;
  private @Nullable OsmPbfBlock block;

  private OsmPbf(String name, ReadLimits limits, DataInputStream in) {
    this.name = name;
    this.limits = limits;
    this.in = in;
  }

  /**
   * @throws UserError where the file can't be read, does not begin as the format does, or asks for
   *     abilities that are not ours
   */
  static OsmPbf open(Path file, ReadLimits limits) {
    String name = LayerNames.fileName(file);
    OsmPbf items;
    try {
      items =
          new OsmPbf(
              name,
              limits,
              new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16)));
    } catch (IOException e) {
      throw new UserError("the file can't be read (" + e.getMessage() + ")", name, REMEDY, e);
    }
    try {
      items.readHeader();
      return items;
    } catch (UserError e) {
      items.close();
      throw e;
    }
  }

  @Override
  public @Nullable OsmItem next() {
    while (true) {
      try {
        if (block != null) {
          OsmItem item = block.next();
          if (item != null) {
            return item;
          }
          block = null;
        }
        Blob blob = nextBlob();
        if (blob == null) {
          return null;
        }
        if (blob.type.equals("OSMData")) {
          block = new OsmPbfBlock(blob.bytes, limits);
        }
      } catch (OsmPbfBlock.Beyond e) {
        throw wrong(String.valueOf(e.getMessage()), e);
      } catch (InvalidProtocolBufferException e) {
        throw wrong("its content is damaged (" + firstSentence(e) + ")", e);
      } catch (IOException e) {
        throw wrong("it can't be read (" + e.getMessage() + ")", e);
      }
    }
  }

  private static String firstSentence(InvalidProtocolBufferException e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('.');
    return end < 0 ? message : message.substring(0, end);
  }

  private static final class Blob {
    final String type;
    final byte[] bytes;

    Blob(String type, byte[] bytes) {
      this.type = type;
      this.bytes = bytes;
    }
  }

  private void readHeader() {
    try {
      Blob first = nextBlob();
      if (first == null || !first.type.equals("OSMHeader")) {
        throw wrong("it does not begin with a header", null);
      }
      CodedInputStream header = CodedInputStream.newInstance(first.bytes);
      for (int tag = header.readTag(); tag != 0; tag = header.readTag()) {
        if (tag != (4 << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED)) {
          OsmPbfBlock.skip(header, tag);
          continue;
        }
        String feature = header.readString();
        if (!UNDERSTOOD.contains(feature)) {
          throw new UserError(
              "reading it takes '" + feature + "', which is not understood here",
              name,
              feature.equals("HistoricalInformation")
                  ? "give an extract of one day, without the history"
                  : "export it again without that, for example with osmium");
        }
      }
    } catch (IOException e) {
      throw wrong("its header is damaged (" + e.getMessage() + ")", e);
    }
  }

  /** The next blob, unpacked, or null where the file ends between two. */
  private @Nullable Blob nextBlob() throws IOException {
    byte[] length = in.readNBytes(4);
    if (length.length == 0) {
      return null;
    }
    blobs++;
    if (length.length < 4) {
      throw cutOff(null);
    }
    long headerLength = Integer.toUnsignedLong(ByteBuffer.wrap(length).getInt());
    if (headerLength > LARGEST_HEADER) {
      throw wrong("a header claims " + headerLength + " bytes, more than the format allows", null);
    }
    CodedInputStream header = CodedInputStream.newInstance(exactly((int) headerLength));
    String type = "";
    int size = -1;
    for (int tag = header.readTag(); tag != 0; tag = header.readTag()) {
      switch (tag) {
        case 1 << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED -> type = header.readString();
        case 3 << 3 | WireFormat.WIRETYPE_VARINT -> size = header.readInt32();
        default -> OsmPbfBlock.skip(header, tag);
      }
    }
    if (size < 0 || size > LARGEST_BLOCK) {
      throw wrong("it claims " + size + " bytes, more than the format allows", null);
    }
    byte[] packed = exactly(size);
    return new Blob(type, type.startsWith("OSM") ? unpack(packed) : new byte[0]);
  }

  private byte[] exactly(int length) throws IOException {
    // Grows with what is there: a claim of 32 MB in a file of 100 bytes allocates 100.
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw cutOff(new EOFException());
    }
    return bytes;
  }

  private byte[] unpack(byte[] packed) throws IOException {
    CodedInputStream blob = CodedInputStream.newInstance(packed);
    int rawSize = 0;
    byte @Nullable [] raw = null;
    byte @Nullable [] zlib = null;
    for (int tag = blob.readTag(); tag != 0; tag = blob.readTag()) {
      switch (tag) {
        case 1 << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED -> raw = blob.readByteArray();
        case 2 << 3 | WireFormat.WIRETYPE_VARINT -> rawSize = blob.readInt32();
        case 3 << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED -> zlib = blob.readByteArray();
        case 4 << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED -> throw compression("LZMA");
        case 5 << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED -> throw compression("bzip2");
        case 6 << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED -> throw compression("LZ4");
        case 7 << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED -> throw compression("zstd");
        default -> OsmPbfBlock.skip(blob, tag);
      }
    }
    if (raw != null) {
      return counted(raw);
    }
    if (zlib == null) {
      throw wrong("it holds no data", null);
    }
    if (rawSize < 0 || rawSize > LARGEST_BLOCK) {
      throw wrong("it would unfold into " + rawSize + " bytes, more than the format allows", null);
    }
    return counted(inflate(zlib, rawSize));
  }

  private byte[] inflate(byte[] zlib, int rawSize) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(zlib);
      // Deflate packs a thousand bytes into one at most: what can't be is not allocated.
      if (rawSize > 1_100L * zlib.length + 64) {
        throw wrong("it claims " + rawSize + " bytes in " + zlib.length, null);
      }
      byte[] bytes = new byte[rawSize];
      int n = 0;
      while (n < rawSize) {
        int more = inflater.inflate(bytes, n, rawSize - n);
        if (more == 0) {
          break;
        }
        n += more;
      }
      if (n < rawSize || (!inflater.finished() && inflater.inflate(new byte[1]) > 0)) {
        throw wrong("it does not unfold into the " + rawSize + " bytes that it claims", null);
      }
      return bytes;
    } catch (DataFormatException e) {
      throw wrong("its compressed data is damaged", e);
    } finally {
      inflater.end();
    }
  }

  private byte[] counted(byte[] bytes) {
    unpacked += bytes.length;
    if (unpacked > limits.fileBytes()) {
      throw new UserError(
          "it unfolds into more than "
              + limits.fileBytes()
              + " bytes, which is more than may be read",
          name,
          "cut out the city, or start GapMap with a larger "
              + ReadLimits.Setting.FILE_BYTES.variable());
    }
    return bytes;
  }

  private UserError compression(String method) {
    return new UserError(
        "its blocks are packed with " + method + ", which is not read here",
        name,
        "export it with zlib, the usual way, for example with osmium cat");
  }

  private UserError cutOff(@Nullable Throwable cause) {
    return wrong("the file ends in the middle of it: it was cut off", cause);
  }

  private UserError wrong(String what, @Nullable Throwable cause) {
    String where = name + ", block " + blobs;
    String told = "it is not a valid .osm.pbf: " + what;
    return cause == null
        ? new UserError(told, where, REMEDY)
        : new UserError(told, where, REMEDY, cause);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new IllegalStateException("closing " + name, e);
    }
  }
}
