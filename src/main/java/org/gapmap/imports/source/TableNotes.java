package org.gapmap.imports.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rows of a table that are no things of their own: totals, and notes below the last row. */
final class TableNotes {
  private static final int LISTED = 20;
  private static final int LABELS = 3;
  private static final Pattern TOTAL =
      Pattern.compile("(?i)(总|合|小|共|累)计[:：]?|总数|(grand|sub)?-?total:?|sum");
  private static final Pattern NOTE =
      Pattern.compile("(备?注|说明|填表|制表|审核|填报|统计|单位|资料来源|数据来源|联系)[^，。]{0,8}[:：].*|\\*.*");

  private final List<Integer> totals = new ArrayList<>();
  private final List<Integer> notes = new ArrayList<>();

  /** Whether the row is one, and is counted as such; asked of rows without a place only. */
  boolean take(Table.Row row) {
    List<String> filled = row.cells().stream().filter(c -> !c.isEmpty()).distinct().toList();
    boolean total =
        filled.stream()
            .limit(LABELS)
            .anyMatch(c -> TOTAL.matcher(c.replaceAll("\\s", "")).matches());
    if (total) {
      totals.add(row.number());
      return true;
    }
    if (filled.size() <= 2 && NOTE.matcher(filled.get(0)).matches()) {
      notes.add(row.number());
      return true;
    }
    return false;
  }

  List<Notice> notices() {
    List<Notice> all = new ArrayList<>();
    listed(totals)
        .ifPresent(
            rows ->
                all.add(
                    Notice.of(
                        "total_rows",
                        "已跳过合计行：第 " + rows + " 行",
                        "rows of totals were skipped: " + rows)));
    listed(notes)
        .ifPresent(
            rows ->
                all.add(
                    Notice.of(
                        "note_rows",
                        "已跳过说明行：第 " + rows + " 行",
                        "rows of notes were skipped: " + rows)));
    return all;
  }

  private static Optional<String> listed(List<Integer> rows) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    String first =
        rows.stream().limit(LISTED).map(String::valueOf).collect(Collectors.joining(", "));
    return Optional.of(rows.size() > LISTED ? first + " ... (" + rows.size() + ")" : first);
  }
}
