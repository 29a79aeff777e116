package org.gapmap.export;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gapmap.domain.TargetGroup;
import org.gapmap.store.Codes;
import org.gapmap.store.RunCommunity;
import org.gapmap.store.RunKind;
import org.gapmap.store.RunNorm;
import org.gapmap.store.RunNumber;
import org.gapmap.store.RunStore;

/**
 * A run as comma-separated values: one row per community and kind, statuses in English, shares with
 * six decimals, metres and people with one; what is unknown is left empty, and every row says where
 * its radius, least sizes and capacity norm come from and how far each was checked.
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
          "nearest_m",
          "target_group",
          "people_basis",
          "group_people",
          "share_of_people",
          "served",
          "without_capacity",
          "group_out_of_reach",
          "quantity_gap",
          "unit",
          "clause",
          "source",
          "year",
          "verification",
          "local_choice",
          "least_sizes",
          "norm",
          "norm_verification");

  /** What begins a formula in Excel and its like, full width included. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  private RunCsv() {}

  /**
   * Writes a stored run, header and rows; the writer is flushed and left open.
   *
   * @param run the id of a run that is there
   */
  public static void write(RunStore runs, long run, Writer out) throws IOException {
    write(runs.listCommunities(run), runs.listKinds(run), runs.facilityNames(run), out);
  }

  static void write(
      List<RunCommunity> communities, List<RunKind> kinds, Map<Long, String> facilities, Writer out)
      throws IOException {
    CsvMapper mapper = new CsvMapper();
    mapper.disable(com.fasterxml.jackson.core.JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    try (SequenceWriter csv =
        mapper
            .writerFor(String[].class)
            .with(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .writeValues(out)) {
      csv.write(HEADER.toArray(String[]::new));
      for (int i = 0; i < communities.size(); i++) {
        for (RunKind kind : kinds) {
          csv.write(values(communities.get(i), kind, i, facilities));
        }
      }
    }
    out.flush();
  }

  private static String[] values(
      RunCommunity community, RunKind kind, int i, Map<Long, String> facilities) {
    String group = Codes.of(kind.group());
    SmallGroups people =
        SmallGroups.of(
            kind.group() == TargetGroup.ALL,
            kind.columns().number(RunNumber.GROUP_PEOPLE, i),
            kind.columns().number(RunNumber.SERVED, i),
            kind.columns().number(RunNumber.WITHOUT_CAPACITY, i),
            kind.columns().number(RunNumber.GROUP_OUT_OF_REACH, i));
    return new String[] {
      Long.toString(community.id()),
      text(community.name()),
      kind.rule().kind(),
      number("%.0f", kind.rule().radiusMetres()),
      kind.rule().mode(),
      number("%.6f", kind.columns().number(RunNumber.SHARE, i)),
      kind.columns().status(i),
      community.residents().isPresent() ? Integer.toString(community.residents().getAsInt()) : "",
      number("%.1f", kind.columns().number(RunNumber.RESIDENTS_OUT_OF_REACH, i)),
      text(facilities.getOrDefault(kind.columns().nearest(i), "")),
      number("%.1f", kind.columns().number(RunNumber.NEAREST_M, i)),
      group,
      kind.columns().peopleBasis(i),
      people.all(),
      // The whole times this share would give a hidden part back.
      people.unlessMasked("%.6f", kind.columns().number(RunNumber.SHARE_OF_PEOPLE, i)),
      people.served(),
      people.withoutCapacity(),
      people.outOfReach(),
      people.unlessMasked("%.1f", kind.columns().number(RunNumber.QUANTITY_GAP, i)),
      kind.norm().map(norm -> norm.unit().both()).orElse(""),
      text(kind.rule().clause()),
      text(kind.rule().source()),
      kind.rule().year() == 0 ? "" : Integer.toString(kind.rule().year()),
      kind.rule().verification(),
      Boolean.toString(kind.rule().localChoice()),
      kind.sizes(),
      kind.norm().map(RunCsv::norm).orElse(""),
      kind.norm().map(RunNorm::verification).orElse("")
    };
  }

  private static String norm(RunNorm norm) {
    return norm.amount() + " " + norm.basis() + ": " + norm.clause();
  }

  /** A text that no spreadsheet runs. */
  static String text(String name) {
    return name.isEmpty() || FORMULA_STARTS.indexOf(name.charAt(0)) < 0 ? name : "'" + name;
  }

  static String number(String format, double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
  }
}
