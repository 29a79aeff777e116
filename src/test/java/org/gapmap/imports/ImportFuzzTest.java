package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gapmap.domain.LayerType;
import org.gapmap.domain.UserError;
import org.gapmap.imports.source.FuzzCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged files taken all the way into the database: each is committed whole, or nothing of it is
 * there.
 */
final class ImportFuzzTest {
  private static final int CASES = Integer.getInteger("gapmap.fuzz.imports", 60);
  private static final int FROM = Integer.getInteger("gapmap.fuzz.from", 0);

  /** Rows of every layer there ever was, and the versions they are of. */
  private static final String STATE =
      "SELECT (SELECT count(*) FROM layer_version), (SELECT count(*) FROM facility),"
          + " (SELECT count(*) FROM community), (SELECT count(*) FROM shape),"
          + " (SELECT coalesce(max(data_version), 0) FROM city)";

  private static final String ROWS = "SELECT coalesce(sum(row_count), 0) FROM layer_version";

  @TempDir Path folder;

  @Test
  void aDamagedFileIsImportedWholeOrNotAtAll() {
    int committed = 0;
    List<String> wrong = new ArrayList<>();
    try (ImportWorld world = new ImportWorld()) {
      for (int i = FROM; i < FROM + CASES; i++) {
        FuzzCases.Case damaged = new FuzzCases().get(i);
        ImportWorld.Request request =
            world.of(damaged.type(), damaged.write(folder)).source("case" + i);
        if (damaged.type() == LayerType.FACILITIES && !damaged.open().contains(".osm")) {
          request = request.kind("community_canteen");
        }
        List<String> before = world.query(STATE);
        long rows = (long) world.number(ROWS);
        try {
          ImportReport report = request.run();
          committed++;
          long stored = (long) world.number(ROWS) - rows;
          if (stored != report.rows().stored() || world.query(STATE).equals(before)) {
            wrong.add(damaged.number() + " " + damaged.told() + ": " + stored + " rows stored");
          }
        } catch (UserError e) {
          if (!world.query(STATE).equals(before)) {
            wrong.add(
                damaged.number() + " " + damaged.told() + ": refused, but something is there");
          }
        } catch (RuntimeException e) {
          wrong.add(damaged.number() + " " + damaged.told() + ": " + e);
        }
      }
    }
    System.out.printf("%d damaged files: %d imported, the others left nothing%n", CASES, committed);
    assertThat(wrong).isEmpty();
    assertThat(committed).isBetween(1, CASES - 1);
  }
}
