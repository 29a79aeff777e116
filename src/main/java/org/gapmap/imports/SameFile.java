package org.gapmap.imports;

import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.gapmap.domain.UserError;
import org.gapmap.store.Completeness;
import org.gapmap.store.Delivery;
import org.gapmap.store.EarlierImport;
import org.gapmap.store.LayerStore;
import org.jspecify.annotations.Nullable;

/**
 * Knows a file again by its hash and by what the user says of it. The hash is worked out while the
 * database commits, when there is nothing else to do, unless something that was imported the same
 * way has to be compared first. Not for several threads.
 */
final class SameFile {
  private final ImportRequest request;
  private final String spec;
  private @Nullable CompletableFuture<FileHash> hash;

  SameFile(ImportRequest request) {
    this.request = request;
    this.spec = SpecJson.of(request).toString();
  }

  /**
   * The report of an import of this very file in this very way, where its layers are as it made.
   */
  Optional<ImportReport> find(LayerStore layers, Completeness completeness) {
    List<EarlierImport> alike =
        layers.listAlike(
            new LayerStore.SourceLayers(
                request.destination().city(), request.type(), request.destination().source()),
            spec,
            completeness);
    if (alike.isEmpty()) {
      return Optional.empty();
    }
    String own = hash().sha256();
    return alike.stream()
        .filter(earlier -> !own.isEmpty() && earlier.sha256().equals(own))
        .filter(earlier -> !StoredReport.restsOnOtherLayers(earlier.report()))
        .findFirst()
        .map(earlier -> StoredReport.read(request, earlier.report()).ending(earlier.made()));
  }

  Delivery delivery(int refused) {
    FileHash of = hash();
    return new Delivery(of.sha256(), of.bytes(), request.storing().by(), spec, refused);
  }

  /** Begins to work out the hash, which takes about a second for each 100 MB. */
  void hashAhead() {
    if (hash == null) {
      hash =
          Files.exists(request.file())
              ? CompletableFuture.supplyAsync(() -> FileHash.of(request.file()))
              : CompletableFuture.completedFuture(new FileHash(0, ""));
    }
  }

  private FileHash hash() {
    hashAhead();
    try {
      return Objects.requireNonNull(hash).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UserError unreadable) {
        throw unreadable;
      }
      throw e;
    }
  }
}
