package org.gapmap.imports.source;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file of separated values as records of text; separator by what the first line holds most of.
 */
final class CsvText {
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};
  private static final int LOOKED_AT = 8192;
  private static final ObjectReader RECORDS =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .build()
          .readerFor(String[].class);

  private final TextFile file;
  private final char separator;

  private CsvText(TextFile file, char separator) {
    this.file = file;
    this.separator = separator;
  }

  static CsvText open(Located at, Optional<String> override) {
    TextFile file = TextFile.open(at, override);
    try {
      return new CsvText(file, separator(file));
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  TextFile file() {
    return file;
  }

  EncodingChoice encoding() {
    return file.encoding();
  }

  /** Excel separates by semicolons where the decimal sign is a comma. */
  boolean decimalComma() {
    return separator == ';';
  }

  /** The records from the first, blank lines as records with one empty cell. */
  MappingIterator<String[]> records() {
    try {
      return RECORDS
          .with(CsvSchema.emptySchema().withColumnSeparator(separator))
          .readValues(file.reader());
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private static char separator(TextFile file) throws IOException {
    char[] start = new char[LOOKED_AT];
    int length;
    try (Reader reader = file.reader()) {
      length = Math.max(0, reader.read(start));
    }
    int[] counts = new int[SEPARATORS.length];
    boolean quoted = false;
    for (int i = 0; i < length; i++) {
      quoted ^= start[i] == '"';
      // The first line that holds any decides: the texts below hold all of them as punctuation.
      if (start[i] == '\n' && !quoted && Arrays.stream(counts).sum() > 0) {
        break;
      }
      for (int s = 0; s < counts.length && !quoted; s++) {
        counts[s] += start[i] == SEPARATORS[s] ? 1 : 0;
      }
    }
    int best = 0;
    for (int s = 1; s < counts.length; s++) {
      best = counts[s] > counts[best] ? s : best;
    }
    return SEPARATORS[best];
  }
}
