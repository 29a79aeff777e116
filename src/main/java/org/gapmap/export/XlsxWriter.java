package org.gapmap.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.UserError;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Writes a workbook of one sheet. Texts are texts: no cell can be taken for a formula. */
final class XlsxWriter implements TableWriter {
  private static final LocalizedText STAGE = new LocalizedText("写入 XLSX", "Writing XLSX");

  /** Of a sheet, the heading among them. */
  private static final int MOST_ROWS = 1_048_576;

  private static final int MOST_COLUMNS = 16_384;
  private static final int LONGEST_TEXT = 32_767;
  private static final int ROWS_IN_MEMORY = 500;

  @Override
  public List<String> write(Writing writing, Path file) throws IOException {
    FlatTable flat = new FlatTable(writing);
    List<String> headings = flat.headings(writing.table());
    refuseTooLarge(writing.table().rows() + 1, headings.size());
    writing.losses().add(Loss.DIGITS);
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "GapMap", "1.0")) {
      Worksheet sheet = book.newWorksheet("Sheet1");
      for (int i = 0; i < headings.size(); i++) {
        sheet.inlineString(0, i, headings.get(i));
      }
      sheet.freezePane(0, 1);
      int[] row = {0};
      writing.rows(
          STAGE,
          (values, shape) -> {
            write(sheet, ++row[0], flat, values, shape, writing.losses());
            if (row[0] % ROWS_IN_MEMORY == 0) {
              sheet.flush();
            }
          });
    }
    return headings.subList(flat.points() ? 2 : 1, headings.size());
  }

  private static void refuseTooLarge(long rows, int columns) {
    if (rows > MOST_ROWS || columns > MOST_COLUMNS) {
      throw new UserError(
          "a sheet ends at 1,048,576 rows and 16,384 columns; this table has "
              + rows
              + " rows and "
              + columns
              + " columns",
          "xlsx",
          "choose another format, like gpkg");
    }
  }

  private static void write(
      Worksheet sheet,
      int row,
      FlatTable flat,
      @Nullable Object[] values,
      Geometry shape,
      Losses losses) {
    int column = 0;
    for (String place : flat.place(shape)) {
      if (flat.points()) {
        sheet.value(row, column, Double.valueOf(place));
      } else if (place.length() <= LONGEST_TEXT) {
        sheet.inlineString(row, column, place);
      } else {
        losses.add(Loss.SHAPES_TOO_LONG);
      }
      column++;
    }
    for (Object value : values) {
      if (value instanceof Number number) {
        sheet.value(row, column, number);
      } else if (value != null) {
        sheet.inlineString(row, column, text(value.toString(), losses));
      }
      column++;
    }
  }

  private static String text(String text, Losses losses) {
    String clean = withoutControls(text);
    if (clean.length() != text.length()) {
      losses.add(Loss.CONTROL_CHARACTERS);
    }
    if (clean.length() <= LONGEST_TEXT) {
      return clean;
    }
    losses.add(Loss.TEXTS_CUT);
    boolean halfCharacter = Character.isHighSurrogate(clean.charAt(LONGEST_TEXT - 1));
    return clean.substring(0, halfCharacter ? LONGEST_TEXT - 1 : LONGEST_TEXT);
  }

  /** XML has no place for most of them, and reads a carriage return as a line's end. */
  private static String withoutControls(String text) {
    if (text.chars().noneMatch(XlsxWriter::isControl)) {
      return text;
    }
    StringBuilder clean = new StringBuilder();
    text.chars().filter(c -> !isControl(c)).forEach(c -> clean.append((char) c));
    return clean.toString();
  }

  private static boolean isControl(int c) {
    return (c < ' ' && c != '\n' && c != '\t') || c == 0xFFFE || c == 0xFFFF;
  }
}
