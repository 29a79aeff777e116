package org.gapmap.export;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.gapmap.assess.IndicatorTable;
import org.gapmap.assess.IndicatorTable.Column;
import org.gapmap.assess.IndicatorTable.Figure;
import org.gapmap.domain.CapacityNorm;
import org.gapmap.domain.CapacityNorm.Basis;
import org.gapmap.domain.Indicator;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.ServiceRule;
import org.gapmap.store.Codes;

/**
 * Check-up indicators as comma-separated values: one row per area and indicator. What is unknown is
 * left empty; what is not computed says why; every row says how far the indicator and the distance
 * behind it were checked. What an area needs for each person of a group gives away how many there
 * are: below {@value SmallGroups#LEAST} it is hidden, and the value with it.
 */
public final class IndicatorCsv {
  private static final List<String> HEADER =
      List.of(
          "level",
          "area",
          "edition",
          "indicator",
          "name_zh",
          "name_en",
          "dimension",
          "type",
          "counted_over",
          "unit_zh",
          "unit_en",
          "value",
          "numerator",
          "denominator",
          "left_out_unknown",
          "met",
          "partial",
          "gap",
          "unknown",
          "standard",
          "kind",
          "radius_m",
          "radius_verification",
          "norm",
          "norm_verification",
          "source",
          "verification",
          "not_computed_zh",
          "not_computed_en");

  private IndicatorCsv() {}

  /** Writes a header and the rows of all tables; the writer is flushed and left open. */
  public static void write(List<IndicatorTable> tables, Writer out) throws IOException {
    CsvMapper mapper = new CsvMapper();
    mapper.disable(com.fasterxml.jackson.core.JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    try (SequenceWriter csv =
        mapper
            .writerFor(String[].class)
            .with(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .writeValues(out)) {
      csv.write(HEADER.toArray(String[]::new));
      for (IndicatorTable table : tables) {
        for (IndicatorTable.Row row : table.rows()) {
          for (int i = 0; i < table.columns().size(); i++) {
            csv.write(values(table, row, table.columns().get(i), row.figures().get(i)));
          }
        }
      }
    }
    out.flush();
  }

  private static String[] values(
      IndicatorTable table, IndicatorTable.Row row, Column column, Figure figure) {
    Indicator indicator = column.indicator();
    Indicator.Edition named = indicator.edition(table.edition()).orElseThrow();
    boolean computed = column.notComputed().isEmpty();
    Optional<ServiceRule> rule = column.rule();
    Optional<CapacityNorm> norm =
        rule.filter(r -> indicator.measure().type() == Indicator.Type.QUANTITY_GAP)
            .flatMap(r -> r.requirement().capacity());
    boolean few =
        norm.filter(n -> n.basis() == Basis.PER_PERSON_OF_GROUP).isPresent()
            && figure.denominator() > 0
            && figure.denominator() < SmallGroups.LEAST * norm.orElseThrow().amount();
    return new String[] {
      table.level().map(Codes::of).orElse("city"),
      RunCsv.text(row.name()),
      Integer.toString(table.edition()),
      indicator.id(),
      named.name().zh(),
      named.name().en(),
      Codes.of(indicator.dimension()),
      Codes.of(indicator.measure().type()),
      computed ? Codes.of(column.basis()) : "",
      indicator.unit().zh(),
      indicator.unit().en(),
      few ? "" : RunCsv.number(decimals(indicator), figure.value()),
      RunCsv.number("%.0f", figure.numerator()),
      few ? SmallGroups.FEW : RunCsv.number("%.0f", figure.denominator()),
      RunCsv.number("%.0f", figure.leftOut()),
      computed ? Integer.toString(figure.counts().met()) : "",
      computed ? Integer.toString(figure.counts().partial()) : "",
      computed ? Integer.toString(figure.counts().gap()) : "",
      computed ? Integer.toString(figure.counts().unknown()) : "",
      table.standard().id(),
      rule.map(ServiceRule::kind).orElse(""),
      rule.map(r -> RunCsv.number("%.0f", r.radiusMetres().orElse(Double.NaN))).orElse(""),
      rule.map(r -> Codes.of(r.citation().verification())).orElse(""),
      norm.map(IndicatorCsv::words).orElse(""),
      norm.map(n -> Codes.of(n.citation().verification())).orElse(""),
      indicator.citation().source().both(),
      Codes.of(indicator.citation().verification()),
      column.notComputed().map(LocalizedText::zh).orElse(""),
      column.notComputed().map(LocalizedText::en).orElse("")
    };
  }

  private static String decimals(Indicator indicator) {
    return indicator.measure().type() == Indicator.Type.COVERAGE_RATIO ? "%.2f" : "%.0f";
  }

  private static String words(CapacityNorm norm) {
    return RunCsv.number(norm.amount() == Math.rint(norm.amount()) ? "%.0f" : "%s", norm.amount())
        + " "
        + Codes.of(norm.basis())
        + ": "
        + norm.citation().clause().both();
  }
}
