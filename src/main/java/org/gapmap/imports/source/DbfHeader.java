package org.gapmap.imports.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A DBF table's header.
 *
 * @param declaredRows as the header says, deleted rows included; may be more than the file holds
 * @param recordLength bytes per row, the deletion flag included
 */
record DbfHeader(
    long declaredRows, int headerLength, int recordLength, int languageByte, List<Column> columns) {
  private static final int DESCRIPTOR = 32;
  private static final byte END_OF_COLUMNS = 0x0D;

  DbfHeader {
    columns = List.copyOf(columns);
  }

  /**
   * One column.
   *
   * @param rawName up to eleven bytes before the first NUL, in the file's encoding; a writer may
   *     have cut the last character in two
   * @param type the letter in the header
   * @param offset from the record's start
   */
  record Column(ByteBuffer rawName, char type, int offset, int length) {
    boolean holdsText() {
      return type == 'C' || type == 'V';
    }
  }

  /** The header, or nothing where the bytes are not a DBF's that can be read. */
  static Optional<DbfHeader> read(FileBytes file) {
    if (!file.has(0, DESCRIPTOR + 1)) {
      return Optional.empty();
    }
    ByteBuffer fixed = file.at(0, DESCRIPTOR).order(ByteOrder.LITTLE_ENDIAN);
    long rows = Integer.toUnsignedLong(fixed.getInt(4));
    int headerLength = Short.toUnsignedInt(fixed.getShort(8));
    int recordLength = Short.toUnsignedInt(fixed.getShort(10));
    int languageByte = Byte.toUnsignedInt(fixed.get(29));
    if (headerLength < DESCRIPTOR + 1 || !file.has(0, headerLength) || recordLength < 1) {
      return Optional.empty();
    }
    List<Column> columns = new ArrayList<>();
    int offset = 1;
    boolean wide = wideCharacterColumns(file, headerLength, recordLength);
    for (int at = DESCRIPTOR; at + DESCRIPTOR <= headerLength; at += DESCRIPTOR) {
      byte[] raw = new byte[DESCRIPTOR];
      file.at(at, DESCRIPTOR).get(raw);
      if (raw[0] == END_OF_COLUMNS) {
        break;
      }
      int length = length(raw, wide);
      if (offset + length > recordLength) {
        break;
      }
      columns.add(new Column(name(raw), (char) Byte.toUnsignedInt(raw[11]), offset, length));
      offset += length;
    }
    return Optional.of(new DbfHeader(rows, headerLength, recordLength, languageByte, columns));
  }

  private static ByteBuffer name(byte[] raw) {
    int length = 0;
    while (length < 11 && raw[length] != 0) {
      length++;
    }
    return ByteBuffer.wrap(Arrays.copyOf(raw, length)).asReadOnlyBuffer();
  }

  private static int length(byte[] raw, boolean wide) {
    int low = Byte.toUnsignedInt(raw[16]);
    int high = Byte.toUnsignedInt(raw[17]);
    return wide && raw[11] == 'C' ? low + 256 * high : low;
  }

  /**
   * Some writers put a text column's length beyond 255 into the byte of the decimals: so where the
   * columns fill the record only when it is counted.
   */
  private static boolean wideCharacterColumns(FileBytes file, int headerLength, int recordLength) {
    int narrow = 1;
    int wide = 1;
    for (int at = DESCRIPTOR; at + DESCRIPTOR <= headerLength; at += DESCRIPTOR) {
      byte[] raw = new byte[DESCRIPTOR];
      file.at(at, DESCRIPTOR).get(raw);
      if (raw[0] == END_OF_COLUMNS) {
        break;
      }
      narrow += length(raw, false);
      wide += length(raw, true);
    }
    return narrow < recordLength && wide <= recordLength && wide > narrow;
  }
}
