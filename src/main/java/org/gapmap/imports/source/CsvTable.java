package org.gapmap.imports.source;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gapmap.domain.UserError;
import org.jspecify.annotations.Nullable;

/** Separated values as a table. A quoted line break does not start a row. */
final class CsvTable implements Table {
  private final CsvText text;
  private final List<CsvRows> open = new ArrayList<>();

  CsvTable(Located at, ReadOptions options) {
    this.text = CsvText.open(at, options.encoding());
  }

  @Override
  public String format() {
    return "csv";
  }

  @Override
  public String name() {
    return text.file().name();
  }

  @Override
  public EncodingChoice encoding() {
    return text.encoding();
  }

  @Override
  public List<EncodingReading> encodings() {
    return text.file().encodings();
  }

  @Override
  public boolean decimalComma() {
    return text.decimalComma();
  }

  @Override
  public boolean overflowIsDamage() {
    return true;
  }

  @Override
  public List<Notice> notices() {
    return text.file().contradicted() ? List.of(text.file().contradiction()) : List.of();
  }

  @Override
  public Rows rows() {
    CsvRows rows = new CsvRows(text.records());
    open.add(rows);
    return rows;
  }

  @Override
  public void close() {
    open.forEach(CsvRows::close);
  }

  private final class CsvRows implements Rows {
    private final MappingIterator<String[]> records;
    private int row;
    private Optional<Notice> brokenOff = Optional.empty();

    CsvRows(MappingIterator<String[]> records) {
      this.records = records;
    }

    @Override
    public @Nullable Row next() {
      try {
        if (brokenOff.isPresent() || !records.hasNextValue()) {
          return null;
        }
        String[] cells = records.nextValue();
        row++;
        return new Row(row, Arrays.stream(cells).map(c -> c == null ? "" : c.strip()).toList());
      } catch (IOException | RuntimeJsonMappingException e) {
        String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        if (row == 0) {
          throw new UserError(
              "it can't be read as CSV (" + reason + ")", name(), "save it again as CSV UTF-8", e);
        }
        brokenOff =
            Optional.of(
                Notice.of(
                    "csv_broken_off",
                    "第 " + (row + 1) + " 行起无法按 CSV 解析，其后的行未读取：" + reason,
                    "from row "
                        + (row + 1)
                        + " on the file is not valid CSV and was not read: "
                        + reason));
        return null;
      }
    }

    @Override
    public Optional<Notice> brokenOff() {
      return brokenOff;
    }

    @Override
    public void close() {
      try {
        records.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
