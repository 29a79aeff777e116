package org.gapmap.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gapmap.domain.UserError;
import org.gapmap.imports.source.EncodingChoice.From;
import org.gapmap.imports.source.ShapefileFixture.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EncodingTest {
  private static final Charset GBK = Charset.forName("GBK");

  private final Path folder;

  EncodingTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Rows layer(Charset charset, String... texts) {
    return Rows.of(ShapefileFixture.layer(folder, "a", charset, texts));
  }

  private void cpg(String content) throws java.io.IOException {
    Files.writeString(folder.resolve("a.cpg"), content);
  }

  @Test
  void saysThatAsciiNeedsNoDecision() {
    Rows rows = layer(StandardCharsets.US_ASCII, "plain", "text");
    assertThat(rows.description().encoding().from()).isEqualTo(From.ASCII_ONLY);
    assertThat(rows.description().encoding().sentence().en())
        .isEqualTo("ASCII only, any encoding reads it");
  }

  @Test
  void takesValidUtf8ForUtf8() {
    Rows rows = layer(StandardCharsets.UTF_8, "同济新村", "plain");
    assertThat(rows.description().encoding().from()).isEqualTo(From.VALID_UTF8);
    assertThat(rows.column("XQMC")).containsExactly("同济新村", "plain");
  }

  /** 20 bytes hold six characters of three bytes and two bytes of the seventh. */
  @Test
  void takesACharacterCutByTheColumnsWidthForNoContradiction() {
    Rows rows = layer(StandardCharsets.UTF_8, "同济新村第一居民区", "同济");
    assertThat(rows.description().encoding().from()).isEqualTo(From.VALID_UTF8);
    assertThat(rows.column("XQMC")).containsExactly("同济新村第一", "同济");
  }

  @ParameterizedTest
  @CsvSource({"936", "GBK", "gb2312", "ANSI 936", "CP936", "GB18030", "x-gbk", "54936"})
  void readsEveryNameOfGbkInACpg(String name) throws Exception {
    cpg(name + "\r\n");
    Rows rows = layer(GBK, "同济新村");
    assertThat(rows.description().encoding().from()).isEqualTo(From.CPG_FILE);
    assertThat(rows.description().encoding().charset()).isEqualTo(Charset.forName("GB18030"));
    assertThat(rows.column("XQMC")).containsExactly("同济新村");
    assertThat(rows.warningCodes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "utf8", "65001", "UTF_8"})
  void doesNotBelieveACpgThatTheBytesContradict(String name) throws Exception {
    cpg(name);
    Rows rows = layer(GBK, "同济新村", "鞍山三村");
    assertThat(rows.description().encoding().from()).isEqualTo(From.GB18030_FALLBACK);
    assertThat(rows.column("XQMC")).containsExactly("同济新村", "鞍山三村");
    assertThat(rows.warnings())
        .singleElement()
        .satisfies(w -> assertThat(w.text().en()).contains("2 of 2 texts are not valid UTF-8"));
  }

  @Test
  void warnsWhereADeclaredGbkMayBeUtf8() throws Exception {
    cpg("GBK");
    Rows rows = layer(StandardCharsets.UTF_8, "同济新村");
    assertThat(rows.warningCodes()).containsExactly("encoding_doubtful");
    assertThat(rows.warnings().get(0).text().en()).contains("同济新村").contains("--encoding UTF-8");
  }

  @ParameterizedTest
  @CsvSource({
    "'<!DOCTYPE html><html><head><title>404</title></head></html>'",
    "KLINGON-7",
    "UTF-16"
  })
  void skipsACpgThatIsNone(String content) throws Exception {
    cpg(content);
    Rows rows = layer(GBK, "同济新村");
    assertThat(rows.warningCodes()).containsExactly("cpg_unusable");
    assertThat(rows.column("XQMC")).containsExactly("同济新村");
  }

  @Test
  void obeysTheUser() throws Exception {
    cpg("UTF-8");
    Path shp = ShapefileFixture.layer(folder, "a", Charset.forName("Big5"), "臺北");
    assertThat(Rows.of(shp, "950").column("XQMC")).containsExactly("臺北");
    assertThat(Rows.of(shp, "Big5").description().encoding().from()).isEqualTo(From.OVERRIDE);
    assertThatThrownBy(() -> Rows.of(shp, "martian"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--encoding")
        .hasMessageContaining("martian");
  }

  @Test
  void readsColumnNamesCutInTheMiddleOfACharacter() {
    byte[] utf8 = "停车泊位缺口数".getBytes(StandardCharsets.UTF_8);
    byte[] cut = Arrays.copyOf(utf8, 10);
    byte[] dbf =
        ShapefileFixture.dbf(
            0,
            List.of(new Column(cut, 'C', 8), new Column(cut, 'C', 8), new Column("", 'C', 8)),
            List.of(ShapefileFixture.row(StandardCharsets.UTF_8, "一", "二", "三")));
    ShapefileFixture.write(
        folder.resolve("b.shp"), ShapefileFixture.shp(1, ShapefileFixture.point(1, 2)));
    ShapefileFixture.write(folder.resolve("b.dbf"), dbf);
    Rows rows = Rows.of(folder.resolve("b.shp"));
    assertThat(rows.description().fieldNames()).containsExactly("停车泊", "停车泊_2", "field_3");
    assertThat(rows.features().get(0).fields()).containsValues("一", "二", "三");
  }
}
