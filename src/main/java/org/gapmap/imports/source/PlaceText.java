package org.gapmap.imports.source;

import java.text.Normalizer;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gapmap.imports.source.ShapeDecoder.Decoded;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryEditor;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.util.AssertionFailedException;

/** The place in a row of a table as it is written there, or why there is none. */
final class PlaceText {
  private static final int LONGEST_WKT = 50_000_000;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]*)?([eE][+-]?0?[0-9]{1,2})?");
  private static final Pattern BETWEEN = Pattern.compile("\\s*[,，;；、/\\s]\\s*");

  /** Degrees, minutes and seconds with any of their signs. */
  private static final Pattern SEXAGESIMAL =
      Pattern.compile(
          "([+-]?[0-9]{1,3})[°度ºd\\s-]([0-9]{1,2}(?:\\.[0-9]+)?)(?:['′’分m\\s-](?:([0-9]{1,2}(?:\\.[0-9]+)?)"
              + "(?:\"|″|′′|”|秒|''|s)?)?)?");

  private static final Pattern NORTH = Pattern.compile("(?i)^(北纬|n)|(?<=[0-9'\"′″秒°])n$");
  private static final Pattern EAST = Pattern.compile("(?i)^(东经|e)|(?<=[0-9'\"′″秒°])e$");

  private PlaceText() {}

  /**
   * @param decimalComma whether {@code 121,5} is a number
   */
  static Decoded of(Table.Row row, PlaceColumns columns, boolean decimalComma) {
    String x = row.cell(columns.x());
    String y = row.cell(columns.y());
    return switch (columns.form()) {
      case TWO_COLUMNS ->
          decimalComma ? point(x.replace(',', '.'), y.replace(',', '.')) : point(x, y);
      case PAIR -> pair(x);
      case WKT -> wkt(x);
    };
  }

  private static Decoded pair(String text) {
    String plain = text.replaceAll("[\\[\\]()（）]", "").strip();
    String[] pair = BETWEEN.split(plain);
    if (plain.isEmpty() || pair.length != 2) {
      return point(text, "");
    }
    boolean latitudeFirst = NORTH.matcher(pair[0]).find() || EAST.matcher(pair[1]).find();
    return latitudeFirst ? point(pair[1], pair[0]) : point(pair[0], pair[1]);
  }

  private static Decoded point(String x, String y) {
    if (x.isEmpty() || y.isEmpty()) {
      return Decoded.of(
          Notice.of(
              "coordinate_missing", "缺少坐标", "the row has no coordinates, or only one of them"));
    }
    OptionalDouble lon = number(x);
    OptionalDouble lat = number(y);
    if (lon.isEmpty() || lat.isEmpty()) {
      return Decoded.of(
          Notice.of(
              "coordinate_not_a_number",
              "坐标不是数字；请写成十进制数，如 121.5014，或度分秒，如 121°30′05″",
              "the coordinate is not a number; write it as a decimal number, like 121.5014, or in"
                  + " degrees, minutes and seconds, like 121°30'05\"",
              shortened(lon.isEmpty() ? x : y)));
    }
    if (lon.getAsDouble() == 0 && lat.getAsDouble() == 0) {
      return Decoded.of(
          Notice.of(
              "coordinate_zero", "坐标为 0,0，即没有坐标", "the coordinates are 0, 0: none were known"));
    }
    return Decoded.of(
        FlatShapes.FACTORY.createPoint(new CoordinateXY(lon.getAsDouble(), lat.getAsDouble())));
  }

  /** Also in full-width digits, with the words for east and north, and in minutes and seconds. */
  private static OptionalDouble number(String text) {
    if (NUMBER.matcher(text).matches()) {
      return OptionalDouble.of(Double.parseDouble(text));
    }
    String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    String bare = EAST.matcher(NORTH.matcher(narrow).replaceAll("")).replaceAll("").strip();
    String plain = bare.replaceFirst("[:：]", "").replaceFirst("[°度]$", "").strip();
    if (NUMBER.matcher(plain).matches()) {
      return OptionalDouble.of(Double.parseDouble(plain));
    }
    Matcher parts = SEXAGESIMAL.matcher(plain);
    if (!parts.matches()) {
      return OptionalDouble.empty();
    }
    double minutes = Double.parseDouble(parts.group(2));
    double seconds = parts.group(3) == null ? 0 : Double.parseDouble(parts.group(3));
    if (minutes >= 60 || seconds >= 60) {
      return OptionalDouble.empty();
    }
    double degrees = Double.parseDouble(parts.group(1));
    double size = Math.abs(degrees) + minutes / 60 + seconds / 3600;
    return OptionalDouble.of(parts.group(1).startsWith("-") ? -size : size);
  }

  private static Decoded wkt(String text) {
    if (text.isEmpty()) {
      return Decoded.of(Notice.of("coordinate_missing", "缺少坐标", "the row has no shape"));
    }
    if (text.length() > LONGEST_WKT || deep(text)) {
      return unreadable(text);
    }
    try {
      Geometry geometry =
          new WKTReader(FlatShapes.FACTORY).read(text.replaceFirst("(?i)^SRID=[0-9]+;", ""));
      if (geometry.isEmpty()) {
        return Decoded.of(ShapeDecoder.empty());
      }
      if (geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
        return Decoded.of(WkbShape.collection());
      }
      return Decoded.of(flat(geometry));
    } catch (ParseException | IllegalArgumentException | AssertionFailedException e) {
      return unreadable(text);
    }
  }

  private static Decoded unreadable(String text) {
    return Decoded.of(
        Notice.of("wkt_unreadable", "图形文本（WKT）无法解析", "the WKT can't be read", shortened(text)));
  }

  /**
   * No shape needs four brackets inside each other; a reader that follows them runs out of stack.
   */
  private static boolean deep(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth > 4) {
        return true;
      }
    }
    return false;
  }

  /** Without heights. */
  private static Geometry flat(Geometry geometry) {
    return new GeometryEditor(FlatShapes.FACTORY)
        .edit(
            geometry,
            new GeometryEditor.CoordinateSequenceOperation() {
              @Override
              public CoordinateSequence edit(CoordinateSequence sequence, Geometry shape) {
                double[] xy = new double[2 * sequence.size()];
                for (int i = 0; i < sequence.size(); i++) {
                  xy[2 * i] = sequence.getX(i);
                  xy[2 * i + 1] = sequence.getY(i);
                }
                return FlatShapes.sequence(xy);
              }
            });
  }

  private static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }
}
