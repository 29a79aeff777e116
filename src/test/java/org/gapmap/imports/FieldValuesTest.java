package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldValuesTest {
  private final FieldValues values = FieldValues.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HOUSEHOLDS | 4675户      | 4675",
        "HOUSEHOLDS | 4,675 户    | 4675",
        "HOUSEHOLDS | １２３４    | 1234",
        "HOUSEHOLDS | 1，204户    | 1204",
        "HOUSEHOLDS | 816.00000   | 816",
        "HOUSEHOLDS | 共320余户   | 320",
        "HOUSEHOLDS | 0           | 0",
        "RESIDENTS  | 约1.2万人   | 12000",
        "RESIDENTS  | 1.2万       | 12000",
        "RESIDENTS  | 3千人左右   | 3000",
        "RESIDENTS  | 812.37      | 812",
        "RESIDENTS  | .2万        | 2000",
        "RESIDENTS  | 1.2E+04     | 12000",
        "RESIDENTS  | ≈900人      | 900",
        "CAPACITY   | 45个托位    | ",
        "CAPACITY   | 45托位      | 45",
        "CAPACITY   | 60张        | 60",
        "CAPACITY   | 120㎡       | 120",
      })
  void countsAreReadAsPeopleWriteThem(FieldRole role, String text, Integer expected) {
    FieldValues.Reading reading = values.count(field(role, 1), text);

    if (expected == null) {
      assertThat(reading).isEqualTo(FieldValues.Reading.NOT_UNDERSTOOD);
    } else {
      assertThat(reading).isEqualTo(FieldValues.Reading.of(expected));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "350        | 350",
        "350.5㎡    | 350.5",
        "约1.2万平方米 | 12000",
        "0.5公顷    | 5000",
        "3亩        | 2000",
        "1,250 m2   | 1250",
        "0          | ",
        "0.00       | ",
        "不详       | ",
      })
  void areasAreSquareMetresAndNoughtSaysNothing(String text, Double sqm) {
    FieldValues.Amount amount = values.area(field(FieldRole.FLOOR_AREA, 1), text);

    assertThat(amount.understood()).isTrue();
    assertThat(amount.value().isPresent()).isEqualTo(sqm != null);
    amount.value().ifPresent(value -> assertThat(value).isEqualTo(sqm, within(1e-9)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12层", "-5", "300-500平方米", "几亩", "20m"})
  void whatIsNotOneAreaIsNotUnderstood(String text) {
    assertThat(values.area(field(FieldRole.LAND_AREA, 1), text))
        .isEqualTo(FieldValues.Amount.NOT_UNDERSTOOD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"45栋", "100-200户", "约百户", "-1", "99999999999", "12户34人", "几百户", "1.2.3", "****"})
  void whatIsNotOneCountOfHouseholdsIsNotUnderstood(String text) {
    assertThat(values.count(field(FieldRole.HOUSEHOLDS, 1), text))
        .isEqualTo(FieldValues.Reading.NOT_UNDERSTOOD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", "／", "不详", "暂无", "N/A", "NULL", "—"})
  void wordsForNothingAreEmpty(String text) {
    assertThat(values.count(field(FieldRole.RESIDENTS, 1), text))
        .isEqualTo(FieldValues.Reading.EMPTY);
    assertThat(values.text(text)).isEmpty();
  }

  @Test
  void aHeadingsUnitMultiplies() {
    assertThat(values.count(field(FieldRole.RESIDENTS, 10_000), "1.35"))
        .isEqualTo(FieldValues.Reading.of(13_500));
  }

  @ParameterizedTest
  @CsvSource({
    "1998, 1998",
    "1998年, 1998",
    "1998年建成, 1998",
    "1998年12月, 1998",
    "１９９８年, 1998",
    "1998-12-01, 1998",
    "1998/12/1 0:00:00, 1998",
    "19981201, 1998",
    "199812, 1998",
    "1998.0, 1998",
    "98年, 1998",
    "建于1957年, 1957",
    "2001.5, 2001",
  })
  void yearsAreReadAsPeopleWriteThem(String text, int year) {
    assertThat(values.year(text)).isEqualTo(FieldValues.Reading.of(year));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "90年代",
        "1990年代",
        "1995-1998年",
        "1995、1997年",
        "1980s",
        "05年",
        "3年",
        "上世纪",
        "12345"
      })
  void whatIsNotOneYearIsNotUnderstood(String text) {
    assertThat(values.year(text)).isEqualTo(FieldValues.Reading.NOT_UNDERSTOOD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.0", "0000", "不详", ""})
  void aYearOfZeroIsAnEmptyOne(String text) {
    assertThat(values.year(text)).isEqualTo(FieldValues.Reading.EMPTY);
  }

  private static MappedField field(FieldRole role, int multiplier) {
    return new MappedField(role, "F", MappedField.How.KNOWN, multiplier);
  }
}
