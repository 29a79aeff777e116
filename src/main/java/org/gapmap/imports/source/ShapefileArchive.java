package org.gapmap.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.gapmap.domain.UserError;

/**
 * A shapefile in a zip archive. Only the parts of the one layer that is read are unpacked, under
 * names of our own, so that no entry's name ever becomes a path.
 *
 * <p>Bounds against archives that unfold into more than they seem: {@value #MOST_ENTRIES} entries,
 * 4 GB unpacked (the most that a .shp and a .dbf of 2 GB each can be), counted as bytes arrive and
 * not as the archive claims.
 */
final class ShapefileArchive {
  static final int MOST_ENTRIES = 10_000;
  private static final long MOST_BYTES = 4L << 30;
  private static final List<String> PARTS = List.of(".shp", ".shx", ".dbf", ".prj", ".cpg");

  private final Path archive;
  private final long mostBytes;

  private ShapefileArchive(Path archive, long mostBytes) {
    this.archive = archive;
    this.mostBytes = mostBytes;
  }

  static ShapefileParts unpack(Path archive, Optional<String> layer) {
    return unpack(archive, layer, MOST_BYTES);
  }

  static ShapefileParts unpack(Path archive, Optional<String> layer, long mostBytes) {
    return new ShapefileArchive(archive, mostBytes).unpack(layer);
  }

  private ShapefileParts unpack(Optional<String> layer) {
    try (ZipFile zip = open()) {
      if (zip.size() > MOST_ENTRIES) {
        throw error(
            "the archive has " + zip.size() + " entries, more than " + MOST_ENTRIES,
            "pack the shapefile alone");
      }
      List<ZipEntry> entries =
          zip.stream()
              .filter(e -> !e.isDirectory())
              .map(ZipEntry.class::cast)
              .filter(e -> !LayerNames.junk(path(e)))
              .toList();
      if (entries.stream().anyMatch(e -> path(e).equals("[Content_Types].xml"))) {
        throw error("this is an Office document", "save the sheet as CSV and import that");
      }
      List<String> shapefiles =
          entries.stream().map(ShapefileArchive::path).filter(LayerNames::isShp).sorted().toList();
      String picked = LayerNames.pick(shapefiles, layer, archive);
      Path folder = Files.createTempDirectory("gapmap-unpacked-");
      try {
        long budget = mostBytes;
        for (String part : PARTS) {
          Optional<ZipEntry> entry = part(entries, picked, part);
          if (entry.isPresent()) {
            budget -= extract(zip, entry.get(), folder.resolve("layer" + part), budget);
          }
        }
        return ShapefileFolder.beside(
            folder.resolve("layer.shp"),
            LayerNames.fileName(archive) + "#" + LayerNames.stem(picked),
            () -> delete(folder));
      } catch (IOException | RuntimeException e) {
        delete(folder);
        throw e;
      }
    } catch (IOException e) {
      throw new UserError(
          "the archive can't be unpacked (" + e.getMessage() + ")",
          LayerNames.fileName(archive),
          "check that it is complete and has no password, or unpack it yourself and give the folder",
          e);
    }
  }

  /** Names are UTF-8 by flag or by luck, else what a Chinese Windows writes. */
  private ZipFile open() throws IOException {
    try {
      return new ZipFile(archive.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException notUtf8) {
      Charset gbk = CharsetNames.GB18030;
      return new ZipFile(archive.toFile(), gbk);
    }
  }

  /** The entry of the same folder and stem, the extension in any case. */
  private static Optional<ZipEntry> part(List<ZipEntry> entries, String shp, String extension) {
    if (extension.equals(".shp")) {
      return entries.stream().filter(e -> path(e).equals(shp)).findFirst();
    }
    String wanted = LayerNames.stem(shp) + extension;
    List<ZipEntry> fitting =
        entries.stream()
            .filter(e -> path(e).toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT)))
            .toList();
    return fitting.stream()
        .filter(e -> path(e).startsWith(LayerNames.stem(shp)))
        .findFirst()
        .or(() -> fitting.stream().findFirst());
  }

  private static String path(ZipEntry entry) {
    return entry.getName().replace('\\', '/');
  }

  private long extract(ZipFile zip, ZipEntry entry, Path target, long budget) throws IOException {
    long written = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(target)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        written += n;
        if (written > budget) {
          throw error(
              "the layer unpacks to more than " + mostBytes + " bytes",
              "unpack it yourself and give the folder, if it is meant to be that large");
        }
        out.write(buffer, 0, n);
      }
    }
    return written;
  }

  private UserError error(String what, String remedy) {
    return new UserError(what, LayerNames.fileName(archive), remedy);
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
