package org.gapmap.imports.source;

/**
 * How much may be read of a file before it is refused, so that no file can harm the machine.
 *
 * @param fileBytes size of one file, unpacked where it is packed
 * @param archiveBytes size of all files of an archive, unpacked
 * @param archiveEntries files in an archive
 * @param inflation how many times larger than packed an archive's file may be
 * @param rows rows of a layer
 * @param coordinates coordinates of one shape
 * @param parts parts of one shape
 * @param fields fields of a layer
 */
public record ReadLimits(
    long fileBytes,
    long archiveBytes,
    int archiveEntries,
    int inflation,
    int rows,
    int coordinates,
    int parts,
    int fields) {
  public static final ReadLimits DEFAULTS =
      new ReadLimits(4L << 30, 8L << 30, 10_000, 200, 20_000_000, 2_000_000, 100_000, 2_000);
}
