package org.gapmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
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

  private static void write(Reading reading, double[] lonLat) {
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

  /** Streets and buildings of the extract, by ogr2ogr, over two lists of the same city. */
  @Test
  void judgesTheRealListsOfShanghai() throws Exception {
    NearbyLayers layers = shanghai();
    record Case(String list, Reading truth) {}
    for (Case c :
        List.of(new Case("canteens", Reading.GCJ02), new Case("kindergartens", Reading.AS_IS))) {
      List<String> texts = new ArrayList<>();
      double[] raw =
          c.list.equals("canteens")
              ? csv("points/shanghai_elderly_canteens_gcj02.csv", 3, 4, texts)
              : csv("points/shanghai_kindergartens_wgs84.csv", 5, 6, texts);
      double[] wgs = raw.clone();
      c.truth.apply(wgs, wgs.length / 2);
      for (Reading written : Reading.values()) {
        double[] shifted = wgs.clone();
        write(written, shifted);
        Verdict verdict = WebMapShift.test(shifted, texts, layers);
        System.out.println(
            c.list
                + " written "
                + written
                + ": "
                + verdict.best()
                + " "
                + verdict.strength()
                + " "
                + verdict.fits());
        if (verdict.strength() == Strength.LIKELY) {
          assertThat(verdict.best()).contains(written);
        }
      }
    }
  }

  private static Path data(String relative) {
    String root = System.getenv("GAPMAP_REAL_DATA");
    assumeTrue(root != null, "GAPMAP_REAL_DATA is not set");
    return Path.of(root, relative);
  }

  private static double[] csv(String file, int lat, int lon, List<String> texts)
      throws IOException {
    List<String> lines = Files.readAllLines(data(file));
    double[] lonLat = new double[2 * (lines.size() - 1)];
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
      lonLat[2 * i - 2] = Double.parseDouble(cells[lon].strip());
      lonLat[2 * i - 1] = Double.parseDouble(cells[lat].strip());
      texts.add(cells[0] + " " + cells[1]);
    }
    return lonLat;
  }

  private static NearbyLayers shanghai() throws Exception {
    NearbyLayers.Builder layers = new NearbyLayers.Builder();
    String osm = data("osm/shanghai_tongji_2026.osm").toString();
    for (Map.Entry<String, String> part :
        Map.of(
                "lines", "select name from lines where highway is not null",
                "multipolygons", "select '' as name from multipolygons where building is not null")
            .entrySet()) {
      Consumer<String[]> line =
          cells -> {
            for (String ring : cells[0].replaceAll("[A-Z\"]", "").split("\\)")) {
              String numbers = ring.replaceAll("[(]", " ").replaceFirst("^[\\s,]+", "").strip();
              if (!numbers.isEmpty()) {
                String[] pairs = numbers.split("\\s*,\\s*");
                double[] lonLat = new double[2 * pairs.length];
                for (int i = 0; i < pairs.length; i++) {
                  String[] xy = pairs[i].strip().split("\\s+");
                  lonLat[2 * i] = Double.parseDouble(xy[0]);
                  lonLat[2 * i + 1] = Double.parseDouble(xy[1]);
                }
                layers.line(lonLat, cells.length > 1 ? cells[1].replace("\"", "") : "");
              }
            }
          };
      ogr(osm, part.getValue(), line);
    }
    return layers.build();
  }

  private static void ogr(String file, String sql, Consumer<String[]> row) throws Exception {
    Process process;
    try {
      process =
          new ProcessBuilder(
                  "ogr2ogr",
                  "-f",
                  "CSV",
                  "/vsistdout/",
                  file,
                  "-sql",
                  sql,
                  "-lco",
                  "GEOMETRY=AS_WKT")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      assumeTrue(false, "ogr2ogr is not installed");
      return;
    }
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        row.accept(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"));
      }
    }
    process.waitFor();
  }
}
