package org.gapmap.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.gapmap.domain.UserError;

/**
 * A zip archive with layers in it. Only the files of the one layer that is read are unpacked, under
 * names of our own, so that no entry's name ever becomes a path. Bytes are counted as they arrive
 * and not as the archive claims.
 */
final class Archive implements AutoCloseable {
  /** An entry this small may be packed as densely as it likes. */
  private static final long INFLATION_MATTERS_FROM = 64L << 20;

  /** What lies beside a file under its name and belongs to it. */
  private static final List<String> COMPANIONS =
      List.of(".shx", ".dbf", ".prj", ".cpg", ".dat", ".map", ".id", ".ind", ".mid", ".gpkg-wal");

  private static final List<String> NESTED = List.of(".zip", ".rar", ".7z", ".tar", ".gz", ".tgz");

  private final Path archive;
  private final ReadLimits limits;
  private final ZipFile zip;
  private final List<ZipEntry> entries;

  private Archive(Path archive, ReadLimits limits, ZipFile zip) {
    this.archive = archive;
    this.limits = limits;
    this.zip = zip;
    this.entries =
        zip.stream()
            .filter(e -> !e.isDirectory())
            .map(ZipEntry.class::cast)
            .filter(e -> !LayerNames.junk(path(e)))
            .toList();
  }

  /**
   * @throws UserError where it can't be read or holds too many files
   */
  static Archive open(Path archive, ReadLimits limits) {
    try {
      ZipFile zip = zipFile(archive);
      try {
        limits.check(ReadLimits.Setting.ARCHIVE_ENTRIES, zip.size(), LayerNames.fileName(archive));
        return new Archive(archive, limits, zip);
      } catch (RuntimeException e) {
        zip.close();
        throw e;
      }
    } catch (IOException | IllegalArgumentException e) {
      throw broken(archive, e);
    }
  }

  /** Names are UTF-8 by flag or by luck, else what a Chinese Windows writes. */
  private static ZipFile zipFile(Path archive) throws IOException {
    try {
      return new ZipFile(archive.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException notUtf8) {
      Charset gbk = CharsetNames.GB18030;
      return new ZipFile(archive.toFile(), gbk);
    }
  }

  /** The paths of its files, {@code /} between folders. */
  List<String> paths() {
    return entries.stream().map(Archive::path).toList();
  }

  boolean has(String path) {
    return entries.stream().anyMatch(e -> path(e).equals(path));
  }

  /**
   * Unpacks one layer's files.
   *
   * @throws UserError where no single layer is meant, or it unpacks to too much
   */
  Located unpack(ReadOptions options) {
    if (LayerNames.candidates(paths()).isEmpty()) {
      refuseNested();
    }
    LayerNames.Picked picked = LayerNames.pick(paths(), options.layer(), archive);
    try {
      Path folder = Files.createTempDirectory("gapmap-unpacked-");
      try {
        Path file = unpack(picked.path(), folder);
        return new Located(
            file,
            LayerNames.fileName(archive) + "#" + LayerNames.stem(picked.path()),
            picked.layer(),
            () -> delete(folder));
      } catch (IOException | RuntimeException e) {
        delete(folder);
        throw e;
      }
    } catch (IOException | IllegalArgumentException e) {
      throw broken(archive, e);
    }
  }

  private Path unpack(String picked, Path folder) throws IOException {
    Path file = folder.resolve("layer" + ending(picked));
    long budget = limits.archiveBytes();
    if (LayerNames.lastName(picked).toLowerCase(Locale.ROOT).endsWith(".gdb")) {
      Files.createDirectory(file);
      for (ZipEntry entry : entries) {
        String name = LayerNames.lastName(path(entry));
        if (path(entry).equals(picked + "/" + name) && name.matches("[A-Za-z0-9_.]{1,100}")) {
          budget -= extract(entry, file.resolve(name), budget);
        }
      }
      return file;
    }
    ZipEntry main = entries.stream().filter(e -> path(e).equals(picked)).findFirst().orElseThrow();
    budget -= extract(main, file, budget);
    for (String companion : COMPANIONS) {
      Optional<ZipEntry> entry = companion(picked, companion);
      if (entry.isPresent()) {
        budget -= extract(entry.get(), folder.resolve("layer" + companion), budget);
      }
    }
    return file;
  }

  private static String ending(String path) {
    return path.substring(LayerNames.stem(path).length()).toLowerCase(Locale.ROOT);
  }

  /** The entry of the same folder and stem, the extension in any case. */
  private Optional<ZipEntry> companion(String file, String extension) {
    String wanted = LayerNames.stem(file) + extension;
    List<ZipEntry> fitting =
        entries.stream().filter(e -> path(e).equalsIgnoreCase(wanted)).toList();
    return fitting.stream()
        .filter(e -> path(e).startsWith(LayerNames.stem(file)))
        .findFirst()
        .or(() -> fitting.stream().findFirst());
  }

  private void refuseNested() {
    for (String path : paths()) {
      String name = path.toLowerCase(Locale.ROOT);
      if (NESTED.stream().anyMatch(name::endsWith)) {
        throw new UserError(
            "it holds another archive (" + path + ") / 压缩包里还有压缩包",
            LayerNames.fileName(archive),
            "unpack it once and give the inner archive or the files / 请先解压一层");
      }
    }
  }

  private long extract(ZipEntry entry, Path target, long budget) throws IOException {
    long written = 0;
    long most = Math.min(budget, limits.fileBytes());
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(target)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        written += n;
        checkInflation(entry, written);
        if (written > most) {
          throw limits.exceeded(
              budget <= limits.fileBytes()
                  ? ReadLimits.Setting.ARCHIVE_BYTES
                  : ReadLimits.Setting.FILE_BYTES,
              LayerNames.fileName(archive));
        }
        out.write(buffer, 0, n);
      }
    }
    return written;
  }

  private void checkInflation(ZipEntry entry, long unpacked) {
    if (unpacked > INFLATION_MATTERS_FROM
        && unpacked / Math.max(1, entry.getCompressedSize()) > limits.inflation()) {
      throw limits.exceeded(ReadLimits.Setting.INFLATION, LayerNames.fileName(archive));
    }
  }

  /**
   * Reads every entry to its end without keeping it, for whoever hands the archive to a library
   * that does not count.
   *
   * @throws UserError where they unpack to too much
   */
  void weigh() {
    long total = 0;
    byte[] buffer = new byte[1 << 16];
    try {
      for (ZipEntry entry : entries) {
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
          for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            size += n;
            total += n;
            checkInflation(entry, size);
            limits.check(ReadLimits.Setting.FILE_BYTES, size, LayerNames.fileName(archive));
            limits.check(ReadLimits.Setting.ARCHIVE_BYTES, total, LayerNames.fileName(archive));
          }
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw broken(archive, e);
    }
  }

  /** An entry's first bytes. */
  byte[] start(String path, int length) {
    try (InputStream in = stream(path)) {
      return in.readNBytes(length);
    } catch (IOException | IllegalArgumentException e) {
      throw broken(archive, e);
    }
  }

  /** An entry's bytes, for whoever has weighed the archive. */
  InputStream stream(String path) throws IOException {
    return zip.getInputStream(
        entries.stream().filter(e -> path(e).equals(path)).findFirst().orElseThrow());
  }

  private static String path(ZipEntry entry) {
    return entry.getName().replace('\\', '/');
  }

  private static UserError broken(Path archive, Exception cause) {
    return new UserError(
        "the archive can't be unpacked (" + cause.getMessage() + ")",
        LayerNames.fileName(archive),
        "check that it is complete and has no password, or unpack it yourself and give the folder",
        cause);
  }

  /** Whoever of those that read from it is closed first deletes it. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = new ArrayList<>(files.toList());
      all.sort(Comparator.reverseOrder());
      for (Path file : all) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
