package org.gapmap.geo;

/**
 * A column of a DBF.
 *
 * @param type C for text, N for numbers
 * @param width bytes, in the file's encoding
 */
public record DbfField(String name, char type, int width, int decimals) {
  /** Bytes of the longest name, in the file's encoding. */
  public static final int LONGEST_NAME = 10;

  /** Bytes of the widest column. */
  public static final int WIDEST = 254;

  public static DbfField text(String name, int width) {
    return new DbfField(name, 'C', width, 0);
  }

  public static DbfField number(String name, int width) {
    return new DbfField(name, 'N', width, 0);
  }
}
