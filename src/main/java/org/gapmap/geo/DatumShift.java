package org.gapmap.geo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gapmap.domain.LocalizedText;

/**
 * What is known about the way from a datum to WGS-84.
 *
 * <p>The parameters stand here and are not asked of GeoTools' EPSG database: it turns the rotations
 * of coordinate frame operations the wrong way, which puts Hong Kong 60 m off.
 *
 * @param kind how it may be shifted
 * @param name as people call it
 * @param parameters for {@link Kind#PUBLISHED}: three translations in metres, three rotations in
 *     seconds of arc (position vector convention, as in TOWGS84), a scale in parts per million
 * @param source for {@link Kind#PUBLISHED}: the EPSG operation
 */
record DatumShift(Kind kind, String name, List<Double> parameters, String source) {
  enum Kind {
    /** WGS-84 itself, or less than a metre from it. */
    NONE_NEEDED,
    /** One set of parameters is published for the whole area, good to a metre or two. */
    PUBLISHED,
    /**
     * The parameters are not public, or differ from region to region: to be had from the survey
     * office only.
     */
    NOT_PUBLIC
  }

  private record Known(String normalised, DatumShift shift) {}

  private static final DatumShift WGS84 = of(Kind.NONE_NEEDED, "WGS-84");
  private static final DatumShift CGCS2000 = of(Kind.NONE_NEEDED, "CGCS2000");
  private static final DatumShift XIAN80 = of(Kind.NOT_PUBLIC, "Xi'an 1980");

  /**
   * Beijing 1954 was adjusted piece by piece, so no one set fits all of China. This one is
   * published for the Ordos basin, good to a metre there. The others of EPSG (15919 to 15921,
   * 15935) differ from it by 4 m in Tarim and by 5 to 17 m off the coasts, where they are good to
   * 10 to 15 m.
   */
  private static final DatumShift BEIJING54 =
      published(
          "Beijing 1954", "EPSG:15918", List.of(12.646, -155.176, -80.863, 0.0, 0.0, 0.0, 0.0));

  private static final DatumShift NEW_BEIJING = of(Kind.NOT_PUBLIC, "New Beijing (1954)");
  private static final DatumShift HONG_KONG_1980 =
      published(
          "Hong Kong 1980",
          "EPSG:1825",
          List.of(-162.619, -276.959, -161.764, 0.067753, -2.243648, -1.158828, -1.094246));
  private static final DatumShift WGS72BE =
      published("WGS 72BE", "EPSG:1240", List.of(0.0, 0.0, 1.9, 0.0, 0.0, 0.814, -0.38));
  private static final DatumShift WGS72 =
      published("WGS 72", "EPSG:1238", List.of(0.0, 0.0, 4.5, 0.0, 0.0, 0.554, 0.2263));
  private static final DatumShift TWD97 = published("TWD97", "EPSG:3830", zeros());
  private static final DatumShift JGD2000 = published("JGD2000", "EPSG:1826", zeros());
  private static final DatumShift KOREA2000 = published("Korea 2000", "EPSG:15831", zeros());
  private static final DatumShift ETRS89 = published("ETRS89", "EPSG:1149", zeros());

  /** Names as ESRI, OGC and EPSG spell them, reduced to letters and digits. */
  private static final List<Known> KNOWN =
      List.of(
          new Known("wgs1984", WGS84),
          new Known("wgs84", WGS84),
          new Known("worldgeodeticsystem1984", WGS84),
          new Known("china2000", CGCS2000),
          new Known("cgcs2000", CGCS2000),
          new Known("chinageodeticcoordinatesystem2000", CGCS2000),
          new Known("xian1980", XIAN80),
          new Known("xian80", XIAN80),
          new Known("newbeijing", NEW_BEIJING),
          new Known("beijing1954", BEIJING54),
          new Known("beijing54", BEIJING54),
          new Known("hongkong1980", HONG_KONG_1980),
          new Known("wgs1972be", WGS72BE),
          new Known("wgs72be", WGS72BE),
          new Known("wgs72transitbroadcastephemeris", WGS72BE),
          new Known("wgs1972transitbroadcastephemeris", WGS72BE),
          new Known("worldgeodeticsystem1972", WGS72),
          new Known("wgs1972", WGS72),
          new Known("twd1997", TWD97),
          new Known("taiwandatum1997", TWD97),
          new Known("jgd2000", JGD2000),
          new Known("japanesegeodeticdatum2000", JGD2000),
          new Known("korea2000", KOREA2000),
          new Known("geocentricdatumofkorea", KOREA2000),
          new Known("etrs1989", ETRS89),
          new Known("europeanterrestrialreferencesystem1989", ETRS89));

  DatumShift {
    parameters = List.copyOf(parameters);
  }

  /** What the owner of data on this datum must know; empty for most. */
  Optional<LocalizedText> caution() {
    return equals(BEIJING54)
        ? Optional.of(
            new LocalizedText(
                "北京 54 按 EPSG:15918 的公开参数转换：该参数为鄂尔多斯盆地所求，当地精度约 1 米，其他地方约 10 至 30 米；"
                    + "有控制点时请用 fit:",
                "Beijing 1954 was shifted by the public parameters EPSG:15918: they were found for"
                    + " the Ordos basin, where they are good to a metre; elsewhere expect 10 to 30"
                    + " m, and use control points (fit:) where there are some"))
        : Optional.empty();
  }

  private static DatumShift of(Kind kind, String name) {
    return new DatumShift(kind, name, List.of(), "");
  }

  private static DatumShift published(String name, String source, List<Double> parameters) {
    return new DatumShift(Kind.PUBLISHED, name, parameters, source);
  }

  /** Published as such: systems tied to the same frame as WGS-84, a metre apart at most. */
  private static List<Double> zeros() {
    return List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
  }

  /**
   * @param datumName as it stands in a WKT or in the EPSG database
   */
  static Optional<DatumShift> find(String datumName) {
    String plain = datumName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    String name = datumName.toLowerCase(Locale.ROOT).startsWith("d_") ? plain.substring(1) : plain;
    return KNOWN.stream()
        .filter(k -> name.equals(k.normalised) || prefixed(name, k.normalised))
        .map(Known::shift)
        .findFirst();
  }

  /** {@code WGS_1984_(G1762)} and {@code World Geodetic System 1984 ensemble} are WGS-84 too. */
  private static boolean prefixed(String name, String known) {
    return (known.startsWith("worldgeodeticsystem1984")
            || known.equals("wgs1984")
            || known.equals("newbeijing"))
        && name.startsWith(known);
  }
}
