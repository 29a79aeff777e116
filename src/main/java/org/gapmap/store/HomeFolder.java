package org.gapmap.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gapmap.domain.UserError;

/** {@code GAPMAP_HOME}: the folder in which one GapMap keeps its database and its log. */
public record HomeFolder(Path path) {
  static final Path SYSTEM_WIDE = Path.of("/var/lib/gapmap");

  public HomeFolder {
    path = path.toAbsolutePath().normalize();
  }

  /**
   * {@code GAPMAP_HOME} where it is set; else {@code /var/lib/gapmap} for root and {@code
   * ~/.local/share/gapmap} (or what {@code XDG_DATA_HOME} says) for anybody else. Made where it is
   * not there yet.
   *
   * @throws UserError where it cannot be made or written to
   */
  public static HomeFolder locate(Map<String, String> environment) {
    Path path = chosen(environment);
    try {
      Files.createDirectories(path);
      HomeFolder home = new HomeFolder(path);
      home.ownFolder(path.resolve("log"));
      for (Path file : List.of(home.log(), home.gate(), home.lease())) {
        home.ownFile(file);
      }
      return home;
    } catch (AccessDeniedException refused) {
      throw new UserError(
          "the data folder cannot be written to",
          refused.getFile(),
          "run GapMap as the account that owns it, or set GAPMAP_HOME to a folder of your own",
          refused);
    } catch (IOException failed) {
      throw new UserError(
          "the data folder cannot be made",
          path.toString(),
          "set GAPMAP_HOME to a folder that you may write to",
          failed);
    }
  }

  /** What root makes in the home folder of another account must not shut that account out. */
  private void ownFile(Path file) throws IOException {
    if (!Files.exists(file)) {
      try {
        Files.createFile(file);
        handToOwner(file);
      } catch (FileAlreadyExistsException other) {
        // Another program that starts at the same time has made it.
      }
    }
    if (!Files.isWritable(file)) {
      throw new AccessDeniedException(file.toString());
    }
  }

  private void ownFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      try {
        Files.createDirectory(folder);
        handToOwner(folder);
      } catch (FileAlreadyExistsException other) {
        // As above; a file of that name is found out by whoever writes into the folder.
      }
    }
  }

  private void handToOwner(Path made) throws IOException {
    if (ServerAccount.isRoot()) {
      Files.setOwner(made, Files.getOwner(path));
    }
  }

  private static Path chosen(Map<String, String> environment) {
    String own = environment.getOrDefault("GAPMAP_HOME", "");
    if (!own.isBlank()) {
      return Path.of(own);
    }
    if (ServerAccount.isRoot()) {
      return SYSTEM_WIDE;
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    return data.isBlank()
        ? Path.of(System.getProperty("user.home"), ".local", "share", "gapmap")
        : Path.of(data, "gapmap");
  }

  public Path log() {
    return path.resolve("log").resolve("gapmap.log");
  }

  /** Locked by whoever joins or leaves the cluster, while he does. */
  Path gate() {
    return path.resolve("cluster.lock");
  }

  /** Locked, shared, by whoever uses the cluster. */
  Path lease() {
    return path.resolve("cluster.lease");
  }
}
