package org.gapmap.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gapmap.domain.LayerType;
import org.gapmap.imports.source.EncodingChoice.From;
import org.gapmap.imports.source.ShapefileFixture.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EncodingTrialTest {
  private static final Charset GB18030 = CharsetNames.GB18030;
  private static final Charset UTF8 = StandardCharsets.UTF_8;
  private static final Charset BIG5 = Charset.forName("Big5");
  private static final int DRAWS = 200;

  /** Parts of names as such lists hold them; not taken from the model's own list. */
  private static final List<String> SIMPLIFIED_HEADS =
      List.of(
          "彭浦", "曲阳", "凉城", "鞍山", "控江", "延吉", "长白", "五角场", "真如", "曹杨", "甘泉", "石泉", "莘庄", "颛桥", "龙柏",
          "古美", "田林", "康健", "漕河泾", "凌云", "罗山", "潍坊", "塘桥", "洋泾", "沪东", "金杨", "浦兴", "高桥", "淞南", "庙行",
          "顾村", "菊泉", "葑门", "胥江", "姑苏", "钟楼", "邗江", "涡阳", "亳州", "歙县", "黟县", "枞阳");

  private static final List<String> SIMPLIFIED_TAILS =
      List.of(
          "三村", "新村第四小区", "公寓", "花园", "路1258弄", "街道老年食堂", "幼儿园", "佳苑二期", "名邸", "社区卫生服务站", "家园东区",
          "菜市场", "镇", "北里", "大厦", "机关宿舍", "纺织厂家属院", "苑");
  private static final List<String> TRADITIONAL_HEADS =
      List.of("銅鑼灣", "觀塘", "荃灣", "沙田", "大安", "萬華", "板橋", "鳳山", "鹽埕", "彌敦", "德輔", "軒尼詩", "佐敦");
  private static final List<String> TRADITIONAL_TAILS =
      List.of("新村", "花園", "道中學", "區公所", "街市", "幼稚園", "大廈", "長者中心", "國民小學", "體育館", "社區會堂");

  private final Path folder;

  EncodingTrialTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static List<String> names(int count, boolean traditional, Random random) {
    List<String> heads = traditional ? TRADITIONAL_HEADS : SIMPLIFIED_HEADS;
    List<String> tails = traditional ? TRADITIONAL_TAILS : SIMPLIFIED_TAILS;
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(heads.get(random.nextInt(heads.size())) + tails.get(random.nextInt(tails.size())));
    }
    return names;
  }

  private static EncodingTrial trial(List<String> texts, Charset charset) {
    TextSample sample = new TextSample();
    for (String text : texts) {
      byte[] bytes = text.getBytes(charset);
      sample.add(bytes, 0, bytes.length);
    }
    return new EncodingTrial(sample, List.of());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 50, 500})
  void findsTheEncodingOfSoManyNames(int count) {
    Random random = new Random(count);
    Map<String, Map<String, Integer>> confusion = new TreeMap<>();
    for (boolean traditional : new boolean[] {false, true}) {
      for (Charset charset : traditional ? List.of(BIG5, UTF8) : List.of(GB18030, UTF8)) {
        for (int draw = 0; draw < (count > 50 ? 20 : DRAWS); draw++) {
          String best = trial(names(count, traditional, random), charset).ranked().get(0).name();
          confusion
              .computeIfAbsent(
                  (traditional ? "traditional " : "simplified ") + charset, c -> new TreeMap<>())
              .merge(best, 1, Integer::sum);
        }
      }
    }
    System.out.println(count + " names: " + confusion);
    confusion.forEach(
        (written, read) -> assertThat(read).as(written).containsOnlyKeys(written.split(" ")[1]));
  }

  @ParameterizedTest
  @CsvSource({"GB18030, false", "UTF-8, false", "UTF-8, true", "Big5, true"})
  void isPlainAboutFiftyNames(String charset, boolean traditional) {
    EncodingTrial trial = trial(names(50, traditional, new Random(3)), Charset.forName(charset));
    assertThat(trial.ranked().get(0).score()).isGreaterThan(0.999);
    for (Charset other : List.of(GB18030, UTF8, BIG5)) {
      boolean same = other.name().equals(charset);
      assertThat(trial.plainlyBetterThan(other))
          .isEqualTo(same ? Optional.empty() : Optional.of(Charset.forName(charset)));
    }
  }

  @Test
  void leavesDoubtAboutOneShortName() {
    // Both are GBK whose bytes are valid UTF-8 too, as Armenian or Hebrew letters and the like.
    for (String name : List.of("伟", "讯", "宋")) {
      byte[] bytes = name.getBytes(GB18030);
      EncodingTrial trial = trial(List.of(name), GB18030);
      assertThat(trial.plainlyBetterThan(UTF8)).as(name).isEmpty();
      assertThat(trial.ranked().get(0).score()).as(new String(bytes, UTF8)).isLessThan(0.95);
    }
  }

  @Test
  void takesWesternTextForWhatItIsDeclared() throws Exception {
    Files.writeString(folder.resolve("a.cpg"), "ISO-8859-1");
    String[] texts = {"São Paulo", "Ribeirão Preto", "Florianópolis", "Belém", "Maceió", "Goiânia"};
    Rows rows = Rows.of(ShapefileFixture.layer(folder, "a", StandardCharsets.ISO_8859_1, texts));
    assertThat(rows.description().encoding().from()).isEqualTo(From.CPG_FILE);
    assertThat(rows.column("XQMC")).containsExactly(texts);
  }

  @ParameterizedTest
  @CsvSource({
    "GBK, UTF-8, false",
    "ISO-8859-1, GB18030, false",
    "ISO-8859-1, UTF-8, false",
    "Big5, GB18030, false",
    "GBK, Big5, true",
    "UTF-8, GB18030, false",
    "UTF-8, Big5, true"
  })
  void seesThroughACpgThatLies(String said, String written, boolean traditional) throws Exception {
    Files.writeString(folder.resolve("a.cpg"), said);
    String[] texts =
        names(30, traditional, new Random(9)).stream()
            .map(t -> t.substring(0, Math.min(6, t.length())))
            .toArray(String[]::new);
    Rows rows = Rows.of(ShapefileFixture.layer(folder, "a", Charset.forName(written), texts));
    assertThat(rows.column("XQMC")).containsExactly(texts);
    assertThat(rows.warningCodes()).contains("encoding_contradicted");
  }

  @Test
  void forgivesAFewSpoiltTexts() throws Exception {
    List<String> texts = names(40, false, new Random(2));
    StringBuilder csv = new StringBuilder("名称,经度,纬度\n");
    texts.forEach(t -> csv.append(t).append(",121.4,31.2\n"));
    byte[] bytes = csv.toString().getBytes(UTF8);
    // The first byte of a character in the middle of the file is lost.
    int at = bytes.length / 2;
    while ((bytes[at] & 0xF0) != 0xE0) {
      at++;
    }
    bytes[at] = '?';
    Path file = Files.write(folder.resolve("a.csv"), bytes);
    Rows rows = Rows.of(file);
    assertThat(rows.description().encoding().from()).isEqualTo(From.DECODED_TEXT);
    assertThat(rows.description().encoding().charset()).isEqualTo(UTF8);
    assertThat(rows.column("名称")).filteredOn(texts::contains).hasSizeGreaterThanOrEqualTo(39);
  }

  @ParameterizedTest
  @CsvSource({"GB18030, false", "UTF-8, false", "Big5, true"})
  void weighsTheCellsOfACsv(String charset, boolean traditional) throws Exception {
    StringBuilder csv = new StringBuilder("名,lon,lat\n");
    names(20, traditional, new Random(4))
        .forEach(t -> csv.append('"').append(t).append("\",121.4,31.2\n"));
    Path file =
        Files.write(folder.resolve("a.csv"), csv.toString().getBytes(Charset.forName(charset)));
    try (FeatureSource source = Readers.open(file, ReadOptions.none())) {
      assertThat(source.description().encoding().charset().name()).isEqualTo(charset);
      EncodingReading best = source.encodings().get(0);
      assertThat(best.name()).isEqualTo(charset);
      assertThat(best.broken()).isZero();
      assertThat(best.fieldNames()).contains("名");
      assertThat(best.evidence().en()).contains("Chinese characters").contains("likely");
      assertThat(source.encodings()).hasSize(3);
      assertThat(source.encodings().stream().mapToDouble(EncodingReading::score).sum())
          .isBetween(0.999, 1.001);
    }
  }

  @Test
  void aFormatThatFixesItsEncodingLeavesNothingToChoose() throws Exception {
    Path json =
        Files.writeString(
            folder.resolve("a.geojson"),
            "{'type': 'Feature', 'properties': {'名称': '鞍山三村'}, 'geometry': {'type': 'Point',"
                    .replace('\'', '"')
                + "\"coordinates\": [121.5, 31.2]}}");
    Path osm =
        Files.writeString(
            folder.resolve("a.osm"),
            "<osm version='0.6'><node id='1' version='1' lat='31.2' lon='121.5'>"
                + "<tag k='amenity' v='school'/><tag k='name' v='鞍山小学'/></node></osm>");
    Path book = folder.resolve("a.xlsx");
    try (OutputStream out = Files.newOutputStream(book);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("名单");
      List<String> cells = List.of("名称", "经度", "纬度", "鞍山三村", "121.5", "31.2");
      for (int i = 0; i < cells.size(); i++) {
        sheet.value(i / 3, i % 3, cells.get(i));
      }
    }
    assertThat(readingsOf(json)).isEmpty();
    assertThat(readingsOf(osm)).isEmpty();
    assertThat(readingsOf(book)).isEmpty();
    Path pack = Ogr.convert(json, folder.resolve("a.gpkg"), "GPKG");
    Path kml = Ogr.convert(json, folder.resolve("a.kml"), "KML");
    assertThat(readingsOf(pack)).isEmpty();
    assertThat(readingsOf(kml)).isEmpty();
  }

  private static List<EncodingReading> readingsOf(Path file) {
    try (FeatureSource source =
        Readers.open(file, ReadOptions.none().wanting(LayerType.FACILITIES))) {
      source.features().forEachRemaining(row -> assertThat(row.geometry()).isPresent());
      return source.encodings();
    }
  }

  @Test
  void namesFieldsThatWereCutWithinACharacter() {
    for (Charset charset : List.of(UTF8, GB18030)) {
      String whole = charset.equals(UTF8) ? "停车泊位" : "A小区名称户";
      byte[] cut = Arrays.copyOf((whole + "缺口").getBytes(charset), 10);
      byte[] dbf =
          ShapefileFixture.dbf(
              0, List.of(new Column(cut, 'C', 16)), List.of(ShapefileFixture.row(charset, "鞍山三村")));
      ShapefileFixture.write(
          folder.resolve("c.shp"), ShapefileFixture.shp(1, ShapefileFixture.point(121, 31)));
      ShapefileFixture.write(folder.resolve("c.dbf"), dbf);
      Rows rows = Rows.of(folder.resolve("c.shp"));
      String left = charset.equals(UTF8) ? "停车泊" : "A小区名称";
      assertThat(rows.description().fieldNames()).containsExactly(left);
      assertThat(rows.warningCodes()).contains("field_name_cut");
    }
  }

  @Test
  void ignoresAPrjThatIsAWebPage() throws Exception {
    Files.writeString(folder.resolve("a.prj"), "\n<!DOCTYPE html><html><body>404</body></html>");
    Rows rows = Rows.of(ShapefileFixture.layer(folder, "a", UTF8, "同济新村"));
    assertThat(rows.description().crs()).isEmpty();
    assertThat(rows.warningCodes()).containsExactly("prj_unusable");
  }
}
