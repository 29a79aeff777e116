package org.gapmap.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder that the account that runs PostgreSQL may enter, unlike JUnit's own. */
public record OpenFolder(Path path) implements AutoCloseable {
  public static OpenFolder make() throws IOException {
    Path made = Files.createTempDirectory(Path.of("/var/tmp"), "gapmap-home-");
    Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new OpenFolder(made);
  }

  public Path resolve(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() throws IOException {
    deleteTree(path);
  }

  static void deleteTree(Path tree) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(tree)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : deepestFirst) {
      Files.delete(each);
    }
  }
}
