package org.gapmap.geo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.UserError;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.NoSuchAuthorityCodeException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.datum.GeodeticDatum;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.NoninvertibleTransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.geotools.referencing.cs.DefaultEllipsoidalCS;
import org.geotools.referencing.datum.BursaWolfParameters;
import org.geotools.referencing.datum.DefaultGeodeticDatum;
import org.geotools.referencing.operation.transform.ConcatenatedTransform;

/**
 * Coordinate systems from well-known text and EPSG codes, with the datum's shift to WGS-84. A shift
 * of zero is taken between CGCS2000 and WGS-84 (less than a metre) and nowhere else.
 */
final class CoordinateSystems {
  private static final Pattern CODE = Pattern.compile("(?i)\\s*EPSG:{1,2}([0-9]{4,6})\\s*");

  /** Names that ESRI gives systems around China, letters and digits only. */
  private static final Map<String, Integer> ESRI_NAMES =
      Map.of(
          "hongkong1980grid", 2326,
          "hongkong1980gridsystem", 2326,
          "twd1997tmtaiwan", 3826,
          "twd97tm2zone121", 3826,
          "wgs1972besouthchinasealambert", 3415,
          "wgs1984webmercatorauxiliarysphere", 3857,
          "wgs84pseudomercator", 3857);

  private CoordinateSystems() {}

  /**
   * A system and the way out of it.
   *
   * @param epsg its code, where identified
   * @param datumNote what was done about the datum
   * @param gaussKruger where it is a transverse Mercator projection
   */
  record Resolved(
      CrsTransform transform,
      String name,
      OptionalInt epsg,
      String datum,
      LocalizedText datumNote,
      boolean geographic,
      Optional<GaussKruger> gaussKruger) {}

  /** Central meridian in degrees, false easting in metres. */
  record GaussKruger(double centralMeridian, double falseEasting) {}

  /** The step from a datum to WGS-84: nothing, or a transform of longitude and latitude. */
  private record DatumStep(Optional<MathTransform> transform, String datum, LocalizedText note) {}

  /**
   * @param where what to name in errors
   * @throws UserError where there is no such code, or its datum has no known shift
   */
  static Resolved ofEpsg(int code, String where) {
    if (code == 4326) {
      return lonLat("WGS 84", OptionalInt.of(4326), "WGS-84", wgs84Note());
    }
    if (code == 4490) {
      return lonLat("CGCS2000", OptionalInt.of(4490), "CGCS2000", cgcs2000Note());
    }
    Optional<ChinaZones.Zone> zone = ChinaZones.ofEpsg(code);
    if (zone.isPresent()) {
      return UsualSystems.ofZone(zone.get());
    }
    Optional<Resolved> usual = UsualSystems.ofEpsg(code);
    if (usual.isPresent()) {
      return usual.get();
    }
    try {
      return resolve(EpsgDatabase.get(code), OptionalInt.of(code), where);
    } catch (NoSuchAuthorityCodeException e) {
      throw new UserError(
          "no coordinate system has the code EPSG:" + code,
          where,
          "look the code up in QGIS or at epsg.io; CGCS2000 zones are 4491 to 4554",
          e);
    } catch (FactoryException e) {
      throw new IllegalStateException("EPSG:" + code + " can't be built", e);
    }
  }

  /** Longitude and latitude as they are. */
  static Resolved lonLat(String name, OptionalInt epsg, String datum, LocalizedText note) {
    return new Resolved(new Degrees(name), name, epsg, datum, note, true, Optional.empty());
  }

  /**
   * @param text well-known text as in a .prj, ESRI's or OGC's, or just {@code EPSG:n}
   * @param where what to name in errors
   * @throws UserError where the text can't be understood, or its datum has no known shift
   */
  static Resolved ofWkt(String text, String where) {
    Matcher code = CODE.matcher(text);
    if (code.matches()) {
      return ofEpsg(Integer.parseInt(code.group(1)), where);
    }
    Optional<Resolved> usual = UsualSystems.ofWkt(text);
    return usual.isPresent() ? usual.get() : byGeoTools(text, where);
  }

  /** The same for any system; GeoTools takes more than a second to load. */
  static Resolved byGeoTools(String text, String where) {
    EpsgDatabase.quiet();
    CoordinateReferenceSystem parsed;
    try {
      parsed = CRS.parseWKT(text.strip());
    } catch (FactoryException e) {
      throw notUnderstood(text, where, e);
    }
    CoordinateReferenceSystem horizontal = CRS.getHorizontalCRS(parsed);
    if (horizontal == null) {
      throw new UserError(
          "it declares a local system ('" + parsed.getName() + "') that nothing ties to the earth",
          where,
          "ask whoever made the file for its parameters or for a CGCS2000 version, then use --crs");
    }
    try {
      return resolve(horizontal, OptionalInt.empty(), where);
    } catch (FactoryException e) {
      throw notUnderstood(text, where, e);
    }
  }

  private static UserError notUnderstood(String text, String where, FactoryException cause) {
    String what =
        text.isBlank()
            ? "it is empty"
            : text.strip().startsWith("<")
                ? "it holds a web page or XML, no coordinate system"
                : "its coordinate system can't be understood (" + firstLine(cause) + ")";
    return new UserError(
        what, where, "say which system the file is in with --crs, like --crs EPSG:4549", cause);
  }

  private static String firstLine(FactoryException cause) {
    String message = String.valueOf(cause.getMessage()).strip();
    int end = message.indexOf('\n');
    String line = end < 0 ? message : message.substring(0, end);
    return line.length() > 160 ? line.substring(0, 160) + " ..." : line;
  }

  private static Resolved resolve(CoordinateReferenceSystem crs, OptionalInt code, String where)
      throws FactoryException {
    GeodeticDatum datum = datum(crs, where);
    Optional<GaussKruger> gaussKruger = gaussKruger(crs);
    DatumStep step = datumStep(datum, code.isEmpty(), gaussKruger, where);
    MathTransform unprojected = unprojected(crs, datum);
    MathTransform whole =
        step.transform.isPresent()
            ? ConcatenatedTransform.create(unprojected, step.transform.get())
            : unprojected;
    String name = crs.getName().getCode();
    OptionalInt epsg = code.isPresent() ? code : identify(crs, step.datum, gaussKruger);
    return new Resolved(
        new GeoToolsTransform(whole, CRS.getAxisOrder(crs) == CRS.AxisOrder.NORTH_EAST, name),
        name,
        epsg,
        step.datum,
        step.note,
        crs instanceof GeographicCRS,
        gaussKruger);
  }

  /**
   * To longitude and latitude on the system's own datum. GeoTools' general way there opens the EPSG
   * database, which costs seconds; the usual projection over degrees from Greenwich is its own way.
   */
  private static MathTransform unprojected(CoordinateReferenceSystem crs, GeodeticDatum datum)
      throws FactoryException {
    if (crs instanceof ProjectedCRS projected
        && CRS.equalsIgnoreMetadata(
            projected.getBaseCRS().getCoordinateSystem(), DefaultEllipsoidalCS.GEODETIC_2D)
        && datum.getPrimeMeridian().getGreenwichLongitude() == 0) {
      try {
        return projected.getConversionFromBase().getMathTransform().inverse();
      } catch (NoninvertibleTransformException e) {
        throw new FactoryException("'" + crs.getName() + "' has no way back to degrees", e);
      }
    }
    return CRS.findMathTransform(
        crs, new DefaultGeographicCRS(datum, DefaultEllipsoidalCS.GEODETIC_2D), false);
  }

  private static GeodeticDatum datum(CoordinateReferenceSystem crs, String where) {
    if (crs instanceof GeographicCRS geographic) {
      return geographic.getDatum();
    }
    if (crs instanceof ProjectedCRS projected) {
      return projected.getDatum();
    }
    throw new UserError(
        "'" + crs.getName() + "' is neither a geographic nor a projected system",
        where,
        "use the code of one that is, like EPSG:4549");
  }

  private static DatumStep datumStep(
      GeodeticDatum datum, boolean fromText, Optional<GaussKruger> gaussKruger, String where)
      throws FactoryException {
    String said = datum.getName().getCode();
    Optional<DatumShift> known = DatumShift.find(said);
    if (known.isPresent() && known.get().kind() == DatumShift.Kind.NONE_NEEDED) {
      boolean wgs84 = known.get().name().equals("WGS-84");
      return new DatumStep(
          Optional.empty(), known.get().name(), wgs84 ? wgs84Note() : cgcs2000Note());
    }
    Optional<BursaWolfParameters> own = fromText ? ownParameters(datum, known) : Optional.empty();
    if (own.isPresent()) {
      return new DatumStep(
          Optional.of(shift(datum, own.get())),
          known.map(DatumShift::name).orElse(said),
          new LocalizedText(
              "按文件自带的 TOWGS84 参数转换到 WGS-84", "shifted by its own TOWGS84 parameters"));
    }
    if (known.isEmpty()) {
      throw noShift(said, where);
    }
    DatumShift published = known.get();
    if (published.kind() == DatumShift.Kind.NOT_PUBLIC) {
      throw notPublic(published.name(), gaussKruger, where);
    }
    return new DatumStep(
        Optional.of(shift(datum, parameters(published))),
        published.name(),
        new LocalizedText(
            "基准面 " + published.name() + " 按 " + published.source() + " 的参数转换到 WGS-84",
            "datum "
                + published.name()
                + " shifted to WGS-84 by the parameters of "
                + published.source()));
  }

  /**
   * TOWGS84 parameters that a text brings itself. Zeros don't count for a datum that is known to
   * need a shift: they are what software writes that has no parameters.
   */
  private static Optional<BursaWolfParameters> ownParameters(
      GeodeticDatum datum, Optional<DatumShift> known) {
    if (!(datum instanceof DefaultGeodeticDatum own)) {
      return Optional.empty();
    }
    return Arrays.stream(own.getBursaWolfParameters())
        .filter(p -> !p.isIdentity() || known.isEmpty())
        .findFirst();
  }

  private static BursaWolfParameters parameters(DatumShift shift) {
    BursaWolfParameters parameters = new BursaWolfParameters(DefaultGeodeticDatum.WGS84);
    parameters.dx = shift.parameters().get(0);
    parameters.dy = shift.parameters().get(1);
    parameters.dz = shift.parameters().get(2);
    parameters.ex = shift.parameters().get(3);
    parameters.ey = shift.parameters().get(4);
    parameters.ez = shift.parameters().get(5);
    parameters.ppm = shift.parameters().get(6);
    return parameters;
  }

  /** From longitude and latitude on the datum to those of WGS-84. */
  private static MathTransform shift(GeodeticDatum datum, BursaWolfParameters parameters)
      throws FactoryException {
    GeodeticDatum shifted =
        new DefaultGeodeticDatum(
            Map.of(
                "name", datum.getName().getCode(), DefaultGeodeticDatum.BURSA_WOLF_KEY, parameters),
            datum.getEllipsoid(),
            datum.getPrimeMeridian());
    return CRS.findMathTransform(
        new DefaultGeographicCRS(shifted, DefaultEllipsoidalCS.GEODETIC_2D),
        DefaultGeographicCRS.WGS84,
        false);
  }

  private static Optional<GaussKruger> gaussKruger(CoordinateReferenceSystem crs) {
    if (!(crs instanceof ProjectedCRS projected)) {
      return Optional.empty();
    }
    ParameterValueGroup values = projected.getConversionFromBase().getParameterValues();
    if (!values.getDescriptor().getName().getCode().equals("Transverse_Mercator")) {
      return Optional.empty();
    }
    boolean plain =
        values.parameter("scale_factor").doubleValue() == 1
            && values.parameter("latitude_of_origin").doubleValue() == 0
            && values.parameter("false_northing").doubleValue() == 0;
    return plain
        ? Optional.of(
            new GaussKruger(
                values.parameter("central_meridian").doubleValue(),
                values.parameter("false_easting").doubleValue()))
        : Optional.empty();
  }

  private static OptionalInt identify(
      CoordinateReferenceSystem crs, String datum, Optional<GaussKruger> gaussKruger) {
    if (datum.equals("CGCS2000")) {
      if (crs instanceof GeographicCRS) {
        return OptionalInt.of(4490);
      }
      if (gaussKruger.isPresent()) {
        return ChinaZones.epsgOf(
            gaussKruger.get().centralMeridian(), gaussKruger.get().falseEasting());
      }
    }
    if (datum.equals("WGS-84") && crs instanceof GeographicCRS) {
      return OptionalInt.of(4326);
    }
    String name = crs.getName().getCode().replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    if (ESRI_NAMES.containsKey(name)) {
      return OptionalInt.of(ESRI_NAMES.get(name));
    }
    return crs.getIdentifiers().stream()
        .filter(i -> "EPSG".equalsIgnoreCase(i.getCodeSpace()) && i.getCode().matches("[0-9]{1,6}"))
        .mapToInt(i -> Integer.parseInt(i.getCode()))
        .findFirst();
  }

  private static UserError notPublic(
      String datum, Optional<GaussKruger> gaussKruger, String where) {
    OptionalInt twin =
        gaussKruger.isPresent()
            ? ChinaZones.epsgOf(
                gaussKruger.get().centralMeridian(), gaussKruger.get().falseEasting())
            : OptionalInt.empty();
    return new UserError(
        "the file is in "
            + datum
            + ", whose shift to CGCS2000 is not public; without it everything would lie tens of"
            + " metres to more than 100 m off",
        where,
        "ask the survey office for a CGCS2000 version, give control points with --crs fit:..., or"
            + " put its seven parameters into the .prj as TOWGS84[...]; if the .prj is wrong and the"
            + " file is in CGCS2000, say so with --crs "
            + (twin.isPresent() ? "EPSG:" + twin.getAsInt() : "cgcs2000")
            + (datum.equals("Xi'an 1980")
                ? "; to take it as CGCS2000 all the same, --crs xian80"
                : ""));
  }

  private static UserError noShift(String datum, String where) {
    return new UserError(
        "no shift from the datum '"
            + datum
            + "' to WGS-84 is known; it would not be right to take it for zero",
        where,
        "ask for a CGCS2000 version, put the parameters into the .prj as TOWGS84[...], or say which"
            + " system it is with --crs");
  }

  static LocalizedText wgs84Note() {
    return new LocalizedText("以 EPSG:4326 存储", "stored as EPSG:4326");
  }

  static LocalizedText cgcs2000Note() {
    return new LocalizedText(
        "以 EPSG:4326 存储；CGCS2000 与 WGS-84 相差不到一米",
        "stored as EPSG:4326; CGCS2000 and WGS-84 differ by less than a metre");
  }
}
