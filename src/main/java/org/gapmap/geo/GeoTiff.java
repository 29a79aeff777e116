package org.gapmap.geo;

import java.awt.Rectangle;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.gapmap.domain.UserError;
import org.geotools.api.data.DataSourceException;
import org.geotools.api.metadata.Identifier;
import org.geotools.api.parameter.GeneralParameterValue;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.datum.PixelInCell;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.referencing.operation.transform.AffineTransform2D;
import org.locationtech.jts.geom.Envelope;

/** The first band of a GeoTIFF, north up. Only what is asked for is read. */
public final class GeoTiff implements AutoCloseable {
  private static final String REMEDY_CRS =
      "say which system it is in with --crs, like --crs EPSG:4326";

  private final GeoTiffReader reader;
  private final GridCoverage2D coverage;
  private final AffineTransform2D toWorld;
  private final String name;

  private GeoTiff(
      GeoTiffReader reader, GridCoverage2D coverage, AffineTransform2D toWorld, String name) {
    this.reader = reader;
    this.coverage = coverage;
    this.toWorld = toWorld;
    this.name = name;
  }

  /**
   * A part of the raster.
   *
   * @param west left edge, in the unit of the raster's system
   * @param values row by row from the north-west; NaN where there are no data
   */
  public record Window(
      double west,
      double north,
      double cellWidth,
      double cellHeight,
      int columns,
      float[] values) {}

  /**
   * @throws UserError where it is no GeoTIFF, or not north up
   */
  public static GeoTiff open(Path file) {
    EpsgDatabase.quiet();
    String name = String.valueOf(file.getFileName());
    TiffLayout.check(file, name);
    GeoTiffReader reader = reader(file, name);
    MathTransform toWorld = reader.getOriginalGridToWorld(PixelInCell.CELL_CORNER);
    if (!(toWorld instanceof AffineTransform2D affine) || !northUp(affine)) {
      reader.dispose();
      throw new UserError(
          "the raster is turned or sheared, or lies south up",
          name,
          "warp it north up first: gdalwarp IN.tif OUT.tif");
    }
    try {
      // Lazy: cells are read when a window asks for them.
      return new GeoTiff(reader, reader.read(new GeneralParameterValue[0]), affine, name);
    } catch (IOException e) {
      reader.dispose();
      throw unreadable(name, e);
    }
  }

  private static GeoTiffReader reader(Path file, String name) {
    try {
      return new GeoTiffReader(file.toFile());
    } catch (DataSourceException | IllegalArgumentException | UnsupportedOperationException e) {
      throw unreadable(name, e);
    }
  }

  private static UserError unreadable(String name, Exception cause) {
    return new UserError(
        "it can't be read as a GeoTIFF (" + cause.getMessage() + ")",
        name,
        "give a GeoTIFF; other rasters can be converted with gdal_translate",
        cause);
  }

  private static boolean northUp(AffineTransform2D toWorld) {
    return toWorld.getShearX() == 0
        && toWorld.getShearY() == 0
        && toWorld.getScaleX() > 0
        && toWorld.getScaleY() < 0;
  }

  /**
   * The raster's system, as {@code EPSG:n} where the file names it so, else as well-known text.
   *
   * @throws UserError where the file says none
   */
  public String crs() {
    CoordinateReferenceSystem crs = reader.getCoordinateReferenceSystem();
    if (!(crs instanceof GeographicCRS || crs instanceof ProjectedCRS)) {
      throw new UserError("it does not say which coordinate system it is in", name, REMEDY_CRS);
    }
    for (Identifier identifier : crs.getIdentifiers()) {
      String code = identifier.toString();
      if (code.matches("EPSG:\\d{4,6}")) {
        return code;
      }
    }
    return crs.toWKT();
  }

  public int columns() {
    return reader.getOriginalGridRange().getSpan(0);
  }

  public int rows() {
    return reader.getOriginalGridRange().getSpan(1);
  }

  public int bands() {
    return coverage.getNumSampleDimensions();
  }

  /** The value that stands for no data; empty where the file declares none. */
  public Optional<Double> noData() {
    return reader.getMetadata().hasNoData()
        ? Optional.of(reader.getMetadata().getNoData())
        : Optional.empty();
  }

  /** How many cells {@link #read} would give. */
  public long cells(Envelope box) {
    Rectangle window = window(box);
    // An empty one may have two negative sides.
    return window.isEmpty() ? 0 : (long) window.width * window.height;
  }

  /**
   * The cells that lie in a box or on its edge.
   *
   * @param box in the unit of the raster's system
   * @return empty where the raster does not reach it
   */
  public Optional<Window> read(Envelope box) {
    Rectangle window = window(box);
    if (window.isEmpty()) {
      return Optional.empty();
    }
    RenderedImage image = coverage.getRenderedImage();
    Rectangle inImage = new Rectangle(window);
    inImage.translate(image.getMinX(), image.getMinY());
    Raster cells = image.getData(inImage);
    float[] values =
        cells.getSamples(inImage.x, inImage.y, inImage.width, inImage.height, 0, (float[]) null);
    noData().ifPresent(missing -> blank(values, missing.floatValue()));
    return Optional.of(
        new Window(
            toWorld.getTranslateX() + window.x * toWorld.getScaleX(),
            toWorld.getTranslateY() + window.y * toWorld.getScaleY(),
            toWorld.getScaleX(),
            -toWorld.getScaleY(),
            window.width,
            values));
  }

  private static void blank(float[] values, float missing) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == missing) {
        values[i] = Float.NaN;
      }
    }
  }

  private Rectangle window(Envelope box) {
    int left = (int) Math.floor((box.getMinX() - toWorld.getTranslateX()) / toWorld.getScaleX());
    int right = (int) Math.ceil((box.getMaxX() - toWorld.getTranslateX()) / toWorld.getScaleX());
    int top = (int) Math.floor((box.getMaxY() - toWorld.getTranslateY()) / toWorld.getScaleY());
    int bottom = (int) Math.ceil((box.getMinY() - toWorld.getTranslateY()) / toWorld.getScaleY());
    return new Rectangle(left, top, right - left, bottom - top)
        .intersection(new Rectangle(0, 0, columns(), rows()));
  }

  @Override
  public void close() {
    coverage.dispose(true);
    reader.dispose();
  }
}
