package org.gapmap.geo;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The Gauss-Krüger zones of CGCS2000, EPSG 4491 to 4554. Written out from their definition, so that
 * the systems that nearly every Chinese file is in need no EPSG database.
 *
 * <p>Zones are 3° or 6° wide; the easting carries the zone's number as its millions (codes 4513 and
 * 4491 onwards) or does not (4534 and 4502 onwards).
 */
final class ChinaZones {
  static final String GEOGRAPHIC_WKT =
      "GEOGCS[\"China Geodetic Coordinate System 2000\",DATUM[\"China_2000\","
          + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
          + "UNIT[\"degree\",0.0174532925199433]]";

  /**
   * A zone.
   *
   * @param epsg 4491 to 4554
   * @param centralMeridian degrees east
   * @param falseEasting metres; with the zone's number in front where the system has it
   */
  record Zone(int epsg, int widthDegrees, int centralMeridian, int falseEasting) {
    String name() {
      String which =
          falseEasting == 500_000
              ? "CM " + centralMeridian + "E"
              : "zone " + falseEasting / 1_000_000;
      return "CGCS2000 / " + widthDegrees + "-degree Gauss-Kruger " + which;
    }

    String wkt() {
      return String.format(
          Locale.ROOT,
          "PROJCS[\"%s\",%s,PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],"
              + "PARAMETER[\"central_meridian\",%d],PARAMETER[\"scale_factor\",1],"
              + "PARAMETER[\"false_easting\",%d],PARAMETER[\"false_northing\",0],"
              + "UNIT[\"metre\",1]]",
          name(),
          GEOGRAPHIC_WKT,
          centralMeridian,
          falseEasting);
    }

    /** As ESRI spells it in a .prj. */
    String esriWkt() {
      boolean prefixed = falseEasting != 500_000;
      String which = prefixed ? "Zone_" + falseEasting / 1_000_000 : "CM_" + centralMeridian + "E";
      return String.format(
          Locale.ROOT,
          "PROJCS[\"CGCS2000_%sGK_%s\",%s,PROJECTION[\"Gauss_Kruger\"],"
              + "PARAMETER[\"False_Easting\",%d.0],PARAMETER[\"False_Northing\",0.0],"
              + "PARAMETER[\"Central_Meridian\",%d.0],PARAMETER[\"Scale_Factor\",1.0],"
              + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]",
          widthDegrees == 3 ? "3_Degree_" : "",
          which,
          ESRI_GEOGRAPHIC_WKT,
          falseEasting,
          centralMeridian);
    }

    /** As OGC's first well-known text with the EPSG database's codes. */
    String epsgWkt() {
      return String.format(
          Locale.ROOT,
          "PROJCS[\"%s\",%s,PROJECTION[\"Transverse_Mercator\"],"
              + "PARAMETER[\"latitude_of_origin\",0],PARAMETER[\"central_meridian\",%d],"
              + "PARAMETER[\"scale_factor\",1],PARAMETER[\"false_easting\",%d],"
              + "PARAMETER[\"false_northing\",0],UNIT[\"metre\",1,AUTHORITY[\"EPSG\",\"9001\"]],"
              + "AUTHORITY[\"EPSG\",\"%d\"]]",
          name(),
          EPSG_GEOGRAPHIC_WKT,
          centralMeridian,
          falseEasting,
          epsg);
    }
  }

  /** As ESRI spells EPSG:4490 in a .prj. */
  static final String ESRI_GEOGRAPHIC_WKT =
      "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
          + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
          + "UNIT[\"Degree\",0.0174532925199433]]";

  /** EPSG:4490 with the EPSG database's codes. */
  static final String EPSG_GEOGRAPHIC_WKT =
      "GEOGCS[\"China Geodetic Coordinate System 2000\",DATUM[\"China_2000\","
          + "SPHEROID[\"CGCS2000\",6378137,298.257222101,AUTHORITY[\"EPSG\",\"1024\"]],"
          + "AUTHORITY[\"EPSG\",\"1043\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
          + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],"
          + "AUTHORITY[\"EPSG\",\"4490\"]]";

  /** The 3° zone without a number in its easting whose meridian is nearest; none outside China. */
  static Optional<Zone> nearest(double lon) {
    int meridian = 3 * (int) Math.rint(lon / 3);
    return meridian < 75 || meridian > 135 ? Optional.empty() : ofEpsg(4534 + (meridian - 75) / 3);
  }

  private ChinaZones() {}

  static Optional<Zone> ofEpsg(int code) {
    if (code >= 4491 && code <= 4501) {
      int zone = 13 + code - 4491;
      return Optional.of(new Zone(code, 6, 6 * zone - 3, zone * 1_000_000 + 500_000));
    }
    if (code >= 4502 && code <= 4512) {
      return Optional.of(new Zone(code, 6, 75 + 6 * (code - 4502), 500_000));
    }
    if (code >= 4513 && code <= 4533) {
      int zone = 25 + code - 4513;
      return Optional.of(new Zone(code, 3, 3 * zone, zone * 1_000_000 + 500_000));
    }
    if (code >= 4534 && code <= 4554) {
      return Optional.of(new Zone(code, 3, 75 + 3 * (code - 4534), 500_000));
    }
    return Optional.empty();
  }

  /**
   * The code of a transverse Mercator projection on CGCS2000 with scale 1 from the equator. A 6°
   * zone without its number in the easting is the same projection as a 3° zone: the latter's code
   * is given.
   */
  static OptionalInt epsgOf(double centralMeridian, double falseEasting) {
    for (int code = 4554; code >= 4491; code--) {
      Zone zone = ofEpsg(code).orElseThrow();
      if (Math.abs(zone.centralMeridian - centralMeridian) < 1e-9
          && Math.abs(zone.falseEasting - falseEasting) < 1e-6) {
        return OptionalInt.of(code);
      }
    }
    return OptionalInt.empty();
  }

  /** The zone whose number an easting carries as its millions. */
  static Optional<Zone> ofEasting(double easting) {
    int prefix = (int) Math.floor(easting / 1_000_000);
    double within = easting - prefix * 1e6;
    if (within < 100_000 || within > 900_000) {
      return Optional.empty();
    }
    if (prefix >= 25 && prefix <= 45) {
      return ofEpsg(4513 + prefix - 25);
    }
    if (prefix >= 13 && prefix <= 23) {
      return ofEpsg(4491 + prefix - 13);
    }
    return Optional.empty();
  }

  /** The zone of the same width and meridian without its number in the easting, or with it. */
  static Zone sibling(Zone zone) {
    int apart = zone.widthDegrees == 3 ? 21 : 11;
    int code = zone.falseEasting == 500_000 ? zone.epsg - apart : zone.epsg + apart;
    return ofEpsg(code).orElseThrow();
  }
}
