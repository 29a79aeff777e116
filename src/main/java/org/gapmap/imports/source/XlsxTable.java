package org.gapmap.imports.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.UserError;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of a workbook as a table. Hidden rows are read; a merged range says in each of its
 * cells what its first one says.
 */
final class XlsxTable implements Table {
  private static final int COLUMNS = 16_384;
  private static final EncodingChoice ENCODING =
      new EncodingChoice(
          StandardCharsets.UTF_8,
          EncodingChoice.From.FORMAT,
          new LocalizedText("XLSX 的文本总是 Unicode", "text in a workbook is Unicode"));

  private final ReadableWorkbook workbook;
  private final Sheet sheet;
  private final String name;
  private final List<XlsxSheets.Merged> merged;
  private final List<XlsxRows> open = new ArrayList<>();

  private XlsxTable(
      ReadableWorkbook workbook, Sheet sheet, String name, List<XlsxSheets.Merged> merged) {
    this.workbook = workbook;
    this.sheet = sheet;
    this.name = name;
    this.merged = merged;
  }

  /**
   * @throws UserError where no single sheet is meant, or the workbook can't be read
   */
  static XlsxTable open(Located at, ReadOptions options) {
    try (Archive archive = Archive.open(at.file(), options.limits())) {
      archive.weigh();
      ReadableWorkbook workbook = workbook(at);
      try {
        List<Sheet> filled = filled(workbook, archive, options.limits(), at.name());
        Sheet sheet = pick(workbook, filled, options.layer(), at.name());
        List<XlsxSheets.Merged> merged =
            XlsxSheets.merged(archive, sheet.getId(), options.limits(), at.name());
        String name = workbook.getSheets().count() > 1 ? at.of(sheet.getName()) : at.name();
        return new XlsxTable(workbook, sheet, name, merged);
      } catch (RuntimeException e) {
        close(workbook);
        throw e;
      }
    }
  }

  static SourceLayers layers(Located at, ReadLimits limits) {
    try (Archive archive = Archive.open(at.file(), limits)) {
      archive.weigh();
      ReadableWorkbook workbook = workbook(at);
      try {
        List<Sheet> filled = filled(workbook, archive, limits, at.name());
        if (filled.isEmpty()) {
          throw empty(at.name());
        }
        return new SourceLayers(
            "xlsx",
            filled.stream()
                .map(s -> new SourceLayer(s.getName(), "point", OptionalLong.empty()))
                .toList());
      } finally {
        close(workbook);
      }
    }
  }

  private static ReadableWorkbook workbook(Located at) {
    try {
      return new ReadableWorkbook(at.file().toFile(), new ReadingOptions(true, true));
    } catch (IOException | RuntimeException e) {
      throw damaged(at.name(), e);
    }
  }

  /** The sheets that are shown and have a value. */
  private static List<Sheet> filled(
      ReadableWorkbook workbook, Archive archive, ReadLimits limits, String name) {
    List<Sheet> filled = new ArrayList<>();
    for (Sheet sheet : workbook.getSheets().toList()) {
      if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
        // Refuses cells beyond the last column before they are read.
        XlsxSheets.merged(archive, sheet.getId(), limits, name);
        try (XlsxRows rows = new XlsxRows(sheet, List.of(), name)) {
          Row row = rows.next();
          while (row != null && row.isBlank()) {
            row = rows.next();
          }
          if (row != null) {
            filled.add(sheet);
          }
        }
      }
    }
    return filled;
  }

  private static Sheet pick(
      ReadableWorkbook workbook, List<Sheet> filled, Optional<String> wanted, String name) {
    if (wanted.isPresent()) {
      return workbook
          .getSheets()
          .filter(s -> s.getName().strip().equalsIgnoreCase(wanted.get().strip()))
          .findFirst()
          .orElseThrow(
              () ->
                  new UserError(
                      "it holds no sheet '" + wanted.get() + "'",
                      name,
                      "name one of: " + names(workbook.getSheets())));
    }
    if (filled.isEmpty()) {
      throw empty(name);
    }
    if (filled.size() > 1) {
      throw new UserError(
          "it holds " + filled.size() + " sheets: " + names(filled.stream()),
          name,
          "name one of them with --layer");
    }
    return filled.get(0);
  }

  private static String names(Stream<Sheet> sheets) {
    return LayerNames.listed(sheets.map(Sheet::getName).toList());
  }

  private static UserError empty(String name) {
    return new UserError(
        "no sheet of the workbook has a value", name, "check that it is the right file");
  }

  private static UserError damaged(String name, Exception cause) {
    return new UserError(
        "the workbook can't be read ("
            + String.valueOf(cause.getMessage()).lines().findFirst().orElse("")
            + ")",
        name,
        "open it and save it again as .xlsx",
        cause);
  }

  @Override
  public String format() {
    return "xlsx";
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public EncodingChoice encoding() {
    return ENCODING;
  }

  @Override
  public List<EncodingReading> encodings() {
    return List.of();
  }

  @Override
  public boolean decimalComma() {
    return false;
  }

  @Override
  public boolean overflowIsDamage() {
    return false;
  }

  @Override
  public List<Notice> notices() {
    return List.of();
  }

  @Override
  public Rows rows() {
    XlsxRows rows = new XlsxRows(sheet, merged, name);
    open.add(rows);
    return rows;
  }

  @Override
  public void close() {
    open.forEach(XlsxRows::close);
    close(workbook);
  }

  private static void close(ReadableWorkbook workbook) {
    try {
      workbook.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class XlsxRows implements Rows {
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final Deque<XlsxSheets.Merged> ahead;
    private final Map<XlsxSheets.Merged, String> active = new HashMap<>();
    private int last;
    private Optional<Notice> brokenOff = Optional.empty();

    XlsxRows(Sheet sheet, List<XlsxSheets.Merged> merged, String name) {
      this.ahead = new ArrayDeque<>(merged);
      try {
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
      } catch (IOException | RuntimeException e) {
        throw damaged(name, e);
      }
    }

    @Override
    public @Nullable Row next() {
      try {
        if (brokenOff.isPresent() || !rows.hasNext()) {
          return null;
        }
        org.dhatim.fastexcel.reader.Row row = rows.next();
        last = row.getRowNum();
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), COLUMNS); i++) {
          cells.add(XlsxCell.text(row.getCell(i)));
        }
        fill(cells);
        return new Row(last, cells);
      } catch (ExcelReaderException | IllegalStateException | IndexOutOfBoundsException e) {
        return end(e);
      } catch (IllegalArgumentException | UncheckedIOException e) {
        return end(e);
      }
    }

    private @Nullable Row end(RuntimeException cause) {
      String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
      brokenOff =
          Optional.of(
              Notice.of(
                  "sheet_broken_off",
                  "第 " + last + " 行之后无法读取：" + reason,
                  "after row " + last + " the sheet can't be read: " + reason));
      return null;
    }

    /** Lets each cell of a merged range say what the first one says. */
    private void fill(List<String> cells) {
      while (!ahead.isEmpty() && ahead.peekFirst().top() <= last) {
        XlsxSheets.Merged range = ahead.removeFirst();
        active.put(
            range,
            range.top() == last && range.left() < cells.size() ? cells.get(range.left()) : "");
      }
      active.keySet().removeIf(range -> range.bottom() < last);
      active.forEach(
          (range, text) -> {
            while (!text.isEmpty() && cells.size() <= range.right()) {
              cells.add("");
            }
            for (int i = range.left(); i <= range.right() && !text.isEmpty(); i++) {
              if (cells.get(i).isEmpty()) {
                cells.set(i, text);
              }
            }
          });
    }

    @Override
    public Optional<Notice> brokenOff() {
      return brokenOff;
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
