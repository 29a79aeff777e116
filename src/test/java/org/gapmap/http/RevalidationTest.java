package org.gapmap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class RevalidationTest extends ServedCity {
  private static final String COVERAGE = "/api/coverage?city=wuhan&kind=fitness";

  @Test
  void anAnswerThatIsStillTrueDoesNotTravelTwice() {
    HttpResponse<String> first = get(COVERAGE);
    String tag = first.headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> again = get(COVERAGE, tag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(get(COVERAGE, "W/" + tag).statusCode()).isEqualTo(304);
  }

  @Test
  void anotherRadiusKindOrStandardIsAnotherAnswer() {
    String tag = get(COVERAGE).headers().firstValue("ETag").orElseThrow();

    assertThat(get(COVERAGE + "&radius=301", tag).statusCode()).isEqualTo(200);
    assertThat(get("/api/coverage?city=wuhan", tag).statusCode()).isEqualTo(200);
    assertThat(get(COVERAGE + "&format=binary", tag).statusCode()).isEqualTo(200);
    assertThat(
            get("/api/coverage?city=wuhan&kind=outdoor_fitness_ground&standard=gb50180-2018", tag)
                .statusCode())
        .isEqualTo(200);
  }

  /** Of all kinds there is no row in the question that would tell the standards apart. */
  @Test
  void allKindsOfAnotherStandardAreAnotherAnswer() {
    String tag = get("/api/coverage?city=wuhan").headers().firstValue("ETag").orElseThrow();

    assertThat(get("/api/coverage?city=wuhan", tag).statusCode()).isEqualTo(304);
    assertThat(get("/api/coverage?city=wuhan&standard=gb50180-2018", tag).statusCode())
        .isEqualTo(200);
  }

  @Test
  void columnsAreTheSameNumbersAsTheJson() throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        CLIENT.send(
            HttpRequest.newBuilder(uri(server, COVERAGE + "&format=binary")).build(),
            BodyHandlers.ofByteArray());
    ByteBuffer bytes = ByteBuffer.wrap(answer.body()).order(ByteOrder.LITTLE_ENDIAN);
    var json = json(COVERAGE);

    assertThat(answer.body()).hasSize(2 * 3);
    for (int i = 0; i < 2; i++) {
      assertThat(bytes.getShort(2 * i) / 10_000.0).isEqualTo(json.path("share").get(i).asDouble());
      assertThat((char) bytes.get(4 + i)).isEqualTo(json.path("status").asText().charAt(i));
    }
  }

  @Test
  void anUnknownShareIsTheLargestNumber() throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        CLIENT.send(
            HttpRequest.newBuilder(
                    uri(server, "/api/coverage?city=wuhan&kind=childcare&format=binary"))
                .build(),
            BodyHandlers.ofByteArray());

    assertThat(answer.body()).containsExactly(-1, -1, -1, -1, 'u', 'u');
  }

  @Test
  void anUnknownFormatIsAnError() {
    assertThat(get(COVERAGE + "&format=xml").statusCode()).isEqualTo(400);
  }

  private static HttpResponse<String> get(String path, String tag) {
    return send(HttpRequest.newBuilder(uri(server, path)).header("If-None-Match", tag).build());
  }
}
