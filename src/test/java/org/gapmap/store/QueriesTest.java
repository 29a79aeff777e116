package org.gapmap.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QueriesTest {
  private static final Path FOLDER = Path.of("src/main/resources/sql");

  @Test
  void everyQueryIsOneCommentedStatementThatFitsTheSchema() throws IOException, SQLException {
    try (TestDatabase database = TestDatabase.fresh();
        Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      for (String staging :
          List.of(
              "imports/stage_communities",
              "imports/stage_facilities",
              "imports/stage_shapes",
              "imports/stage_buildings",
              "imports/stage_population",
              "imports/stage_known",
              "difference/stage_compared",
              "difference/stage_matched",
              "difference/stage_changed")) {
        try (var statement = connection.createStatement()) {
          statement.execute(Queries.text(staging));
        }
      }
      List<String> names = names();
      assertThat(names).hasSizeGreaterThan(25);
      for (String name : names) {
        String sql = Queries.text(name);
        assertThat(sql).as(name).startsWith("-- ");
        if (!sql.contains("COPY ")
            && !sql.contains("CREATE ")
            && !sql.contains("LISTEN ")
            && !sql.contains("ANALYZE ")
            && !sql.contains("SET LOCAL ")) {
          try (var prepared = connection.prepareStatement(sql)) {
            // Metadata makes the server parse and plan it; without it nothing would be checked.
            assertThat(prepared.getParameterMetaData()).as(name).isNotNull();
          }
        }
      }
    }
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .map(file -> FOLDER.relativize(file).toString().replace(".sql", ""))
          .sorted()
          .toList();
    }
  }
}
