package org.gapmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.gapmap.geo.WebMapShift.Reading;
import org.gapmap.geo.WebMapShift.Strength;
import org.gapmap.geo.WebMapShift.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

final class PlaceClaimsTest {
  /** k rows against m, each ln((1-e)/e) with e = (m + 1/4) / (k + m + 1/2). */
  @ParameterizedTest
  @CsvSource({"3, 0, 7.695", "1, 0, 1.609", "10, 6, 1.979", "6, 10, -1.979", "5, 5, 0", "0, 0, 0"})
  void weighsRowsByTheErrorsSeenInThem(double k, double m, double nats) {
    assertThat(PlaceClaims.weight(k, m)).isCloseTo(nats, within(0.001));
  }

  /** West of 121.5 is one district, east of it the other. */
  private static NearbyLayers districts() {
    GeometryFactory factory = new GeometryFactory();
    return new NearbyLayers.Builder()
        .area(factory.toGeometry(new Envelope(121.4, 121.5, 31.1, 31.3)), "西城区")
        .area(factory.toGeometry(new Envelope(121.5, 121.6, 31.1, 31.3)), "东城区")
        .build();
  }

  private static Verdict verdict(int rows, int errors, boolean column) {
    double[] lonLat = new double[2 * rows];
    List<PlaceWords> words = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      boolean east = i % 2 == 0;
      lonLat[2 * i] = east ? 121.501 : 121.499;
      lonLat[2 * i + 1] = 31.15 + 0.1 * i / rows;
      String district = east == i >= errors ? "东城区" : "西城区";
      words.add(
          column
              ? new PlaceWords("", "", List.of("食堂", district))
              : new PlaceWords("", "某市" + district + "某路1号", List.of()));
    }
    ChinaShift.wgs84ToGcj02(lonLat, rows);
    return WebMapShift.test(lonLat, words, districts());
  }

  @Test
  void districtsInAColumnOrAnAddressTellAShift() {
    for (boolean column : new boolean[] {true, false}) {
      Verdict verdict = verdict(20, 0, column);
      assertThat(verdict.best()).contains(Reading.GCJ02);
      assertThat(verdict.strength()).isEqualTo(Strength.LIKELY);
      assertThat(verdict.fit(Reading.GCJ02).said().inArea()).isEqualTo(20);
      assertThat(verdict.evidence(Reading.GCJ02).en()).contains("name a district 20 lie in it");
    }
  }

  @Test
  void someErrorsAreForgivenAndManyAreNot() {
    assertThat(verdict(40, 3, true).strength()).isEqualTo(Strength.LIKELY);
    assertThat(verdict(20, 10, true).strength()).isNotEqualTo(Strength.LIKELY);
  }

  @Test
  void rowsFarFromAnyBorderSayNothing() {
    Verdict verdict =
        WebMapShift.test(
            new double[] {121.45, 31.2, 121.55, 31.2},
            List.of(new PlaceWords("", "", List.of("西城区")), new PlaceWords("", "", List.of("东城区"))),
            districts());
    assertThat(verdict.strength()).isEqualTo(Strength.NONE);
    assertThat(verdict.fit(Reading.AS_IS).said().areas()).isZero();
  }
}
