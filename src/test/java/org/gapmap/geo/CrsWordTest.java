package org.gapmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.gapmap.domain.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

final class CrsWordTest {
  private static final double[] PLACE = {598765.4, 3456789.1};

  /** Of gdaltransform 3.6.2 for PLACE in EPSG:4549. */
  private static final double[] DEGREES = {121.036601922748, 31.2286570826542};

  private static CrsChoice decide(String word, double x, double y) {
    return CrsChoice.decide(
        Optional.of(word), Optional.empty(), new Envelope(new Coordinate(x, y)), false, "a.shp");
  }

  private static double[] place(CrsChoice choice, double x, double y) {
    double[] xy = {x, y};
    choice.transform().apply(xy, 1);
    return xy;
  }

  @Test
  void swapsAxes() {
    CrsChoice choice = decide("swapped:EPSG:4549", PLACE[1], PLACE[0]);
    assertThat(place(choice, PLACE[1], PLACE[0])).containsExactly(DEGREES, within(1e-8));
    assertThat(choice.sentence().en()).contains("x and y change places");
    CrsChoice degrees = decide("swapped:gcj02", 31.2, 121.5);
    assertThat(place(degrees, 31.2, 121.5)[0]).isBetween(121.49, 121.5);
    assertThatThrownBy(() -> decide("swapped:swapped:EPSG:4549", 1, 2))
        .isInstanceOf(UserError.class);
    assertThatThrownBy(() -> decide("swapped:EPSG:4549", PLACE[0] * 100, PLACE[1]))
        .isInstanceOf(UserError.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xian80:EPSG:4549", "xian80:2385", "Xian80:EPSG:2385"})
  void readsXian80AsCgcs2000OnRequestOnlyAndWarns(String word) {
    CrsChoice choice = decide(word, PLACE[0], PLACE[1]);
    assertThat(place(choice, PLACE[0], PLACE[1])).containsExactly(DEGREES, within(1e-8));
    assertThat(choice.datum()).isEqualTo("Xi'an 1980");
    assertThat(choice.epsg()).isEmpty();
    assertThat(choice.warnings())
        .singleElement()
        .satisfies(w -> assertThat(w.en()).contains("tens of metres").contains("100 m"));
  }

  @Test
  void takesTheZoneOfXian80FromThePrjOrTheNumbers() {
    String prj =
        ChinaZones.ofEpsg(4549)
            .orElseThrow()
            .wkt()
            .replace("China_2000", "Xian_1980")
            .replace("6378137.0", "6378140.0");
    Envelope sample = new Envelope(new Coordinate(PLACE[0], PLACE[1]));
    CrsChoice declared =
        CrsChoice.decide(
            Optional.of("xian80"),
            Optional.of(new DeclaredCrs(DeclaredCrs.Kind.WKT, prj, "a.prj")),
            sample,
            false,
            "a.shp");
    assertThat(place(declared, PLACE[0], PLACE[1])).containsExactly(DEGREES, within(1e-8));
    assertThat(place(decide("xian80", 40_598_765.4, PLACE[1]), 40_598_765.4, PLACE[1]))
        .containsExactly(DEGREES, within(1e-8));
    assertThat(decide("xian80", 121.4, 31.2).name()).contains("Xi'an 1980");
    assertThatThrownBy(() -> decide("xian80", PLACE[0], PLACE[1]))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("which zone")
        .hasMessageContaining("xian80:EPSG:4549");
  }

  /** Expected value: gdaltransform 3.6.2 with +ellps=krass +towgs84, once by hand. */
  @ParameterizedTest
  @CsvSource({"EPSG:2437, 598765.4", "EPSG:2416, 40598765.4"})
  void shiftsBeijing54ByItsPublicParametersAndSaysHowGoodTheyAre(String word, double x) {
    CrsChoice choice = decide(word, x, PLACE[1]);
    assertThat(place(choice, x, PLACE[1]))
        .containsExactly(new double[] {121.037304472242, 31.2281536567987}, within(2e-8));
    assertThat(choice.datum()).isEqualTo("Beijing 1954");
    assertThat(choice.sentence().en()).contains("EPSG:15918");
    assertThat(choice.warnings())
        .singleElement()
        .satisfies(w -> assertThat(w.en()).contains("Ordos").contains("10 to 30"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fit:",
        "fit:1,2,3",
        "fit:1,2,121,31;3,4,121,31.1",
        "fit:a,b,c,d;1,2,3,4;1,2,3,4",
        "fit:0,0,121,31;0,0,121,31;0,0,121,31",
        "fit:0,0,31,121;9,9,31,122;5,0,31,121.5",
        "fit:0,0,121,31;1000,0,121.5,31;0,1000,121,32;1000,1000,120,30",
        "xian80:EPSG:99",
        "swapped:"
      })
  void refusesWordsThatMeanNothing(String word) {
    assertThatThrownBy(() -> decide(word, 500, 500))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--crs");
  }
}
