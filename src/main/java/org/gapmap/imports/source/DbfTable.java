package org.gapmap.imports.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** The attributes of a shapefile: a dBASE table as text. Not for several threads. */
final class DbfTable implements AutoCloseable {
  private static final byte DELETED = '*';

  private final FileBytes file;
  private final DbfHeader header;
  private final int rows;
  private final byte[] record;
  private List<String> names = List.of();
  private List<String> cutNames = List.of();
  private RowTexts.Fields fields = new RowTexts.Fields(List.of());
  private FieldText text = new FieldText(CharsetNames.GB18030);

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
          probe.add(record, column.offset(), end(record, column));
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
    fields = new RowTexts.Fields(names);
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
    return Optional.of(new RowTexts(fields, new Cells(record.clone())));
  }

  /** The same, whose texts are read from the file when they are asked for: few ever are. */
  Optional<Map<String, String>> glance(int row) {
    if (file.at(start(row), 1).get(0) == DELETED) {
      return Optional.empty();
    }
    return Optional.of(new RowTexts(fields, new LaterCells(row)));
  }

  /** A row's number. */
  private final class LaterCells implements IntFunction<String> {
    private final int row;

    LaterCells(int row) {
      this.row = row;
    }

    @Override
    public String apply(int place) {
      load(row);
      return value(record, header.columns().get(place));
    }
  }

  /** A row's bytes, a class of their own since a lambda for each row takes longer to make. */
  private final class Cells implements IntFunction<String> {
    private final byte[] own;

    Cells(byte[] own) {
      this.own = own;
    }

    @Override
    public String apply(int place) {
      return value(own, header.columns().get(place));
    }
  }

  private String value(byte[] record, DbfHeader.Column column) {
    int from = column.offset();
    int to = end(record, column);
    return switch (column.type()) {
      case 'N', 'F' -> DbfValues.number(ascii(record, from, to));
      case 'D' -> DbfValues.date(ascii(record, from, to));
      case 'L' -> DbfValues.logical(ascii(record, from, to));
      case 'I', '+' -> column.length() == 4 ? String.valueOf(raw(record, column).getInt()) : "";
      case 'O', 'B' -> column.length() == 8 ? DbfValues.real(raw(record, column).getDouble()) : "";
      // A memo's text lies in another file, of which only a block number stands here.
      case 'M', 'G', 'P' -> "";
      default -> text.lenient(record, from, text.endOfWords(record, from, to)).strip();
    };
  }

  private static ByteBuffer raw(byte[] record, DbfHeader.Column column) {
    return ByteBuffer.wrap(record, column.offset(), column.length())
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Where a text ends: at the first NUL, else at the column's width. */
  private static int end(byte[] record, DbfHeader.Column column) {
    int limit = column.offset() + column.length();
    for (int i = column.offset(); i < limit; i++) {
      if (record[i] == 0) {
        return i;
      }
    }
    return limit;
  }

  private static String ascii(byte[] record, int from, int to) {
    return new String(record, from, to - from, StandardCharsets.ISO_8859_1).strip();
  }

  private void load(int row) {
    file.at(start(row), header.recordLength()).get(record);
  }

  private long start(int row) {
    return header.headerLength() + (long) row * header.recordLength();
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
