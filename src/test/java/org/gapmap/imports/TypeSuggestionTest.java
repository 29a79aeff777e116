package org.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.gapmap.domain.LayerType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeSuggestionTest {
  @ParameterizedTest
  @CsvSource({
    "杨浦区小区2026, polygon, COMMUNITIES",
    "小区出入口, point, GATES",
    "建设用地, polygon, LAND_USE",
    "道路中心线, line, STREETS",
    "anything, line, STREETS",
    "小区配套, point, FACILITIES",
    "loudong, polygon, BUILDINGS",
    "districts, polygon, AREAS",
  })
  void the_name_says_the_type_where_the_shapes_can_be_that(
      String name, String geometry, LayerType type) {
    assertThat(TypeSuggestion.of(name, geometry)).contains(type);
  }

  @Test
  void polygons_of_no_known_name_are_left_to_the_user() {
    assertThat(TypeSuggestion.of("layer1", "polygon")).isEqualTo(Optional.empty());
  }
}
