package org.gapmap.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gapmap.geo.WebMapShift.Reading;
import org.gapmap.geo.WebMapShift.Strength;
import org.gapmap.geo.WebMapShift.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class WebMapShiftTest {
  private static final int STREETS = 40;
  private static final double STEP = 0.0028;

  /** A quarter of streets some 270 m apart, each bent a little of its own. */
  private static NearbyLayers town(Random random) {
    NearbyLayers.Builder town = new NearbyLayers.Builder();
    for (int i = 0; i < STREETS; i++) {
      double lon = 121.40 + STEP * (i + 0.5 * random.nextDouble());
      double lat = 31.15 + STEP * (i + 0.5 * random.nextDouble());
      town.line(new double[] {lon, 31.15, lon + 0.0005, 31.15 + STREETS * STEP}, "");
      town.line(new double[] {121.40, lat, 121.40 + STREETS * STEP, lat + 0.0005}, "");
    }
    return town.build();
  }

  /** Places 5 to 30 m from a street of the town. */
  private static double[] places(int count, long townSeed, Random random) {
    Random streets = new Random(townSeed);
    double[][] at = new double[STREETS][];
    for (int i = 0; i < STREETS; i++) {
      at[i] =
          new double[] {
            121.40 + STEP * (i + 0.5 * streets.nextDouble()),
            31.15 + STEP * (i + 0.5 * streets.nextDouble())
          };
    }
    double[] lonLat = new double[2 * count];
    for (int i = 0; i < count; i++) {
      double[] street = at[2 + random.nextInt(STREETS - 4)];
      double along = 0.1 + 0.8 * random.nextDouble();
      double beside = (5 + 25 * random.nextDouble()) / 100_000;
      boolean north = random.nextBoolean();
      lonLat[2 * i] = north ? street[0] + 0.0005 * along + beside : 121.40 + along * STREETS * STEP;
      lonLat[2 * i + 1] =
          north ? 31.15 + along * STREETS * STEP : street[1] + 0.0005 * along + beside;
    }
    return lonLat;
  }

  static void write(Reading reading, double[] lonLat) {
    int n = lonLat.length / 2;
    switch (reading) {
      case AS_IS -> {}
      case GCJ02 -> ChinaShift.wgs84ToGcj02(lonLat, n);
      case BD09 -> ChinaShift.wgs84ToBd09(lonLat, n);
      case GCJ02_TWICE -> {
        ChinaShift.wgs84ToGcj02(lonLat, n);
        ChinaShift.wgs84ToGcj02(lonLat, n);
      }
      case GCJ02_UNDONE -> ChinaShift.gcj02ToWgs84(lonLat, n);
    }
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void findsTheShiftOfManyPoints(Reading reading) {
    double[] lonLat = places(200, 11, new Random(1));
    write(reading, lonLat);
    Verdict verdict = WebMapShift.test(lonLat, List.of(), town(new Random(11)));
    assertThat(verdict.best()).contains(reading);
    assertThat(verdict.strength()).isNotEqualTo(Strength.NONE);
    assertThat(verdict.fit(reading).medianMetres()).isLessThan(35);
    assertThat(verdict.evidence(reading).en()).contains("sigmas");
  }

  /** Prints how often the right reading wins by how many points; never a wrong one as likely. */
  @Test
  void claimsNothingOnFewPoints() {
    for (int count : new int[] {5, 10, 20, 40, 80, 160}) {
      int right = 0;
      int wrong = 0;
      int doubtful = 0;
      for (int draw = 0; draw < 20; draw++) {
        for (Reading reading : List.of(Reading.AS_IS, Reading.GCJ02, Reading.BD09)) {
          double[] lonLat = places(count, draw, new Random(100 + draw));
          write(reading, lonLat);
          Verdict verdict = WebMapShift.test(lonLat, List.of(), town(new Random(draw)));
          boolean likely = verdict.strength() == Strength.LIKELY;
          right += likely && verdict.best().equals(Optional.of(reading)) ? 1 : 0;
          wrong += likely && !verdict.best().equals(Optional.of(reading)) ? 1 : 0;
          doubtful += likely ? 0 : 1;
        }
      }
      System.out.printf(
          "%d points: right %d, wrong %d, doubtful %d of 60%n", count, right, wrong, doubtful);
      assertThat(wrong).as(count + " points").isZero();
      assertThat(right).as(count + " points").isLessThanOrEqualTo(count < 8 ? 0 : 60);
    }
  }

  @Test
  void claimsNothingOfPointsThatHaveToDoWithNothingThere() {
    Random random = new Random(4);
    for (int draw = 0; draw < 30; draw++) {
      double[] lonLat = new double[400];
      for (int i = 0; i < 200; i++) {
        lonLat[2 * i] = 121.41 + 0.09 * random.nextDouble();
        lonLat[2 * i + 1] = 31.16 + 0.09 * random.nextDouble();
      }
      Verdict verdict = WebMapShift.test(lonLat, List.of(), town(new Random(draw)));
      assertThat(verdict.strength()).isNotEqualTo(Strength.LIKELY);
    }
    assertThat(
            WebMapShift.test(new double[] {121, 31}, List.of(), new NearbyLayers.Builder().build())
                .strength())
        .isEqualTo(Strength.NONE);
  }
}
