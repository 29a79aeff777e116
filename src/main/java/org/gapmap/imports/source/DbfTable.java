package org.gapmap.imports.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The attributes of a shapefile: a dBASE table as text. Not for several threads. */
final class DbfTable implements AutoCloseable {
  private static final byte DELETED = '*';

  private final FileBytes file;
  private final DbfHeader header;
  private final int rows;
  private List<String> names = List.of();
  private List<String> cutNames = List.of();
  private FieldText text = new FieldText(CharsetNames.GB18030);
  private final byte[] record;

  private DbfTable(FileBytes file, DbfHeader header, int rows) {
    this.file = file;
    this.header = header;
    this.rows = rows;
    this.record = new byte[header.recordLength()];
  }

  /** Opens a table; nothing where the file is not one. */
  static Optional<DbfTable> open(Path path) {
    FileBytes file = FileBytes.open(path);
    Optional<DbfHeader> header = DbfHeader.read(file);
    if (header.isEmpty()) {
      file.close();
      return Optional.empty();
    }
    long held = (file.size() - header.get().headerLength()) / header.get().recordLength();
    long rows = Math.min(held, header.get().declaredRows());
    return Optional.of(new DbfTable(file, header.get(), (int) Math.min(rows, Integer.MAX_VALUE)));
  }

  DbfHeader header() {
    return header;
  }

  /** Whole rows that the file holds, deleted ones included. */
  int rows() {
    return rows;
  }

  List<String> names() {
    return names;
  }

  /** Names, without the remains, whose last character the writer's limit of bytes went through. */
  List<String> cutNames() {
    return cutNames;
  }

  /** Shows every text of the table to the probe: the columns' names and the rows not deleted. */
  void show(EncodingProbe probe) {
    for (DbfHeader.Column column : header.columns()) {
      probe.addName(bytes(column.rawName()));
    }
    for (int row = 0; row < rows; row++) {
      load(row);
      if (record[0] == DELETED) {
        continue;
      }
      for (DbfHeader.Column column : header.columns()) {
        if (column.holdsText()) {
          probe.add(record, column.offset(), end(column));
        }
      }
    }
  }

  /** Fixes the encoding, which names the columns. */
  void decodeAs(Charset charset) {
    text = new FieldText(charset);
    List<String> headings = new ArrayList<>();
    List<String> cut = new ArrayList<>();
    for (DbfHeader.Column column : header.columns()) {
      byte[] raw = bytes(column.rawName());
      String heading = text.lenient(raw, 0, raw.length);
      headings.add(heading);
      if (text.endsInTheMiddle(raw)) {
        cut.add(heading);
      }
    }
    cutNames = List.copyOf(cut);
    names = UniqueNames.of(headings);
  }

  /**
   * @param row from 0
   * @return the fields as text, or nothing where the row is deleted
   */
  Optional<Map<String, String>> find(int row) {
    load(row);
    if (record[0] == DELETED) {
      return Optional.empty();
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      fields.put(names.get(i), value(header.columns().get(i)));
    }
    return Optional.of(fields);
  }

  private String value(DbfHeader.Column column) {
    int from = column.offset();
    int to = end(column);
    ByteBuffer raw =
        ByteBuffer.wrap(record, from, column.length()).slice().order(ByteOrder.LITTLE_ENDIAN);
    return switch (column.type()) {
      case 'N', 'F' -> DbfValues.number(ascii(from, to));
      case 'D' -> DbfValues.date(ascii(from, to));
      case 'L' -> DbfValues.logical(ascii(from, to));
      case 'I', '+' -> raw.capacity() == 4 ? String.valueOf(raw.getInt()) : "";
      case 'O', 'B' -> raw.capacity() == 8 ? DbfValues.real(raw.getDouble()) : "";
      // A memo's text lies in another file, of which only a block number stands here.
      case 'M', 'G', 'P' -> "";
      default -> text.lenient(record, from, to).strip();
    };
  }

  /** Where a text ends: at the first NUL, else at the column's width. */
  private int end(DbfHeader.Column column) {
    int limit = column.offset() + column.length();
    for (int i = column.offset(); i < limit; i++) {
      if (record[i] == 0) {
        return i;
      }
    }
    return limit;
  }

  private String ascii(int from, int to) {
    return new String(record, from, to - from, StandardCharsets.ISO_8859_1).strip();
  }

  private void load(int row) {
    long offset = header.headerLength() + (long) row * header.recordLength();
    file.at(offset, header.recordLength()).get(record);
  }

  private static byte[] bytes(ByteBuffer name) {
    byte[] bytes = new byte[name.remaining()];
    name.duplicate().get(bytes);
    return bytes;
  }

  @Override
  public void close() {
    file.close();
  }
}
