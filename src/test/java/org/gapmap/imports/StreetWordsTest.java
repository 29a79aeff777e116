package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gapmap.domain.StreetRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an office's street says of itself. */
final class StreetWordsTest {
  private final StreetWords words = StreetWords.load(ServiceWords.load());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ROAD     | 快速路,主干路,次干路,支路,城市支路,主干道,街巷,路,国道,Primary,residential",
        "FOOTPATH | 人行道,步道,健身步道,步行街,绿道,人行天桥,过街地道,footway",
        "STEPS    | 台阶,梯道,steps",
        "FERRY    | 轮渡,轮渡航线",
        "SQUARE   | 广场",
        "PRIVATE  | 内部道路,小区道路,单位内部道路,厂区道路",
        "MOTORWAY | 高速公路,高速,高架道路,城市高架快速路,motorway",
        "UNBUILT  | 规划主干路,在建道路,拟建,规划",
        "NO_WAY   | 铁路,轨道交通",
        "CLASS_UNKNOWN | 7,甲类,A级",
      })
  void classesAreUnderstood(StreetRule rule, String values) {
    for (String value : values.split(",")) {
      StreetWords.Said said =
          words.of(Map.of("DLDJ", value), new StreetWords.Asked("", value.strip(), "", ""));
      assertThat(said.rule()).as(value).isEqualTo(rule);
      assertThat(said.understood()).as(value).isEqualTo(rule != StreetRule.CLASS_UNKNOWN);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "在建, UNBUILT",
    "规划, UNBUILT",
    "已建, ROAD",
    "封闭施工, UNBUILT",
    "停用, FORBIDDEN",
    "'', ROAD",
  })
  void whatIsNotBuiltIsNotWalked(String status, StreetRule rule) {
    assertThat(words.of(Map.of(), new StreetWords.Asked("", "支路", status, "")).rule())
        .isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({"内部, PRIVATE", "仅限业主, PRIVATE", "公共, ROAD", "'', ROAD"})
  void whatIsForInhabitantsIsPrivate(String access, StreetRule rule) {
    assertThat(words.of(Map.of(), new StreetWords.Asked("", "支路", "", access)).rule())
        .isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "虹桥路, 0, ROAD",
    "打浦桥路, 0, ROAD",
    "天桥南街, 0, ROAD",
    "高架下道路, 0, ROAD",
    "南浦大桥, 1, ROAD",
    "南浦大桥（东段）, 1, ROAD",
    "中山路人行天桥, 1, ROAD",
    "大连路隧道, -1, ROAD",
    "人民广场地道, -1, ROAD",
    "五角场立交, 1, ROAD",
    "内环高架路, 0, MOTORWAY",
    "延安高架, 1, MOTORWAY",
    "沪宁高速公路, 0, MOTORWAY",
  })
  void namesTellBridgesByTheirEnd(String name, int level, StreetRule rule) {
    StreetWords.Said said = words.of(Map.of(), new StreetWords.Asked(name, "", "", ""));

    assertThat(said.level()).isEqualTo(level);
    assertThat(said.rule()).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "bridge=T, 1",
    "bridge=F, 0",
    "tunnel=yes, -1",
    "tunnel=no, 0",
    "layer=2, 2",
    "layer=-1|bridge=T, -1",
    "layer=0|bridge=T, 1",
    "是否桥梁=是, 1",
    "是否桥梁=否, 0",
    "桥隧类型=隧道, -1",
    "道路形式=高架, 1",
    "道路形式=地面, 0",
    "层级=1.0, 1",
    "备注=桥头, 0",
  })
  void fieldsTellLevels(String fields, int level) {
    Map<String, String> row = new LinkedHashMap<>();
    for (String field : fields.split("\\|")) {
      row.put(field.split("=")[0], field.split("=")[1]);
    }

    assertThat(words.of(row, new StreetWords.Asked("", "支路", "", "")).level()).isEqualTo(level);
  }

  /** An extract that GDAL or Geofabrik made a table of keeps OpenStreetMap's rules. */
  @ParameterizedTest
  @CsvSource({
    "'highway=footway|other_tags=\"bridge\"=>\"yes\",\"layer\"=>\"1\"', FOOTPATH, 1",
    "highway=service|other_tags=\"access\"=>\"private\", PRIVATE, 0",
    "highway=primary|other_tags=\"foot\"=>\"no\", FORBIDDEN, 0",
    "fclass=motorway|layer=0|bridge=F, MOTORWAY, 0",
    "fclass=track_grade2|layer=0|bridge=F, FOOTPATH, 0",
    "fclass=unknown|tunnel=T, ROAD, -1",
    "highway=steps|gapmap:walk=private, PRIVATE, 0",
  })
  void openStreetMapsTagsAreUnderstoodInOtherTables(String fields, StreetRule rule, int level) {
    Map<String, String> row = new LinkedHashMap<>();
    for (String field : fields.split("\\|")) {
      row.put(field.split("=", 2)[0], field.split("=", 2)[1]);
    }
    String category = row.getOrDefault("highway", row.getOrDefault("fclass", ""));
    StreetWords.Said said = words.of(row, new StreetWords.Asked("", category, "", ""));

    assertThat(said.rule()).isEqualTo(rule);
    assertThat(said.level()).isEqualTo(level);
  }
}
