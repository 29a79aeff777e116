package org.gapmap.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gapmap.domain.LayerType;

/**
 * What becomes of the rows before, for types whose rows have no lasting identity: the new rows are
 * in their versions already, and each is matched to the row before that is the same place.
 */
final class LayerMerge {
  private static final double NEAR_DEGREES = 0.0001;
  private static final double WIDE_DEGREES = 0.002;

  private final ImportStatements statements;
  private final ImportMode mode;
  private final String table;
  private final VersionDifference difference;

  /**
   * A layer's version before that loses rows to other kinds, though none of the file is its own.
   */
  interface Touched {
    StagedVersion version(int before) throws SQLException;
  }

  LayerMerge(ImportStatements statements, ImportMode mode, LayerType type) {
    this.statements = statements;
    this.mode = mode;
    this.table = VersionDifference.table(type);
    this.difference = new VersionDifference(statements);
  }

  /**
   * @param made the versions of the file's rows; layers that lose rows to them are added
   * @param before the versions whose rows may come again, by id
   */
  Difference run(List<StagedVersion> made, Map<Integer, Integer> before, Touched touched)
      throws SQLException {
    stage();
    List<Integer> own = made.stream().map(StagedVersion::id).toList();
    int rows = made.stream().mapToInt(StagedVersion::own).sum();
    int repeated = 0;
    Map<Integer, Integer> matched = new HashMap<>();
    if (mode == ImportMode.APPEND) {
      repeated = takeRepeatedKeys(made);
    } else {
      match(own, before);
      statements.query(
          row -> matched.put(row.getInt("old_version"), row.getInt("rows")), "difference/matches");
    }
    int again = matched.values().stream().mapToInt(n -> n).sum();
    int changed = again == 0 ? 0 : difference.countChanged(table);
    if (mode == ImportMode.REPLACE) {
      int gone = before.values().stream().mapToInt(n -> n).sum() - again;
      List<Integer> losing = List.copyOf(before.keySet());
      return result(rows, again, changed, gone, 0, 0, difference.examples(table, own, losing));
    }
    List<Difference.Example> examples = difference.examples(table, own, List.of());
    for (int version : matched.keySet()) {
      if (made.stream().noneMatch(m -> m.before() == version)) {
        made.add(touched.version(version));
      }
    }
    for (int i = 0; i < made.size(); i++) {
      made.set(i, carry(made.get(i)));
    }
    int carried = made.stream().mapToInt(StagedVersion::carried).sum();
    return result(rows, again, changed, 0, carried, repeated, examples);
  }

  private Difference result(
      int rows,
      int again,
      int changed,
      int removed,
      int carried,
      int repeated,
      List<Difference.Example> examples) {
    return new Difference(
        mode, rows - again, changed, removed, again - changed + carried, repeated, examples);
  }

  private void stage() throws SQLException {
    for (String each : List.of("compared", "matched", "changed")) {
      statements.execute("difference/stage_" + each);
    }
  }

  private void match(List<Integer> made, Map<Integer, Integer> before) throws SQLException {
    List<Integer> all = new ArrayList<>(made);
    all.addAll(before.keySet());
    statements.execute("difference/compare_" + table, made, all);
    statements.execute("difference/analyze_compared");
    statements.execute("difference/join_by_hash");
    statements.execute("difference/match_by_key");
    statements.execute("difference/match_moved");
    statements.execute("difference/analyze_matched");
    statements.execute("difference/match_by_place");
    statements.execute("difference/analyze_matched");
    statements.execute("difference/match_near", NEAR_DEGREES, false);
    statements.execute("difference/match_near", WIDE_DEGREES, true);
    statements.execute("difference/join_freely");
  }

  private int takeRepeatedKeys(List<StagedVersion> made) throws SQLException {
    if (table.equals("shapes")) {
      return 0;
    }
    int repeated = 0;
    for (StagedVersion version : made) {
      repeated +=
          statements.execute("difference/repeated_" + table, version.id(), version.before());
    }
    return repeated;
  }

  private StagedVersion carry(StagedVersion version) throws SQLException {
    return version.withCarried(
        version.before() == 0
            ? 0
            : statements.execute(
                "difference/carry_" + table, version.id(), version.id(), version.before()));
  }
}
