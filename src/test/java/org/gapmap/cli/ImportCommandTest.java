package org.gapmap.cli;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.gapmap.assess.Cities;
import org.gapmap.imports.ImportLayer;
import org.gapmap.imports.ImportMemory;
import org.gapmap.imports.doctor.Doctor;
import org.gapmap.imports.source.ReadLimits;
import org.gapmap.jobs.Jobs;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.AreaStore;
import org.gapmap.store.CityStore;
import org.gapmap.store.JobStore;
import org.gapmap.store.LayerStore;
import org.gapmap.store.MappingStore;
import org.gapmap.store.StreetStore;
import org.gapmap.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportCommandTest {
  @TempDir Path folder;

  private TestDatabase database;
  private Path file;

  /** What a command line gave: its output, or the message of what it threw. */
  private record Outcome(String output, String error) {}

  @BeforeEach
  void open() throws IOException {
    database = TestDatabase.fresh();
    file = folder.resolve("canteens.csv");
    Files.writeString(
        file, "店名,lon,lat,类型\n密云食堂,121.4922,31.2789,长者食堂\n赤峰食堂,121.4950,31.2800,长者食堂\n");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void importsWithTheUsersFieldAndPrintsJson() {
    Outcome outcome =
        run(
            "facilities",
            file.toString(),
            "--kind",
            "长者食堂",
            "--city",
            "wuhan",
            "--crs",
            "wgs84",
            "--field",
            "name=店名",
            "--json");

    assertThat(outcome.error()).isEmpty();
    assertThatJson(outcome.output())
        .and(
            json -> json.node("stored").isEqualTo(2),
            json -> json.node("source").isEqualTo("canteens"),
            json -> json.node("fields[0].field").isEqualTo("店名"),
            json -> json.node("completeness.asserted").isEqualTo(false));
  }

  @Test
  void theCityMayBeLeftOutWhereThereIsOneOrNone() {
    assertThat(run("facilities", file.toString(), "--kind", "fitness").output())
        .contains("-> city / facilities / canteens");
    assertThat(run("facilities", file.toString(), "--kind", "fitness").output())
        .contains("-> city / facilities / canteens");
    run("facilities", file.toString(), "--kind", "fitness", "--city", "hefei");
    assertThat(run("facilities", file.toString(), "--kind", "fitness").error())
        .contains("several cities: city, hefei");
  }

  @Test
  void whatCannotBeMeantIsSaid() {
    String csv = file.toString();
    assertThat(run("facilities", csv, "--city", "a").error()).contains("facilities need a kind");
    assertThat(run("rivers", csv, "--city", "a").error()).contains("'rivers' is no type of layer");
    assertThat(
            run("facilities", csv, "--kind", "fitness", "--city", "a", "--complete-for", "")
                .error())
        .contains("names no area");
    assertThat(run("areas", csv, "--city", "a/b").error()).contains("can't be a city's key");
    assertThat(run("areas", csv, "--city", "a", "--kind", "fitness").error())
        .contains("only facilities have a kind");
    assertThat(
            run("facilities", csv, "--kind", "fitness", "--city", "a", "--field", "nam=x").error())
        .contains("'nam=x' does not say which role");
  }

  @Test
  void aDryRunTellsInEitherLanguageAndStoresNothing() throws IOException {
    Path csv = folder.resolve("canteens.csv");
    Files.writeString(csv, "名称,类型,lon,lat\n甲,某某食堂,121.5,31.2\n乙,长者食堂,121.5,31.2\n");

    Outcome chinese =
        run("facilities", csv.toString(), "--kind-field", "类型", "--dry-run", "--language", "zh");
    assertThat(chinese.output()).contains("预览").contains("某某食堂 = ").contains("same_point");
    Outcome json = run("facilities", csv.toString(), "--kind-field", "类型", "--dry-run", "--json");
    assertThat(json.output()).contains("\"duplicates\" : [ ]");
    assertThat(run("facilities", csv.toString(), "--dry-run").output()).contains("facilities need");
    try (var connection = database.dataSource().getConnection();
        var layers = connection.createStatement().executeQuery("SELECT count(*) FROM layer")) {
      layers.next();
      assertThat(layers.getInt(1)).isZero();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theNextFileOfTheSameFieldsIsUnderstoodAsTheLastWhereThatIsAsked() throws IOException {
    Path csv = folder.resolve("2024.csv");
    Files.writeString(csv, "mingcheng,leixing,lon,lat\n甲,助老处,121.5,31.2\n");
    run(
        "facilities",
        csv.toString(),
        "--kind-field",
        "leixing",
        "--kind-word",
        "助老处=elderly_canteen",
        "--field",
        "name=mingcheng",
        "--source",
        "民政局",
        "--city",
        "sh");
    Path next = folder.resolve("2025.csv");
    Files.writeString(next, "mingcheng,leixing,lon,lat\n丙,助老处,121.6,31.2\n");

    Outcome again = run("facilities", next.toString(), "--remembered", "--json", "--city", "sh");
    assertThat(again.error()).isEmpty();
    assertThat(again.output()).contains("民政局").contains("\"elderly_canteen\" : 1");
    assertThat(run("sites", next.toString(), "--remembered", "--city", "sh").error())
        .contains("leave out --remembered");
  }

  private static ImportLayer imports(DataSource source) {
    KindCatalogue kinds = KindCatalogue.load();
    return new ImportLayer(new LayerStore(source), new AreaStore(source), kinds)
        .remembering(new ImportMemory(new MappingStore(source), kinds));
  }

  private Outcome run(String... arguments) {
    var source = database.dataSource();
    StringWriter output = new StringWriter();
    StringBuilder error = new StringBuilder();
    Jobs jobs = new Jobs(database.address(), new JobStore(source));
    new CommandLine(
            new ImportCommand(
                () -> imports(source),
                () ->
                    new Doctor(
                        imports(source),
                        new AreaStore(source),
                        new MappingStore(source),
                        KindCatalogue.load()),
                () ->
                    new Cities(
                        new CityStore(source), new StreetStore(source), KindCatalogue.load()),
                () -> ReadLimits.DEFAULTS,
                new AttendedJobs(() -> jobs)))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(output))
        .setExecutionExceptionHandler(
            (failed, command, parsed) -> {
              error.append(failed.getMessage());
              return 2;
            })
        .execute(arguments);
    jobs.close();
    return new Outcome(output.toString(), error.toString());
  }
}
