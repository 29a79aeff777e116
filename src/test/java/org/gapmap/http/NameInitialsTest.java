package org.gapmap.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameInitialsTest {
  private final NameInitials initials = new NameInitials();

  /** Official spellings of places, as on road signs and in GB/T 2260's romanised names. */
  @ParameterizedTest
  @CsvSource({
    "重庆, cq", // Chongqing
    "长沙, cs", // Changsha
    "厦门, xm", // Xiamen
    "乐清, yq", // Yueqing
    "番禺, py", // Panyu
    "莘县, sx", // Shenxian
    "东莞, dg", // Dongguan
    "黄陂, hp", // Huangpi
    "六安, la", // Lu'an
    "衢州, qz", // Quzhou
    "圳, z", // Shenzhen's
    "朝阳, cy", // Chaoyang
    "弄堂, lt" // longtang
  })
  void findsAPlaceByItsOfficialSpelling(String name, String typed) {
    assertThat(initials.of(name).split(" ")).contains(typed);
  }

  @Test
  void allReadingsAreThereOnceEach() {
    assertThat(initials.of("长乐里").split(" ")).containsExactlyInAnyOrder("cll", "cyl", "zll", "zyl");
    assertThat(initials.of("汉口")).isEqualTo("hk");
  }

  @Test
  void lettersAndDigitsStayWhateverTheirWidthAndTheRestGoes() {
    assertThat(initials.of("建设二村A-3栋(北)")).isEqualTo("jseca3db");
    assertThat(initials.of("Ｂ１ Café")).isEqualTo("b1cafe");
    assertThat(initials.of("")).isEmpty();
    assertThat(initials.of("·、 カ")).isEmpty();
  }

  @Test
  void aNameOfManyReadingsStaysShort() {
    assertThat(initials.of("长".repeat(40)).split(" ")).hasSizeLessThanOrEqualTo(16);
  }
}
