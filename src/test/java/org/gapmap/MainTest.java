package org.gapmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gapmap.store.OpenFolder;
import org.gapmap.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real program as a process: what it prints, where, and how it ends. */
class MainTest {
  private static OpenFolder folder;
  private static TestDatabase database;

  @BeforeAll
  static void open() throws IOException {
    folder = OpenFolder.make();
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void close() throws IOException {
    database.close();
    folder.close();
  }

  @Test
  void help_lists_the_commands_and_touches_nothing() throws Exception {
    Path home = folder.resolve("untouched");

    var help = GapMapProcess.run(Map.of("GAPMAP_HOME", home.toString()), "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.errors()).isEmpty();
    assertThat(String.join("\n", help.output()))
        .contains("  serve ", "  assess ", "GAPMAP_HOME", "GAPMAP_DATABASE_URL", "Exit codes");
    assertThat(home).doesNotExist();
  }

  @Test
  void a_wrong_option_is_one_line_that_names_it_and_exit_code_2() throws Exception {
    var refused = GapMapProcess.run(environment(), "serve", "--prot", "80");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.output()).isEmpty();
    assertThat(refused.errors()).singleElement().asString().contains("'--prot'", "serve --help");
  }

  @Test
  void a_users_error_is_one_line_and_exit_code_2() throws Exception {
    var refused = GapMapProcess.run(environment(), "assess", "--standard", "no-such");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.output()).isEmpty();
    assertThat(refused.errors()).singleElement().asString().contains("no-such");
  }

  @Test
  void a_server_that_is_not_there_is_named_without_its_password() throws Exception {
    var refused =
        GapMapProcess.run(
            Map.of(
                "GAPMAP_HOME",
                folder.resolve("home").toString(),
                "GAPMAP_DATABASE_URL",
                "postgres://ann:geheim@127.0.0.1:" + unusedPort() + "/maps"),
            "assess");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.errors())
        .singleElement()
        .asString()
        .contains("ann at jdbc:postgresql://127.0.0.1", "refused")
        .doesNotContain("geheim");
    assertThat(log("home")).contains("Refused: ann at").doesNotContain("geheim");
  }

  @Test
  void a_bug_is_an_id_on_one_line_its_cause_in_the_log_and_exit_code_1() throws Exception {
    try (TestDatabase broken = TestDatabase.fresh()) {
      execute(broken, "DROP TABLE city CASCADE");

      var failed =
          GapMapProcess.run(
              Map.of(
                  "GAPMAP_HOME",
                  folder.resolve("bug").toString(),
                  "GAPMAP_DATABASE_URL",
                  url(broken)),
              "assess");

      assertThat(failed.exitCode()).isEqualTo(1);
      assertThat(failed.output()).isEmpty();
      assertThat(failed.errors()).hasSize(1);
      Matcher line =
          Pattern.compile("gapmap: a bug in GapMap, id ([0-9a-f]{8}); its cause is in (.*)")
              .matcher(failed.errors().get(0));
      assertThat(line.matches()).as(failed.errors().get(0)).isTrue();
      assertThat(Path.of(line.group(2))).isEqualTo(folder.resolve("bug/log/gapmap.log"));
      assertThat(log("bug"))
          .contains("ERROR [main] Main: Bug " + line.group(1), "\"city\"", "\tat");
    }
  }

  @Test
  void a_server_says_that_it_is_ready_logs_no_warning_and_stops_at_ctrl_c() throws Exception {
    try (GapMapProcess server =
        GapMapProcess.start(environment("ready"), "serve", "--port", "0", "--base-path", "/map")) {
      String url = server.url();
      assertThat(url).matches("http://127\\.0\\.0\\.1:\\d+/map");
      assertThat(get(url + "/api/health")).contains("\"status\":\"ok\"");

      server.signal("INT");
      var ended = server.end();

      assertThat(ended.exitCode()).isEqualTo(130);
      assertThat(ended.errors()).isEmpty();
      assertThat(log("ready"))
          .contains("INFO  [main] HikariPool: gapmap - Added connection") // SLF4J 2 is bound
          .contains("Shutdown completed")
          .doesNotContain("WARN", "ERROR");
    }
  }

  @Test
  void a_port_that_is_taken_is_named_with_the_option_that_chooses_another() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());

      var refused = GapMapProcess.run(environment(), "serve", "--port", port);

      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.output()).isEmpty();
      assertThat(refused.errors())
          .singleElement()
          .asString()
          .contains("port " + port + " is taken", "--port");
    }
  }

  @Test
  void listening_for_others_demands_a_token_and_says_so() throws Exception {
    var refused = GapMapProcess.run(environment(), "serve", "--port", "0", "--bind", "0.0.0.0");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.errors()).singleElement().asString().contains("GAPMAP_TOKEN");
  }

  @Test
  void a_command_joins_the_cluster_of_a_running_server_and_leaves_it_running() throws Exception {
    Map<String, String> embedded = Map.of("GAPMAP_HOME", folder.resolve("embedded").toString());
    Path pid = folder.resolve("embedded/cluster/data/postmaster.pid");
    try (GapMapProcess server = GapMapProcess.start(embedded, "serve", "--port", "0")) {
      String url = server.url();

      var refused = GapMapProcess.run(embedded, "assess", "--city", "nowhere");

      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.errors()).singleElement().asString().contains("nowhere");
      assertThat(log("embedded")).contains("joining the PostgreSQL that runs in");
      assertThat(get(url + "/api/health")).contains("\"status\":\"ok\"");

      server.signal("TERM");
      assertThat(server.end().exitCode()).isEqualTo(143);
      assertThat(pid).doesNotExist();
      assertThat(log("embedded")).doesNotContain("WARN", "ERROR");
    }
  }

  private static Map<String, String> environment() {
    return environment("home");
  }

  private static Map<String, String> environment(String home) {
    return Map.of(
        "GAPMAP_HOME", folder.resolve(home).toString(), "GAPMAP_DATABASE_URL", url(database));
  }

  private static String url(TestDatabase db) {
    return db.address().jdbcUrl()
        + "?user="
        + db.address().user()
        + "&password="
        + db.address().password();
  }

  private static String log(String home) throws IOException {
    return Files.readString(folder.resolve(home).resolve("log/gapmap.log"));
  }

  private static void execute(TestDatabase db, String sql) throws SQLException {
    try (var connection = db.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String get(String url) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
        .body();
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
