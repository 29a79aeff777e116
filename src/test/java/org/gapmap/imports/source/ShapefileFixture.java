package org.gapmap.imports.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small shapefiles byte by byte, sound or not, for tests. */
final class ShapefileFixture {
  private ShapefileFixture() {}

  static byte[] shp(int type, byte[]... contents) {
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    for (int i = 0; i < contents.length; i++) {
      records.writeBytes(
          ByteBuffer.allocate(8).putInt(i + 1).putInt(contents[i].length / 2).array());
      records.writeBytes(contents[i]);
    }
    return concat(header(type, 100 + records.size()), records.toByteArray());
  }

  static byte[] shx(int type, byte[]... contents) {
    ByteBuffer index = ByteBuffer.allocate(8 * contents.length);
    int offset = 50;
    for (byte[] content : contents) {
      index.putInt(offset).putInt(content.length / 2);
      offset += 4 + content.length / 2;
    }
    return concat(header(type, 100 + index.capacity()), index.array());
  }

  private static byte[] header(int type, int bytes) {
    return ByteBuffer.allocate(100)
        .putInt(0, 9994)
        .putInt(24, bytes / 2)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(28, 1000)
        .putInt(32, type)
        .array();
  }

  static byte[] point(double x, double y) {
    byte[] content = new byte[20];
    ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).putInt(1).putDouble(x).putDouble(y);
    return content;
  }

  /** A polygon record; each ring as x and y in turn. */
  static byte[] polygon(double[]... rings) {
    int points = Arrays.stream(rings).mapToInt(r -> r.length / 2).sum();
    byte[] content = new byte[44 + 4 * rings.length + 16 * points];
    ByteBuffer b = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    b.putInt(5).position(36).putInt(rings.length).putInt(points);
    int start = 0;
    for (double[] ring : rings) {
      b.putInt(start);
      start += ring.length / 2;
    }
    for (double[] ring : rings) {
      for (double v : ring) {
        b.putDouble(v);
      }
    }
    return content;
  }

  /** A closed square, drawn clockwise (ESRI's shell) or the other way round. */
  static double[] square(double x, double y, double side, boolean clockwise) {
    double far = x + side;
    double top = y + side;
    return clockwise
        ? new double[] {x, y, x, top, far, top, far, y, x, y}
        : new double[] {x, y, far, y, far, top, x, top, x, y};
  }

  /** A column: name in raw bytes, type letter, width. */
  record Column(byte[] name, char type, int width) {
    Column(String name, char type, int width) {
      this(name.getBytes(StandardCharsets.US_ASCII), type, width);
    }
  }

  /** Rows of raw cells, padded with blanks; a row that starts with null is marked as deleted. */
  static byte[] dbf(int languageByte, List<Column> columns, List<List<byte[]>> rows) {
    int record = 1 + columns.stream().mapToInt(Column::width).sum();
    int header = 33 + 32 * columns.size();
    byte[] table = new byte[header + record * rows.size()];
    ByteBuffer b = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
    b.put(0, (byte) 3).putInt(4, rows.size()).putShort(8, (short) header);
    b.putShort(10, (short) record).put(29, (byte) languageByte).position(32);
    for (Column column : columns) {
      byte[] descriptor = new byte[32];
      System.arraycopy(column.name, 0, descriptor, 0, Math.min(11, column.name.length));
      descriptor[11] = (byte) column.type;
      descriptor[16] = (byte) column.width;
      b.put(descriptor);
    }
    b.put((byte) 0x0D);
    for (List<byte[]> row : rows) {
      boolean deleted = row.size() > columns.size();
      b.put((byte) (deleted ? '*' : ' '));
      for (int i = 0; i < columns.size(); i++) {
        byte[] cell = new byte[columns.get(i).width];
        Arrays.fill(cell, (byte) ' ');
        System.arraycopy(row.get(i), 0, cell, 0, Math.min(cell.length, row.get(i).length));
        b.put(cell);
      }
    }
    return table;
  }

  static List<byte[]> row(Charset charset, String... cells) {
    List<byte[]> row = new ArrayList<>();
    for (String cell : cells) {
      row.add(cell.getBytes(charset));
    }
    return row;
  }

  /** A row's flag in this fixture: one cell more than there are columns. */
  static List<byte[]> deleted(List<byte[]> row) {
    List<byte[]> marked = new ArrayList<>(row);
    marked.add(new byte[0]);
    return marked;
  }

  static Path write(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Points with one text column, in a folder. */
  static Path layer(Path folder, String name, Charset charset, String... texts) {
    byte[][] points = new byte[texts.length][];
    List<List<byte[]>> rows = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      points[i] = point(121 + i, 31);
      rows.add(row(charset, texts[i]));
    }
    write(folder.resolve(name + ".shx"), shx(1, points));
    write(folder.resolve(name + ".dbf"), dbf(0, List.of(new Column("XQMC", 'C', 20)), rows));
    return write(folder.resolve(name + ".shp"), shp(1, points));
  }

  /** An archive of entries, alternately name and content; names in the charset, unflagged. */
  static Path zip(Path file, Charset names, List<String> entries, List<byte[]> contents) {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), names)) {
      for (int i = 0; i < entries.size(); i++) {
        zip.putNextEntry(new ZipEntry(entries.get(i)));
        zip.write(contents.get(i));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  static byte[] concat(byte[] a, byte[] b) {
    return ByteBuffer.allocate(a.length + b.length).put(a).put(b).array();
  }
}
