package org.gapmap.imports;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.gapmap.domain.LayerType;
import org.gapmap.imports.source.FeatureSource;
import org.gapmap.imports.source.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * A shapefile being opened by a thread of its own, while whoever will import it reaches the
 * database: opening one reads all its texts. Taken at most once; closed by whoever took it, else by
 * {@link #close}.
 */
public final class FileAhead implements AutoCloseable {
  private final Path file;
  private final ReadOptions options;
  private @Nullable CompletableFuture<FeatureSource> opening;

  private FileAhead(Path file, ReadOptions options) {
    this.file = file;
    this.options = options;
  }

  /** Nothing is opened ahead: for files that are read in another way, or not as asked. */
  public static FileAhead none() {
    return new FileAhead(Path.of(""), ReadOptions.none());
  }

  /**
   * Begins to open the file for an import as a layer of this type, asked for in this way. A file of
   * another format is opened when it is taken: some of them keep what they unpack in folders.
   */
  public static FileAhead open(Path file, ReadOptions asked, LayerType type) {
    ReadOptions options = asked.wanting(type);
    FileAhead ahead = new FileAhead(file, options);
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".shp")) {
      CompletableFuture<FeatureSource> opening = new CompletableFuture<>();
      ahead.opening = opening;
      Thread reader =
          new Thread(
              () -> {
                try {
                  opening.complete(ReturnedFile.open(file, options));
                } catch (RuntimeException | Error e) {
                  opening.completeExceptionally(e);
                }
              },
              "file");
      reader.setDaemon(true);
      reader.start();
    }
    return ahead;
  }

  /** The file open, as opening it now would give it. */
  FeatureSource take(Path asked, ReadOptions how) {
    CompletableFuture<FeatureSource> opened = opening;
    if (opened == null || !asked.equals(file) || !how.equals(options)) {
      return ReturnedFile.open(asked, how);
    }
    opening = null;
    try {
      return opened.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** Waits until it is open where nobody took it, and closes it. */
  @Override
  public void close() {
    CompletableFuture<FeatureSource> opened = opening;
    opening = null;
    if (opened != null) {
      opened.handle((source, failure) -> source).thenAccept(FileAhead::closed).join();
    }
  }

  private static void closed(@Nullable FeatureSource source) {
    if (source != null) {
      source.close();
    }
  }
}
