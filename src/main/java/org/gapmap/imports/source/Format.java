package org.gapmap.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.gapmap.domain.UserError;

/** What a file is, by its first bytes, and by its name where bytes say nothing. */
enum Format {
  SHAPEFILE,
  GEOPACKAGE,
  GEOJSON,
  XLSX,
  OSM,
  ZIP,
  /** Read by ogr2ogr. */
  OGR,
  /** Separated values: what is text and nothing else. */
  CSV;

  private static final int LOOKED_AT = 4096;
  private static final Set<String> SHAPEFILE_PARTS =
      Set.of("shp", "shx", "dbf", "prj", "cpg", "sbn", "sbx", "qix", "qpj");
  private static final Set<String> MAPINFO_PARTS = Set.of("tab", "mif", "mid", "map", "id", "ind");

  /**
   * @throws UserError where the file can't be read, or is of a format that GapMap does not read
   */
  static Format of(Path file) {
    byte[] start = start(file);
    String name = LayerNames.fileName(file);
    if (start.length == 0 && !extension(name).equals("shp")) {
      throw new UserError("the file is empty", name, Unreadable.FORMATS);
    }
    if (startsWith(start, "PK\u0003\u0004") || startsWith(start, "PK\u0005\u0006")) {
      return zip(name);
    }
    if (isShp(start) || SHAPEFILE_PARTS.contains(extension(name))) {
      return SHAPEFILE;
    }
    if (startsWith(start, "SQLite format 3")) {
      return GEOPACKAGE;
    }
    String text = text(start);
    if (text.startsWith("{") || text.startsWith("[") || text.startsWith("\u001E")) {
      return GEOJSON;
    }
    if (OsmFile.is(file, start)) {
      return OSM;
    }
    if (ogr(name, text)) {
      return OGR;
    }
    Unreadable.refuse(name, start, text);
    return CSV;
  }

  private static Format zip(String name) {
    return switch (extension(name)) {
      case "xlsx", "xlsm" -> XLSX;
      case "kmz" -> OGR;
      default -> ZIP;
    };
  }

  private static boolean ogr(String name, String text) {
    String extension = extension(name);
    return (text.startsWith("<") && text.contains("<kml"))
        || text.startsWith("AutoCAD Binary DXF")
        || extension.equals("dxf")
        || MAPINFO_PARTS.contains(extension)
        || text.startsWith("!table");
  }

  static byte[] start(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LOOKED_AT);
    } catch (IOException e) {
      throw new UserError(
          "the file can't be read (" + e.getMessage() + ")",
          LayerNames.fileName(file),
          "check that GapMap may read it",
          e);
    }
  }

  /** Without byte order mark and leading blanks. */
  private static String text(byte[] start) {
    String text = new String(start, StandardCharsets.UTF_8);
    return (text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading();
  }

  static boolean startsWith(byte[] start, String magic) {
    byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
    return start.length >= wanted.length
        && Arrays.equals(start, 0, wanted.length, wanted, 0, wanted.length);
  }

  private static boolean isShp(byte[] start) {
    return start.length >= 4
        && start[0] == 0
        && start[1] == 0
        && start[2] == 0x27
        && start[3] == 0x0A;
  }

  static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
