package org.gapmap.imports.source;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gapmap.imports.source.ShapefileFixture.deleted;
import static org.gapmap.imports.source.ShapefileFixture.point;
import static org.gapmap.imports.source.ShapefileFixture.row;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.gapmap.domain.UserError;
import org.gapmap.imports.source.ShapefileFixture.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShapefileSourceTest {
  private static final Charset GBK = Charset.forName("GBK");

  private final Path folder;

  ShapefileSourceTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void turnsTypedCellsIntoText() {
    List<Column> columns =
        List.of(
            new Column("HS", 'N', 12),
            new Column("JZND", 'D', 8),
            new Column("OK", 'L', 1),
            new Column("MJ", 'F', 24),
            new Column("MC", 'C', 10),
            new Column("BZ", 'M', 10));
    byte[] dbf =
        ShapefileFixture.dbf(
            0,
            columns,
            List.of(
                row(
                    US_ASCII,
                    "     1200.50",
                    "19951231",
                    "T",
                    " 1.25000000000000e+003",
                    " a\0b",
                    "1"),
                row(US_ASCII, "************", "00000000", "?", "\0\0\0", "", ""),
                row(US_ASCII, "300", "        ", "n", "0.000", "x", "")));
    ShapefileFixture.write(
        folder.resolve("a.shp"), ShapefileFixture.shp(1, point(1, 2), point(1, 2), point(1, 2)));
    ShapefileFixture.write(folder.resolve("a.dbf"), dbf);
    Rows rows = Rows.of(folder);
    assertThat(rows.features().get(0).fields().values())
        .containsExactly("1200.5", "1995-12-31", "true", "1250", "a", "");
    assertThat(rows.features().get(1).fields().values()).containsOnly("");
    assertThat(rows.features().get(2).fields().values())
        .containsExactly("300", "", "false", "0", "x", "");
    assertThat(rows.warningCodes()).contains("memo_not_read", "shx_missing");
  }

  @Test
  void skipsDeletedRowsAndCountsThemButKeepsTheNumbering() {
    byte[] dbf =
        ShapefileFixture.dbf(
            0,
            List.of(new Column("MC", 'C', 10)),
            List.of(row(US_ASCII, "one"), deleted(row(US_ASCII, "two")), row(US_ASCII, "three")));
    ShapefileFixture.write(
        folder.resolve("a.shp"), ShapefileFixture.shp(1, point(1, 1), point(2, 2), point(3, 3)));
    ShapefileFixture.write(folder.resolve("a.dbf"), dbf);
    Rows rows = Rows.of(folder);
    assertThat(rows.column("MC")).containsExactly("one", "three");
    assertThat(rows.features()).extracting(SourceFeature::row).containsExactly(1, 3);
    assertThat(rows.features().get(1).geometry().orElseThrow().getCoordinate().x).isEqualTo(3);
    assertThat(rows.warnings())
        .anySatisfy(w -> assertThat(w.text().en()).startsWith("1 rows are marked as deleted"));
  }

  @Test
  void keepsTheRowsBeforeTheDamageOfATruncatedFile() throws IOException {
    Path shp = ShapefileFixture.layer(folder, "a", US_ASCII, "a", "b", "c", "d");
    byte[] whole = Files.readAllBytes(shp);
    Files.write(shp, Arrays.copyOf(whole, whole.length - 40));
    Rows rows = Rows.of(shp);
    assertThat(rows.features()).hasSize(4);
    assertThat(rows.features().subList(0, 2)).allMatch(f -> f.geometry().isPresent());
    assertThat(rows.problemCodes()).containsExactly("file_cut_off", "file_cut_off");
    Files.delete(folder.resolve("a.shx"));
    assertThat(Rows.of(shp).features().subList(0, 2)).allMatch(f -> f.geometry().isPresent());
    assertThat(Rows.of(shp).problemCodes()).hasSize(2);
  }

  @Test
  void keepsTheShapesOfATruncatedTable() throws IOException {
    Path shp = ShapefileFixture.layer(folder, "a", US_ASCII, "a", "b", "c");
    Path dbf = folder.resolve("a.dbf");
    byte[] whole = Files.readAllBytes(dbf);
    Files.write(dbf, Arrays.copyOf(whole, whole.length - 30));
    Rows rows = Rows.of(shp);
    assertThat(rows.features()).hasSize(3).allMatch(f -> f.geometry().isPresent());
    assertThat(rows.column("XQMC")).containsExactly("a", "", "");
    assertThat(rows.warningCodes()).contains("dbf_cut_off", "row_counts_differ");
  }

  /** Whatever bytes are turned: a row or a problem, a UserError at worst; never memory or time. */
  @Test
  void survivesDamageAnywhere() throws IOException {
    Path shp = ShapefileFixture.layer(folder, "a", GBK, "同济新村", "鞍山三村");
    ShapefileFixture.write(
        shp,
        ShapefileFixture.shp(
            5,
            ShapefileFixture.polygon(
                ShapefileFixture.square(0, 0, 9, true), ShapefileFixture.square(1, 1, 2, false)),
            ShapefileFixture.polygon(ShapefileFixture.square(20, 0, 9, true))));
    Random random = new Random(7);
    List<Path> files = List.of(shp, folder.resolve("a.dbf"), folder.resolve("a.shx"));
    List<byte[]> whole = new ArrayList<>();
    for (Path file : files) {
      whole.add(Files.readAllBytes(file));
    }
    for (int round = 0; round < 1000; round++) {
      int which = random.nextInt(files.size());
      byte[] damaged = whole.get(which).clone();
      for (int n = 0; n <= random.nextInt(3); n++) {
        damaged[random.nextInt(damaged.length)] =
            (byte) (random.nextBoolean() ? 0x7F : random.nextInt());
      }
      Files.write(files.get(which), damaged);
      try {
        assertThat(Rows.of(shp).features().size()).isLessThan(1000);
      } catch (UserError expected) {
        assertThat(expected.what()).isNotBlank();
      }
      Files.write(files.get(which), whole.get(which));
    }
  }

  @Test
  void findsThePartsHoweverTheyAreSpelled() throws IOException {
    ShapefileFixture.layer(folder, "a", GBK, "同济新村");
    for (String part : List.of("shp", "shx", "dbf")) {
      Files.move(
          folder.resolve("a." + part),
          folder.resolve("A." + part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1)));
    }
    Files.writeString(folder.resolve("a.PRJ"), "EPSG:4490");
    Files.writeString(folder.resolve("A.shp.xml"), "<metadata/>");
    Rows rows = Rows.of(folder);
    assertThat(rows.column("XQMC")).containsExactly("同济新村");
    assertThat(rows.description().crs()).isPresent();
    assertThat(rows.description().fileName()).endsWith("#A");
  }

  @Test
  void readsAnArchiveWithGbkNamesJunkAndFolders() throws IOException {
    ShapefileFixture.layer(folder, "a", GBK, "同济新村");
    byte[] shp = Files.readAllBytes(folder.resolve("a.shp"));
    byte[] shx = Files.readAllBytes(folder.resolve("a.shx"));
    byte[] dbf = Files.readAllBytes(folder.resolve("a.dbf"));
    Path zip =
        ShapefileFixture.zip(
            folder.resolve("b.zip"),
            GBK,
            List.of(
                "成果/老旧小区.SHP",
                "成果/老旧小区.Shx",
                "成果/老旧小区.DBF",
                "__MACOSX/成果/._老旧小区.shp",
                "成果/说明.txt",
                "../../escape.shx"),
            List.of(shp, shx, dbf, new byte[4], new byte[9], new byte[3]));
    Rows rows = Rows.of(zip);
    assertThat(rows.column("XQMC")).containsExactly("同济新村");
    assertThat(rows.description().fileName()).isEqualTo("b.zip#成果/老旧小区");
    assertThat(rows.warningCodes()).isEmpty();
  }

  @Test
  void listsTheLayersOfAnArchiveAndReadsTheOneThatIsNamed() throws IOException {
    ShapefileFixture.layer(folder, "a", UTF_8, "甲");
    byte[] shp = Files.readAllBytes(folder.resolve("a.shp"));
    Path zip =
        ShapefileFixture.zip(
            folder.resolve("b.zip"), UTF_8, List.of("小区.shp", "x/设施.shp"), List.of(shp, shp));
    assertThatThrownBy(() -> Rows.of(zip))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("x/设施, 小区")
        .hasMessageContaining("--layer");
    for (String layer : List.of("设施", "x/设施", "设施.shp")) {
      Rows rows = Rows.of(zip, new ReadOptions(Optional.of(layer), Optional.empty()));
      assertThat(rows.description().fileName()).isEqualTo("b.zip#x/设施");
    }
    assertThatThrownBy(() -> Rows.of(zip, new ReadOptions(Optional.of("无"), Optional.empty())))
        .hasMessageContaining("小区");
  }

  @Test
  void boundsWhatAnArchiveUnpacksTo() {
    Path zip =
        ShapefileFixture.zip(
            folder.resolve("bomb.zip"), UTF_8, List.of("a.shp"), List.of(new byte[5_000_000]));
    ReadLimits small =
        ReadLimits.of(Map.of(ReadLimits.Setting.ARCHIVE_BYTES.variable(), "1000000"));
    assertThatThrownBy(() -> Readers.open(zip, ReadOptions.none().within(small)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("more than 1000000 bytes")
        .hasMessageContaining("GAPMAP_LIMIT_ARCHIVE_BYTES");
  }

  @Test
  void refusesWhatItCannotReadByName() throws IOException {
    assertThatThrownBy(() -> Rows.of(folder.resolve("none.shp")))
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> Rows.of(folder)).hasMessageContaining("no .shp");
    Path cut = Files.write(folder.resolve("cut.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});
    assertThatThrownBy(() -> Rows.of(cut)).isInstanceOf(UserError.class);
    Path gpkg = Files.writeString(folder.resolve("a.gpkg"), "SQLite format 3\0");
    assertThatThrownBy(() -> Rows.of(gpkg)).hasMessageContaining("GeoPackage");
    Path html = Files.writeString(folder.resolve("a.csv"), "<html></html>");
    assertThatThrownBy(() -> Rows.of(html)).hasMessageContaining("web page");
  }
}
