package org.gapmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gapmap.domain.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseAddressTest {
  @ParameterizedTest
  @CsvSource({
    "postgres://ann:s%40cret@db.example:5433/maps,"
        + " jdbc:postgresql://db.example:5433/maps, ann, s@cret",
    "postgresql://ann:a+b@[::1]/maps?sslmode=require,"
        + " jdbc:postgresql://[::1]/maps?sslmode=require, ann, a+b",
    "jdbc:postgresql://localhost/maps?user=ann&password=%25&ssl=true,"
        + " jdbc:postgresql://localhost/maps?ssl=true, ann, %",
  })
  void an_address_is_read_and_its_password_kept_out_of_the_url(
      String url, String jdbcUrl, String user, String password) {
    DatabaseAddress address = DatabaseAddress.parse(url);

    assertThat(address).isEqualTo(new DatabaseAddress(jdbcUrl, user, password));
    assertThat(address.toString()).doesNotContain(password);
  }

  @Test
  void what_is_no_address_is_refused_without_being_repeated() {
    assertThatThrownBy(() -> DatabaseAddress.parse("mysql://ann:geheim@localhost/maps"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("GAPMAP_DATABASE_URL")
        .hasMessageNotContaining("geheim");
  }
}
