package org.gapmap.geo;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gapmap.domain.UserError;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LineStringExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;

/**
 * Writes a shapefile row by row: .shp, .shx, .dbf, .cpg and .prj (ESRI Shapefile Technical
 * Description, 1998). The same rows give the same bytes on any day, which a library that stamps the
 * date of writing into the header does not.
 */
public final class ShapefileWriter implements Closeable {
  private static final int HEADER_BYTES = 100;
  private static final int FILE_CODE = 9994;
  private static final int VERSION = 1000;
  private static final int NO_SHAPE = 0;

  /** Offsets count 16-bit words in 31 bits; many programs stop at half of that. */
  private static final long MOST_BYTES = 2_000_000_000L;

  private final ShapefileLayer layer;
  private final OutputFile shapes;
  private final OutputFile index;
  private final DbfWriter table;
  private final Envelope extent = new Envelope();
  private int rows;

  /**
   * @param prj the coordinate system as ESRI spells well-known text
   * @param encoding of the texts: GBK or UTF-8
   */
  public ShapefileWriter(Path folder, ShapefileLayer layer, String prj, Charset encoding)
      throws IOException {
    this.layer = layer;
    Files.writeString(folder.resolve(layer.file() + ".prj"), prj);
    Files.writeString(folder.resolve(layer.file() + ".cpg"), encoding.name());
    shapes = new OutputFile(folder.resolve(layer.file() + ".shp"));
    index = new OutputFile(folder.resolve(layer.file() + ".shx"));
    table = new DbfWriter(folder.resolve(layer.file() + ".dbf"), layer.fields(), encoding);
    shapes.skip(HEADER_BYTES);
    index.skip(HEADER_BYTES);
  }

  /**
   * @param shape empty where the row has none
   * @param values one for each field; an empty text is an empty cell
   * @throws UserError where the file would grow beyond what the format can count
   */
  public void write(Geometry shape, List<String> values) throws IOException {
    if (shapes.position() > MOST_BYTES) {
      throw new UserError(
          "a shapefile ends at 2 GB, and this one would be larger",
          layer.file(),
          "choose another format, like gpkg");
    }
    if (shape.isEmpty()) {
      begin(4);
      shapes.littleEndian(NO_SHAPE);
      table.write(values);
      return;
    }
    extent.expandToInclude(shape.getEnvelopeInternal());
    List<Coordinate[]> parts =
        layer.shapeType() == ShapefileLayer.POINTS ? List.of() : parts(shape);
    int points = parts.stream().mapToInt(part -> part.length).sum();
    int bytes =
        layer.shapeType() == ShapefileLayer.POINTS ? 20 : 44 + 4 * parts.size() + 16 * points;
    begin(bytes);
    shapes.littleEndian(layer.shapeType());
    if (layer.shapeType() == ShapefileLayer.POINTS) {
      writePoint(shape.getCoordinate());
    } else {
      writeParts(shape.getEnvelopeInternal(), parts, points);
    }
    table.write(values);
  }

  private void begin(int bytes) throws IOException {
    index.bigEndian((int) (shapes.position() / 2));
    index.bigEndian(bytes / 2);
    shapes.bigEndian(++rows);
    shapes.bigEndian(bytes / 2);
  }

  private void writeParts(Envelope envelope, List<Coordinate[]> parts, int points)
      throws IOException {
    writeEnvelope(shapes, envelope);
    shapes.littleEndian(parts.size());
    shapes.littleEndian(points);
    int start = 0;
    for (Coordinate[] part : parts) {
      shapes.littleEndian(start);
      start += part.length;
    }
    for (Coordinate[] part : parts) {
      for (Coordinate point : part) {
        writePoint(point);
      }
    }
  }

  private void writePoint(Coordinate point) throws IOException {
    shapes.littleEndian(point.x);
    shapes.littleEndian(point.y);
  }

  private List<Coordinate[]> parts(Geometry shape) {
    List<Coordinate[]> parts = new ArrayList<>();
    if (layer.shapeType() == ShapefileLayer.LINES) {
      for (Object line : LineStringExtracter.getLines(shape)) {
        parts.add(((LineString) line).getCoordinates());
      }
      return parts;
    }
    for (Object found : PolygonExtracter.getPolygons(shape)) {
      Polygon polygon = (Polygon) found;
      parts.add(turning(polygon.getExteriorRing(), false));
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        parts.add(turning(polygon.getInteriorRingN(i), true));
      }
    }
    return parts;
  }

  /** Outer rings turn clockwise, holes the other way. */
  private static Coordinate[] turning(LineString ring, boolean counterClockwise) {
    boolean asWanted = Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise;
    return (asWanted ? ring : ring.reverse()).getCoordinates();
  }

  @Override
  public void close() throws IOException {
    try (shapes;
        index;
        table) {
      writeHeader(shapes);
      writeHeader(index);
    }
  }

  private void writeHeader(OutputFile file) throws IOException {
    long bytes = file.position();
    file.backToStart();
    file.bigEndian(FILE_CODE);
    file.skip(20);
    file.bigEndian((int) (bytes / 2));
    file.littleEndian(VERSION);
    file.littleEndian(layer.shapeType());
    writeEnvelope(file, extent.isNull() ? new Envelope(0, 0, 0, 0) : extent);
    file.skip(32);
  }

  private static void writeEnvelope(OutputFile file, Envelope envelope) throws IOException {
    file.littleEndian(envelope.getMinX());
    file.littleEndian(envelope.getMinY());
    file.littleEndian(envelope.getMaxX());
    file.littleEndian(envelope.getMaxY());
  }
}
