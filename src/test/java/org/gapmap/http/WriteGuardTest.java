package org.gapmap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is answered, who may write, and what every answer carries. */
class WriteGuardTest extends ServedCity {
  @Test
  void headSaysWhatGetWould() {
    for (String path :
        List.of("/api/health", "/api/coverage?kind=nonsense", "/api/runs/999999.csv", "/")) {
      HttpResponse<String> head =
          send(
              HttpRequest.newBuilder(uri(server, path))
                  .method("HEAD", BodyPublishers.noBody())
                  .build());
      HttpResponse<String> whole = send(HttpRequest.newBuilder(uri(server, path)).build());

      assertThat(head.statusCode()).as(path).isEqualTo(whole.statusCode());
      assertThat(head.headers().firstValue("Content-Type"))
          .isEqualTo(whole.headers().firstValue("Content-Type"));
      assertThat(head.body()).isEmpty();
    }
  }

  @Test
  void everyAnswerForbidsToGuessItsType() {
    HttpResponse<String> refused = post(server, "http://evil.example", "/api/runs", "{}");

    for (HttpResponse<String> answer : List.of(get("/"), get("/api/nothing"), refused)) {
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }
  }

  @Test
  void aPageFromElsewhereCannotWrite() {
    assertThat(post(server, "http://evil.example", "/api/runs", "{}").statusCode()).isEqualTo(403);
    assertThat(post(server, "null", "/api/runs", "{}").statusCode()).isEqualTo(403);
    assertThat(post(server, "http://127.0.0.1:" + server.port(), "/api/runs", "{}").statusCode())
        .isEqualTo(201);
  }

  @Test
  void aNameThatOnlyPointsHereIsNotAnswered() throws IOException {
    assertThat(rawStatus("evil.example")).isEqualTo(403);
    assertThat(rawStatus("127.0.0.1.evil.example:" + server.port())).isEqualTo(403);
    assertThat(rawStatus("[::2]:" + server.port())).isEqualTo(403);
    assertThat(rawStatus("localhost:" + server.port())).isEqualTo(200);
    assertThat(rawStatus("LocalHost:" + server.port())).isEqualTo(200);
    assertThat(rawStatus("[::1]:" + server.port())).isEqualTo(200);
  }

  @Test
  void aServerOnAnotherAddressOfLoopbackAnswersToIt() {
    try (WebServer other =
        new WebServer(new ServerSettings("127.0.0.2", 0, "/", Optional.empty()), api())) {
      other.start();
      URI health = URI.create("http://127.0.0.2:" + other.port() + "/api/health");
      assertThat(send(HttpRequest.newBuilder(health).build()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whereATokenIsSetAWriteMustCarryIt() throws Exception {
    assertThat(post(guarded, "", "/gapmap/api/runs", "{}").statusCode()).isEqualTo(401);
    HttpRequest request =
        HttpRequest.newBuilder(uri(guarded, "/gapmap/api/runs"))
            .header("Authorization", "Bearer s3cret")
            .POST(BodyPublishers.ofString("{\"city\": \"wuhan\"}"))
            .build();
    assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
  }

  @Test
  void aQuestionWithABodyNeedsNoTokenSinceItStoresNothing() {
    String edits = "{\"city\": \"wuhan\", \"edits\": []}";
    assertThat(post(guarded, "", "/gapmap/api/whatif", edits).statusCode()).isEqualTo(200);
    assertThat(post(guarded, "", "/gapmap/api/scenarios", edits).statusCode()).isEqualTo(401);
    assertThat(post(server, "http://evil.example", "/api/whatif", edits).statusCode())
        .isEqualTo(403);
  }

  private static int rawStatus(String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String request =
          "GET /api/health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }
}
