package org.gapmap.export;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gapmap.assess.City;
import org.gapmap.assess.StandardComparison.CommunityChange;
import org.gapmap.assess.StandardComparison.KindChange;
import org.gapmap.domain.Community;
import org.gapmap.domain.Facility;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.store.Codes;

/**
 * What two standards say of a city, where they differ, as comma-separated values: a row for each
 * kind and community whose verdict changes, and one for each kind that only one of them judges.
 */
public final class StandardComparisonCsv {
  private static final List<String> HEADER =
      List.of(
          "kind",
          "judged_in",
          "community_id",
          "community",
          "before",
          "after",
          "share_before",
          "share_after",
          "because_zh",
          "because_en",
          "together",
          "excluded",
          "included",
          "verification",
          "other_verification");

  private StandardComparisonCsv() {}

  /** Writes a header and the rows; the writer is flushed and left open. */
  public static void write(
      City city,
      List<KindChange> kinds,
      ServiceStandard standard,
      ServiceStandard other,
      Writer out)
      throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (KindChange kind : kinds) {
      for (CommunityChange change : kind.changes()) {
        rows.add(
            checked(changed(kind, city.community(change.index()), change), kind, standard, other));
      }
      if (kind.transitions().isEmpty()) {
        rows.add(checked(judgedOnce(kind), kind, standard, other));
      }
    }
    CsvRows.write(HEADER, rows, out);
  }

  private static String[] changed(KindChange kind, Community community, CommunityChange change) {
    return new String[] {
      kind.kind(),
      Codes.of(kind.judgedIn()),
      Long.toString(community.id()),
      RunCsv.text(community.name()),
      Codes.of(change.verdicts().was()),
      Codes.of(change.verdicts().becomes()),
      RunCsv.number("%.6f", change.shareBefore()),
      RunCsv.number("%.6f", change.shareAfter()),
      zh(change.because()),
      en(change.because()),
      Boolean.toString(change.together()),
      names(change.excluded()),
      names(change.included())
    };
  }

  private static String[] judgedOnce(KindChange kind) {
    return new String[] {
      kind.kind(),
      Codes.of(kind.judgedIn()),
      "",
      "",
      "",
      "",
      "",
      "",
      zh(kind.differences()),
      en(kind.differences()),
      "",
      "",
      ""
    };
  }

  /** With how far each standard's number for the kind has been checked; empty where it has none. */
  private static String[] checked(
      String[] row, KindChange kind, ServiceStandard standard, ServiceStandard other) {
    String[] all = Arrays.copyOf(row, row.length + 2);
    all[row.length] = verification(standard, kind.kind());
    all[row.length + 1] = verification(other, kind.kind());
    return all;
  }

  private static String verification(ServiceStandard standard, String kind) {
    return standard.findRule(kind).map(rule -> Codes.of(rule.citation().verification())).orElse("");
  }

  /** The words hold names of standards and kinds, which a planner's own file gives. */
  private static String zh(List<LocalizedText> texts) {
    return RunCsv.text(texts.stream().map(LocalizedText::zh).collect(Collectors.joining("；")));
  }

  private static String en(List<LocalizedText> texts) {
    return RunCsv.text(texts.stream().map(LocalizedText::en).collect(Collectors.joining("; ")));
  }

  private static String names(List<Facility> facilities) {
    return RunCsv.text(facilities.stream().map(Facility::name).collect(Collectors.joining("; ")));
  }
}
