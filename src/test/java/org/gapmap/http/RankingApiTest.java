package org.gapmap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class RankingApiTest extends ServedCity {
  private static int shortOne(JsonNode index) {
    return index.path("name").path(0).asText().equals("short") ? 0 : 1;
  }

  @Test
  void theColumnsOfOneKindAreByIndex() {
    JsonNode ranking = json("/api/ranking?kind=fitness&radius=300");
    JsonNode index = json("/api/index");

    assertThat(ranking.path("dataVersion")).isEqualTo(index.path("dataVersion"));
    int bad = shortOne(index);
    assertThat(ranking.path("kind").asText()).isEqualTo("fitness");
    assertThat(ranking.path("judged").asInt()).isEqualTo(1);
    assertThat(ranking.path("residentsOutOfReach").path(bad).asDouble()).isEqualTo(2000);
    assertThat(ranking.path("residentsOutOfReach").path(1 - bad).asDouble()).isZero();
    assertThat(ranking.path("short").path(bad).asInt()).isEqualTo(1);
    assertThat(ranking.path("unknown").path(bad).asInt()).isZero();
  }

  @Test
  void ofAllKindsItCountsWhatTheCoverageCounts() {
    JsonNode ranking = json("/api/ranking?kind=all");
    JsonNode coverage = json("/api/coverage?kind=all");

    assertThat(ranking.path("short")).isEqualTo(coverage.path("short"));
    assertThat(ranking.path("unknown")).isEqualTo(coverage.path("unknown"));
    assertThat(ranking.path("judged")).isEqualTo(coverage.path("judged"));
    int bad = shortOne(json("/api/index"));
    assertThat(ranking.path("residentsOutOfReach").path(bad).asDouble()).isEqualTo(2000);
    assertThat(ranking.path("radiusMetres").isNull()).isTrue();
  }

  @Test
  void aRankingThatIsStillTrueDoesNotTravelTwice() throws IOException, InterruptedException {
    String path = "/api/ranking?kind=fitness";
    String tag = get(path).headers().firstValue("ETag").orElseThrow();

    HttpRequest again =
        HttpRequest.newBuilder(uri(server, path + "&city=wuhan"))
            .header("If-None-Match", tag)
            .build();

    assertThat(CLIENT.send(again, BodyHandlers.ofString()).statusCode()).isEqualTo(304);
    assertThat(get(path + "&mode=walking").headers().firstValue("ETag")).isNotEqualTo(tag);
  }
}
