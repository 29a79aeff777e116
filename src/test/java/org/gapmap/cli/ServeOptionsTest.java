package org.gapmap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.gapmap.domain.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeOptionsTest {
  private static final Optional<String> TOKEN = Optional.of("0123456789abcdef");

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, /, http://127.0.0.1:8080",
    "127.0.0.1, /gapmap, http://127.0.0.1:8080/gapmap",
    "::1, /, http://[::1]:8080",
    "0.0.0.0, /maps/gap, http://127.0.0.1:8080/maps/gap",
  })
  void the_address_is_one_to_open_on_this_machine(String bind, String basePath, String url) {
    assertThat(new ServeOptions(bind, 0, basePath, TOKEN, Optional.empty()).url(8080))
        .isEqualTo(url);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, 8080, /, GAPMAP_TOKEN",
    "127.0.0.1, 70000, /, --port",
    "127.0.0.1, 8080, gapmap, --base-path",
    "127.0.0.1, 8080, /gapmap/, --base-path",
    "not a host, 8080, /, --bind",
  })
  void what_cannot_be_served_names_its_option(
      String bind, int port, String basePath, String option) {
    assertThatThrownBy(
            () -> new ServeOptions(bind, port, basePath, Optional.empty(), Optional.empty()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(option);
  }

  @Test
  void a_token_that_can_be_guessed_is_refused_without_being_repeated() {
    assertThatThrownBy(
            () -> new ServeOptions("127.0.0.1", 0, "/", Optional.of("geheim"), Optional.empty()))
        .isInstanceOf(UserError.class)
        .hasMessageNotContaining("geheim");
  }
}
