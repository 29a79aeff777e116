package org.gapmap.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.gapmap.domain.UserError;

/**
 * Where a home folder's cluster lies, and how it gets there. A cluster is built beside its place
 * and renamed into it, so that what is in place is whole.
 *
 * <p>The place is {@code cluster} in the home folder. Where root's home folder is closed to the
 * account that runs PostgreSQL, it is a folder under {@code /var/lib/gapmap/clusters}, and the home
 * folder's file {@code cluster.location} says which.
 */
final class ClusterFolder {
  private static final String BUILDING = ".building";

  private final HomeFolder home;
  private final Path path;

  private ClusterFolder(HomeFolder home, Path path) {
    this.home = home;
    this.path = path;
  }

  static ClusterFolder of(HomeFolder home) throws IOException {
    Path note = home.path().resolve("cluster.location");
    if (Files.exists(note)) {
      return new ClusterFolder(home, Path.of(Files.readString(note).strip()));
    }
    Path inHome = home.path().resolve("cluster");
    if (Files.exists(inHome) || reachable(home.path())) {
      return new ClusterFolder(home, inHome);
    }
    Path clusters = HomeFolder.SYSTEM_WIDE.resolve("clusters");
    Files.createDirectories(clusters);
    for (Path folder : List.of(HomeFolder.SYSTEM_WIDE, clusters)) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Path elsewhere = clusters.resolve(UUID.randomUUID().toString().substring(0, 8));
    Path draft = Files.writeString(note.resolveSibling("cluster.location.new"), elsewhere + "\n");
    Files.move(draft, note, StandardCopyOption.ATOMIC_MOVE);
    return new ClusterFolder(home, elsewhere);
  }

  private static boolean reachable(Path home) throws IOException {
    return ServerAccount.forNewCluster(home)
        .run(Path.of("/"), List.of("test", "-x", home.toString()))
        .succeeded();
  }

  /** The server in place, built first where there is none. */
  PostgresServer open() throws IOException {
    if (!Files.exists(path)) {
      build();
    }
    Path version = path.resolve("data").resolve("PG_VERSION");
    if (!Files.exists(version)) {
      throw new UserError(
          "the folder is not a database of GapMap's",
          path.toString(),
          "move it away, or set GAPMAP_HOME to another folder");
    }
    int major = Release.parse(Files.readString(version)).major();
    return new PostgresServer(
        () -> PostgresInstallation.get(Optional.of(major)), ServerAccount.ownerOf(path), path);
  }

  private void build() throws IOException {
    PostgresInstallation installation = PostgresInstallation.get(Optional.empty());
    sweepUnfinished();
    Path draft =
        Files.createTempDirectory(
            path.getParent(),
            path.getFileName() + BUILDING,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    new PostgresServer(() -> installation, ServerAccount.forNewCluster(home.path()), draft)
        .initialise();
    Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
  }

  private void sweepUnfinished() throws IOException {
    try (DirectoryStream<Path> drafts =
        Files.newDirectoryStream(path.getParent(), path.getFileName() + BUILDING + "*")) {
      for (Path draft : drafts) {
        deleteTree(draft);
      }
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
