package org.gapmap.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** The layers of a folder or archive by their names, and by the headers of shapefiles. */
final class ContainerLayers {
  private static final int SHP_HEADER = 36;
  private static final int DBF_HEADER = 8;

  private ContainerLayers() {}

  /** Empty where the file is neither a folder nor an archive of layers. */
  static List<SourceLayer> list(Path file, ReadLimits limits) {
    if (Files.isDirectory(file)) {
      return DataFolder.isGeodatabase(file)
          ? List.of()
          : layers(DataFolder.paths(file, limits), path -> start(file.resolve(path)));
    }
    if (!Files.isRegularFile(file) || Format.of(file) != Format.ZIP) {
      return List.of();
    }
    try (Archive archive = Archive.open(file, limits)) {
      return archive.has("[Content_Types].xml")
          ? List.of()
          : layers(archive.paths(), path -> archive.start(path, SHP_HEADER));
    }
  }

  private static byte[] start(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(SHP_HEADER);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static List<SourceLayer> layers(List<String> paths, Function<String, byte[]> start) {
    List<SourceLayer> all = new ArrayList<>();
    for (String path : LayerNames.candidates(paths)) {
      if (!LayerNames.isShp(path)) {
        all.add(new SourceLayer(LayerNames.stem(path), "unknown", OptionalLong.empty()));
        continue;
      }
      String table = LayerNames.stem(path) + ".dbf";
      OptionalLong rows =
          paths.stream()
              .filter(p -> p.equalsIgnoreCase(table))
              .findFirst()
              .map(p -> rows(start.apply(p)))
              .orElse(OptionalLong.empty());
      all.add(new SourceLayer(LayerNames.stem(path), geometry(start.apply(path)), rows));
    }
    return all;
  }

  private static String geometry(byte[] shp) {
    return shp.length < SHP_HEADER
        ? "unknown"
        : ShapeType.of(ByteBuffer.wrap(shp).order(ByteOrder.LITTLE_ENDIAN).getInt(32))
            .map(ShapeType::word)
            .orElse("unknown");
  }

  private static OptionalLong rows(byte[] dbf) {
    return dbf.length < DBF_HEADER
        ? OptionalLong.empty()
        : OptionalLong.of(
            Integer.toUnsignedLong(ByteBuffer.wrap(dbf).order(ByteOrder.LITTLE_ENDIAN).getInt(4)));
  }
}
