package org.gapmap.imports.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gapmap.domain.OwnColumns;
import org.gapmap.geo.DeclaredCrs;

/**
 * Where in a record the place stands: two columns, one column with both numbers, or one with WKT.
 *
 * @param x index of the longitude or easting, or of the one column
 * @param y index of the latitude or northing; the same as x where one column holds both
 * @param hint the coordinate system that the headings name
 */
record PlaceColumns(Form form, int x, int y, Optional<DeclaredCrs> hint) {
  enum Form {
    TWO_COLUMNS,
    PAIR,
    WKT
  }

  private static final Pattern LON =
      Pattern.compile("lon|lng|long|longitude|longtitude|经度|东经|经度坐标|pointx");
  private static final Pattern LAT = Pattern.compile("lat|latitude|纬度|北纬|纬度坐标|pointy");
  private static final Pattern X = Pattern.compile("x|x坐标|坐标x|xcoord|coordx|横坐标|east|easting");
  private static final Pattern Y = Pattern.compile("y|y坐标|坐标y|ycoord|coordy|纵坐标|north|northing");
  private static final Pattern PAIR =
      Pattern.compile("坐标|经纬度|location|lnglat|lonlat|坐标点|经纬度坐标|coordinates?");
  private static final Pattern WKT = Pattern.compile("wkt|geom|geometry|thegeom|wktgeom|geomwkt");

  private record Hint(String system, Pattern words) {}

  /** The truest first: where a file has several pairs, the first that is there is read. */
  private static final List<Hint> HINTS =
      List.of(
          new Hint("wgs84", Pattern.compile("wgs[-_ ]?(19)?84|wgs|gps")),
          new Hint("cgcs2000", Pattern.compile("cgcs[-_ ]?2000|国家2000|2000坐标")),
          new Hint("gcj02", Pattern.compile("gcj[-_ ]?(20)?02|gcj|高德|腾讯|火星|amap|gaode|tencent")),
          new Hint("bd09", Pattern.compile("bd[-_ ]?09(ll)?|百度|baidu")));

  /** A heading taken apart: what is left of it without the system's name. */
  private record Heading(int index, String text, String plain, String system) {}

  static Optional<PlaceColumns> find(List<String> headings) {
    Optional<PlaceColumns> own = ofExport(headings);
    if (own.isPresent()) {
      return own;
    }
    List<Heading> all = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      all.add(heading(i, headings.get(i)));
    }
    List<String> systems = new ArrayList<>();
    HINTS.forEach(h -> systems.add(h.system));
    systems.add("");
    return systems.stream()
        .flatMap(s -> two(all, s, LON, LAT).stream())
        .findFirst()
        .or(() -> systems.stream().flatMap(s -> two(all, s, X, Y).stream()).findFirst())
        .or(() -> one(all, WKT, Form.WKT))
        .or(() -> one(all, PAIR, Form.PAIR));
  }

  /** What GapMap exported says where its place stands, whatever other columns are called. */
  private static Optional<PlaceColumns> ofExport(List<String> headings) {
    if (!OwnColumns.wroteAll(headings)) {
      return Optional.empty();
    }
    int wkt = headings.indexOf(OwnColumns.SHAPE);
    if (wkt >= 0) {
      return Optional.of(new PlaceColumns(Form.WKT, wkt, wkt, Optional.empty()));
    }
    return Stream.of(OwnColumns.DEGREES, OwnColumns.METRES)
        .filter(headings::containsAll)
        .map(
            xy ->
                new PlaceColumns(
                    Form.TWO_COLUMNS,
                    headings.indexOf(xy.get(0)),
                    headings.indexOf(xy.get(1)),
                    Optional.empty()))
        .findFirst();
  }

  private static Heading heading(int index, String text) {
    String rest = text.toLowerCase(Locale.ROOT).strip();
    String system = "";
    for (Hint hint : HINTS) {
      if (hint.words.matcher(rest).find()) {
        system = hint.system;
        rest = hint.words.matcher(rest).replaceAll("");
        break;
      }
    }
    String plain = rest.replaceAll("[(（\\[].*?[)）\\]]", "").replaceAll("[\\s_\\-./:：°]", "");
    return new Heading(index, text.strip(), plain, system);
  }

  private static Optional<PlaceColumns> two(
      List<Heading> all, String system, Pattern x, Pattern y) {
    Optional<Heading> lon = first(all, system, x);
    Optional<Heading> lat = first(all, system, y);
    if (lon.isEmpty() || lat.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PlaceColumns(Form.TWO_COLUMNS, lon.get().index, lat.get().index, declared(lon.get())));
  }

  private static Optional<Heading> first(List<Heading> all, String system, Pattern name) {
    return all.stream()
        .filter(h -> h.system.equals(system) && name.matcher(h.plain).matches())
        .findFirst();
  }

  private static Optional<PlaceColumns> one(List<Heading> all, Pattern name, Form form) {
    return all.stream()
        .filter(h -> name.matcher(h.plain).matches())
        .findFirst()
        .map(h -> new PlaceColumns(form, h.index, h.index, declared(h)));
  }

  private static Optional<DeclaredCrs> declared(Heading heading) {
    return heading.system.isEmpty()
        ? Optional.empty()
        : Optional.of(new DeclaredCrs(DeclaredCrs.Kind.COLUMN_HINT, heading.system, heading.text));
  }
}
