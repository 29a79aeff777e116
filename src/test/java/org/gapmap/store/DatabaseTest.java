package org.gapmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.gapmap.domain.UserError;
import org.junit.jupiter.api.Test;

class DatabaseTest {
  @Test
  void a_fresh_database_has_postgis_and_the_whole_schema() throws SQLException {
    try (TestDatabase db = TestDatabase.fresh();
        var connection = db.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM current_layer")) {
      rows.next();
      assertThat(rows.getInt(1)).isZero();
      assertThat(new CityStore(db.dataSource()).getPostgisVersion()).matches("3\\.\\d+\\.\\d+.*");
    }
  }

  @Test
  void what_one_test_writes_another_never_sees() throws SQLException {
    try (TestDatabase one = TestDatabase.fresh();
        TestDatabase other = TestDatabase.fresh()) {
      assertThat(cities(one, "INSERT INTO city (key, name) VALUES ('a', '甲') RETURNING id"))
          .isOne();
      assertThat(cities(other, "SELECT count(*) FROM city")).isZero();
    }
  }

  @Test
  void a_wrong_password_is_the_users_error_and_is_not_repeated() {
    try (TestDatabase db = TestDatabase.fresh()) {
      DatabaseAddress right = db.address();
      assertThatThrownBy(
              () -> Database.open(new DatabaseAddress(right.jdbcUrl(), right.user(), "geheim")))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("password authentication failed")
          .hasMessageNotContaining("geheim");
    }
  }

  private static int cities(TestDatabase db, String sql) throws SQLException {
    try (var connection = db.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
