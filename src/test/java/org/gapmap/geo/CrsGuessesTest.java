package org.gapmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gapmap.geo.CrsGuess.Likelihood;
import org.gapmap.geo.CrsGuesses.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

final class CrsGuessesTest {
  private static final NearbyLayers NOTHING = new NearbyLayers.Builder().build();

  /** Places in Shanghai as a file in some system would hold them. */
  private static Numbers shanghai(String word) {
    Random random = new Random(3);
    double[] xy = new double[200];
    for (int i = 0; i < 100; i++) {
      xy[2 * i] = 121.4 + 0.1 * random.nextDouble();
      xy[2 * i + 1] = 31.2 + 0.1 * random.nextDouble();
    }
    boolean swapped = word.startsWith("swapped:");
    String system = word.replace("swapped:", "");
    if (system.startsWith("EPSG:")) {
      CrsTransform transform =
          CoordinateSystems.ofEpsg(Integer.parseInt(system.substring(5)), "x").transform();
      ((TwoWayTransform) transform).back(xy, 100);
    }
    Envelope sample = new Envelope();
    for (int i = 0; i < 100; i++) {
      double x = xy[2 * i];
      xy[2 * i] = swapped ? xy[2 * i + 1] : x;
      xy[2 * i + 1] = swapped ? x : xy[2 * i + 1];
      sample.expandToInclude(xy[2 * i], xy[2 * i + 1]);
    }
    return new Numbers(xy, List.of(), sample, false);
  }

  private static NearbyLayers city() {
    NearbyLayers.Builder city = new NearbyLayers.Builder();
    for (int i = 0; i <= 20; i++) {
      double at = i * 0.01;
      city.line(new double[] {121.3 + at, 31.1, 121.3 + at, 31.4}, "");
      city.line(new double[] {121.3, 31.1 + at, 121.6, 31.1 + at}, "");
    }
    return city.build();
  }

  @ParameterizedTest
  @CsvSource({
    "cgcs2000, cgcs2000", "swapped:cgcs2000, swapped:cgcs2000", "EPSG:4528, EPSG:4528",
    "EPSG:4499, EPSG:4499", "swapped:EPSG:4528, swapped:EPSG:4528", "EPSG:3857, EPSG:3857"
  })
  void namesWhatTheNumbersLookLike(String written, String first) {
    List<CrsGuess> guesses = CrsGuesses.of(Optional.empty(), shanghai(written), NOTHING);
    assertThat(guesses.get(0).word()).isEqualTo(first);
    assertThat(guesses.get(0).likelihood()).isEqualTo(Likelihood.LIKELY);
    assertThat(guesses.get(0).outline()).hasSize(200);
    assertThat(guesses.get(0).outline().get(0)).isBetween(121.4, 121.5);
    assertThat(guesses).allSatisfy(CrsGuessesTest::isTakenByTheChoice);
  }

  private static void isTakenByTheChoice(CrsGuess guess) {
    if (!guess.word().isEmpty() && !guess.word().equals("fit:")) {
      assertThat(CrsWord.of(guess.word(), Optional.empty(), new Envelope()).system()).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:4549", "swapped:EPSG:4549"})
  void findsTheMeridianByTheCitysLayersAndOffersAllWithoutThem(String written) {
    List<CrsGuess> blind = CrsGuesses.of(Optional.empty(), shanghai(written), NOTHING);
    assertThat(blind).hasSizeGreaterThan(15);
    assertThat(blind).extracting(CrsGuess::likelihood).containsOnly(Likelihood.POSSIBLE);
    List<CrsGuess> seeing = CrsGuesses.of(Optional.empty(), shanghai(written), city());
    assertThat(seeing.get(0).word()).isEqualTo(written);
    assertThat(seeing.get(0).likelihood()).isEqualTo(Likelihood.LIKELY);
    assertThat(seeing.get(0).metresToOthers().orElseThrow()).isLessThan(1_000);
    assertThat(seeing).extracting(CrsGuess::word).anyMatch(w -> w.contains("xian80:EPSG:4549"));
    assertThat(seeing).hasSizeLessThan(8);
  }

  @Test
  void asksForControlPointsInALocalGrid() {
    Numbers grid =
        new Numbers(
            new double[] {-1200, 800, 4000, 9000},
            List.of(),
            new Envelope(-1200, 4000, 800, 9000),
            false);
    assertThat(CrsGuesses.of(Optional.empty(), grid, NOTHING))
        .singleElement()
        .satisfies(g -> assertThat(g.word()).isEqualTo("fit:"));
  }

  @Test
  void offersXian80OnlyBesideItsWarningWhereThePrjSaysSo() {
    String prj = ChinaZones.ofEpsg(4549).orElseThrow().wkt().replace("China_2000", "Xian_1980");
    List<CrsGuess> guesses =
        CrsGuesses.of(
            Optional.of(new DeclaredCrs(DeclaredCrs.Kind.WKT, prj, "a.prj")),
            shanghai("EPSG:4549"),
            city());
    assertThat(guesses)
        .anySatisfy(
            g -> {
              assertThat(g.word()).isEqualTo("xian80");
              assertThat(g.accuracyMetres()).hasValue(100);
              assertThat(g.evidence().en()).contains("not public");
            });
  }

  /** The ESRI texts of EPSG's own codes. */
  @Test
  void matchesEveryPrjOfTheCollection() throws Exception {
    String root = System.getenv("GAPMAP_REAL_DATA");
    assumeTrue(root != null, "GAPMAP_REAL_DATA is not set");
    List<Path> files = new ArrayList<>();
    try (var found = Files.list(Path.of(root, "prj"))) {
      found.forEach(files::add);
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(11);
    for (Path file : files) {
      int code = Integer.parseInt(file.getFileName().toString().replaceAll("\\D", ""));
      var system = CoordinateSystems.ofWkt(Files.readString(file), file.toString());
      assertThat(system.epsg()).as(file.toString()).hasValue(code);
    }
  }

  @Test
  void takesTheDeclaredSystemFirst() {
    String prj = ChinaZones.ofEpsg(4549).orElseThrow().wkt();
    List<CrsGuess> guesses =
        CrsGuesses.of(
            Optional.of(new DeclaredCrs(DeclaredCrs.Kind.WKT, prj, "a.prj")),
            shanghai("EPSG:4549"),
            city());
    assertThat(guesses.get(0).word()).isEqualTo("EPSG:4549");
    assertThat(guesses.get(0).likelihood()).isEqualTo(Likelihood.DECLARED);
    assertThat(guesses).extracting(CrsGuess::word).doesNotHaveDuplicates();
  }
}
