package org.gapmap.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.gapmap.domain.UserError;

/**
 * How large a file is with all its parts, and the hash by which the same one is known again.
 *
 * @param sha256 hex; of one file the hash of its bytes, of several that of their endings and hashes
 */
public record FileHash(long bytes, String sha256) {
  private static final Set<String> SHAPEFILE_PARTS = Set.of("shp", "shx", "dbf", "prj", "cpg");
  private static final int MOST_PARTS = 10_000;

  /**
   * Of a file, of a shapefile with what lies beside it, or of a folder.
   *
   * @throws UserError where it can't be read
   */
  public static FileHash of(Path file) {
    try {
      List<Path> parts = parts(file);
      if (parts.size() == 1) {
        return new FileHash(Files.size(parts.get(0)), hex(hash(parts.get(0))));
      }
      MessageDigest all = digest();
      long bytes = 0;
      for (Path part : parts) {
        bytes += Files.size(part);
        all.update(called(file, part).getBytes(StandardCharsets.UTF_8));
        all.update(hash(part));
      }
      return new FileHash(bytes, hex(all.digest()));
    } catch (IOException e) {
      throw new UserError(
          "the file can't be read (" + e.getMessage() + ")",
          file.toString(),
          "check that it is there and that GapMap may read it",
          e);
    }
  }

  private static List<Path> parts(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      try (Stream<Path> inside = Files.walk(file, 2)) {
        return inside
            .filter(part -> Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS))
            .limit(MOST_PARTS)
            .sorted()
            .toList();
      }
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !SHAPEFILE_PARTS.contains(ending(file))) {
      return List.of(file);
    }
    String stem = stem(file);
    try (Stream<Path> beside = Files.list(folder)) {
      return beside
          .filter(part -> stem(part).equals(stem) && SHAPEFILE_PARTS.contains(ending(part)))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  /** What tells a part from the others, wherever the file lies: a shapefile may be renamed. */
  private static String called(Path file, Path part) {
    return Files.isDirectory(file) ? file.relativize(part).toString() : ending(part);
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static String ending(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static byte[] hash(Path part) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(part)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return digest.digest();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}
