package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.LocalizedText;
import org.gapmap.jobs.CancelledException;
import org.gapmap.jobs.Progress;
import org.gapmap.store.Completeness;
import org.gapmap.store.ImportHeader;
import org.gapmap.store.LayerImport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportProgressTest {
  private final ImportWorld world = new ImportWorld();

  @AfterEach
  void close() {
    world.close();
  }

  /** Writes down what it is told, and cancels when it is told a certain thing. */
  private static final class Told implements Progress {
    private final List<String> heard = new ArrayList<>();
    private final String cancelAt;

    Told(String cancelAt) {
      this.cancelAt = cancelAt;
    }

    @Override
    public void stage(LocalizedText name, long total) {
      hear(name.en() + " " + total);
    }

    @Override
    public void done(long steps) {
      hear("done " + steps);
    }

    private void hear(String what) {
      heard.add(what);
      if (what.equals(cancelAt)) {
        throw new CancelledException();
      }
    }

    @Override
    public Interruptible interruptible(Runnable stop) {
      if (cancelAt.equals("waiting")) {
        CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS).execute(stop);
      }
      return () -> {};
    }
  }

  @Test
  void anImportTellsItsStagesAndEveryThousandthRow() {
    Told told = new Told("");

    communities(2_500).run(told);

    assertThat(told.heard)
        .containsExactly(
            "looking through the file 2500",
            "done 1000",
            "done 2000",
            "storing rows 2500",
            "done 1000",
            "done 2000",
            "committing -1");
    assertThat(world.query("SELECT count(*) FROM community")).containsExactly("2500");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "looking through the file 2500",
        "done 2000",
        "storing rows 2500",
        "committing -1"
      })
  void anImportThatIsCancelledLeavesNothingBehind(String at) {
    assertThatThrownBy(() -> communities(2_500).run(new Told(at)))
        .isInstanceOf(CancelledException.class);

    assertNothingStored();
  }

  @Test
  @Timeout(20)
  void anImportThatWaitsForAnotherOneCanBeCancelled() {
    try (LayerImport other = world.layers().begin(header())) {
      assertThatThrownBy(() -> communities(10).run(new Told("waiting")))
          .isInstanceOf(CancelledException.class);
      other.stop();
    }

    assertNothingStored();
    assertThat(communities(10).run().committed()).isPresent();
  }

  @Test
  void aDryRunDoesAllButTheCommit() {
    Told told = new Told("");

    ImportReport report =
        communities(20)
            .storing(new ImportRequest.Storing(ImportRequest.Storing.Mode.REPLACE, true, ""))
            .run(told);

    assertThat(report.rows().stored()).isEqualTo(20);
    assertThat(report.committed()).isEmpty();
    assertThat(told.heard).endsWith("rehearsing the commit -1");
    assertNothingStored();
  }

  private void assertNothingStored() {
    assertThat(
            world.query(
                "SELECT (SELECT count(*) FROM city), (SELECT count(*) FROM layer_version),"
                    + " (SELECT count(*) FROM community)"))
        .containsExactly("0|0|0");
  }

  private static ImportHeader header() {
    return new ImportHeader(
        ImportWorld.CITY,
        "",
        false,
        LayerType.COMMUNITIES,
        "other",
        "other.shp",
        "c",
        Completeness.ASSUMED_WHOLE_CITY);
  }

  private ImportWorld.Request communities(int count) {
    DrawnTable table = new DrawnTable("polygon", "XQMC");
    for (int i = 0; i < count; i++) {
      int northward = i / 50;
      table.row(DrawnTable.box(121 + 0.002 * (i % 50), 31 + 0.002 * northward, 1), "小区" + i);
    }
    return world.of(LayerType.COMMUNITIES, Path.of("drawn.shp")).opener(table.opener());
  }
}
