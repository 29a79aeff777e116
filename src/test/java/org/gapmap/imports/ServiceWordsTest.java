package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceWordsTest {
  private final ServiceWords words = ServiceWords.load();

  @ParameterizedTest
  @CsvSource({
    "营业中, OPEN",
    "正常运营, OPEN",
    "已建成, OPEN",
    "开放, OPEN",
    "是, OPEN",
    "Open, OPEN",
    "规划, PLANNED",
    "拟建（2027年）, PLANNED",
    "在建, UNDER_CONSTRUCTION",
    "未建成, UNDER_CONSTRUCTION",
    "under construction, UNDER_CONSTRUCTION",
    "停业, CLOSED",
    "暂停营业, CLOSED",
    "未开放, CLOSED",
    "已关闭, CLOSED",
    "not open, CLOSED",
    "reopened, ",
    "规划/已建成, ",
    "良好, ",
  })
  void statusIsTheOneMeaningOfTheLongestWords(String text, FacilityStatus expected) {
    assertThat(words.status(text).orElse(null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "对外开放, PUBLIC",
    "免费向公众开放, PUBLIC",
    "public, PUBLIC",
    "yes, PUBLIC",
    "限时开放, SET_HOURS",
    "节假日对外开放, SET_HOURS",
    "内部, OWN_RESIDENTS",
    "不对外开放, OWN_RESIDENTS",
    "本小区居民, OWN_RESIDENTS",
    "private, OWN_RESIDENTS",
    "会员制, MEMBERS",
    "本校师生, MEMBERS",
    "老年人, ",
    "会员及公众, ",
  })
  void accessIsTheOneMeaningOfTheLongestWords(String text, FacilityAccess expected) {
    assertThat(words.access(text).orElse(null)).isEqualTo(expected);
  }
}
