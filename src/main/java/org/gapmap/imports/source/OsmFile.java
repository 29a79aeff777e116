package org.gapmap.imports.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** An OpenStreetMap extract in one of its forms. */
record OsmFile(Path path, ReadLimits limits) {
  private static final Pattern ROOT = Pattern.compile("<(osm|osmChange)[\\s>]");

  /** Whether a file is an extract, or means to be one. */
  static boolean is(Path path, byte[] start) {
    String name = LayerNames.fileName(path).toLowerCase(Locale.ROOT);
    return name.matches(".*\\.(osm|osc|osm\\.gz|osc\\.gz|pbf)")
        || isPbf(start)
        || ROOT.matcher(text(isGzip(start) ? unpacked(start) : start)).find();
  }

  private static String text(byte[] start) {
    return new String(start, StandardCharsets.ISO_8859_1);
  }

  static boolean isGzip(byte[] start) {
    return start.length >= 2 && (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B;
  }

  /** After four bytes of length the first header says {@code OSMHeader}. */
  private static boolean isPbf(byte[] start) {
    return start.length >= 15 && text(start).startsWith("OSMHeader", 6);
  }

  private static byte[] unpacked(byte[] start) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(start))) {
      byte[] beginning = new byte[4096];
      int n = in.read(beginning);
      return n <= 0 ? new byte[0] : java.util.Arrays.copyOf(beginning, n);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /**
   * One reading from the beginning.
   *
   * @throws org.gapmap.domain.UserError where the file is none
   */
  OsmItems read() {
    byte[] start = Format.start(path);
    String name = LayerNames.fileName(path).toLowerCase(Locale.ROOT);
    if (isPbf(start) || name.endsWith(".pbf")) {
      return OsmPbf.open(path, limits);
    }
    return OsmXml.open(path, isGzip(start), limits);
  }
}
