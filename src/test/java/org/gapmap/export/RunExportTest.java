package org.gapmap.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gapmap.assess.World;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.TargetGroup;
import org.gapmap.domain.UserError;
import org.gapmap.jobs.CancelledException;
import org.gapmap.jobs.Progress;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.standards.StandardsLibrary;
import org.gapmap.store.AreaStore;
import org.gapmap.store.LayerContents;
import org.gapmap.store.LayerStore;
import org.gapmap.store.RunColumns;
import org.gapmap.store.RunKind;
import org.gapmap.store.RunNumber;
import org.gapmap.store.RunRule;
import org.gapmap.store.RunStore;
import org.gapmap.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunExportTest {
  private TestDatabase database;
  private Exports exports;
  private long run;

  @TempDir private Path folder;

  @BeforeEach
  void storeARunWithASmallGroup() {
    database = TestDatabase.fresh();
    new World()
        .community("里仁", 1200, 0, 0, 100, 100)
        .community("仁里", -1, 200, 0, 300, 100)
        .store(new LayerStore(database.dataSource()), "wuhan");
    RunStore runs = new RunStore(database.dataSource());
    RunColumns columns = RunColumns.unknown(2);
    columns.setStatus(0, 'p');
    columns.set(RunNumber.SHARE, new float[] {0.75f, Float.NaN});
    columns.set(RunNumber.GROUP_PEOPLE, new float[] {40, Float.NaN});
    columns.set(RunNumber.SERVED, new float[] {3, Float.NaN});
    columns.set(RunNumber.WITHOUT_CAPACITY, new float[] {30, Float.NaN});
    columns.set(RunNumber.GROUP_OUT_OF_REACH, new float[] {7, Float.NaN});
    columns.set(RunNumber.SHARE_OF_PEOPLE, new float[] {0.825f, Float.NaN});
    RunRule rule =
        new RunRule("elderly_canteen", 500, "straight", "条 / c", "源 / s", 2020, "verified", false);
    run =
        runs.addRun(
            "wuhan",
            1,
            StandardsLibrary.load(KindCatalogue.load()).all().get(0),
            List.of(new RunKind(rule, TargetGroup.ELDERLY_60, "", Optional.empty(), columns)));
    exports =
        new Exports(
            new LayerContents(database.dataSource()),
            runs,
            new AreaStore(database.dataSource()),
            name -> false);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aGroupOfFewerThanFiveIsHiddenWithWhatWouldGiveItBack() throws IOException {
    Path file = folder.resolve("run.geojson");
    exports.run(request(ExportFormat.GEOJSON), file, Progress.none());

    JsonNode row = new JsonMapper().readTree(file.toFile()).path("features").get(0);
    JsonNode values = row.path("properties");
    assertThat(values.path("elderly_canteen_group_people").asDouble()).isEqualTo(40);
    assertThat(values.path("elderly_canteen_served").isNull()).isTrue();
    assertThat(values.path("elderly_canteen_group_out_of_reach").isNull()).isTrue();
    assertThat(values.path("elderly_canteen_share_of_people").isNull()).isTrue();
    assertThat(values.path("elderly_canteen_without_capacity").asDouble()).isEqualTo(30);
    assertThat(values.path("elderly_canteen_masked").asText())
        .isEqualTo("share_of_people masked; served <5; group_out_of_reach masked");
    assertThat(values.path("elderly_canteen_status").asText()).isEqualTo("partial");
  }

  @Test
  void whatIsUnknownIsNothingAndNotHidden() throws IOException {
    Path file = folder.resolve("run.geojson");
    exports.run(request(ExportFormat.GEOJSON), file, Progress.none());

    JsonNode values =
        new JsonMapper().readTree(file.toFile()).path("features").get(1).path("properties");
    assertThat(values.path("elderly_canteen_share").isNull()).isTrue();
    assertThat(values.path("elderly_canteen_masked").isNull()).isTrue();
  }

  @Test
  void everyFormatHoldsIt() throws IOException {
    for (ExportFormat format : ExportFormat.values()) {
      Path file = folder.resolve("run." + format.extension());
      assertThat(exports.run(request(format), file, Progress.none()).rows()).isEqualTo(2);
      assertThat(file).isNotEmptyFile();
    }
    assertThat(
            DbfNames.of(
                new RunTable(
                        new LayerContents(database.dataSource()),
                        new RunStore(database.dataSource()),
                        new RunStore(database.dataSource()).find(run).orElseThrow())
                    .columns()))
        .contains("k01status", "k01near_m", "build_year");
  }

  @Test
  void whatIsCancelledLeavesNothingBehind() throws IOException {
    for (ExportFormat format : ExportFormat.values()) {
      Path file = folder.resolve("run." + format.extension());
      assertThatThrownBy(() -> exports.run(request(format), file, new StopsAtTheEnd()))
          .isInstanceOf(CancelledException.class);
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aSystemThatDoesNotReachTheCityIsTheUsersError() {
    assertThatThrownBy(
            () ->
                exports.run(
                    new ExportRequest(new ExportRequest.Run(run), ExportFormat.CSV, "gcj02"),
                    folder.resolve("x.csv"),
                    Progress.none()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("gcj02");
  }

  private ExportRequest request(ExportFormat format) {
    return new ExportRequest(new ExportRequest.Run(run), format, ExportRequest.DEFAULT_CRS);
  }

  private record StopsAtTheEnd() implements Progress {
    @Override
    public void stage(LocalizedText name, long total) {
      // It begins.
    }

    @Override
    public void done(long steps) {
      throw new CancelledException();
    }

    @Override
    public Interruptible interruptible(Runnable stop) {
      return () -> {};
    }
  }
}
