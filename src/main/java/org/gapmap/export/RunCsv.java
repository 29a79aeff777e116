package org.gapmap.export;

import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.gapmap.store.RunResult;
import org.gapmap.store.RunRow;

/**
 * A run as comma-separated values: one row per community and kind, statuses in English, the share
 * with six decimals, metres and residents with one; what is unknown is left empty.
 *
 * <p>Names come from other people's files, and a spreadsheet takes a cell that begins like a
 * formula for one, quoted or not. Such a name gets an apostrophe in front, which spreadsheets read
 * as "text"; {@code community_id} is what to join by.
 */
public final class RunCsv {
  /** What Excel needs at the start of a file to read it as UTF-8. */
  public static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final List<String> HEADER =
      List.of(
          "community_id",
          "community",
          "kind",
          "radius_m",
          "mode",
          "share",
          "status",
          "residents",
          "residents_out_of_reach",
          "nearest_facility",
          "nearest_m");

  /** What begins a formula in Excel and its like, full width included. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  private RunCsv() {}

  /** Writes header and rows; the writer is flushed and left open. */
  public static void write(List<RunResult> results, Writer out) throws IOException {
    CsvMapper mapper = new CsvMapper();
    mapper.disable(com.fasterxml.jackson.core.JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    try (var csv =
        mapper
            .writerFor(String[].class)
            .with(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .writeValues(out)) {
      csv.write(HEADER.toArray(String[]::new));
      int communities = results.isEmpty() ? 0 : results.get(0).rows().size();
      for (int i = 0; i < communities; i++) {
        for (RunResult result : results) {
          csv.write(values(result, result.rows().get(i)));
        }
      }
    }
    out.flush();
  }

  private static String[] values(RunResult result, RunRow row) {
    return new String[] {
      Long.toString(row.communityId()),
      text(row.community()),
      result.kind(),
      number("%.0f", result.radiusMetres()),
      result.mode(),
      number("%.6f", row.share()),
      row.status(),
      row.residents().isPresent() ? Integer.toString(row.residents().getAsInt()) : "",
      number("%.1f", row.residentsOutOfReach()),
      text(row.nearestFacility()),
      number("%.1f", row.nearestMetres())
    };
  }

  private static String text(String name) {
    return name.isEmpty() || FORMULA_STARTS.indexOf(name.charAt(0)) < 0 ? name : "'" + name;
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
  }
}
