package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gapmap.domain.Renovation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenovationWordsTest {
  private final RenovationWords words = RenovationWords.load(2026);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RENOVATED     | 已改造,完成,已完工,已竣工,改造完成,已完成改造,是,Y,yes,renovated,Renovated,√,100%",
        "RENOVATED     | 2023年已改造,2023年完工,2021年6月底完成改造,于2020年改造完成,2019-11竣工,2020年度已完成",
        "RENOVATED     | 已改造（2022年）,renovated in 2019,２０２１年已改造,2025年11月23日竣工",
        "UNDER_WAY     | 改造中,施工中,在建,正在改造,under way,under_way,In progress,未完工,2024年开工,60%",
        "PLANNED       | 计划改造,拟改造,待改造,列入计划,纳入计划,planned,列入2027年改造计划,拟于2028年改造,未开工,计划2027年完成改造,已完成前期手续",
        "NOT_RENOVATED | 未改造,否,无,N,not renovated,not_renovated,尚未改造,未列入计划,未纳入改造计划,无需改造,0%",
      })
  void officesWordsAreUnderstood(Renovation expected, String values) {
    for (String value : values.split(",")) {
      assertThat(words.find("改造情况", value)).as(value).contains(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?",
        "1",
        "0",
        "2",
        "100",
        "2021",
        "改造",
        "2021年改造",
        "基础类",
        "完善类",
        "改造完善类",
        "部分已改造",
        "未完成",
        "没有完工",
        "预计2024年完工",
        "年底前完成改造",
        "已完成摸底",
        "2027年完工",
        "2027年已改造",
        "已改造，未列入计划",
        "一期已改造",
        "3栋已改造，2栋未改造",
        "will be renovated",
        "not fully renovated",
        "110%",
        "暂缓",
        "棚改",
        "不详"
      })
  void whatSaysNothingCertainIsUnknown(String value) {
    assertThat(words.find("改造情况", value)).isEmpty();
  }

  @Test
  void anEndlessTextIsUnknown() {
    assertThat(words.find("改造情况", "已改造".repeat(10_000))).isEmpty();
  }

  @Test
  void aNumberAnswersOnlyWhereTheColumnAsks() {
    for (String column : List.of("是否改造", "是否改造完", "SFGZ", "已改造", "is_renovated")) {
      assertThat(words.find(column, "1")).as(column).contains(Renovation.RENOVATED);
      assertThat(words.find(column, "0")).as(column).contains(Renovation.NOT_RENOVATED);
      assertThat(words.find(column, "2")).as(column).isEmpty();
    }
  }

  @Test
  void yesUnderAProgrammesNameMayMeanWantedAndIsUnknown() {
    assertThat(words.find("老旧小区改造", "是")).isEmpty();
    assertThat(words.find("老旧小区改造", "1")).isEmpty();
    assertThat(words.find("老旧小区改造", "2021年已改造")).contains(Renovation.RENOVATED);
  }
}
