package org.gapmap.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.gapmap.domain.UserError;

/** Opens whatever a planning office delivers. */
public final class Readers {
  private static final Set<String> SHAPEFILE_PARTS =
      Set.of("shp", "shx", "dbf", "prj", "cpg", "sbn", "sbx", "qix", "qpj");
  private static final String FORMATS =
      "give a shapefile, a folder or .zip with one, or a CSV file of points";

  private Readers() {}

  /**
   * Opens a layer; the format is decided by the file's content.
   *
   * @param file a shapefile (any one of its files), a folder or zip archive with one, or a CSV file
   * @throws UserError where the file can't be read, is of an unknown format, or holds several
   *     layers and the options name none
   */
  public static FeatureSource open(Path file, ReadOptions options) {
    if (!Files.exists(file)) {
      throw new UserError("there is no such file or folder", file.toString(), "check the path");
    }
    if (Files.isDirectory(file)) {
      return shapefile(ShapefileFolder.inFolder(file, options.layer()), options);
    }
    byte[] start = start(file);
    if (startsWith(start, "PK\u0003\u0004") || startsWith(start, "PK\u0005\u0006")) {
      return shapefile(ShapefileArchive.unpack(file, options.layer()), options);
    }
    if (isShp(start) || SHAPEFILE_PARTS.contains(extension(file))) {
      return shapefile(ShapefileFolder.around(file), options);
    }
    if (OsmFile.is(file, start)) {
      return OsmSource.open(file, options);
    }
    refuseOtherFormats(file, start);
    return CsvSource.open(file, options);
  }

  /**
   * The layers of a file: what the user may be asked to pick from.
   *
   * @throws UserError as {@link #open} does, but for several layers
   */
  public static SourceLayers layers(Path file, ReadOptions options) {
    if (Files.isRegularFile(file) && OsmFile.is(file, start(file))) {
      return OsmSource.layers();
    }
    try (FeatureSource source = open(file, options)) {
      SourceDescription it = source.description();
      OptionalLong rows =
          it.declaredRows().isPresent()
              ? OptionalLong.of(it.declaredRows().getAsInt())
              : OptionalLong.empty();
      String name = it.fileName().substring(it.fileName().indexOf('#') + 1);
      return new SourceLayers(it.format(), List.of(new SourceLayer(name, it.geometryType(), rows)));
    }
  }

  private static FeatureSource shapefile(ShapefileParts parts, ReadOptions options) {
    try {
      return new ShapefileSource(parts, options);
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private static void refuseOtherFormats(Path file, byte[] start) {
    String name = LayerNames.fileName(file);
    if (start.length == 0) {
      throw new UserError("the file is empty", name, FORMATS);
    }
    if (startsWith(start, "SQLite format 3")) {
      throw new UserError(
          "GeoPackages and other SQLite files are not read yet",
          name,
          "export the layer as a shapefile");
    }
    if (startsWith(start, "{") || startsWith(start, "[")) {
      throw new UserError("GeoJSON is not read yet", name, "export the layer as a shapefile");
    }
    if (startsWith(start, "<")) {
      throw new UserError(
          "this is XML or a web page (KML, GPX, HTML?)", name, "export the layer as a shapefile");
    }
    boolean utf16 = startsWith(start, "\u00FF\u00FE") || startsWith(start, "\u00FE\u00FF");
    for (byte b : start) {
      if (b == 0 && !utf16) {
        throw new UserError("the file's format is not known", name, FORMATS);
      }
    }
  }

  static byte[] start(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(4096);
    } catch (IOException e) {
      throw new UserError(
          "the file can't be read (" + e.getMessage() + ")",
          LayerNames.fileName(file),
          "check that GapMap may read it",
          e);
    }
  }

  private static boolean startsWith(byte[] start, String magic) {
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

  private static String extension(Path file) {
    String name = LayerNames.fileName(file);
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
