package org.gapmap.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.gapmap.assess.City;
import org.gapmap.assess.PaperOnly;
import org.gapmap.assess.Walk;
import org.gapmap.store.Codes;

/** What passes on paper and fails on foot, as comma-separated values. */
public final class PaperOnlyCsv {
  private static final List<String> HEADER =
      List.of(
          "community_id",
          "community",
          "kind",
          "share_on_paper",
          "share_on_foot",
          "people_on_paper_only",
          "facility_id",
          "facility",
          "straight_m",
          "walk_m",
          "detour",
          "minutes",
          "barrier",
          "barrier_name",
          "from_lon",
          "from_lat",
          "to_lon",
          "to_lat");

  private PaperOnlyCsv() {}

  /** Writes a header and the rows; the writer is flushed and left open. */
  public static void write(City city, List<PaperOnly> found, Writer out) throws IOException {
    CsvRows.write(HEADER, found.stream().map(one -> row(city, one)).toList(), out);
  }

  private static String[] row(City city, PaperOnly one) {
    Optional<Walk> walk = one.walk();
    return new String[] {
      Long.toString(city.community(one.index()).id()),
      RunCsv.text(city.community(one.index()).name()),
      one.kind(),
      RunCsv.number("%.4f", one.shares().onPaper()),
      RunCsv.number("%.4f", one.shares().onFoot()),
      RunCsv.number("%.1f", one.people()),
      one.facility().id(),
      RunCsv.text(one.facility().name()),
      RunCsv.number("%.1f", one.line().metres()),
      RunCsv.number("%.1f", walk.map(Walk::metres).orElse(Double.NaN)),
      RunCsv.number("%.2f", walk.map(Walk::detour).orElse(Double.NaN)),
      RunCsv.number("%.1f", one.minutes()),
      Codes.of(one.line().barrier().type()),
      RunCsv.text(one.line().barrier().name()),
      RunCsv.number("%.7f", one.line().from().x),
      RunCsv.number("%.7f", one.line().from().y),
      RunCsv.number("%.7f", one.line().to().x),
      RunCsv.number("%.7f", one.line().to().y)
    };
  }
}
