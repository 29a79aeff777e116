package org.gapmap.imports.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gapmap.domain.UserError;

/**
 * The records of a .shp, found through its .shx, or by walking the .shp itself where the .shx is
 * missing or points beside the records. Not for several threads.
 */
final class ShapeRecords implements AutoCloseable {
  private static final int FILE_HEADER = 100;
  private static final int RECORD_HEADER = 8;
  private static final int FILE_CODE = 9994;

  /** Entries of an index read at once. */
  private static final int INDEX_STRIDE = 4_096;

  /** A point with its height and its measure, and as much for a part and a record's head. */
  private static final int MOST_BYTES_OF_A_POINT = 32;

  private static final long NO_SHAPE = 0;

  private final FileBytes file;
  private final ShapeType type;
  private final Index index;
  private final ReadLimits limits;

  private ShapeRecords(FileBytes file, ShapeType type, Index index, ReadLimits limits) {
    this.limits = limits;
    this.file = file;
    this.type = type;
    this.index = index;
  }

  /** Where each record starts. */
  private static final class Index {
    /** In bytes; {@link #NO_SHAPE} for a row that the index gives no shape. */
    final long[] offsets;

    /** What was wrong with the .shx. */
    final Optional<Notice> notice;

    Index(long[] offsets, Optional<Notice> notice) {
      this.offsets = offsets;
      this.notice = notice;
    }
  }

  /**
   * @param name for messages
   * @throws UserError where the file is not a .shp, or holds multipatches
   */
  static ShapeRecords open(Path shp, Optional<Path> shx, String name, ReadLimits limits) {
    FileBytes file = FileBytes.open(shp);
    try {
      ShapeType type = headerType(file, name);
      return new ShapeRecords(file, type, index(file, shx, limits.rows()), limits);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static ShapeType headerType(FileBytes file, String name) {
    if (!file.has(0, FILE_HEADER)) {
      throw new UserError(
          "the .shp has only " + file.size() + " bytes, less than its header",
          name,
          "ask for the file again: it was cut off");
    }
    ByteBuffer header = file.at(0, FILE_HEADER);
    if (header.getInt(0) != FILE_CODE) {
      throw new UserError(
          "this is not a shapefile: it does not start with the number 9994",
          name,
          "export the layer again as a shapefile");
    }
    int code = header.order(ByteOrder.LITTLE_ENDIAN).getInt(32);
    ShapeType type =
        ShapeType.of(code)
            .orElseThrow(
                () ->
                    new UserError(
                        "shape type " + code + " is none that a shapefile can hold",
                        name,
                        "export the layer again as a shapefile"));
    if (type == ShapeType.MULTIPATCH) {
      throw new UserError(
          "the layer holds multipatches (three-dimensional bodies)",
          name,
          "export their footprints as polygons (in ArcGIS: Multipatch Footprint)");
    }
    return type;
  }

  private static Index index(FileBytes shp, Optional<Path> shx, int mostRows) {
    if (shx.isEmpty()) {
      return new Index(
          walk(shp, mostRows),
          Optional.of(
              Notice.of(
                  "shx_missing",
                  "缺少 .shx 索引文件，已根据 .shp 重建",
                  "the .shx is missing; it was rebuilt from the .shp")));
    }
    long[] listed = listed(shx.get(), mostRows);
    long misses = Arrays.stream(listed).filter(o -> o != NO_SHAPE && !recordAt(shp, o)).count();
    if (misses == 0 && listed.length > 0) {
      return new Index(listed, Optional.empty());
    }
    long[] walked = walk(shp, mostRows);
    if (walked.length <= listed.length - misses) {
      return new Index(listed, Optional.empty());
    }
    return new Index(
        walked,
        Optional.of(
            Notice.of(
                "shx_damaged",
                ".shx 索引与 .shp 不符，已根据 .shp 重建",
                "the .shx does not fit the .shp; it was rebuilt from the .shp")));
  }

  /** At most one row more than may be read, which is then seen to be too many. */
  private static long[] listed(Path shx, int mostRows) {
    try (FileBytes file = FileBytes.open(shx)) {
      int count = (int) Math.min(Math.max(0, file.size() - FILE_HEADER) / 8, 1L + mostRows);
      long[] offsets = new long[count];
      for (int from = 0; from < count; from += INDEX_STRIDE) {
        int entries = Math.min(INDEX_STRIDE, count - from);
        ByteBuffer read = file.at(FILE_HEADER + 8L * from, 8 * entries);
        for (int i = 0; i < entries; i++) {
          // Counted in 16-bit words; unsigned, as files beyond 4 GB use the whole range.
          offsets[from + i] = 2 * Integer.toUnsignedLong(read.getInt(8 * i));
        }
      }
      return offsets;
    }
  }

  private static boolean recordAt(FileBytes shp, long offset) {
    return offset >= FILE_HEADER && shp.has(offset, RECORD_HEADER);
  }

  /** Follows the records' lengths from the first to where they end or make no sense. */
  private static long[] walk(FileBytes shp, int mostRows) {
    long[] offsets = new long[1024];
    int count = 0;
    long offset = FILE_HEADER;
    while (count <= mostRows && shp.has(offset, RECORD_HEADER)) {
      long length = 2L * shp.at(offset, RECORD_HEADER).getInt(4);
      if (length < 4) {
        break;
      }
      if (count == offsets.length) {
        offsets = Arrays.copyOf(offsets, 2 * count);
      }
      offsets[count++] = offset;
      offset += RECORD_HEADER + length;
    }
    return Arrays.copyOf(offsets, count);
  }

  ShapeType type() {
    return type;
  }

  int count() {
    return index.offsets.length;
  }

  List<Notice> notices() {
    return index.notice.stream().toList();
  }

  /**
   * @param row from 0
   * @param glancing whether its first point will do
   */
  ShapeDecoder.Decoded shape(int row, boolean glancing) {
    long offset = index.offsets[row];
    if (offset == NO_SHAPE) {
      return ShapeDecoder.nullShape();
    }
    if (!recordAt(file, offset)) {
      return cutOff();
    }
    long claimed = 2L * file.at(offset, RECORD_HEADER).getInt(4);
    if (claimed < 4) {
      return ShapeDecoder.Decoded.of(
          Notice.of(
              "damaged_shape",
              "图形数据已损坏",
              "the shape is damaged",
              "its record claims a length of " + claimed + " bytes"));
    }
    if (!file.has(offset + RECORD_HEADER, claimed)) {
      return cutOff();
    }
    if (claimed > MOST_BYTES_OF_A_POINT * (1L + limits.coordinates() + limits.parts())) {
      return ShapeDecoder.Decoded.of(limits.tooMuch(ReadLimits.Setting.COORDINATES));
    }
    ByteBuffer content = file.at(offset + RECORD_HEADER, (int) claimed);
    return glancing ? ShapeDecoder.glance(content, limits) : ShapeDecoder.decode(content, limits);
  }

  private static ShapeDecoder.Decoded cutOff() {
    return ShapeDecoder.Decoded.of(
        Notice.of(
            "file_cut_off",
            ".shp 文件在此图形之前或之中就结束了（文件不完整）",
            "the .shp ends before this shape does: the file was cut off"));
  }

  @Override
  public void close() {
    file.close();
  }
}
