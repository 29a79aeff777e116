package org.gapmap.geo;

import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/** What coordinates look like to somebody who knows Chinese data, in a sentence. */
final class CoordinateLook {
  /** Longitudes and latitudes of China, its seas included. */
  private static final Envelope CHINA = new Envelope(73, 136, 3, 54);

  private static final Envelope WORLD = new Envelope(-180, 180, -90, 90);

  private CoordinateLook() {}

  static boolean chineseDegrees(Envelope sample) {
    return CHINA.contains(sample);
  }

  static boolean degrees(Envelope sample) {
    return WORLD.contains(sample);
  }

  /**
   * @param what the numbers look like
   * @param remedy what to say with {@code --crs}
   */
  record Look(String what, String remedy) {}

  static Look at(Envelope sample) {
    double x = (sample.getMinX() + sample.getMaxX()) / 2;
    double y = (sample.getMinY() + sample.getMaxY()) / 2;
    String numbers =
        String.format(
            Locale.ROOT,
            "x from %s to %s, y from %s to %s",
            plain(sample.getMinX()),
            plain(sample.getMaxX()),
            plain(sample.getMinY()),
            plain(sample.getMaxY()));
    if (CHINA.contains(
            new Envelope(sample.getMinY(), sample.getMaxY(), sample.getMinX(), sample.getMaxX()))
        && !CHINA.contains(sample)) {
      return new Look(
          numbers + " look like latitude and longitude in the wrong order", "swap the two columns");
    }
    if (degrees(sample)) {
      return new Look(
          numbers + " could be degrees outside China, or metres of a local grid",
          "use --crs EPSG:4326 if they are degrees");
    }
    Optional<Look> zone = zone(x, y, numbers);
    if (zone.isPresent()) {
      return zone.get();
    }
    if (zone(y, x, numbers).isPresent()) {
      return new Look(
          numbers + " look like a Gauss-Kruger zone with the northing first, as surveyors write it",
          "swap the two columns and name the zone with --crs");
    }
    if (webMercator(x, y)) {
      return new Look(
          numbers + " look like Web Mercator", "use --crs EPSG:3857 if they come from a web map");
    }
    return new Look(
        numbers + " look like a local grid of metres",
        "ask whoever made the file for its coordinate system, then use --crs EPSG:n");
  }

  private static Optional<Look> zone(double x, double y, String numbers) {
    if (y < 300_000 || y > 6_000_000) {
      return Optional.empty();
    }
    Optional<ChinaZones.Zone> zone = ChinaZones.ofEasting(x);
    if (zone.isPresent()) {
      int number = zone.get().falseEasting() / 1_000_000;
      return Optional.of(
          new Look(
              numbers
                  + " look like a "
                  + zone.get().widthDegrees()
                  + "-degree Gauss-Kruger zone with its number "
                  + number
                  + " in front",
              "if they are CGCS2000, use --crs EPSG:"
                  + zone.get().epsg()
                  + (webMercator(x, y) ? "; if they come from a web map, --crs EPSG:3857" : "")));
    }
    if (x > 100_000 && x < 900_000 && y > 1_800_000) {
      return Optional.of(
          new Look(
              numbers + " look like a Gauss-Kruger zone without its number",
              "find out the central meridian; for CGCS2000 and 114, 117, 120 degrees east use --crs"
                  + " EPSG:4547, 4548, 4549 (4534 for 75 degrees, one more for every 3 degrees)"));
    }
    return Optional.empty();
  }

  /** Within Web Mercator's numbers for China. */
  private static boolean webMercator(double x, double y) {
    return x > 8_100_000 && x < 15_200_000 && y > 300_000 && y < 7_200_000;
  }

  private static String plain(double v) {
    return String.format(Locale.ROOT, Math.abs(v) < 1000 ? "%.4f" : "%.0f", v);
  }
}
