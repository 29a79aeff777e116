package org.gapmap.imports.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gapmap.domain.UserError;

/** A folder with layers in it, or in the folders below it. Symbolic links are not followed. */
final class DataFolder {
  private static final int DEPTH = 6;

  private DataFolder() {}

  static boolean isGeodatabase(Path folder) {
    return Format.extension(LayerNames.fileName(folder)).equals("gdb")
        || Files.isRegularFile(folder.resolve("a00000001.gdbtable"));
  }

  /**
   * @throws UserError where no single layer is meant
   */
  static Located locate(Path folder, ReadOptions options) {
    LayerNames.Picked picked =
        LayerNames.pick(paths(folder, options.limits()), options.layer(), folder);
    return new Located(
        folder.resolve(picked.path()),
        LayerNames.fileName(folder) + "#" + LayerNames.stem(picked.path()),
        picked.layer(),
        () -> {});
  }

  /** Its files, {@code /} between folders. */
  static List<String> paths(Path folder, ReadLimits limits) {
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      List<String> paths =
          files
              .filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
              .limit(limits.archiveEntries() + 1L)
              .map(f -> folder.relativize(f).toString().replace('\\', '/'))
              .sorted()
              .toList();
      limits.check(ReadLimits.Setting.ARCHIVE_ENTRIES, paths.size(), LayerNames.fileName(folder));
      return paths;
    } catch (IOException | UncheckedIOException e) {
      throw ShapefileFolder.unreadable(folder, e);
    }
  }
}
