package org.gapmap.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gapmap.domain.UserError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;

class XlsxSourceTest {
  @TempDir private Path folder;

  @Test
  void readsASheetAsAPersonSeesIt() throws IOException {
    Path file =
        workbook(
            "设施",
            sheet -> {
              sheet.value(0, 0, "长者食堂一览表");
              sheet.range(0, 0, 0, 6).merge();
              row(sheet, 1, "街道", "名称", "坐标", null, "餐位", "开业", "比例");
              sheet.range(1, 2, 1, 3).merge();
              row(sheet, 2, null, null, "经度", "纬度", null, null, null);
              row(sheet, 3, "殷行", "甲", 121.5, 31.2, 120, LocalDate.of(2025, 3, 1), 0.45);
              sheet.style(3, 5).format("yyyy-mm-dd").set();
              sheet.style(3, 6).format("0%").set();
              row(sheet, 4, null, "乙", 121.60000000000001, 31.3, 12_000_000, "2024年", true);
              sheet.range(3, 0, 4, 0).merge();
              sheet.hideRow(4);
              sheet.formula(5, 1, "\"丙\"");
              row(sheet, 6, "合计", 2);
            });
    Rows rows = Rows.of(file);
    assertThat(rows.description().format()).isEqualTo("xlsx");
    assertThat(rows.description().fieldNames())
        .containsExactly("街道", "名称", "经度（坐标）", "纬度（坐标）", "餐位", "开业", "比例");
    assertThat(rows.features().get(0).fields().values())
        .containsExactly("殷行", "甲", "121.5", "31.2", "120", "2025-03-01", "45%");
    assertThat(rows.features().get(1).fields().values())
        .containsExactly("殷行", "乙", "121.6", "31.3", "12000000", "2024年", "TRUE");
    assertThat(rows.features().stream().map(SourceFeature::row)).startsWith(4, 5);
    assertThat(rows.features().get(1).geometry().orElseThrow().getCoordinate())
        .isEqualTo(new Coordinate(121.6, 31.3));
    assertThat(rows.warningCodes()).containsExactly("total_rows");
  }

  @Test
  void sheetsAreLayersAndEmptyOnesAreNone() throws IOException {
    Consumer<Worksheet> table =
        sheet -> {
          row(sheet, 0, "名称", "经度", "纬度");
          row(sheet, 1, "甲", 121.5, 31.2);
        };
    Path one = workbook("a", table, "Sheet2", sheet -> {});
    assertThat(Rows.of(one).features()).hasSize(1);
    Path two = workbook("养老", table, "托育", table);
    assertThatThrownBy(() -> Rows.of(two))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("养老, 托育")
        .hasMessageContaining("--layer");
    assertThat(Readers.layers(two, ReadOptions.none()).layers())
        .extracting(SourceLayer::name)
        .containsExactly("养老", "托育");
    Rows named = Rows.of(two, new ReadOptions(Optional.of("托育"), Optional.empty()));
    assertThat(named.description().fileName()).endsWith("#托育");
  }

  @Test
  void formulasGiveTheirLastResultAndFailedOnesNothing() throws IOException {
    Path file =
        replaced(
            workbook("a", sheet -> row(sheet, 0, "x")),
            Map.of(
                "xl/worksheets/sheet1.xml",
                """
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                <row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c><c r="B1" t="inlineStr"><is><t>经度</t></is></c><c r="C1" t="inlineStr"><is><t>纬度</t></is></c><c r="D1" t="inlineStr"><is><t>户数</t></is></c></row>
                <row r="7"><c r="A7" t="str"><f>B1&amp;"x"</f><v>甲</v></c><c r="B7"><f>121+0.5</f><v>121.5</v></c><c r="C7"><v>31.2</v></c><c r="D7" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
                </sheetData></worksheet>
                """));
    Rows rows = Rows.of(file);
    assertThat(rows.features()).hasSize(1);
    assertThat(rows.features().get(0).row()).isEqualTo(7);
    assertThat(rows.features().get(0).fields().values()).containsExactly("甲", "121.5", "31.2", "");
  }

  @Test
  void refusesCellsBeyondTheLastColumnBeforeReadingThem() throws IOException {
    Path file =
        replaced(
            workbook("a", sheet -> row(sheet, 0, "x")),
            Map.of(
                "xl/worksheets/sheet1.xml",
                """
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                <row r="1"><c r="ZZZZZZ1"><v>1</v></c></row></sheetData></worksheet>
                """));
    assertThatThrownBy(() -> Rows.of(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("GAPMAP_LIMIT_FIELDS");
  }

  @Test
  void entitiesAreNotResolved() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
    Path file =
        replaced(
            workbook("a", sheet -> row(sheet, 0, "x")),
            Map.of(
                "xl/worksheets/sheet1.xml",
                "<!DOCTYPE w [<!ENTITY e SYSTEM \""
                    + secret.toUri()
                    + "\"><!ENTITY a \"aaaaaaaaaa\">]>"
                    + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                    + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>名称</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>地址</t></is></c></row>"
                    + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&e;&a;</t></is></c></row>"
                    + "</sheetData></worksheet>"));
    try {
      Rows rows = Rows.of(file);
      assertThat(rows.features().toString()).doesNotContain("SECRET", "aaaa");
    } catch (UserError told) {
      assertThat(told.getMessage()).doesNotContain("SECRET");
    }
  }

  @Test
  void aBombIsRefusedBeforeItIsRead() throws IOException {
    Path file =
        replaced(
            workbook("a", sheet -> row(sheet, 0, "x")),
            Map.of("xl/worksheets/sheet1.xml", " ".repeat(100_000_000)));
    assertThatThrownBy(() -> Rows.of(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("GAPMAP_LIMIT_INFLATION");
  }

  @Test
  void whatIsNoWorkbookIsSaid() throws IOException {
    Path word = replaced(workbook("a", sheet -> row(sheet, 0, "x")), Map.of("xl/workbook.xml", ""));
    assertThatThrownBy(() -> Rows.of(word)).isInstanceOf(UserError.class);
    Path locked =
        Files.write(
            folder.resolve("b.xlsx"),
            new byte[] {
              (byte) 0xD0,
              (byte) 0xCF,
              0x11,
              (byte) 0xE0,
              (byte) 0xA1,
              (byte) 0xB1,
              0x1A,
              (byte) 0xE1,
              0,
              0
            });
    assertThatThrownBy(() -> Rows.of(locked)).hasMessageContaining("password");
  }

  private static void row(Worksheet sheet, int row, @Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof String text) {
        sheet.value(row, i, text);
      } else if (value instanceof Number number) {
        sheet.value(row, i, number);
      } else if (value instanceof Boolean truth) {
        sheet.value(row, i, truth);
      } else if (value instanceof LocalDate date) {
        sheet.value(row, i, date);
      }
    }
  }

  private Path workbook(String name, Consumer<Worksheet> fill) throws IOException {
    return write(book -> fill.accept(book.newWorksheet(name)));
  }

  private Path workbook(String a, Consumer<Worksheet> fillA, String b, Consumer<Worksheet> fillB)
      throws IOException {
    return write(
        book -> {
          fillA.accept(book.newWorksheet(a));
          fillB.accept(book.newWorksheet(b));
        });
  }

  private Path write(Consumer<Workbook> fill) throws IOException {
    Path file = Files.createTempFile(folder, "book", ".xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      fill.accept(book);
    }
    return file;
  }

  /** The workbook with some of its parts exchanged. */
  private Path replaced(Path workbook, Map<String, String> parts) throws IOException {
    Path file = Files.createTempFile(folder, "changed", ".xlsx");
    try (ZipFile in = new ZipFile(workbook.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry entry : in.stream().map(ZipEntry.class::cast).toList()) {
        byte[] content = in.getInputStream(entry).readAllBytes();
        String part = parts.get(entry.getName());
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(part == null ? content : part.getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }
}
