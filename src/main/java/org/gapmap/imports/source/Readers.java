package org.gapmap.imports.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.gapmap.domain.UserError;

/** Opens whatever a planning office delivers. */
public final class Readers {
  private Readers() {}

  /**
   * Opens a layer; the format is decided by the file's content.
   *
   * @param file a file of one of the formats (any one of a shapefile's), or a folder or zip archive
   *     with one
   * @throws UserError where the file can't be read, is of an unknown format, is larger than the
   *     limits allow, or holds several layers and the options name none
   */
  public static FeatureSource open(Path file, ReadOptions options) {
    Located at = locate(file, options);
    try {
      return open(at, options.ofLayer(at.layer()));
    } catch (RuntimeException e) {
      at.close();
      throw e;
    }
  }

  /**
   * The layers of a file: what the user may be asked to pick from. Those of a folder or archive are
   * named without being opened where there are several.
   *
   * @throws UserError as {@link #open} does, but for several layers
   */
  public static SourceLayers layers(Path file, ReadOptions options) {
    if (options.layer().isEmpty()) {
      List<SourceLayer> several = ContainerLayers.list(file, options.limits());
      if (several.size() > 1) {
        return new SourceLayers(Files.isDirectory(file) ? "folder" : "zip", several);
      }
    }
    try (Located at = locate(file, options)) {
      return layersIn(at, options);
    }
  }

  private static SourceLayers layersIn(Located at, ReadOptions options) {
    Format format = format(at);
    if (format == Format.OSM) {
      return OsmSource.layers();
    }
    if (format == Format.GEOPACKAGE) {
      return GeoPackageSource.layers(at, options.limits());
    }
    if (format == Format.OGR) {
      return OgrSource.layers(at, options.limits());
    }
    if (format == Format.XLSX) {
      return XlsxTable.layers(at, options.limits());
    }
    try (FeatureSource source = open(at, options.ofLayer(at.layer()))) {
      SourceDescription it = source.description();
      OptionalLong rows =
          it.declaredRows().isPresent()
              ? OptionalLong.of(it.declaredRows().getAsInt())
              : OptionalLong.empty();
      String name = LayerNames.stem(it.fileName().substring(it.fileName().indexOf('#') + 1));
      return new SourceLayers(it.format(), List.of(new SourceLayer(name, it.geometryType(), rows)));
    }
  }

  /** The one file that is meant, unpacked where it is packed. */
  private static Located locate(Path file, ReadOptions options) {
    if (!Files.exists(file)) {
      throw new UserError("there is no such file or folder", file.toString(), "check the path");
    }
    if (Files.isDirectory(file)) {
      return DataFolder.isGeodatabase(file)
          ? Located.plain(file, options)
          : DataFolder.locate(file, options);
    }
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          // Opening a pipe would wait for whoever writes to it.
          "it is neither a file nor a folder", file.toString(), "check the path");
    }
    Located plain = Located.plain(file, options);
    if (format(plain) != Format.ZIP) {
      return plain;
    }
    try (Archive archive = Archive.open(file, options.limits())) {
      if (archive.has("[Content_Types].xml")) {
        if (!archive.has("xl/workbook.xml")) {
          throw Unreadable.document(plain.name());
        }
        return new Located(file, plain.name(), plain.layer(), () -> {});
      }
      return archive.unpack(options);
    }
  }

  private static Format format(Located at) {
    return Files.isDirectory(at.file()) ? Format.OGR : Format.of(at.file());
  }

  private static FeatureSource open(Located at, ReadOptions options) {
    Format format = format(at);
    if (format != Format.OGR) {
      options.limits().check(ReadLimits.Setting.FILE_BYTES, size(at), at.name());
    }
    return switch (format) {
      case SHAPEFILE -> shapefile(at, options);
      case GEOPACKAGE -> new UnpackedSource(GeoPackageSource.open(at, options), at);
      case GEOJSON -> new UnpackedSource(GeoJsonSource.open(at, options), at);
      case OSM -> new UnpackedSource(OsmSource.open(at.file(), options), at);
      case CSV -> new UnpackedSource(TableSource.open(new CsvTable(at, options), options), at);
      case XLSX -> new UnpackedSource(TableSource.open(XlsxTable.open(at, options), options), at);
      case OGR -> new UnpackedSource(OgrSource.open(at, options), at);
      case ZIP ->
          throw new UserError(
              "it is an archive inside an archive / 压缩包里还有压缩包",
              at.name(),
              "unpack it once and give the inner archive / 请先解压一层");
    };
  }

  private static FeatureSource shapefile(Located at, ReadOptions options) {
    ShapefileParts parts =
        LayerNames.isShp(LayerNames.fileName(at.file()))
            ? ShapefileFolder.beside(at.file(), at.name(), at.unpacked())
            : ShapefileFolder.around(at.file());
    return new ShapefileSource(parts, options);
  }

  private static long size(Located at) {
    try {
      return Files.size(at.file());
    } catch (IOException e) {
      throw new UserError(
          "the file can't be read (" + e.getMessage() + ")",
          at.name(),
          "check that GapMap may read it",
          e);
    }
  }
}
