package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalTextTest {
  /** The examples of GB 11643-1999, annex A: a man of Beijing and a woman of Guangdong. */
  @ParameterizedTest
  @ValueSource(strings = {"11010519491231002X", "440524188001010014"})
  void theStandardsOwnNumbersPassTheCheck(String number) {
    assertThat(PersonalText.isIdentityNumber(number)).isTrue();
  }

  /** The check finds every single wrong digit: 11 is a prime and no weight is a multiple of it. */
  @Test
  void everySingleWrongDigitFailsTheCheck() {
    String right = "440524188001010014";
    for (int at = 0; at < 17; at++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String wrong = right.substring(0, at) + digit + right.substring(at + 1);
        assertThat(PersonalText.isIdentityNumber(wrong)).isEqualTo(wrong.equals(right));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "联系王师傅13812345678，周一至周五 | 联系王师傅***，周一至周五",
        "138 1234 5678 或 138-1234-5678 | *** 或 ***",
        "+86 13812345678 | ***",
        "预约 021-65432100转12 | 预约 ***",
        "(0571)87654321 | ***",
        "身份证11010519491231002X。 | 身份证***。",
        "老证 110105491231002 | 老证 ***",
      })
  void numbersOfPersonsAreTakenOutOfATextAndTheRestStays(String text, String masked) {
    assertThat(PersonalText.masked(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "建筑面积 1234.5 平方米",
        "项目编号310104201503120001",
        "统一代码 91310000MA1FL3TQ5J",
        "坐标 121.544437, 31.269021",
        "2020-01-01 至 2021-12-31，8:00-17:00",
        "12812345678 不是手机",
        "138123456789 位数不对",
      })
  void otherNumbersStay(String text) {
    assertThat(PersonalText.masked(text)).isSameAs(text);
  }
}
