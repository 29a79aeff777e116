package org.gapmap.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.gapmap.domain.UserError;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that were sent to be imported: a folder for each upload, for a day at most. */
public final class UploadFolder {
  private static final Logger LOG = LoggerFactory.getLogger(UploadFolder.class);
  private static final Duration KEPT = Duration.ofDays(1);
  private static final int ID_BYTES = 16;
  private static final int LONGEST_NAME_BYTES = 240;
  private static final int MOST_FILES = 200;
  private static final long ROOM_TO_LEAVE = 256L << 20;
  private static final int BUFFER = 1 << 16;
  private static final String UNFINISHED = ".part-";

  private final Path root;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param root made with the first upload
   */
  public UploadFolder(Path root) {
    this.root = root;
  }

  /** One file of an upload. */
  record Sent(String name, long bytes) {}

  /** More bytes than may be sent. */
  static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** The sender went away, or sent something broken. */
  static final class BrokenOff extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenOff(IOException cause) {
      super(cause);
    }
  }

  /** An empty one. */
  String begin() {
    sweep(Instant.now().minus(KEPT));
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    String upload = HexFormat.of().formatHex(id);
    try {
      Files.createDirectories(root.resolve(upload));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return upload;
  }

  Optional<Path> find(String upload) {
    return upload.matches("[0-9a-f]{" + 2 * ID_BYTES + "}")
        ? Optional.of(root.resolve(upload)).filter(Files::isDirectory)
        : Optional.empty();
  }

  /** Its files, by name. */
  List<Sent> list(Path upload) {
    List<Sent> files = new ArrayList<>();
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(upload)) {
      for (Path file : inside) {
        String name = String.valueOf(file.getFileName());
        if (!name.startsWith(UNFINISHED)) {
          files.add(new Sent(name, Files.size(file)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.sort(Comparator.comparing(Sent::name));
    return files;
  }

  /**
   * What an importer opens: the only file, or the only {@code .shp} among its parts, else the
   * folder.
   *
   * @throws UserError where nothing was sent
   */
  Path layerFile(Path upload) {
    List<Sent> files = list(upload);
    if (files.isEmpty()) {
      throw new UserError(
          "nothing was sent", "file.upload", "PUT the file to /api/uploads/{upload}/{name} first");
    }
    touch(upload);
    if (files.size() == 1) {
      return upload.resolve(files.get(0).name());
    }
    List<Sent> shapes =
        files.stream().filter(f -> f.name().toLowerCase(Locale.ROOT).endsWith(".shp")).toList();
    return shapes.size() == 1 ? upload.resolve(shapes.get(0).name()) : upload;
  }

  /** An upload that is imported from is not an old one. */
  private static void touch(Path upload) {
    try {
      Files.setLastModifiedTime(upload, FileTime.from(Instant.now()));
    } catch (IOException e) {
      LOG.info("The time of {} could not be set", upload, e);
    }
  }

  /**
   * Writes a file as it comes. It is there as a whole, or not at all.
   *
   * @param most bytes that the file may have
   * @throws UserError where the name is none for a file, or the disk is full
   */
  void put(Path upload, String name, InputStream bytes, long most) throws TooLarge, BrokenOff {
    requireName(name);
    if (list(upload).size() >= MOST_FILES) {
      throw new UserError(
          "an upload holds at most " + MOST_FILES + " files", name, "send a zip instead");
    }
    @Nullable Path part = null;
    try {
      part = Files.createTempFile(upload, UNFINISHED, "");
      copy(bytes, part, most);
      move(part, upload.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      discard(part);
    }
  }

  private void copy(InputStream bytes, Path part, long most)
      throws IOException, TooLarge, BrokenOff {
    byte[] buffer = new byte[BUFFER];
    long written = 0;
    try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.WRITE)) {
      for (int read = read(bytes, buffer); read >= 0; read = read(bytes, buffer)) {
        written += read;
        if (written > most) {
          throw new TooLarge();
        }
        if (written % (256L * BUFFER) < read) {
          requireRoom(0);
        }
        out.write(buffer, 0, read);
      }
    }
  }

  private static int read(InputStream bytes, byte[] buffer) throws BrokenOff {
    try {
      return bytes.read(buffer);
    } catch (IOException e) {
      throw new BrokenOff(e);
    }
  }

  /**
   * @throws UserError where so many bytes more would leave too little of the disk
   */
  void requireRoom(long bytes) {
    try {
      if (Files.getFileStore(root).getUsableSpace() - bytes < ROOM_TO_LEAVE) {
        throw new UserError(
            "the server's disk is too full for it", "", "ask its administrator to make room");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void discard(@Nullable Path part) {
    try {
      if (part != null) {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      LOG.warn("{} could not be deleted", part, e);
    }
  }

  /** A file's name and nothing more: no way into another folder, and none that is hidden. */
  static void requireName(String name) {
    boolean odd =
        name.isBlank()
            || name.startsWith(".")
            || name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_BYTES
            || name.chars().anyMatch(c -> c == '/' || c == '\\' || c == ':' || c < ' ' || c == 127)
            || name.indexOf('\uFFFD') >= 0;
    if (odd) {
      throw new UserError(
          "'" + name + "' can't be a file's name here",
          "name",
          "send the bare name, such as communities.zip");
    }
  }

  /** Deletes an upload that is done with. */
  void remove(Path upload) {
    try (Stream<Path> inside = Files.walk(upload)) {
      for (Path file : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("The upload {} could not be deleted", upload, e);
    }
  }

  private void sweep(Instant before) {
    if (!Files.isDirectory(root)) {
      return;
    }
    try (DirectoryStream<Path> uploads = Files.newDirectoryStream(root)) {
      for (Path upload : uploads) {
        if (Files.getLastModifiedTime(upload).toInstant().isBefore(before)) {
          remove(upload);
        }
      }
    } catch (IOException e) {
      LOG.warn("Old uploads could not be deleted", e);
    }
  }
}
