package org.gapmap.imports.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.gapmap.imports.source.ShapeDecoder.Decoded;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A shape in well-known binary, heights and measures left out. Not by JTS: its reader follows
 * collections inside collections as deep as the bytes say, and keeps heights.
 *
 * <p>Layout: OGC 06-103r4, section 8, with the dimensions of ISO 13249-3 (1000, 2000, 3000) and of
 * PostGIS (the highest bits).
 */
final class WkbShape {
  private static final int CURVES_FROM = 8;

  private final ByteBuffer bytes;
  private final ReadLimits limits;
  private long coordinates;
  private long parts;

  private WkbShape(ByteBuffer bytes, ReadLimits limits) {
    this.bytes = bytes;
    this.limits = limits;
  }

  /** What ends the reading of one row. */
  private static final class Refused extends Exception {
    private final transient Notice notice;

    Refused(Notice notice) {
      super(notice.code(), null, false, false);
      this.notice = notice;
    }
  }

  private record Head(int type, int dimensions) {}

  static Decoded decode(ByteBuffer bytes, ReadLimits limits) {
    try {
      return Decoded.of(new WkbShape(bytes, limits).geometry());
    } catch (Refused refused) {
      return Decoded.of(refused.notice);
    }
  }

  private Geometry geometry() throws Refused {
    Head head = head();
    Geometry shape =
        switch (head.type) {
          case 1, 2, 3 -> single(head);
          case 4, 5, 6 -> multi(head.type - 3);
          case 7 -> throw new Refused(collection());
          default -> throw new Refused(curves(head.type));
        };
    if (shape.isEmpty()) {
      throw new Refused(ShapeDecoder.empty());
    }
    return shape;
  }

  private Geometry single(Head head) throws Refused {
    return switch (head.type) {
      case 1 -> point(head);
      case 2 ->
          FlatShapes.line(finite(sequence(head)))
              .orElseThrow(() -> new Refused(ShapeDecoder.degenerate()));
      default -> polygon(head);
    };
  }

  private Point point(Head head) throws Refused {
    double[] xy = new double[2];
    read(head, xy, 0);
    if (Double.isNaN(xy[0]) && Double.isNaN(xy[1])) {
      throw new Refused(ShapeDecoder.empty());
    }
    finite(xy);
    return FlatShapes.point(xy[0], xy[1]);
  }

  private Polygon polygon(Head head) throws Refused {
    int rings = count(4);
    part(rings);
    if (rings == 0) {
      throw new Refused(ShapeDecoder.empty());
    }
    List<double[]> all = new ArrayList<>();
    for (int i = 0; i < rings; i++) {
      all.add(finite(sequence(head)));
    }
    return FlatShapes.polygon(all).orElseThrow(() -> new Refused(ShapeDecoder.degenerate()));
  }

  /**
   * @param type what each member is
   */
  private Geometry multi(int type) throws Refused {
    int members = count(5);
    part(members);
    List<Geometry> all = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      Head head = head();
      if (head.type != type) {
        throw new Refused(
            head.type >= CURVES_FROM
                ? curves(head.type)
                : ShapeDecoder.damaged("a part is of type " + head.type));
      }
      all.add(single(head));
    }
    if (all.size() == 1) {
      return all.get(0);
    }
    return switch (type) {
      case 1 -> FlatShapes.FACTORY.createMultiPoint(all.toArray(Point[]::new));
      case 2 -> FlatShapes.FACTORY.createMultiLineString(all.toArray(LineString[]::new));
      default -> FlatShapes.FACTORY.createMultiPolygon(all.toArray(Polygon[]::new));
    };
  }

  private Head head() throws Refused {
    need(5);
    byte order = bytes.get();
    if (order != 0 && order != 1) {
      throw new Refused(ShapeDecoder.damaged("its byte order is " + order));
    }
    bytes.order(order == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int code = bytes.getInt();
    int plain = code & 0x0FFFFFFF;
    int dimensions = 2 + ((code & 0x80000000) != 0 ? 1 : 0) + ((code & 0x40000000) != 0 ? 1 : 0);
    if ((code & 0x20000000) != 0) {
      need(4);
      bytes.getInt();
    }
    dimensions += plain / 1000 == 3 ? 2 : plain / 1000 == 0 ? 0 : 1;
    if (plain >= 4000 || dimensions > 4 || plain % 1000 == 0) {
      throw new Refused(ShapeDecoder.damaged("its type is " + Integer.toUnsignedString(code)));
    }
    return new Head(plain % 1000, dimensions);
  }

  private double[] sequence(Head head) throws Refused {
    int points = count(8 * head.dimensions);
    coordinates += points;
    if (coordinates > limits.coordinates()) {
      throw new Refused(limits.tooMuch(ReadLimits.Setting.COORDINATES));
    }
    double[] xy = new double[2 * points];
    for (int i = 0; i < points; i++) {
      read(head, xy, 2 * i);
    }
    return xy;
  }

  private void read(Head head, double[] xy, int at) throws Refused {
    need(8L * head.dimensions);
    xy[at] = bytes.getDouble();
    xy[at + 1] = bytes.getDouble();
    bytes.position(bytes.position() + 8 * (head.dimensions - 2));
  }

  private int count(int bytesEach) throws Refused {
    need(4);
    int count = bytes.getInt();
    if (count < 0 || (long) count * bytesEach > bytes.remaining()) {
      throw new Refused(
          ShapeDecoder.damaged(
              "it claims "
                  + Integer.toUnsignedString(count)
                  + " parts or points, more than it has"
                  + " bytes for"));
    }
    return count;
  }

  private void part(int more) throws Refused {
    parts += more;
    if (parts > limits.parts()) {
      throw new Refused(limits.tooMuch(ReadLimits.Setting.PARTS));
    }
  }

  private void need(long length) throws Refused {
    if (bytes.remaining() < length) {
      throw new Refused(ShapeDecoder.damaged("it ends too early"));
    }
  }

  private static double[] finite(double[] xy) throws Refused {
    if (!FlatShapes.finite(xy)) {
      throw new Refused(ShapeDecoder.notFinite());
    }
    return xy;
  }

  static Notice collection() {
    return Notice.of(
        "geometry_collection",
        "几何集合（GeometryCollection）混合了不同类型的图形，请拆成单一类型",
        "a geometry collection mixes shapes of several types; make a row of each");
  }

  private static Notice curves(int type) {
    return Notice.of(
        "curved_shape",
        "曲线或曲面图形不受支持，请在 GIS 中转换为直线段（如 QGIS 的“转换为直线”）",
        "curved shapes and surfaces are not supported; convert them to straight lines in a GIS",
        "type " + type);
  }
}
