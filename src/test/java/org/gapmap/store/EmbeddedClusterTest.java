package org.gapmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.gapmap.domain.UserError;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedClusterTest {
  private static OpenFolder folder;
  private static HomeFolder home;

  @BeforeAll
  static void makeHome() throws IOException {
    folder = OpenFolder.make();
    home = HomeFolder.locate(Map.of("GAPMAP_HOME", folder.resolve("家").toString()));
  }

  @AfterAll
  static void removeHome() throws IOException {
    folder.close();
  }

  @Test
  void data_outlive_a_stop_and_the_last_to_leave_stops_the_server() throws Exception {
    String url;
    try (EmbeddedCluster cluster = EmbeddedCluster.join(home)) {
      url = cluster.address().jdbcUrl();
      execute(cluster.address(), "CREATE TABLE kept AS SELECT '小区' AS name");
    }
    assertThat(answers(url)).isFalse();
    assertThat(postmasterPid()).doesNotExist();
    try (EmbeddedCluster cluster = EmbeddedCluster.join(home)) {
      execute(cluster.address(), "DO $$ BEGIN ASSERT (SELECT name FROM kept) = '小区'; END $$");
      execute(cluster.address(), "DROP TABLE kept");
    }
  }

  @Test
  void another_process_joins_the_running_server_and_keeps_it_when_the_first_leaves()
      throws Exception {
    EmbeddedCluster first = EmbeddedCluster.join(home);
    try (JoiningProcess second = JoiningProcess.start(home)) {
      String url = second.jdbcUrl();
      assertThat(url).isEqualTo(first.address().jdbcUrl());
      first.close();
      assertThat(answers(url)).isTrue();
      second.leave();
      assertThat(answers(url)).isFalse();
    }
  }

  @Test
  void processes_that_start_together_share_one_server() throws Exception {
    try (JoiningProcess one = JoiningProcess.start(home);
        JoiningProcess other = JoiningProcess.start(home)) {
      assertThat(one.jdbcUrl()).isEqualTo(other.jdbcUrl());
      one.leave();
      other.leave();
    }
    assertThat(postmasterPid()).doesNotExist();
  }

  @Test
  void a_killed_process_leaves_a_server_that_the_next_one_joins_and_stops() throws Exception {
    String url;
    try (JoiningProcess killed = JoiningProcess.start(home)) {
      url = killed.jdbcUrl();
      killed.kill();
    }
    assertThat(answers(url)).isTrue();
    try (EmbeddedCluster next = EmbeddedCluster.join(home)) {
      assertThat(next.address().jdbcUrl()).isEqualTo(url);
    }
    assertThat(answers(url)).isFalse();
  }

  @Test
  void ctrl_c_in_the_terminal_does_not_reach_the_server() throws Exception {
    String url;
    try (JoiningProcess interrupted = JoiningProcess.start(home)) {
      url = interrupted.jdbcUrl();
      interrupted.interruptGroup();
    }
    assertThat(answers(url)).isTrue();
    EmbeddedCluster.join(home).close();
  }

  @Test
  void a_killed_server_is_started_again_with_what_was_committed() throws Exception {
    EmbeddedCluster first = EmbeddedCluster.join(home);
    execute(first.address(), "CREATE TABLE committed ()");
    long pid = Long.parseLong(Files.readAllLines(postmasterPid()).get(0).strip());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    postmaster.destroyForcibly();
    postmaster.onExit().join();
    try (JoiningProcess next = JoiningProcess.start(home)) {
      assertThat(next.jdbcUrl()).isEqualTo(first.address().jdbcUrl());
      first.close();
      next.leave();
    }
    try (EmbeddedCluster later = EmbeddedCluster.join(home)) {
      execute(later.address(), "DROP TABLE committed");
    }
  }

  @Test
  void a_pid_file_whose_number_went_to_another_program_is_seen_through() throws Exception {
    EmbeddedCluster.join(home).close();
    Files.writeString(postmasterPid(), ProcessHandle.current().pid() + "\n/nowhere\n0\n5432\n");
    try (EmbeddedCluster cluster = EmbeddedCluster.join(home)) {
      execute(cluster.address(), "SELECT 1");
    }
  }

  @Test
  void a_cluster_that_was_being_made_when_the_process_died_is_made_anew() throws Exception {
    try (OpenFolder parent = OpenFolder.make()) {
      Files.createDirectories(parent.resolve("cluster.building123/data/base"));
      Files.writeString(parent.resolve("cluster.building123/password"), "x");
      HomeFolder broken = HomeFolder.locate(Map.of("GAPMAP_HOME", parent.path().toString()));
      try (EmbeddedCluster cluster = EmbeddedCluster.join(broken)) {
        execute(cluster.address(), "SELECT 1");
        assertThat(parent.resolve("cluster.building123")).doesNotExist();
      }
    }
  }

  @Test
  void the_server_refuses_whoever_has_not_its_password() throws Exception {
    try (EmbeddedCluster cluster = EmbeddedCluster.join(home)) {
      DatabaseAddress right = cluster.address();
      assertThatThrownBy(
              () -> execute(new DatabaseAddress(right.jdbcUrl(), right.user(), "guess"), "SELECT"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void a_folder_that_is_no_cluster_is_left_alone_and_named() throws Exception {
    try (OpenFolder parent = OpenFolder.make()) {
      Files.createDirectory(parent.resolve("cluster"));
      HomeFolder occupied = HomeFolder.locate(Map.of("GAPMAP_HOME", parent.path().toString()));
      assertThatThrownBy(() -> EmbeddedCluster.join(occupied))
          .isInstanceOf(UserError.class)
          .hasMessageContaining(parent.resolve("cluster").toString())
          .hasMessageContaining("not a database of GapMap's");
    }
  }

  @Test
  void roots_closed_home_gets_its_cluster_where_postgres_can_reach_it() throws Exception {
    assumeTrue(ServerAccount.isRoot(), "only root has another account run PostgreSQL");
    try (OpenFolder closed = OpenFolder.make()) {
      Files.setPosixFilePermissions(closed.path(), PosixFilePermissions.fromString("rwx------"));
      HomeFolder inside = HomeFolder.locate(Map.of("GAPMAP_HOME", closed.resolve("h").toString()));
      String url;
      try (EmbeddedCluster cluster = EmbeddedCluster.join(inside)) {
        url = cluster.address().jdbcUrl();
        assertThat(closed.resolve("h/cluster")).doesNotExist();
        execute(cluster.address(), "CREATE TABLE kept ()");
      }
      try (EmbeddedCluster again = EmbeddedCluster.join(inside)) {
        execute(again.address(), "SELECT FROM kept");
        assertThat(again.address().user()).isEqualTo("gapmap");
      }
      assertThat(answers(url)).isFalse();
      OpenFolder.deleteTree(
          Path.of(Files.readString(closed.resolve("h/cluster.location")).strip()));
    }
  }

  private static Path postmasterPid() {
    return home.path().resolve("cluster/data/postmaster.pid");
  }

  private static void execute(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Whether a server listens there, whatever it thinks of the caller. */
  private static boolean answers(String url) {
    try (Connection connection = DriverManager.getConnection(url, "nobody", "none")) {
      return connection != null;
    } catch (SQLException refused) {
      return !String.valueOf(refused.getSQLState()).startsWith("08");
    }
  }
}
