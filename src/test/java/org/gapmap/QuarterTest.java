package org.gapmap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gapmap.imports.DemonstrationCity;
import org.gapmap.imports.ImportLayer;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.AreaStore;
import org.gapmap.store.CityStore;
import org.gapmap.store.LayerStore;
import org.gapmap.store.OpenFolder;
import org.gapmap.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The demonstration and its next quarter by the command line, as data/README.md tells: of the
 * canteens one has closed, one is new, one is only renamed.
 */
class QuarterTest {
  private static OpenFolder folder;
  private static TestDatabase database;

  @BeforeAll
  static void importBothQuarters() throws Exception {
    folder = OpenFolder.make();
    database = TestDatabase.fresh();
    ImportLayer imports =
        new ImportLayer(
            new LayerStore(database.dataSource()),
            new AreaStore(database.dataSource()),
            KindCatalogue.load());
    new DemonstrationCity(imports, new CityStore(database.dataSource()))
        .loadWhereEmpty(Path.of("data"), () -> {});
    run(
        "import",
        "facilities",
        "data/next-quarter/elderly_canteens.shp",
        "--city",
        "yuling-demo",
        "--source",
        "synthetic",
        "--synthetic",
        "--kind-field",
        "LX",
        "--complete-for",
        "all");
  }

  @AfterAll
  static void close() throws IOException {
    database.close();
    folder.close();
  }

  @Test
  void oneOpenedOneClosedAndOneIsOnlyRenamed() throws Exception {
    Path csv = folder.resolve("quarter.csv");

    List<String> said = run("compare", "--city", "yuling-demo", "--csv", csv.toString());

    assertThat(said)
        .anyMatch(line -> line.equals("Facilities: 1 opened, 1 closed, 1 corrected"))
        .anyMatch(line -> line.contains("demonstration, no real place"));
    List<Map<String, String>> rows = read(csv);
    assertThat(rows)
        .filteredOn(row -> "facility".equals(row.get("row")))
        .extracting(row -> row.get("change"))
        .containsExactlyInAnyOrder("opened", "closed", "corrected");
    assertThat(rows)
        .filteredOn(row -> "corrected".equals(row.get("change")))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("fields", "name"));
    assertThat(rows)
        .filteredOn(row -> "verdict".equals(row.get("change")))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row).containsEntry("kind", "elderly_canteen");
              assertThat(row.get("because")).containsPattern("opened|closed");
              assertThat(row.get("before")).isNotEqualTo(row.get("after"));
            });
  }

  @Test
  void twoStandardsAreComparedWithWhatMakesTheDifference() throws Exception {
    Path csv = folder.resolve("standards.csv");

    List<String> said =
        run(
            "compare",
            "--city",
            "yuling-demo",
            "--standard",
            "gb50180-2018",
            "--other",
            "guiyang-gb50180",
            "--csv",
            csv.toString());

    assertThat(said).anyMatch(line -> line.startsWith("kindergarten"));
    assertThat(read(csv))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.get("because_zh")).isNotEmpty().doesNotContain(",", ";", ":");
              assertThat(row.get("because_en")).isNotEmpty();
            });
  }

  @Test
  void versionsOrStandardsThatCannotBeComparedAreTheUsersError() throws Exception {
    assertThat(refused("compare", "--city", "yuling-demo", "--from", "77")).contains("77");
    assertThat(refused("compare", "--city", "yuling-demo", "--to", "1")).contains("before 1");
    assertThat(refused("compare", "--city", "yuling-demo", "--other", "old-community-renewal"))
        .contains("both are");
    assertThat(
            refused("compare", "--city", "yuling-demo", "--other", "gb50180-2018", "--from", "1"))
        .contains("--from");
  }

  @Test
  void indicatorsOfEveryYearAndLevelGoToAFile() throws Exception {
    Path csv = folder.resolve("indicators.csv");
    Path gaps = folder.resolve("gaps.csv");

    run(
        "assess",
        "--city",
        "yuling-demo",
        "--standard",
        "gb50180-2018",
        "--csv",
        gaps.toString(),
        "--indicators",
        csv.toString());

    List<Map<String, String>> rows = read(csv);
    assertThat(rows).extracting(row -> row.get("edition")).contains("2024", "2025");
    assertThat(rows)
        .extracting(row -> row.get("level"))
        .contains("city", "district", "subdistrict", "neighbourhood");
    Map<String, String> kindergartens = cityRow(rows, "kindergarten_gap");
    long gapsOfTheRun =
        read(gaps).stream()
            .filter(row -> "kindergarten".equals(row.get("kind")))
            .filter(row -> "gap".equals(row.get("status")))
            .count();
    assertThat(kindergartens).containsEntry("value", Long.toString(gapsOfTheRun));
    Map<String, String> places = cityRow(rows, "primary_school_places_gap");
    assertThat(Double.parseDouble(places.get("denominator")))
        .isGreaterThan(Double.parseDouble(places.get("numerator")) / 10);
    assertThat(places)
        .containsEntry("norm_verification", "unverified")
        .hasEntrySatisfying("norm", norm -> assertThat(norm).startsWith("1 per_person_of_group"));
  }

  private static Map<String, String> cityRow(List<Map<String, String>> rows, String indicator) {
    return rows.stream()
        .filter(row -> "2025".equals(row.get("edition")) && "city".equals(row.get("level")))
        .filter(row -> indicator.equals(row.get("indicator")))
        .findFirst()
        .orElseThrow();
  }

  private static List<Map<String, String>> read(Path csv) throws IOException {
    String text = Files.readString(csv);
    assertThat(text).startsWith("\uFEFF");
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(text.substring(1))) {
      return rows.readAll();
    }
  }

  private static List<String> run(String... arguments) throws Exception {
    var done = GapMapProcess.run(environment(), arguments);
    assertThat(done.exitCode()).as(String.join("\n", done.errors())).isZero();
    return done.output();
  }

  private static String refused(String... arguments) throws Exception {
    var done = GapMapProcess.run(environment(), arguments);
    assertThat(done.exitCode()).isEqualTo(2);
    return String.join("\n", done.errors());
  }

  private static Map<String, String> environment() {
    String url =
        database.address().jdbcUrl()
            + "?user="
            + database.address().user()
            + "&password="
            + database.address().password();
    return Map.of("GAPMAP_HOME", folder.resolve("home").toString(), "GAPMAP_DATABASE_URL", url);
  }
}
