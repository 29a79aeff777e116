package org.gapmap.imports.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gapmap.domain.UserError;

/** Finds a shapefile's parts in a folder, however their names are spelled. */
final class ShapefileFolder {
  private ShapefileFolder() {}

  /**
   * The shapefile that a file belongs to.
   *
   * @param file any of its parts
   */
  static ShapefileParts around(Path file) {
    String stem = withoutExtension(LayerNames.fileName(file));
    Path shp =
        LayerNames.isShp(LayerNames.fileName(file))
            ? file
            : sibling(siblings(file), stem, ".shp")
                .orElseThrow(
                    () ->
                        new UserError(
                            "there is no .shp beside it, only attributes without shapes",
                            LayerNames.fileName(file),
                            "put the .shp of the same name into the folder"));
    return beside(shp, LayerNames.fileName(shp), () -> {});
  }

  static ShapefileParts beside(Path shp, String name, Runnable unpacked) {
    List<Path> siblings = siblings(shp);
    String stem = withoutExtension(LayerNames.fileName(shp));
    return new ShapefileParts(
        name,
        shp,
        sibling(siblings, stem, ".shx"),
        sibling(siblings, stem, ".dbf"),
        sibling(siblings, stem, ".prj"),
        sibling(siblings, stem, ".cpg"),
        List.of(),
        unpacked);
  }

  private static List<Path> siblings(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> staysIn(folder, f) || besideIts(file, f)).sorted().toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /**
   * Whether it is a file, and no link that leads out: a delivered folder must not have other files
   * of this machine read.
   */
  private static boolean staysIn(Path folder, Path file) {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || (Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath()));
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether two links lead to files that lie beside each other. */
  private static boolean besideIts(Path shp, Path file) {
    try {
      return Files.isRegularFile(file)
          && Objects.equals(shp.toRealPath().getParent(), file.toRealPath().getParent());
    } catch (IOException e) {
      return false;
    }
  }

  /** The stem as it is spelled, else in any case: two layers may differ in case alone. */
  private static Optional<Path> sibling(List<Path> files, String stem, String extension) {
    List<Path> fitting =
        files.stream()
            .filter(
                f ->
                    LayerNames.fileName(f)
                        .toLowerCase(Locale.ROOT)
                        .equals((stem + extension).toLowerCase(Locale.ROOT)))
            .toList();
    return fitting.stream()
        .filter(f -> LayerNames.fileName(f).startsWith(stem))
        .findFirst()
        .or(() -> fitting.stream().findFirst());
  }

  private static String withoutExtension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  static UserError unreadable(Path folder, Exception cause) {
    return new UserError(
        "the folder can't be read (" + cause.getMessage() + ")",
        folder.toString(),
        "check that it exists and that GapMap may read it",
        cause);
  }
}
