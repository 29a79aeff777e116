package org.gapmap.geo;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.gapmap.domain.UserError;

/**
 * Where a TIFF's directory says that the pieces (strips or tiles) of its first image lie. The
 * reader of the cells gives zeros for a piece that the file does not hold, and nobody would see
 * that a raster was cut off on its way. TIFF 6.0, section 2; BigTIFF.
 */
final class TiffLayout {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int STRIP_OFFSETS = 273;
  private static final int ROWS_PER_STRIP = 278;
  private static final int STRIP_BYTES = 279;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTES = 325;

  /** A piece is unpacked whole. */
  private static final long MOST_CELLS_OF_A_PIECE = 100_000_000;

  private static final long MOST_PIECES = 10_000_000;

  private final RandomAccessFile file;
  private final Map<Integer, Entry> entries = new HashMap<>();
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

  /** Values of one size, one after another. */
  private record Entry(long at, int size, long count) {}

  private TiffLayout(RandomAccessFile file) {
    this.file = file;
  }

  /**
   * Says nothing of a file that is no TIFF.
   *
   * @throws UserError where pieces are missing, or too large to be read
   */
  static void check(Path path, String name) {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      TiffLayout layout = new TiffLayout(file);
      if (layout.readDirectory()) {
        layout.checkPieces(name);
      }
    } catch (IOException e) {
      // Whoever reads it next says what is wrong with it.
      return;
    }
  }

  private boolean readDirectory() throws IOException {
    int mark = file.readUnsignedShort();
    if (mark != 0x4949 && mark != 0x4D4D) {
      return false;
    }
    order = mark == 0x4D4D ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    long version = number(2, 2);
    boolean big = version == 43;
    if (!big && version != 42) {
      return false;
    }
    int offsetSize = big ? 8 : 4;
    long directory = number(big ? 8 : 4, offsetSize);
    int countSize = big ? 8 : 2;
    long count = Math.min(number(directory, countSize), 10_000);
    int entrySize = 4 + 2 * offsetSize;
    for (int i = 0; i < count; i++) {
      long at = directory + countSize + (long) i * entrySize;
      int size = sizeOf((int) number(at + 2, 2));
      long values = number(at + 4, offsetSize);
      boolean inPlace = values <= offsetSize / size;
      long first = at + 4 + offsetSize;
      entries.put(
          (int) number(at, 2),
          new Entry(inPlace ? first : number(first, offsetSize), size, values));
    }
    return true;
  }

  private static int sizeOf(int type) {
    return switch (type) {
      case 3, 8 -> 2;
      case 4, 9, 11, 13 -> 4;
      case 5, 10, 12, 16, 17, 18 -> 8;
      default -> 1;
    };
  }

  private void checkPieces(String name) throws IOException {
    boolean tiled = entries.containsKey(TILE_OFFSETS);
    long width = first(tiled ? TILE_WIDTH : WIDTH, 0);
    long height =
        tiled ? first(TILE_HEIGHT, 0) : Math.min(first(ROWS_PER_STRIP, -1), first(HEIGHT, 0));
    if (width > 0 && height > MOST_CELLS_OF_A_PIECE / width) {
      throw new UserError(
          "its cells are packed in pieces of " + width + " x " + height + ", too large to read",
          name,
          "repack it: gdal_translate -co TILED=YES IN.tif OUT.tif");
    }
    Entry offsets = entries.get(tiled ? TILE_OFFSETS : STRIP_OFFSETS);
    Entry bytes = entries.get(tiled ? TILE_BYTES : STRIP_BYTES);
    if (offsets == null || bytes == null || offsets.count() != bytes.count()) {
      return;
    }
    if (offsets.count() > MOST_PIECES) {
      throw new UserError(
          "its cells are packed in " + offsets.count() + " pieces, too many to read",
          name,
          "repack it: gdal_translate -co TILED=YES IN.tif OUT.tif");
    }
    ByteBuffer at = values(offsets, name);
    ByteBuffer length = values(bytes, name);
    int missing = 0;
    for (int i = 0; i < offsets.count(); i++) {
      long begins = number(at, offsets.size());
      long end = begins + number(length, bytes.size());
      missing += begins <= 0 || end <= begins || end > file.length() ? 1 : 0;
    }
    if (missing > 0) {
      throw new UserError(
          missing + " of its " + offsets.count() + " pieces are missing",
          name,
          "fetch it again if it was cut off; if it is sparse, gdal_translate IN.tif OUT.tif fills"
              + " it");
    }
  }

  private ByteBuffer values(Entry entry, String name) throws IOException {
    long length = entry.count() * entry.size();
    if (entry.at() < 0 || entry.at() + length > file.length()) {
      throw new UserError("the file is cut off", name, "fetch it again");
    }
    byte[] all = new byte[(int) length];
    file.seek(entry.at());
    file.readFully(all);
    return ByteBuffer.wrap(all).order(order);
  }

  private long first(int tag, long otherwise) throws IOException {
    Entry entry = entries.get(tag);
    long value = entry == null ? otherwise : number(entry.at(), entry.size());
    return value < 0 ? Long.MAX_VALUE : value;
  }

  private long number(long at, int size) throws IOException {
    byte[] bytes = new byte[size];
    if (at < 0) {
      throw new IOException("an offset below 0");
    }
    file.seek(at);
    file.readFully(bytes);
    return number(ByteBuffer.wrap(bytes).order(order), size);
  }

  private static long number(ByteBuffer bytes, int size) {
    return switch (size) {
      case 2 -> Short.toUnsignedLong(bytes.getShort());
      case 4 -> Integer.toUnsignedLong(bytes.getInt());
      case 8 -> bytes.getLong();
      default -> Byte.toUnsignedLong(bytes.get());
    };
  }
}
