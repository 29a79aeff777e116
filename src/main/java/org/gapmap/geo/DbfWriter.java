package org.gapmap.geo;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Writes a dBASE III table; in GBK with the language byte that says so. */
final class DbfWriter implements Closeable {
  private static final Charset GBK = Charset.forName("GBK");
  private static final byte DBASE_III = 0x03;
  private static final byte LANGUAGE_GBK = 0x4D;
  private static final byte END_OF_HEADER = 0x0D;
  private static final byte END_OF_FILE = 0x1A;
  private static final byte BLANK = ' ';

  /** The date in every header: the day of writing would make each copy different. */
  private static final byte[] DATE = {126, 1, 1};

  private final OutputFile file;
  private final Charset encoding;
  private final List<DbfField> fields;
  private final int headerBytes;
  private final int rowBytes;
  private int rows;

  DbfWriter(Path path, List<DbfField> fields, Charset encoding) throws IOException {
    this.encoding = encoding;
    for (DbfField field : fields) {
      if (field.name().getBytes(encoding).length > DbfField.LONGEST_NAME) {
        throw new IllegalArgumentException("field name " + field.name() + " is over 10 bytes");
      }
    }
    this.fields = List.copyOf(fields);
    headerBytes = 32 + 32 * fields.size() + 1;
    rowBytes = 1 + fields.stream().mapToInt(DbfField::width).sum();
    file = new OutputFile(path);
    file.skip(headerBytes);
  }

  void write(List<String> values) throws IOException {
    if (values.size() != fields.size()) {
      throw new IllegalArgumentException(values + " are not the values of " + fields);
    }
    file.bytes(BLANK);
    for (int i = 0; i < values.size(); i++) {
      file.bytes(cell(fields.get(i), values.get(i)));
    }
    rows++;
  }

  private byte[] cell(DbfField field, String value) {
    byte[] encoded = encoded(value);
    if (encoded.length > field.width()) {
      throw new IllegalArgumentException(
          value + " takes " + encoded.length + " bytes, " + field.name() + " has " + field.width());
    }
    byte[] cell = new byte[field.width()];
    Arrays.fill(cell, BLANK);
    int start = field.type() == 'N' ? cell.length - encoded.length : 0;
    System.arraycopy(encoded, 0, cell, start, encoded.length);
    return cell;
  }

  private byte[] encoded(String value) {
    try {
      ByteBuffer bytes = encoding.newEncoder().encode(CharBuffer.wrap(value));
      byte[] encoded = new byte[bytes.remaining()];
      bytes.get(encoded);
      return encoded;
    } catch (CharacterCodingException unmappable) {
      throw new IllegalArgumentException(value + " cannot be written in " + encoding, unmappable);
    }
  }

  @Override
  public void close() throws IOException {
    try (file) {
      file.bytes(END_OF_FILE);
      file.backToStart();
      file.bytes(DBASE_III);
      file.bytes(DATE);
      file.littleEndian(rows);
      file.littleEndian((short) headerBytes);
      file.littleEndian((short) rowBytes);
      file.skip(17);
      file.bytes(encoding.equals(GBK) ? LANGUAGE_GBK : 0);
      file.skip(2);
      for (DbfField field : fields) {
        file.bytes(Arrays.copyOf(field.name().getBytes(encoding), 11));
        file.bytes((byte) field.type());
        file.skip(4);
        file.bytes((byte) field.width(), (byte) field.decimals());
        file.skip(14);
      }
      file.bytes(END_OF_HEADER);
    }
  }
}
