package org.gapmap.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.gapmap.domain.UserError;

/**
 * What GDAL's ogr2ogr reads and we do not: file geodatabases, KML, MapInfo, DXF. It runs as a
 * process of its own, without a shell, and converts to a temporary GeoPackage, which is read then.
 *
 * @param layer of the GeoPackage
 */
record OgrSource(FeatureSource layer, Path folder, SourceDescription description)
    implements FeatureSource {
  private static final String PROGRAM = "ogr2ogr";
  private static final long LONGEST_SECONDS = 1800;
  private static final int LONGEST_ERROR = 8192;

  /** Drivers whose files name other files or go out to the network. */
  private static final String LEFT_OUT =
      "VRT OGR_VRT HTTP WFS OAPIF CSW GMLAS GML WMS WMTS STACIT STACTA NGW PLSCENES Elasticsearch"
          + " CARTO CouchDB AmigoCloud Cloudant PostgreSQL MySQL ODBC MSSQLSpatial";

  static FeatureSource open(Located at, ReadOptions options) {
    Path folder = converted(at, options.limits());
    try {
      FeatureSource layer =
          GeoPackageSource.open(
              new Located(folder.resolve("layers.gpkg"), at.name(), at.layer(), () -> {}), options);
      SourceDescription it = layer.description();
      return new OgrSource(
          layer,
          folder,
          new SourceDescription(
              it.fileName(),
              word(at),
              it.geometryType(),
              it.fieldNames(),
              it.declaredRows(),
              it.encoding(),
              it.crs(),
              it.sample()));
    } catch (RuntimeException e) {
      Archive.delete(folder);
      throw e;
    }
  }

  static SourceLayers layers(Located at, ReadLimits limits) {
    Path folder = converted(at, limits);
    try {
      Located layers = new Located(folder.resolve("layers.gpkg"), at.name(), at.layer(), () -> {});
      return new SourceLayers(word(at), GeoPackageSource.layers(layers, limits).layers());
    } finally {
      Archive.delete(folder);
    }
  }

  private static String word(Located at) {
    String extension = Format.extension(LayerNames.fileName(at.file()));
    return switch (extension) {
      case "gdb" -> "filegdb";
      case "kml", "kmz" -> "kml";
      case "dxf" -> "dxf";
      default -> "mapinfo";
    };
  }

  /** A temporary folder with the GeoPackage. */
  private static Path converted(Located at, ReadLimits limits) {
    try {
      Path folder = Files.createTempDirectory("gapmap-ogr-");
      try {
        convert(at, folder, limits);
        return folder;
      } catch (IOException | RuntimeException e) {
        Archive.delete(folder);
        throw e;
      }
    } catch (IOException e) {
      throw new UserError(
          "this format needs GDAL's program ogr2ogr, which is not installed / 读取这种格式需要安装 GDAL"
              + "（ogr2ogr）",
          at.name(),
          "install gdal-bin, or export the layer as a shapefile or GeoPackage / 请安装 gdal-bin，或导出为"
              + " shapefile 或 GeoPackage",
          e);
    }
  }

  private static void convert(Located at, Path folder, ReadLimits limits) throws IOException {
    Path target = folder.resolve("layers.gpkg");
    Path errors = folder.resolve("errors.txt");
    List<String> command =
        new ArrayList<>(List.of(PROGRAM, "-f", "GPKG", "-skipfailures", "-lco", "FID=ogr_row"));
    command.addAll(
        List.of("-lco", "GEOMETRY_NAME=ogr_shape", "-dim", "XY", "-nlt", "CONVERT_TO_LINEAR"));
    command.addAll(
        List.of("--config", "OGR_SQLITE_SYNCHRONOUS", "OFF", "--config", "CPL_DEBUG", "OFF"));
    command.addAll(
        List.of("--config", "GDAL_HTTP_MAX_RETRY", "0", "--config", "LIBKML_RESOLVE_STYLE", "NO"));
    command.addAll(List.of(target.toString(), at.file().toAbsolutePath().toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(errors.toFile())
            .directory(folder.toFile());
    builder.environment().put("GDAL_SKIP", LEFT_OUT);
    builder.environment().put("OGR_SKIP", LEFT_OUT);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    boolean ended = false;
    try {
      ended = waitFor(process, target, limits, at.name());
    } finally {
      if (!ended) {
        process.destroyForcibly();
      }
    }
    if (!Files.isRegularFile(target) || (process.exitValue() != 0 && Files.size(target) == 0)) {
      throw new UserError(
          "ogr2ogr can't read it: " + firstLine(errors),
          at.name(),
          "check that it is complete, or export the layer as a shapefile or GeoPackage");
    }
  }

  /** Throws where it takes too long or writes too much. */
  private static boolean waitFor(Process process, Path target, ReadLimits limits, String name)
      throws IOException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    try {
      while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
        if (System.nanoTime() > until) {
          throw new UserError(
              "ogr2ogr was not done after " + LONGEST_SECONDS / 60 + " minutes",
              name,
              "export the layer as a shapefile or GeoPackage");
        }
        if (Files.isRegularFile(target)) {
          limits.check(ReadLimits.Setting.FILE_BYTES, Files.size(target), name);
        }
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("it was stopped while it was converted", name, "import it again", e);
    }
  }

  private static String firstLine(Path errors) throws IOException {
    try (InputStream in = Files.newInputStream(errors)) {
      String text = new String(in.readNBytes(LONGEST_ERROR), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).contains("error"))
          .findFirst()
          .or(() -> text.lines().filter(line -> !line.isBlank()).findFirst())
          .orElse("it says nothing")
          .strip();
    }
  }

  @Override
  public Iterator<SourceFeature> features() {
    return layer.features();
  }

  @Override
  public List<Notice> warnings() {
    return layer.warnings();
  }

  @Override
  public void close() {
    try {
      layer.close();
    } finally {
      Archive.delete(folder);
    }
  }
}
