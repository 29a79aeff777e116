package org.gapmap.imports.source;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gapmap.imports.source.ShapeDecoder.Decoded;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.util.AssertionFailedException;

/** The place in a CSV record, or why there is none. */
final class CsvPlace {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]*)?([eE][+-]?0?[0-9]{1,2})?");
  private static final Pattern BETWEEN = Pattern.compile("\\s*[,，;；\\s]\\s*");

  private static final Pattern COLLECTION = Pattern.compile("(?i)GEOMETRYCOLLECTION");

  private CsvPlace() {}

  /**
   * @param decimalComma whether {@code 121,5} is a number
   */
  static Decoded of(String[] record, CsvColumns columns, boolean decimalComma) {
    String x = cell(record, columns.x());
    String y = cell(record, columns.y());
    return switch (columns.form()) {
      case TWO_COLUMNS ->
          decimalComma ? point(x.replace(',', '.'), y.replace(',', '.')) : point(x, y);
      case PAIR -> {
        String[] pair = BETWEEN.split(x.replaceAll("[\\[\\]()（）]", "").strip());
        yield x.isEmpty() || pair.length != 2 ? point(x, "") : point(pair[0], pair[1]);
      }
      case WKT -> wkt(x);
    };
  }

  static String cell(String[] record, int index) {
    return index < record.length && record[index] != null ? record[index].strip() : "";
  }

  private static Decoded point(String x, String y) {
    if (x.isEmpty() || y.isEmpty()) {
      return Decoded.of(
          Notice.of(
              "coordinate_missing", "缺少坐标", "the row has no coordinates, or only one of them"));
    }
    Optional<Double> lon = number(x);
    Optional<Double> lat = number(y);
    if (lon.isEmpty() || lat.isEmpty()) {
      return Decoded.of(
          Notice.of(
              "coordinate_not_a_number",
              "坐标不是数字；请写成十进制数，如 121.5014",
              "the coordinate is not a number; write it as a decimal number, like 121.5014",
              shortened(lon.isEmpty() ? x : y)));
    }
    if (lon.get() == 0 && lat.get() == 0) {
      return Decoded.of(
          Notice.of(
              "coordinate_zero", "坐标为 0,0，即没有坐标", "the coordinates are 0, 0: none were known"));
    }
    return Decoded.of(FACTORY.createPoint(new Coordinate(lon.get(), lat.get())));
  }

  /** Also in full-width digits. */
  private static Optional<Double> number(String text) {
    String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
    String plain = narrow.endsWith("°") ? narrow.substring(0, narrow.length() - 1) : narrow;
    return NUMBER.matcher(plain).matches()
        ? Optional.of(Double.parseDouble(plain))
        : Optional.empty();
  }

  private static Decoded wkt(String text) {
    if (text.isEmpty()) {
      return Decoded.of(Notice.of("coordinate_missing", "缺少坐标", "the row has no shape"));
    }
    if (COLLECTION.matcher(text).find()) {
      // The parser goes down into collections of collections until the stack is full.
      return Decoded.of(
          Notice.of("wkt_unreadable", "图形文本（WKT）无法解析", "the WKT can't be read", shortened(text)));
    }
    try {
      Geometry geometry = new WKTReader(FACTORY).read(text.replaceFirst("(?i)^SRID=[0-9]+;", ""));
      return geometry.isEmpty()
          ? Decoded.of(Notice.of("empty_shape", "图形中没有任何点", "the shape has no points"))
          : Decoded.of(geometry);
    } catch (ParseException | IllegalArgumentException | AssertionFailedException e) {
      return Decoded.of(
          Notice.of("wkt_unreadable", "图形文本（WKT）无法解析", "the WKT can't be read", shortened(text)));
    }
  }

  private static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }
}
