package org.gapmap.export;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.gapmap.domain.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Writes comma-separated values in UTF-8 with a byte order mark, which no spreadsheet runs. */
final class CsvTableWriter implements TableWriter {
  private static final LocalizedText STAGE = new LocalizedText("写入 CSV", "Writing CSV");
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

  @Override
  public List<String> write(Writing writing, Path file) throws IOException {
    FlatTable flat = new FlatTable(writing);
    writing.losses().add(Loss.NO_TYPES);
    List<String> headings = flat.headings(writing.table());
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.append(RunCsv.BYTE_ORDER_MARK);
      try (SequenceWriter csv =
          new CsvMapper()
              .writerFor(String[].class)
              .with(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
              .writeValues(out)) {
        csv.write(headings.stream().map(RunCsv::text).toArray(String[]::new));
        writing.rows(
            STAGE, (values, shape) -> csv.write(cells(flat, values, shape, writing.losses())));
      }
    }
    return headings.subList(flat.points() ? 2 : 1, headings.size());
  }

  private static String[] cells(
      FlatTable flat, @Nullable Object[] values, Geometry shape, Losses losses) {
    List<String> place = flat.place(shape);
    String[] cells = new String[place.size() + values.length];
    place.toArray(cells);
    for (int i = 0; i < values.length; i++) {
      cells[place.size() + i] = cell(values[i], losses);
    }
    return cells;
  }

  private static String cell(@Nullable Object value, Losses losses) {
    String text = Values.text(value);
    if (!(value instanceof String) || NUMBER.matcher(text).matches()) {
      return text;
    }
    String harmless = RunCsv.text(text);
    losses.add(Loss.FORMULAS, harmless.length() - text.length());
    return harmless;
  }
}
