package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseNumberTest {
  @ParameterizedTest
  @CsvSource({
    "十二栋, 12栋",
    "十户, 10户",
    "二十, 20",
    "两百人, 200人",
    "一千二百户, 1200户",
    "约三千零五十人, 约3050人",
    "一万二千, 12000",
    "十二万人, 120000人",
    "一九九八年, 1998年",
    "二〇〇三年建成, 2003年建成",
    "五层, 5层",
  })
  void numbersInCharactersAreReadAsDigits(String text, String digits) {
    assertThat(ChineseNumber.inDigits(text)).isEqualTo(digits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.2万", "百", "万户", "二三百人", "三五成群的四五人", "百十户", "一二期", "未知", "十百"})
  void whatIsNoOneNumberStaysAsItIs(String text) {
    assertThat(ChineseNumber.inDigits(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "4675户, 4675",
    "约1.2万户, 12000",
    "1.2万, 12000",
    "约200, 200",
    "一千二百户, 1200",
    "45栋, -1",
    "十二栋, -1",
    "200-300户, -1",
    "85%, -1",
  })
  void householdsAreReadWithTheirUnitOrUnknown(String text, int households) {
    MappedField field = new MappedField(FieldRole.HOUSEHOLDS, "户数", MappedField.How.KNOWN, 1);
    FieldValues.Reading reading = FieldValues.load().count(field, text);
    assertThat(reading.value().orElse(-1)).isEqualTo(households);
    assertThat(reading.understood()).isEqualTo(households >= 0);
  }

  @ParameterizedTest
  @CsvSource({"1998年建成, 1998", "一九九八年, 1998", "90年代, -1", "九十年代, -1", "1998-2003, -1"})
  void yearsToo(String text, int year) {
    assertThat(FieldValues.load().year(text).value().orElse(-1)).isEqualTo(year);
  }
}
