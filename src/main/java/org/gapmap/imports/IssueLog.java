package org.gapmap.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts issues by code and keeps a few of each: memory does not grow with the file. */
final class IssueLog {
  private static final int EXAMPLES = 5;
  private static final int REFUSED_ROWS = 1_000;

  private static final class Tally {
    private final ImportIssue first;
    private final List<String> examples = new ArrayList<>();
    private int count;

    Tally(ImportIssue first) {
      this.first = first;
    }

    void add(ImportIssue issue) {
      count++;
      String example = issue.example();
      if (examples.size() < EXAMPLES && !example.isEmpty()) {
        examples.add(example);
      }
    }

    IssueGroup group() {
      return new IssueGroup(first.code(), first.severity(), count, first.message(), examples);
    }
  }

  private final Map<String, Tally> byCode = new LinkedHashMap<>();
  private final List<ImportIssue> refusedRows = new ArrayList<>();

  private @Nullable ImportIssue lastRefused;

  void add(ImportIssue issue) {
    if (issue.severity() == ImportIssue.Severity.REFUSED) {
      lastRefused = issue;
    }
    String key = issue.severity() + " " + issue.code();
    byCode.computeIfAbsent(key, k -> new Tally(issue)).add(issue);
    if (issue.severity() == ImportIssue.Severity.REFUSED && refusedRows.size() < REFUSED_ROWS) {
      refusedRows.add(issue);
    }
  }

  /** Why the row was refused, where it was the last that was. */
  Optional<ImportIssue> refused(int row) {
    return Optional.ofNullable(lastRefused).filter(issue -> issue.row() == row);
  }

  /** By code, in the order in which the first one of each came. */
  List<IssueGroup> groups() {
    return byCode.values().stream().map(Tally::group).toList();
  }

  /** The first thousand. */
  List<ImportIssue> refusedRows() {
    return List.copyOf(refusedRows);
  }
}
