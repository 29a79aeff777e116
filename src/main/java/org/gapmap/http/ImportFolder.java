package org.gapmap.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gapmap.domain.UserError;

/** The folder that the administrator lets the page import from, where there is one. */
public final class ImportFolder {
  private static final int MOST_FILES = 5_000;
  private static final int DEEPEST = 8;

  private final Optional<Path> root;

  private ImportFolder(Optional<Path> root) {
    this.root = root;
  }

  /**
   * @throws UserError where there is no such folder
   */
  public static ImportFolder of(Optional<Path> folder) {
    folder.ifPresent(
        path -> {
          if (!Files.isDirectory(path) || !Files.isReadable(path)) {
            throw new UserError(
                "there is no such folder, or GapMap may not read it",
                path.toString(),
                "correct --import-folder or GAPMAP_IMPORT_FOLDER");
          }
        });
    return new ImportFolder(folder.map(path -> path.toAbsolutePath().normalize()));
  }

  public static ImportFolder none() {
    return new ImportFolder(Optional.empty());
  }

  /**
   * A file of it.
   *
   * @param path below the folder, with slashes
   */
  record Listed(String path, long bytes, Instant modified) {}

  Optional<Path> root() {
    return root;
  }

  /** Its files, by path; links and hidden files are left out. */
  List<Listed> list() {
    List<Listed> files = new ArrayList<>();
    root.ifPresent(folder -> collect(folder, files));
    files.sort(Comparator.comparing(Listed::path));
    return files;
  }

  private static void collect(Path folder, List<Listed> files) {
    try {
      Files.walkFileTree(
          folder,
          EnumSet.noneOf(java.nio.file.FileVisitOption.class),
          DEEPEST,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes is) {
              return !dir.equals(folder) && isHidden(dir)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
              if (is.isRegularFile() && !isHidden(file)) {
                files.add(
                    new Listed(
                        folder.relativize(file).toString().replace('\\', '/'),
                        is.size(),
                        is.lastModifiedTime().toInstant()));
              }
              return files.size() < MOST_FILES
                  ? FileVisitResult.CONTINUE
                  : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isHidden(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".");
  }

  /**
   * A file or folder of it.
   *
   * @throws UserError where it is not in the folder, or leads out of it by a link
   */
  Path resolve(String path) {
    Path folder =
        root.orElseThrow(
            () ->
                new UserError(
                    "the server has no folder to import from",
                    "file.folder",
                    "upload the file, or start it with --import-folder"));
    try {
      Path real = folder.toRealPath();
      Path wanted = folder.resolve(path).normalize();
      if (Path.of(path).isAbsolute() || !wanted.startsWith(folder) || !inside(real, wanted)) {
        throw notThere(path);
      }
      requireNoWayOut(real, wanted, path);
      return wanted;
    } catch (InvalidPathException | IOException e) {
      throw notThere(path);
    }
  }

  private static UserError notThere(String path) {
    return new UserError(
        "there is no such file in the import folder",
        path,
        "take one that GET /api/import-folder lists");
  }

  private static boolean inside(Path real, Path path) throws IOException {
    return path.toRealPath().startsWith(real);
  }

  /** A layer is read with its neighbours: none of them may be a link to elsewhere. */
  private static void requireNoWayOut(Path real, Path wanted, String path) throws IOException {
    boolean folder = Files.isDirectory(wanted);
    Path around = folder ? wanted : wanted.getParent();
    String stem = stem(wanted);
    try (Stream<Path> files = folder ? Files.walk(around, DEEPEST) : Files.list(around)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        boolean read = folder || stem(file).equalsIgnoreCase(stem);
        if (read && Files.isSymbolicLink(file) && !(Files.exists(file) && inside(real, file))) {
          throw new UserError(
              "a link leads out of the import folder",
              path,
              "put the files themselves into the folder");
        }
      }
    }
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
