package org.gapmap.geo;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.gapmap.geo.CoordinateSystems.GaussKruger;
import org.gapmap.geo.CoordinateSystems.Resolved;

/**
 * The systems that nearly every Chinese file is in, recognised without GeoTools, whose loading
 * alone costs more than a second: degrees and transverse Mercator of CGCS2000 and WGS-84, and Web
 * Mercator by its code. Whatever is not plainly one of them is left to {@link CoordinateSystems}.
 */
final class UsualSystems {
  private static final double CGCS2000_INVERSE_FLATTENING = 298.257222101;
  private static final double WGS84_INVERSE_FLATTENING = 298.257223563;
  private static final double DEGREE = Math.PI / 180;
  private static final int UTM_NORTH = 32_600;
  private static final int UTM_SOUTH = 32_700;
  private static final Set<String> PROJECTIONS = Set.of("transversemercator", "gausskruger");

  private UsualSystems() {}

  static Optional<Resolved> ofEpsg(int code) {
    if (code == 3857) {
      return Optional.of(
          new Resolved(
              new WebMercator(),
              "WGS 84 / Pseudo-Mercator",
              OptionalInt.of(code),
              "WGS-84",
              CoordinateSystems.wgs84Note(),
              false,
              Optional.empty()));
    }
    boolean south = code > UTM_SOUTH;
    int zone = code - (south ? UTM_SOUTH : UTM_NORTH);
    if (zone < 1 || zone > 60) {
      return Optional.empty();
    }
    TransverseMercator.Parameters utm =
        new TransverseMercator.Parameters(
            WGS84_INVERSE_FLATTENING, 6 * zone - 183, 0, 0.9996, 500_000, south ? 10_000_000 : 0);
    return Optional.of(
        projected("WGS 84 / UTM zone " + zone + (south ? "S" : "N"), utm, OptionalInt.of(code)));
  }

  static Resolved ofZone(ChinaZones.Zone zone) {
    return projected(
        zone.name(),
        new TransverseMercator.Parameters(
            CGCS2000_INVERSE_FLATTENING, zone.centralMeridian(), 0, 1, zone.falseEasting(), 0),
        OptionalInt.of(zone.epsg()));
  }

  /**
   * @param text as of a .prj
   */
  static Optional<Resolved> ofWkt(String text) {
    Optional<WktNode> root = WktNode.parse(text);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    if (root.get().keyword().equals("GEOGCS")) {
      return flattening(root.get()).map(f -> geographic(root.get(), f));
    }
    if (!root.get().keyword().equals("PROJCS")) {
      return Optional.empty();
    }
    Optional<Double> flattening = root.get().child("GEOGCS").flatMap(UsualSystems::flattening);
    Optional<Map<String, Double>> parameters = parameters(root.get());
    if (flattening.isEmpty() || parameters.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Double> given = parameters.get();
    TransverseMercator.Parameters transverse =
        new TransverseMercator.Parameters(
            flattening.get(),
            given.getOrDefault("central_meridian", 0.0),
            given.getOrDefault("latitude_of_origin", 0.0),
            given.getOrDefault("scale_factor", 1.0),
            given.getOrDefault("false_easting", 0.0),
            given.getOrDefault("false_northing", 0.0));
    return Optional.of(projected(root.get().name(), transverse, epsg(root.get(), transverse)));
  }

  /**
   * The code of the zone of CGCS2000 with the same meridian and false easting, or of its degrees,
   * whatever the datum; nothing for other projections.
   */
  static OptionalInt sameZone(WktNode root) {
    if (root.keyword().equals("GEOGCS")) {
      return OptionalInt.of(4490);
    }
    Optional<Map<String, Double>> given = parameters(root);
    return given.isPresent()
        ? ChinaZones.epsgOf(
            given.get().getOrDefault("central_meridian", 0.0),
            given.get().getOrDefault("false_easting", 0.0))
        : OptionalInt.empty();
  }

  private static Resolved geographic(WktNode root, double flattening) {
    boolean wgs84 = flattening == WGS84_INVERSE_FLATTENING;
    return CoordinateSystems.lonLat(
        root.name(),
        OptionalInt.of(wgs84 ? 4326 : 4490),
        wgs84 ? "WGS-84" : "CGCS2000",
        wgs84 ? CoordinateSystems.wgs84Note() : CoordinateSystems.cgcs2000Note());
  }

  private static Resolved projected(
      String name, TransverseMercator.Parameters transverse, OptionalInt epsg) {
    boolean wgs84 = transverse.inverseFlattening() == WGS84_INVERSE_FLATTENING;
    boolean gaussKruger =
        transverse.scale() == 1
            && transverse.latitudeOfOrigin() == 0
            && transverse.falseNorthing() == 0;
    return new Resolved(
        new TransverseMercator(transverse, name),
        name,
        epsg,
        wgs84 ? "WGS-84" : "CGCS2000",
        wgs84 ? CoordinateSystems.wgs84Note() : CoordinateSystems.cgcs2000Note(),
        false,
        gaussKruger
            ? Optional.of(new GaussKruger(transverse.centralMeridian(), transverse.falseEasting()))
            : Optional.empty());
  }

  /** The inverse flattening of degrees from Greenwich on CGCS2000 or WGS-84; nothing for others. */
  private static Optional<Double> flattening(WktNode geographic) {
    Optional<WktNode> datum = geographic.child("DATUM");
    Optional<WktNode> spheroid = datum.flatMap(d -> d.child("SPHEROID"));
    if (spheroid.isEmpty()
        || !isUnit(geographic, DEGREE)
        || geographic.child("PRIMEM").flatMap(p -> present(p.number(1))).orElse(0.0) != 0) {
      return Optional.empty();
    }
    double semiMajor = spheroid.get().number(1).orElse(Double.NaN);
    double inverse = spheroid.get().number(2).orElse(Double.NaN);
    Optional<DatumShift> known = datum.map(WktNode::name).flatMap(DatumShift::find);
    if (known.isEmpty()
        || known.get().kind() != DatumShift.Kind.NONE_NEEDED
        || Math.abs(semiMajor - Geocentric.SEMI_MAJOR_METRES) > 1e-6
        || !(Math.abs(inverse - CGCS2000_INVERSE_FLATTENING) < 1e-5)) {
      return Optional.empty();
    }
    return Optional.of(
        known.get().name().equals("WGS-84")
            ? WGS84_INVERSE_FLATTENING
            : CGCS2000_INVERSE_FLATTENING);
  }

  private static boolean isUnit(WktNode system, double size) {
    double said = system.child("UNIT").flatMap(u -> present(u.number(1))).orElse(Double.NaN);
    return Math.abs(said - size) < 1e-9 * size;
  }

  /** Those of a transverse Mercator in metres; nothing for other projections. */
  private static Optional<Map<String, Double>> parameters(WktNode projected) {
    String projection =
        projected
            .child("PROJECTION")
            .map(p -> p.name().toLowerCase(Locale.ROOT).replaceAll("[ _]", ""))
            .orElse("");
    if (!PROJECTIONS.contains(projection) || !isUnit(projected, 1)) {
      return Optional.empty();
    }
    Map<String, Double> given = new HashMap<>();
    for (WktNode child : projected.children()) {
      if (child.keyword().equals("PARAMETER")) {
        OptionalDouble value = child.number(1);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        given.put(child.name().toLowerCase(Locale.ROOT), value.getAsDouble());
      }
    }
    boolean known =
        Set.of(
                "central_meridian",
                "latitude_of_origin",
                "scale_factor",
                "false_easting",
                "false_northing")
            .containsAll(given.keySet());
    return known && given.containsKey("central_meridian") && sensible(given)
        ? Optional.of(given)
        : Optional.empty();
  }

  private static boolean sensible(Map<String, Double> given) {
    return Math.abs(given.getOrDefault("central_meridian", 0.0)) <= 180
        && Math.abs(given.getOrDefault("latitude_of_origin", 0.0)) < 90
        && given.getOrDefault("scale_factor", 1.0) > 0.5
        && given.getOrDefault("scale_factor", 1.0) < 2;
  }

  private static OptionalInt epsg(WktNode root, TransverseMercator.Parameters transverse) {
    boolean plain =
        transverse.scale() == 1
            && transverse.latitudeOfOrigin() == 0
            && transverse.falseNorthing() == 0;
    if (plain && transverse.inverseFlattening() == CGCS2000_INVERSE_FLATTENING) {
      return ChinaZones.epsgOf(transverse.centralMeridian(), transverse.falseEasting());
    }
    Optional<WktNode> authority =
        root.child("AUTHORITY").filter(a -> a.name().equalsIgnoreCase("EPSG"));
    OptionalDouble code =
        authority.isPresent() ? authority.get().number(1) : OptionalDouble.empty();
    if (code.isPresent() && code.getAsDouble() > 0 && code.getAsDouble() < 1e6) {
      return OptionalInt.of((int) code.getAsDouble());
    }
    return utm(transverse);
  }

  private static OptionalInt utm(TransverseMercator.Parameters transverse) {
    double zone = (transverse.centralMeridian() + 183) / 6;
    if (transverse.inverseFlattening() != WGS84_INVERSE_FLATTENING
        || transverse.scale() != 0.9996
        || transverse.latitudeOfOrigin() != 0
        || transverse.falseEasting() != 500_000
        || zone != Math.rint(zone)
        || zone < 1
        || zone > 60) {
      return OptionalInt.empty();
    }
    if (transverse.falseNorthing() == 0) {
      return OptionalInt.of(UTM_NORTH + (int) zone);
    }
    return transverse.falseNorthing() == 10_000_000
        ? OptionalInt.of(UTM_SOUTH + (int) zone)
        : OptionalInt.empty();
  }

  private static Optional<Double> present(OptionalDouble number) {
    return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
  }
}
