package org.gapmap.imports.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/**
 * One record's content to a geometry. Heights and measures are left out. Every count is checked
 * against the bytes that are there before anything is allocated for it.
 *
 * <p>Layout: ESRI Shapefile Technical Description, July 1998.
 */
final class ShapeDecoder {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int POINT_BYTES = 16;

  /** Where the parts of a line or a polygon begin: after type, box and two counts. */
  private static final int PARTS_AT = 44;

  private ShapeDecoder() {}

  /** A geometry, or what is wrong with the record. */
  record Decoded(Optional<Geometry> geometry, Optional<Notice> problem) {
    static Decoded of(Geometry geometry) {
      return new Decoded(Optional.of(geometry), Optional.empty());
    }

    static Decoded of(Notice problem) {
      return new Decoded(Optional.empty(), Optional.of(problem));
    }
  }

  /**
   * @param content a record without its eight-byte header
   */
  static Decoded decode(ByteBuffer content) {
    return decode(content, ReadLimits.DEFAULTS);
  }

  static Decoded decode(ByteBuffer content, ReadLimits limits) {
    ByteBuffer bytes = content.order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.remaining() < 4) {
      return Decoded.of(damaged("it has only " + bytes.remaining() + " bytes"));
    }
    int code = bytes.getInt();
    Optional<ShapeType> type = ShapeType.of(code);
    if (type.isEmpty()) {
      return Decoded.of(damaged("its shape type is " + code));
    }
    return switch (type.get()) {
      case NULL -> nullShape();
      case POINT -> point(bytes);
      case MULTIPOINT -> multipoint(bytes, limits);
      case LINE -> parts(bytes, false, limits);
      case POLYGON -> parts(bytes, true, limits);
      case MULTIPATCH ->
          Decoded.of(
              Notice.of(
                  "multipatch",
                  "三维多面体（multipatch）不受支持",
                  "multipatch shapes (3D) are not supported"));
    };
  }

  /**
   * The first point of a line or a polygon of one part; of any other record what it is, since of
   * many parts the first may not be sound.
   */
  static Decoded glance(ByteBuffer content, ReadLimits limits) {
    ByteBuffer bytes = content.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    Optional<ShapeType> type =
        bytes.remaining() < PARTS_AT ? Optional.empty() : ShapeType.of(bytes.getInt(0));
    if (type.isPresent() && (type.get() == ShapeType.LINE || type.get() == ShapeType.POLYGON)) {
      int first = PARTS_AT + 4;
      boolean onePart = bytes.getInt(PARTS_AT - 8) == 1;
      if (onePart && bytes.getInt(PARTS_AT - 4) > 0 && first + 16 <= bytes.remaining()) {
        double[] xy = {bytes.getDouble(first), bytes.getDouble(first + 8)};
        if (finite(xy)) {
          return Decoded.of(FACTORY.createPoint(sequence(xy)));
        }
      }
    }
    return decode(content, limits);
  }

  static Decoded nullShape() {
    return Decoded.of(
        Notice.of("null_shape", "此行没有图形（空图形）", "the row has no shape (a null shape)"));
  }

  /** A row of the table beyond the last shape. */
  static Decoded missing() {
    return Decoded.of(
        Notice.of(
            "shape_missing",
            "属性表的此行在 .shp 中没有对应图形",
            "the .shp has no shape for this row of the table"));
  }

  private static Decoded point(ByteBuffer bytes) {
    if (bytes.remaining() < POINT_BYTES) {
      return Decoded.of(damaged("a point needs 16 bytes, " + bytes.remaining() + " are there"));
    }
    double[] xy = coordinates(bytes, 1);
    return finite(xy) ? Decoded.of(FACTORY.createPoint(sequence(xy))) : Decoded.of(notFinite());
  }

  private static Decoded multipoint(ByteBuffer bytes, ReadLimits limits) {
    if (bytes.remaining() < 36) {
      return Decoded.of(damaged("it ends before its points"));
    }
    bytes.position(bytes.position() + 32);
    int count = bytes.getInt();
    if (count < 0 || (long) count * POINT_BYTES > bytes.remaining()) {
      return Decoded.of(damaged("it claims " + count + " points, more than it has bytes for"));
    }
    if (count > limits.coordinates()) {
      return Decoded.of(limits.tooMuch(ReadLimits.Setting.COORDINATES));
    }
    if (count == 0) {
      return Decoded.of(empty());
    }
    double[] xy = coordinates(bytes, count);
    if (!finite(xy)) {
      return Decoded.of(notFinite());
    }
    Point[] points = new Point[count];
    for (int i = 0; i < count; i++) {
      points[i] = FACTORY.createPoint(sequence(new double[] {xy[2 * i], xy[2 * i + 1]}));
    }
    return Decoded.of(count == 1 ? points[0] : FACTORY.createMultiPoint(points));
  }

  private static Decoded parts(ByteBuffer bytes, boolean polygon, ReadLimits limits) {
    if (bytes.remaining() < 40) {
      return Decoded.of(damaged("it ends before its parts"));
    }
    bytes.position(bytes.position() + 32);
    int partCount = bytes.getInt();
    int pointCount = bytes.getInt();
    if (partCount < 0
        || pointCount < 0
        || 4L * partCount + (long) POINT_BYTES * pointCount > bytes.remaining()) {
      return Decoded.of(
          damaged(
              "it claims "
                  + partCount
                  + " parts and "
                  + pointCount
                  + " points, more than it has bytes for"));
    }
    if (partCount > limits.parts()) {
      return Decoded.of(limits.tooMuch(ReadLimits.Setting.PARTS));
    }
    if (pointCount > limits.coordinates()) {
      return Decoded.of(limits.tooMuch(ReadLimits.Setting.COORDINATES));
    }
    if (partCount == 0 || pointCount == 0) {
      return Decoded.of(empty());
    }
    int[] starts = new int[partCount + 1];
    for (int i = 0; i < partCount; i++) {
      starts[i] = bytes.getInt();
      if (starts[i] < 0 || starts[i] > pointCount || (i > 0 && starts[i] < starts[i - 1])) {
        return Decoded.of(damaged("part " + (i + 1) + " starts at point " + starts[i]));
      }
    }
    starts[partCount] = pointCount;
    double[] xy = coordinates(bytes, pointCount);
    if (!finite(xy)) {
      return Decoded.of(notFinite());
    }
    Optional<Geometry> geometry;
    try {
      geometry = polygon ? polygon(xy, starts) : line(xy, starts);
    } catch (RingAssembly.TooTangled e) {
      return Decoded.of(tangled(e));
    }
    return geometry.map(Decoded::of).orElseGet(() -> Decoded.of(degenerate()));
  }

  private static Optional<Geometry> polygon(double[] xy, int[] starts) {
    List<LinearRing> rings = new ArrayList<>(starts.length - 1);
    for (int i = 0; i + 1 < starts.length; i++) {
      double[] ring = closed(xy, starts[i], starts[i + 1]);
      if (ring.length >= 8) {
        rings.add(FACTORY.createLinearRing(sequence(ring)));
      }
    }
    return rings.isEmpty() ? Optional.empty() : RingAssembly.assemble(rings, FACTORY);
  }

  private static Optional<Geometry> line(double[] xy, int[] starts) {
    List<LineString> lines = new ArrayList<>(starts.length - 1);
    for (int i = 0; i + 1 < starts.length; i++) {
      if (starts[i + 1] - starts[i] >= 2) {
        double[] part = Arrays.copyOfRange(xy, 2 * starts[i], 2 * starts[i + 1]);
        lines.add(FACTORY.createLineString(sequence(part)));
      }
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        lines.size() == 1
            ? lines.get(0)
            : FACTORY.createMultiLineString(lines.toArray(LineString[]::new)));
  }

  /** A ring's coordinates, its first point repeated at the end where the writer forgot it. */
  private static double[] closed(double[] xy, int from, int to) {
    if (to <= from) {
      return new double[0];
    }
    boolean whole = from == 0 && 2 * to == xy.length;
    boolean open = xy[2 * from] != xy[2 * to - 2] || xy[2 * from + 1] != xy[2 * to - 1];
    if (whole && !open) {
      return xy;
    }
    double[] ring = Arrays.copyOfRange(xy, 2 * from, 2 * to + (open ? 2 : 0));
    if (open) {
      ring[ring.length - 2] = ring[0];
      ring[ring.length - 1] = ring[1];
    }
    return ring;
  }

  private static double[] coordinates(ByteBuffer bytes, int count) {
    double[] xy = new double[2 * count];
    bytes.asDoubleBuffer().get(xy);
    return xy;
  }

  private static boolean finite(double[] xy) {
    for (double v : xy) {
      // Below -1e38 means "no data" in a shapefile.
      if (!Double.isFinite(v) || v < -1e38) {
        return false;
      }
    }
    return true;
  }

  private static CoordinateSequence sequence(double[] xy) {
    return new PackedCoordinateSequence.Double(xy, 2, 0);
  }

  static Notice damaged(String how) {
    return Notice.of("damaged_shape", "图形数据已损坏", "the shape is damaged", how);
  }

  static Notice tangled(RingAssembly.TooTangled rings) {
    return Notice.of(
        "shape_tangled",
        "图形由过多互相重叠的环组成，无法整理",
        "the shape has too many rings that lie in or across each other to be sorted out",
        String.valueOf(rings.getMessage()));
  }

  static Notice empty() {
    return Notice.of("empty_shape", "图形中没有任何点", "the shape has no points");
  }

  static Notice degenerate() {
    return Notice.of(
        "degenerate_shape",
        "图形退化：没有面积或长度",
        "the shape is degenerate: it has no area, or no length");
  }

  static Notice notFinite() {
    return Notice.of(
        "not_a_number", "坐标不是有效数字", "a coordinate is not a number (NaN, infinite or \"no data\")");
  }
}
