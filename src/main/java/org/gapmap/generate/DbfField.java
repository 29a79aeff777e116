package org.gapmap.generate;

import java.nio.charset.StandardCharsets;

/**
 * A column of a DBF.
 *
 * @param type C for text, N for numbers
 * @param width bytes, in the file's encoding
 */
record DbfField(String name, char type, int width, int decimals) {
  private static final int LONGEST_NAME = 10;

  DbfField {
    if (name.getBytes(StandardCharsets.US_ASCII).length > LONGEST_NAME) {
      throw new IllegalArgumentException("field name " + name + " is over 10 bytes");
    }
  }

  static DbfField text(String name, int width) {
    return new DbfField(name, 'C', width, 0);
  }

  static DbfField number(String name, int width) {
    return new DbfField(name, 'N', width, 0);
  }
}
