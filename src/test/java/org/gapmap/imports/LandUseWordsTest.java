package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.gapmap.domain.LandUseClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LandUseWordsTest {
  private final LandUseWords words = LandUseWords.load();
  private final Meanings<BuildingUse> uses = BuildingUse.words();

  @ParameterizedTest
  @CsvSource({
    "居住用地, RESIDENTIAL",
    "二类居住用地, RESIDENTIAL",
    "城镇住宅用地, RESIDENTIAL",
    "商住混合用地, RESIDENTIAL",
    "R, RESIDENTIAL",
    "R2, RESIDENTIAL",
    "r21, RESIDENTIAL",
    "RB, RESIDENTIAL",
    "R2/B1, RESIDENTIAL",
    "0701, RESIDENTIAL",
    "070102, RESIDENTIAL",
    "residential, RESIDENTIAL",
    "R2 二类居住用地, RESIDENTIAL",
    "公园绿地, GREEN",
    "居住区公园, GREEN",
    "绿地与广场用地, GREEN",
    "G1, GREEN",
    "1401, GREEN",
    "0810A, GREEN",
    "park, GREEN",
    "水域, WATER",
    "E1, WATER",
    "1701, WATER",
    "商业服务业设施用地, OTHER",
    "B1, OTHER",
    "0507, OTHER",
    "广场用地, OTHER",
    "H14, OTHER",
    "A33 中小学用地, OTHER",
    "E2, OTHER",
    "1101, ",
    "rice, ",
    "住宅/商业, ",
    "'', ",
  })
  void landIsKnownByWordsAndCodes(String text, LandUseClass expected) {
    assertThat(words.find(text).orElse(null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "住宅, RESIDENTIAL",
    "商住楼, RESIDENTIAL",
    "apartments, RESIDENTIAL",
    "semidetached_house, RESIDENTIAL",
    "幼儿园, OTHER",
    "办公楼, OTHER",
    "garage, OTHER",
    "yes, UNSAID",
    "住宅、商业, ",
    "greenhouse, OTHER",
    "公共租赁住房, ",
  })
  void buildingsAreKnownByTheirUse(String text, BuildingUse expected) {
    assertThat(uses.find(text).orElse(null)).isEqualTo(expected);
  }
}
