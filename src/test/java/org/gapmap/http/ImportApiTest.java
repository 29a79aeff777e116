package org.gapmap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ImportApiTest extends ServedCity {
  private static final String CANTEENS = "名称,经度,纬度\n一号食堂,114.3,30.5\n二号食堂,114.31,30.51\n";
  private static final String SPEC =
      "{\"file\": %s, \"type\": \"facilities\", \"kind\": \"elderly_canteen\", \"city\": \"%s\","
          + " \"source\": \"civil\", \"crs\": \"cgcs2000\"}";

  @TempDir private static Path folder;

  private static WebServer limited;
  private static LongWork small;

  @BeforeAll
  static void allowFolder() throws IOException {
    Files.writeString(folder.resolve("canteens.csv"), CANTEENS);
    Files.createDirectories(folder.resolve("2026"));
    Files.writeString(folder.resolve("2026/more.csv"), CANTEENS);
    Files.writeString(folder.resolve(".hidden.csv"), CANTEENS);
    Files.createSymbolicLink(folder.resolve("out.csv"), Path.of("/etc/passwd"));
    small =
        TestWork.of(
            database,
            ImportFolder.of(java.util.Optional.of(folder)),
            new org.gapmap.imports.source.ReadLimits(1000, 1000, 10, 10, 100, 100, 10, 10));
    limited = new WebServer(ServerSettings.local(0), api(small));
    limited.start();
  }

  @AfterAll
  static void closeFolder() {
    limited.close();
    small.jobs().close();
  }

  private static HttpResponse<String> call(WebServer to, String method, String path, String body) {
    return send(
        HttpRequest.newBuilder(uri(to, path))
            .method(method, BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build());
  }

  private static JsonNode ended(WebServer to, HttpResponse<String> accepted) throws Exception {
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    long id = parse(accepted.body()).path("id").asLong();
    while (true) {
      JsonNode job = parse(call(to, "GET", "/api/jobs/" + id, "").body());
      if (List.of("done", "failed", "cancelled").contains(job.path("state").asText())) {
        return job;
      }
      Thread.sleep(20);
    }
  }

  private static String upload(WebServer to, String name, String text) {
    String id = parse(call(to, "POST", "/api/uploads", "").body()).path("upload").asText();
    HttpResponse<String> sent = call(to, "PUT", "/api/uploads/" + id + "/" + name, text);
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
    JsonNode file = parse(sent.body()).path("files").path(0);
    assertThat(file.path("name").asText()).isEqualTo(name);
    assertThat(file.path("bytes").asLong()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    return id;
  }

  @Test
  void an_uploaded_file_is_looked_at_then_imported_and_the_upload_is_gone() throws Exception {
    String upload = upload(server, "canteens.csv", CANTEENS);
    String spec = SPEC.formatted("{\"upload\": \"" + upload + "\"}", "posted");

    JsonNode preview = ended(server, call(server, "POST", "/api/imports/preview", spec));
    assertThat(preview.path("state").asText()).as(preview.toString()).isEqualTo("done");
    assertThat(preview.path("result").path("file").path("name").asText()).isEqualTo("canteens.csv");
    assertThat(call(server, "GET", "/api/cities", "").body()).doesNotContain("posted");

    JsonNode job = ended(server, call(server, "POST", "/api/imports", spec));
    assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("done");
    assertThat(job.path("result").path("stored").asInt()).isEqualTo(2);
    assertThat(job.path("title").path("zh").asText()).isEqualTo("导入 canteens.csv");
    assertThat(call(server, "GET", "/api/cities", "").body()).contains("posted");
    assertThat(call(server, "POST", "/api/imports", spec).body()).contains("no such upload");
  }

  @Test
  void the_layers_in_a_file_are_told_before_it_is_imported() {
    JsonNode told =
        parse(
            call(
                    limited,
                    "POST",
                    "/api/imports/layers",
                    "{\"file\": {\"folder\": \"canteens.csv\"}}")
                .body());

    assertThat(told.path("layers")).as(told.toString()).hasSize(1);
    assertThat(told.path("layers").path(0).path("geometry").asText()).isEqualTo("point");
    assertThat(told.path("suggestedType").asText()).isEqualTo("facilities");
  }

  @Test
  void a_file_that_cannot_be_used_is_a_failed_job_with_the_reason_and_the_upload_stays()
      throws Exception {
    String upload = upload(server, "empty.csv", "名称,经度,纬度\n甲,0,0\n");
    String spec = SPEC.formatted("{\"upload\": \"" + upload + "\"}", "refused");

    JsonNode job = ended(server, call(server, "POST", "/api/imports", spec));

    assertThat(job.path("state").asText()).isEqualTo("failed");
    assertThat(job.path("problem").path("what").asText()).contains("none of its 1 rows");
    assertThat(job.path("result").isNull()).isTrue();
    assertThat(work.folders().uploads().find(upload)).isPresent();
    assertThat(call(server, "GET", "/api/cities", "").body()).doesNotContain("\"refused\"");
  }

  @Test
  void the_import_folder_lists_its_files_and_no_links_and_imports_them() throws Exception {
    JsonNode listed = parse(call(limited, "GET", "/api/import-folder", "").body());
    assertThat(listed.path("folder").asText()).isEqualTo(folder.toString());
    assertThat(listed.path("files").findValuesAsText("path"))
        .containsExactly("2026/more.csv", "canteens.csv");

    JsonNode job =
        ended(
            limited,
            call(
                limited,
                "POST",
                "/api/imports",
                SPEC.formatted("{\"folder\": \"2026/more.csv\"}", "folder")));
    assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("done");
    assertThat(folder.resolve("2026/more.csv")).exists();
    assertThat(parse(call(server, "GET", "/api/import-folder", "").body()).path("folder").isNull())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "/etc/passwd",
        "out.csv",
        "2026/../../x",
        "none.csv",
        "\\u0000"
      })
  void no_path_leads_out_of_the_import_folder(String path) {
    HttpResponse<String> refused =
        call(
            limited,
            "POST",
            "/api/imports",
            SPEC.formatted("{\"folder\": \"" + path + "\"}", "out"));

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
  }

  @Test
  void a_shapefiles_part_that_is_a_link_out_of_the_folder_is_refused() throws IOException {
    Files.writeString(folder.resolve("roads.shp"), "x");
    Files.createSymbolicLink(folder.resolve("roads.dbf"), Path.of("/etc/passwd"));
    try {
      HttpResponse<String> refused =
          call(
              limited,
              "POST",
              "/api/imports",
              SPEC.formatted("{\"folder\": \"roads.shp\"}", "out"));
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("a link leads out");
    } finally {
      Files.delete(folder.resolve("roads.dbf"));
      Files.delete(folder.resolve("roads.shp"));
    }
  }

  @Test
  void where_a_list_is_complete_is_no_file_of_the_server() {
    String spec =
        SPEC.formatted("{\"folder\": \"canteens.csv\"}", "complete")
            .replace("\"crs\"", "\"completeFor\": \"/etc/passwd\", \"crs\"");

    assertThat(call(limited, "POST", "/api/imports", spec).body()).contains("file of the server");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..%2Fescape.csv", "..", ".hidden", "a%5Cb.csv", "C:x", "%20", "%2Fetc"})
  void no_name_climbs_out_of_the_upload(String name) throws IOException {
    String id = parse(call(server, "POST", "/api/uploads", "").body()).path("upload").asText();

    HttpResponse<String> refused = call(server, "PUT", "/api/uploads/" + id + "/" + name, "");

    assertThat(refused.statusCode()).as(refused.body()).isBetween(400, 405);
    try (Stream<Path> files =
        Files.walk(work.folders().uploads().find(id).orElseThrow().getParent())) {
      assertThat(files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()))
          .doesNotContain("escape.csv", ".hidden");
    }
  }

  @Test
  void a_file_over_the_limit_is_413_and_nothing_of_it_stays() throws Exception {
    String id = parse(call(limited, "POST", "/api/uploads", "").body()).path("upload").asText();
    URI target = uri(limited, "/api/uploads/" + id + "/large.csv");

    HttpResponse<String> told =
        CLIENT.send(
            HttpRequest.newBuilder(target).PUT(BodyPublishers.ofByteArray(new byte[1001])).build(),
            BodyHandlers.ofString());
    HttpResponse<String> found =
        CLIENT.send(
            HttpRequest.newBuilder(target)
                .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[1001])))
                .build(),
            BodyHandlers.ofString());

    for (HttpResponse<String> refused : List.of(told, found)) {
      assertThat(refused.statusCode()).isEqualTo(413);
      assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/problem+json");
    }
    try (Stream<Path> left = Files.list(small.folders().uploads().find(id).orElseThrow())) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void a_gigabyte_over_the_limit_is_refused_before_it_is_sent() throws Exception {
    String id = parse(call(limited, "POST", "/api/uploads", "").body()).path("upload").asText();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), limited.port())) {
      socket
          .getOutputStream()
          .write(
              ("PUT /api/uploads/"
                      + id
                      + "/a.zip HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1073741824\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      assertThat(answer).isEqualTo("HTTP/1.1 413");
    }
  }

  @Test
  void an_upload_that_breaks_off_leaves_nothing() throws Exception {
    String id = parse(call(server, "POST", "/api/uploads", "").body()).path("upload").asText();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket
          .getOutputStream()
          .write(
              ("PUT /api/uploads/"
                      + id
                      + "/a.csv HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5000\r\n\r\nabc")
                  .getBytes(StandardCharsets.US_ASCII));
      Thread.sleep(100);
    }
    Path upload = work.folders().uploads().find(id).orElseThrow();
    for (int i = 0; i < 100; i++) {
      try (Stream<Path> left = Files.list(upload)) {
        if (left.findAny().isEmpty()) {
          return;
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("something is left");
  }

  @Test
  void events_tell_of_a_job_until_its_end() throws Exception {
    String upload = upload(server, "canteens.csv", CANTEENS);
    String spec = SPEC.formatted("{\"upload\": \"" + upload + "\"}", "events");
    long id = parse(call(server, "POST", "/api/imports", spec).body()).path("id").asLong();

    List<JsonNode> events = new ArrayList<>();
    try (Stream<String> lines =
        CLIENT
            .send(
                HttpRequest.newBuilder(uri(server, "/api/jobs/" + id + "/events"))
                    .header("Accept", "text/event-stream")
                    .build(),
                BodyHandlers.ofLines())
            .body()) {
      lines.filter(l -> l.startsWith("data:")).forEach(l -> events.add(parse(l.substring(5))));
    }

    assertThat(events).isNotEmpty();
    JsonNode last = events.get(events.size() - 1);
    assertThat(last.path("state").asText()).isEqualTo("done");
    assertThat(last.path("finishedAt").asText()).isNotEmpty();
    assertThat(last.path("result").isNull()).isTrue();
    assertThat(call(server, "GET", "/api/jobs", "").body()).contains("\"id\":" + id + ",");
  }

  @Test
  void an_earlier_version_of_a_layer_is_restored_and_its_refused_rows_are_handed_out()
      throws Exception {
    String two = CANTEENS + "坏食堂,0,0\n";
    String one = CANTEENS.substring(0, CANTEENS.lastIndexOf("二号"));
    long last = 0;
    for (String csv : List.of(two, one)) {
      String upload = upload(server, "canteens.csv", csv);
      String spec = SPEC.formatted("{\"upload\": \"" + upload + "\"}", "restored");
      JsonNode job = ended(server, call(server, "POST", "/api/imports", spec));
      assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("done");
      last = last == 0 ? job.path("id").asLong() : last;
    }
    JsonNode layer =
        parse(call(server, "GET", "/api/layers?city=restored", "").body()).path("layers").path(0);
    assertThat(layer.path("versions").findValuesAsText("rows")).containsExactly("1", "2");
    assertThat(layer.path("versions").findValuesAsText("current")).containsExactly("true", "false");
    assertThat(layer.path("versions").findValuesAsText("refused")).containsExactly("0", "1");
    String path = "/api/layers/" + layer.path("id").asInt();

    for (String refused :
        List.of(path + "/versions/1/refused.csv", "/api/jobs/" + last + "/refused.csv")) {
      assertThat(call(server, "GET", refused, "").body()).contains("坏食堂", "refused_row");
    }
    assertThat(call(server, "GET", path + "/versions/1/refused.gpkg", "").body())
        .startsWith("SQLite format 3");
    assertThat(call(server, "GET", path + "/versions/2/refused.csv", "").statusCode())
        .isEqualTo(400);
    JsonNode version = parse(call(server, "GET", path + "/versions/1", "").body());
    assertThat(version.path("report").path("read").asInt()).isEqualTo(3);
    assertThat(version.path("spec").path("source").asText()).isEqualTo("civil");

    JsonNode back = parse(call(server, "POST", path + "/restore", "{\"version\": 1}").body());
    assertThat(back.path("dataVersion").asInt()).isEqualTo(3);
    JsonNode now = parse(call(server, "GET", "/api/layers?city=restored", "").body());
    assertThat(now.path("dataVersion").asInt()).isEqualTo(3);
    assertThat(now.path("layers").path(0).path("current").asInt()).isEqualTo(1);
  }

  @Test
  void an_assessment_is_a_job_where_it_is_asked_for_as_one() throws Exception {
    JsonNode job =
        ended(server, call(server, "POST", "/api/runs?job=true", "{\"city\": \"wuhan\"}"));

    assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("done");
    assertThat(job.path("what").asText()).isEqualTo("assessment");
    long run = job.path("result").path("run").asLong();
    assertThat(call(server, "GET", "/api/runs/" + run + ".csv", "").statusCode()).isEqualTo(200);
  }

  @Test
  void what_is_not_there_is_404_and_events_need_to_be_asked_for_as_such() {
    assertThat(call(server, "GET", "/api/jobs/999999", "").statusCode()).isEqualTo(404);
    assertThat(call(server, "DELETE", "/api/jobs/999999", "").statusCode()).isEqualTo(404);
    assertThat(call(server, "GET", "/api/jobs/999999/events", "").statusCode()).isEqualTo(404);
    assertThat(call(server, "PUT", "/api/uploads/ff/a.csv", "x").statusCode()).isEqualTo(404);
    assertThat(call(server, "POST", "/api/imports", "{\"type\": \"areas\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void nothing_is_sent_or_stopped_without_the_token() {
    for (String path : List.of("/api/uploads", "/api/imports", "/api/imports/preview")) {
      assertThat(call(guarded, "POST", "/gapmap" + path, "{}").statusCode()).isEqualTo(401);
    }
    assertThat(call(guarded, "DELETE", "/gapmap/api/jobs/1", "").statusCode()).isEqualTo(401);
    assertThat(call(guarded, "PUT", "/gapmap/api/uploads/ff/a.csv", "x").statusCode())
        .isEqualTo(401);
  }
}
