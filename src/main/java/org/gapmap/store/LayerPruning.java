package org.gapmap.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.gapmap.domain.LayerType;

/**
 * Drops the rows of versions that can no longer be restored and that no run and no scenario needs;
 * what is known of such a version stays.
 */
final class LayerPruning {
  /** How many versions of a layer can be restored. */
  static final int KEPT = 10;

  private LayerPruning() {}

  static void run(ImportStatements statements, int layerId, LayerType type) throws SQLException {
    List<Integer> versions = new ArrayList<>();
    statements.query(row -> versions.add(row.getInt("id")), "history/prunable", layerId, KEPT);
    if (versions.isEmpty()) {
      return;
    }
    statements.execute("history/prune_" + VersionDifference.table(type), versions);
    statements.execute("history/prune_versions", versions);
    statements.execute("history/prune_refused", versions);
  }
}
