package org.gapmap.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes rows as comma-separated values, quoted where they must be. */
final class CsvRows {
  private CsvRows() {}

  /** The writer is flushed and left open. */
  static void write(List<String> header, Iterable<String[]> rows, Writer out) throws IOException {
    CsvMapper mapper = new CsvMapper();
    mapper.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    try (SequenceWriter csv =
        mapper
            .writerFor(String[].class)
            .with(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .writeValues(out)) {
      csv.write(header.toArray(String[]::new));
      for (String[] row : rows) {
        csv.write(row);
      }
    }
    out.flush();
  }
}
