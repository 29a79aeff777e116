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
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.gapmap.geo.WebMapShift.Reading;
import org.gapmap.geo.WebMapShift.Strength;
import org.gapmap.geo.WebMapShift.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Two lists of Shanghai over its real layers, each also shifted on purpose. */
final class RealShiftsTest {
  private static final String CELLS = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

  private record Listed(double[] lonLat, List<PlaceWords> words) {
    Listed written(Reading reading) {
      double[] shifted = lonLat.clone();
      WebMapShiftTest.write(reading, shifted);
      return new Listed(shifted, words);
    }

    Verdict over(NearbyLayers layers) {
      return WebMapShift.test(lonLat, words, layers);
    }
  }

  private static NearbyLayers streets = new NearbyLayers.Builder().build();
  private static NearbyLayers city = streets;
  private static Listed canteens = new Listed(new double[0], List.of());
  private static Listed kindergartens = canteens;

  @BeforeAll
  static void open() throws Exception {
    NearbyLayers.Builder some = new NearbyLayers.Builder();
    streets(some);
    streets = some.build();
    NearbyLayers.Builder all = new NearbyLayers.Builder();
    streets(all);
    ogr(
        "communities/shanghai_tongji/communities.shp",
        "select XQMC from communities",
        all::community);
    ogr(
        "shapefiles/chinese/shanghai_districts_gbk/区县界_area.shp",
        "select NAME from \"区县界_area\"",
        all::area);
    city = all.build();
    canteens = csv("points/shanghai_elderly_canteens_gcj02.csv", 3, 4, Reading.GCJ02);
    kindergartens = csv("points/shanghai_kindergartens_wgs84.csv", 5, 6, Reading.AS_IS);
  }

  private static void streets(NearbyLayers.Builder layers) throws Exception {
    String osm = "osm/shanghai_tongji_2026.osm";
    BiConsumer<Geometry, String> line =
        (shape, name) -> {
          for (int g = 0; g < shape.getNumGeometries(); g++) {
            Geometry part = shape.getGeometryN(g);
            double[] lonLat = new double[2 * part.getNumPoints()];
            for (int i = 0; i < part.getNumPoints(); i++) {
              lonLat[2 * i] = part.getCoordinates()[i].x;
              lonLat[2 * i + 1] = part.getCoordinates()[i].y;
            }
            layers.line(lonLat, name);
          }
        };
    ogr(osm, "select name from lines where highway is not null", line);
    ogr(osm, "select '' as name from multipolygons where building is not null", line);
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void findsTheShiftOfTheCanteens(Reading written) {
    assertFound("canteens", canteens.written(written), written);
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void findsTheShiftOfTheKindergartens(Reading written) {
    assertFound("kindergartens", kindergartens.written(written), written);
  }

  private static void assertFound(String list, Listed listed, Reading written) {
    Verdict verdict = listed.over(city);
    Verdict bare = listed.over(streets);
    System.out.printf(
        "%s written %s: %s %s, by streets alone %s %s%n",
        list, written, verdict.best(), verdict.strength(), bare.best(), bare.strength());
    verdict.fits().forEach(fit -> System.out.println("    " + fit.reading() + " " + fit.said()));
    assertThat(verdict.best()).contains(written);
    // Of the canteens some twenty lie near the border of their district: only a few of those tell
    // these two from the next reading, too few to be sure.
    boolean few =
        list.equals("canteens") && (written == Reading.GCJ02_UNDONE || written == Reading.AS_IS);
    assertThat(verdict.strength()).isEqualTo(few ? Strength.POSSIBLE : Strength.LIKELY);
    if (bare.strength() == Strength.LIKELY) {
      assertThat(bare.best()).contains(written);
    }
  }

  /** The data's own README: 456 m from the road as it is, 5 m with GCJ-02 undone. */
  @Test
  void oneAddressPutsTheCanteenOnMiyunRoadOnItsRoad() {
    int row = 0;
    while (!canteens.words.get(row).address().contains("密云路")) {
      row++;
    }
    double[] written = {canteens.lonLat[2 * row], canteens.lonLat[2 * row + 1]};
    WebMapShiftTest.write(Reading.GCJ02, written);
    double[] asIs = streets.metres(written[0], written[1]);
    assertThat(streets.distanceTo("密云路", asIs[0], asIs[1])).isBetween(440.0, 470.0);
    Reading.GCJ02.apply(written, 1);
    double[] undone = streets.metres(written[0], written[1]);
    assertThat(streets.distanceTo("密云路", undone[0], undone[1])).isLessThan(10);

    WebMapShiftTest.write(Reading.GCJ02, written);
    Verdict verdict = WebMapShift.test(written, List.of(canteens.words.get(row)), streets);
    assertThat(verdict.best()).contains(Reading.GCJ02);
    assertThat(verdict.strength()).isEqualTo(Strength.POSSIBLE);
    assertThat(verdict.fit(Reading.GCJ02).said()).isEqualTo(new WebMapShift.Said(1, 1, 0, 0));
    assertThat(verdict.fit(Reading.AS_IS).said()).isEqualTo(new WebMapShift.Said(1, 0, 0, 0));
  }

  /** Its name names no street: 四平路 is the beginning of a sub-district's name. */
  @Test
  void aSubDistrictCalledAfterAStreetIsNoStreet() {
    double[] inTown = {121.4954, 31.2803};
    String name = "四平路街道密云睦邻社区长者食堂";
    for (String text : List.of(name, "上海市东密云路358号")) {
      Verdict verdict =
          WebMapShift.test(inTown, List.of(new PlaceWords(text, "", List.of())), streets);
      assertThat(verdict.fit(Reading.AS_IS).said().streets()).isZero();
    }
  }

  /** Some rows of a list make fewer claims, and never a wrong one. */
  @ParameterizedTest
  @ValueSource(ints = {10, 40, 160})
  void neverCallsAPartOfAListWhatItIsNot(int size) {
    int likely = 0;
    int parts = 0;
    for (Listed list : List.of(canteens, kindergartens)) {
      for (Reading written : Reading.values()) {
        for (int from = 0; from + size <= list.words.size(); from += size) {
          double[] lonLat = Arrays.copyOfRange(list.lonLat, 2 * from, 2 * (from + size));
          Listed part = new Listed(lonLat, list.words.subList(from, from + size));
          Verdict verdict = part.written(written).over(city);
          parts++;
          if (verdict.strength() == Strength.LIKELY) {
            assertThat(verdict.best()).as("%s from row %d", written, from).contains(written);
            likely++;
          }
        }
      }
    }
    System.out.printf("%d of %d parts of %d rows are decided%n", likely, parts, size);
  }

  private static Path data(String relative) {
    String root = System.getenv("GAPMAP_REAL_DATA");
    assumeTrue(root != null, "GAPMAP_REAL_DATA is not set");
    return Path.of(root, relative);
  }

  /** In WGS-84, whatever it was. */
  private static Listed csv(String file, int lat, int lon, Reading truth) throws IOException {
    List<String> lines = Files.readAllLines(data(file));
    double[] lonLat = new double[2 * (lines.size() - 1)];
    List<PlaceWords> words = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(CELLS);
      lonLat[2 * i - 2] = Double.parseDouble(cells[lon].strip());
      lonLat[2 * i - 1] = Double.parseDouble(cells[lat].strip());
      words.add(new PlaceWords(cells[0], cells[1], List.of(cells[2])));
    }
    truth.apply(lonLat, words.size());
    return new Listed(lonLat, words);
  }

  private static void ogr(String file, String sql, BiConsumer<Geometry, String> row)
      throws IOException, InterruptedException, ParseException {
    ProcessBuilder builder =
        new ProcessBuilder(
                "ogr2ogr",
                "-f",
                "CSV",
                "/vsistdout/",
                data(file).toString(),
                "-sql",
                sql,
                "-t_srs",
                "EPSG:4326",
                "-lco",
                "GEOMETRY=AS_WKT",
                "--config",
                "SHAPE_ENCODING",
                "GBK")
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      assumeTrue(false, "ogr2ogr is not installed");
      return;
    }
    WKTReader wkt = new WKTReader();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(CELLS);
        row.accept(
            wkt.read(cells[0].replace("\"", "")),
            cells.length > 1 ? cells[1].replace("\"", "") : "");
      }
    }
    process.waitFor();
  }
}
