package org.gapmap.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that were exported to be downloaded: a folder for each, for a day. */
public final class ExportFolder {
  private static final Logger LOG = LoggerFactory.getLogger(ExportFolder.class);
  private static final Duration KEPT = Duration.ofDays(1);

  private final Path root;

  /**
   * @param root made with the first export
   */
  public ExportFolder(Path root) {
    this.root = root;
  }

  /** Where a file of this name is to be written; what is older than a day is deleted. */
  Path place(String name) {
    sweep(Instant.now().minus(KEPT));
    try {
      return Files.createDirectories(root.resolve(UUID.randomUUID().toString())).resolve(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes the folder of a file that was not made. */
  void discard(Path file) {
    Path folder = file.getParent();
    if (folder != null && root.equals(folder.getParent())) {
      delete(folder);
    }
  }

  private void sweep(Instant before) {
    if (!Files.isDirectory(root)) {
      return;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(root)) {
      for (Path folder : folders) {
        if (Files.getLastModifiedTime(folder).toInstant().isBefore(before)) {
          delete(folder);
        }
      }
    } catch (IOException e) {
      LOG.warn("Old exports could not be deleted", e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path file : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("The export {} could not be deleted", folder, e);
    }
  }
}
