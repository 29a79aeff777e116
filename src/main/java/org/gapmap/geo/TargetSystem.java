package org.gapmap.geo;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gapmap.domain.UserError;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.metadata.iso.citation.Citations;
import org.geotools.referencing.CRS;
import org.geotools.referencing.wkt.Formattable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A coordinate system that shapes are written in, and how files name it.
 *
 * @param epsg its code
 * @param geographic whether its coordinates are longitude and latitude in degrees
 * @param wkt the first well-known text, as OGC spells it
 * @param esriWkt as ESRI spells it in a .prj
 */
public record TargetSystem(
    int epsg, String name, boolean geographic, String wkt, String esriWkt, IntoSystem into) {
  private static final Pattern CODE = Pattern.compile("(?:epsg:)?([0-9]{4,6})");
  private static final String WGS84_WKT =
      "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,"
          + "AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],"
          + "PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
          + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],"
          + "AUTHORITY[\"EPSG\",\"4326\"]]";
  private static final String ESRI_WGS84_WKT =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

  /**
   * @param word {@code EPSG:n}, {@code cgcs2000}, {@code wgs84}, or {@code local} for the 3-degree
   *     Gauss-Krüger zone of CGCS2000 around the middle
   * @param middle of what is to be written, longitude and latitude in degrees
   * @param where what to name in errors
   * @throws UserError where there is no such system, its datum's shift is not known, or the middle
   *     lies in none of China's zones
   */
  public static TargetSystem of(String word, Coordinate middle, String where) {
    String plain = word.strip().toLowerCase(Locale.ROOT);
    Matcher code = CODE.matcher(plain);
    if (code.matches()) {
      return ofEpsg(Integer.parseInt(code.group(1)), where);
    }
    return switch (plain) {
      case "cgcs2000" -> ofEpsg(4490, where);
      case "wgs84" -> ofEpsg(4326, where);
      case "local" -> local(middle, where);
      default ->
          throw new UserError(
              "no coordinate system to write in is called '" + word + "'",
              where,
              "use EPSG:4490, EPSG:4326, local, or another EPSG:n");
    };
  }

  /** The code as software writes it. */
  public String code() {
    return "EPSG:" + epsg;
  }

  /**
   * A shape in this system, x to the east and y to the north; the same object where nothing
   * changes.
   *
   * @throws CoordinateOutOfRange where a point has no place in it
   */
  public Geometry write(Geometry lonLat) {
    return into.apply(lonLat);
  }

  private static TargetSystem local(Coordinate middle, String where) {
    return ChinaZones.nearest(middle.x)
        .map(TargetSystem::of)
        .orElseThrow(
            () ->
                new UserError(
                    String.format(
                        Locale.ROOT, "%.2f degrees east lies in none of China's zones", middle.x),
                    where,
                    "name a system, like EPSG:32633"));
  }

  private static TargetSystem ofEpsg(int code, String where) {
    if (code == 4490) {
      return new TargetSystem(
          code,
          "CGCS2000",
          true,
          ChinaZones.EPSG_GEOGRAPHIC_WKT,
          ChinaZones.ESRI_GEOGRAPHIC_WKT,
          IntoSystem.of("EPSG:4490", where));
    }
    if (code == 4326) {
      return new TargetSystem(
          code, "WGS 84", true, WGS84_WKT, ESRI_WGS84_WKT, IntoSystem.of("EPSG:4326", where));
    }
    Optional<ChinaZones.Zone> zone = ChinaZones.ofEpsg(code);
    return zone.isPresent() ? of(zone.get()) : fromDatabase(code, where);
  }

  private static TargetSystem of(ChinaZones.Zone zone) {
    return new TargetSystem(
        zone.epsg(),
        zone.name(),
        false,
        zone.epsgWkt(),
        zone.esriWkt(),
        IntoSystem.of("EPSG:" + zone.epsg(), "EPSG:" + zone.epsg()));
  }

  private static TargetSystem fromDatabase(int code, String where) {
    IntoSystem into = IntoSystem.of("EPSG:" + code, where);
    CoordinateReferenceSystem crs;
    try {
      crs = CRS.getHorizontalCRS(EpsgDatabase.get(code));
    } catch (FactoryException e) {
      throw new IllegalStateException("EPSG:" + code + " was there a moment ago", e);
    }
    return new TargetSystem(
        code,
        crs.getName().getCode(),
        crs instanceof GeographicCRS,
        ((Formattable) crs).toWKT(Citations.OGC, Formattable.SINGLE_LINE),
        ((Formattable) crs).toWKT(Citations.ESRI, Formattable.SINGLE_LINE),
        into);
  }
}
