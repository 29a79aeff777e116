package org.gapmap.export;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gapmap.assess.FacilityChange;
import org.gapmap.assess.VersionComparison;
import org.gapmap.assess.VersionComparison.KindChanges;
import org.gapmap.assess.VersionComparison.StatusChange;
import org.gapmap.domain.Community;
import org.gapmap.domain.Facility;
import org.gapmap.domain.Provenance;
import org.gapmap.store.Codes;

/**
 * What changed between two data versions as comma-separated values: a row for each facility that
 * did, or that came with the first list of its kind, each community that came or went, and each
 * verdict that is another one.
 */
public final class VersionComparisonCsv {
  private static final List<String> HEADER =
      List.of(
          "row",
          "kind",
          "change",
          "id",
          "name",
          "before",
          "after",
          "share_before",
          "share_after",
          "moved_m",
          "fields",
          "because",
          "source",
          "file",
          "source_row",
          "verification");

  private VersionComparisonCsv() {}

  /** Writes a header and the rows; the writer is flushed and left open. */
  public static void write(VersionComparison comparison, Writer out) throws IOException {
    List<String[]> rows = new ArrayList<>();
    comparison.facilities().forEach(change -> rows.add(facility(change)));
    comparison.added().forEach(community -> rows.add(community(community, "added")));
    comparison.removed().forEach(community -> rows.add(community(community, "removed")));
    for (KindChanges kind : comparison.kinds()) {
      kind.changes().forEach(change -> rows.add(verdict(comparison, kind, change)));
    }
    CsvRows.write(HEADER, rows, out);
  }

  private static String[] facility(FacilityChange change) {
    Facility latest = change.latest();
    boolean paired = change.before().isPresent() && change.after().isPresent();
    return row(
        List.of(
            "facility",
            latest.kind(),
            Codes.of(change.type()),
            latest.id(),
            RunCsv.text(latest.name()),
            change.before().map(f -> Codes.of(f.status())).orElse(""),
            change.after().map(f -> Codes.of(f.status())).orElse(""),
            "",
            "",
            paired ? RunCsv.number("%.1f", change.metres()) : "",
            String.join("; ", change.fields()),
            wasCalled(change)),
        latest.provenance(),
        "");
  }

  private static String wasCalled(FacilityChange change) {
    return change.fields().contains("name")
        ? change.before().map(f -> "was called: " + f.name()).orElse("")
        : "";
  }

  private static String[] community(Community community, String change) {
    return row(
        List.of(
            "community",
            "",
            change,
            Long.toString(community.id()),
            RunCsv.text(community.name()),
            "",
            "",
            "",
            "",
            "",
            "",
            ""),
        community.provenance(),
        "");
  }

  private static String[] verdict(
      VersionComparison comparison, KindChanges kind, StatusChange change) {
    Community community = kind.after().city().community(change.index());
    Stream<String> facilities =
        change.facilities().stream()
            .map(comparison.facilities()::get)
            .map(each -> Codes.of(each.type()) + " " + each.latest().name());
    List<String> because =
        Stream.concat(change.others().stream().map(Codes::of), facilities).toList();
    return row(
        List.of(
            "community",
            kind.after().rule().kind(),
            "verdict",
            Long.toString(community.id()),
            RunCsv.text(community.name()),
            Codes.of(kind.before().status(change.indexBefore())),
            Codes.of(kind.after().status(change.index())),
            RunCsv.number("%.6f", kind.before().judgedShare(change.indexBefore())),
            RunCsv.number("%.6f", kind.after().judgedShare(change.index())),
            "",
            "",
            String.join("; ", because)),
        community.provenance(),
        Codes.of(kind.after().rule().citation().verification()));
  }

  /**
   * @param verification how far the radius of the kind has been checked; empty for rows without one
   */
  private static String[] row(List<String> values, Provenance from, String verification) {
    List<String> all = new ArrayList<>(values);
    all.add(RunCsv.text(from.source()));
    all.add(RunCsv.text(from.file()));
    all.add(Integer.toString(from.row()));
    all.add(verification);
    return all.toArray(String[]::new);
  }
}
