package org.gapmap.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonTextsTest {
  /** What is written with a backslash here is so in the JSON. */
  @ParameterizedTest
  @CsvSource({
    "a, a",
    "a\\u0000b, ab",
    "\\u0000\\u0000, ''",
    "a\\\\u0000b, a\\\\u0000b",
    "a\\\\\\u0000b, a\\\\b",
    "\\u00001, 1",
  })
  void nulGoesAndAWrittenBackslashStays(String json, String clean) {
    assertThat(JsonTexts.withoutNul('"' + json + '"')).isEqualTo('"' + clean + '"');
  }
}
