package org.gapmap.store;

import java.util.List;

/**
 * A run's answers for one kind.
 *
 * @param mode {@code straight} or {@code walking}
 * @param rows one per community, in the same order for every kind of a run
 */
public record RunResult(String kind, double radiusMetres, String mode, List<RunRow> rows) {
  public RunResult {
    rows = List.copyOf(rows);
  }
}
