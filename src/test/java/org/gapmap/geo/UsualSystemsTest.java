package org.gapmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import org.gapmap.geo.CoordinateSystems.Resolved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Held to GeoTools, which is another's work. */
final class UsualSystemsTest {
  private static final int POINTS = 5_000;

  @ParameterizedTest
  @ValueSource(ints = {4491, 4499, 4502, 4512, 4513, 4525, 4533, 4534, 4549, 4554})
  void zonesAgreeWithGeoToolsToABillionthOfADegree(int code) {
    ChinaZones.Zone zone = ChinaZones.ofEpsg(code).orElseThrow();
    agree(CoordinateSystems.ofEpsg(code, "x"), zone.wkt(), zone.falseEasting());
  }

  /**
   * Farther out GeoTools' series is the one that is off (by 0.2 mm 350 km away, 300 m 1,800 km
   * away). Expected values: gdaltransform 3.6.2, PROJ's etmerc, computed once by hand.
   */
  @ParameterizedTest
  @CsvSource({
    "850000, 3400000, 123.651020047283, 30.669266768884",
    "150000, 5800000, 114.877118253843, 52.2181677417537",
    "620000, 2000000, 121.133531440407, 18.0781497414678",
    "1400000, 3400000, 129.343661040441, 30.3839303873701",
    "2300000, 4400000, 140.371283141846, 37.9192626250972"
  })
  void agreesWithProjFarFromTheMeridianToo(double x, double y, double lon, double lat) {
    double[] xy = {x, y};
    CoordinateSystems.ofEpsg(4549, "x").transform().apply(xy, 1);
    assertThat(xy).containsExactly(new double[] {lon, lat}, within(2e-11));
  }

  @Test
  void otherScalesAndOriginsToo() {
    String wkt =
        ChinaZones.ofEpsg(4549)
            .orElseThrow()
            .wkt()
            .replace("\"scale_factor\",1", "\"scale_factor\",0.9996")
            .replace("\"latitude_of_origin\",0", "\"latitude_of_origin\",-1.5")
            .replace("\"central_meridian\",120", "\"central_meridian\",121.4666667")
            .replace("\"false_northing\",0", "\"false_northing\",-3000");
    Resolved ours = UsualSystems.ofWkt(wkt).orElseThrow();
    assertThat(ours.epsg()).isEmpty();
    assertThat(ours.gaussKruger()).isEmpty();
    agree(ours, wkt, 500_000);
  }

  private static void agree(Resolved ours, String wkt, double falseEasting) {
    Resolved theirs = CoordinateSystems.byGeoTools(wkt, "x");
    assertThat(ours.transform()).isInstanceOf(TransverseMercator.class);
    assertThat(theirs.transform()).isInstanceOf(GeoToolsTransform.class);
    double[] xy = scattered(falseEasting);
    double[] a = xy.clone();
    double[] b = xy.clone();
    ours.transform().apply(a, POINTS);
    theirs.transform().apply(b, POINTS);
    assertThat(farthestApart(a, b)).isLessThan(1e-9);
    ((TwoWayTransform) ours.transform()).back(a, POINTS);
    assertThat(farthestApart(a, xy)).isLessThan(1e-4);
  }

  private static double farthestApart(double[] a, double[] b) {
    double most = 0;
    for (int i = 0; i < a.length; i++) {
      most = Math.max(most, Math.abs(a[i] - b[i]));
    }
    return most;
  }

  private static double[] scattered(double falseEasting) {
    Random random = new Random(7);
    double[] xy = new double[2 * POINTS];
    for (int i = 0; i < POINTS; i++) {
      xy[2 * i] = falseEasting + (2 * random.nextDouble() - 1) * 250_000;
      xy[2 * i + 1] = 400_000 + random.nextDouble() * 5_500_000;
    }
    return xy;
  }

  /** Expected values: gdaltransform 3.6.2 (PROJ), computed once by hand. */
  @ParameterizedTest
  @CsvSource({
    "32651, 350000, 3450000, 121.425981044172, 31.1744287689362",
    "32750, 600000, 9000000, 117.909879531936, -9.04543326175943",
    "3857, 13520000, 3650000, 121.452226412959, 31.1327401201493"
  })
  void knowsUtmAndWebMercatorByTheirCodes(int code, double x, double y, double lon, double lat) {
    Resolved system = CoordinateSystems.ofEpsg(code, "x");
    double[] xy = {x, y};
    system.transform().apply(xy, 1);
    assertThat(xy).containsExactly(new double[] {lon, lat}, within(1e-8));
    ((TwoWayTransform) system.transform()).back(xy, 1);
    assertThat(xy).containsExactly(new double[] {x, y}, within(1e-4));
    assertThat(system.epsg()).hasValue(code);
  }

  @Test
  void leavesToGeoToolsWhatIsNotPlainlyUsual() {
    String wkt = ChinaZones.ofEpsg(4549).orElseThrow().wkt();
    assertThat(UsualSystems.ofWkt(wkt)).isPresent();
    assertThat(UsualSystems.ofWkt(wkt.replace("China_2000", "Xian_1980"))).isEmpty();
    assertThat(UsualSystems.ofWkt(wkt.replace("6378137.0", "6378140.0"))).isEmpty();
    assertThat(UsualSystems.ofWkt(wkt.replace("\"Greenwich\",0.0", "\"Paris\",2.33722917")))
        .isEmpty();
    assertThat(UsualSystems.ofWkt(wkt.replace("\"metre\",1", "\"foot\",0.3048"))).isEmpty();
    assertThat(UsualSystems.ofWkt(wkt.replace("Transverse_Mercator", "Lambert"))).isEmpty();
    assertThat(UsualSystems.ofWkt(wkt.replace("false_northing", "azimuth"))).isEmpty();
    assertThat(UsualSystems.ofWkt(wkt + "]")).isEmpty();
    assertThat(UsualSystems.ofWkt("PROJCS[".repeat(50))).isEmpty();
  }

  @Test
  void refusesWhatHasNoPlace() {
    Optional<Resolved> system = Optional.of(CoordinateSystems.ofEpsg(4549, "x"));
    for (double[] xy :
        new double[][] {
          {Double.NaN, 3_400_000}, {500_000, Double.POSITIVE_INFINITY}, {4e7, 3_400_000}, {0, 2e7}
        }) {
      assertThatThrownBy(() -> system.get().transform().apply(xy, 1))
          .isInstanceOf(CoordinateOutOfRange.class);
    }
  }
}
