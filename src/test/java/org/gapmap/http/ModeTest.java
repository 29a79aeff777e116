package org.gapmap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How distance is measured is the asker's choice, and every answer says it. */
class ModeTest extends ServedCity {
  private static final String ASKED = "kind=fitness&radius=390&mode=walking";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/coverage?",
        "/api/ranking?",
        "/api/facilities?",
        "/api/try?lon=114.3&lat=30.6&"
      })
  void theAnswerSaysThatItIsAnEstimate(String path) {
    JsonNode onFoot = json(path + ASKED);
    JsonNode straight = json(path + ASKED.replace("walking", "straight"));

    assertThat(onFoot.path("mode").asText()).isEqualTo("walking");
    assertThat(onFoot.path("estimated").asBoolean()).isTrue();
    assertThat(straight.path("mode").asText()).isEqualTo("straight");
    assertThat(straight.path("estimated").asBoolean(true)).isFalse();
  }

  @Test
  void summaryGapsSheetAndWhySayItOfEachKind() {
    long id = json("/api/index").path("id").path(0).asLong();

    assertThat(json("/api/summary?" + ASKED).path("kinds"))
        .allMatch(kind -> kind.path("mode").asText().equals("walking"));
    assertThat(json("/api/gaps?" + ASKED).path("gaps"))
        .isNotEmpty()
        .allMatch(gap -> gap.path("estimated").asBoolean());
    assertThat(json("/api/communities/" + id + "?" + ASKED).path("kinds"))
        .allMatch(kind -> kind.path("mode").asText().equals("walking"));
    JsonNode rule = json("/api/communities/" + id + "/why?" + ASKED).path("rule");
    assertThat(rule.path("mode").asText()).isEqualTo("walking");
    assertThat(rule.path("straightMetres").asDouble()).isEqualTo(300);
    assertThat(rule.path("localChoice").asBoolean()).isTrue();
  }

  /** There {@code estimated} is about the people. */
  @Test
  void capacitySaysItOfTheDistance() {
    JsonNode onFoot = json("/api/capacity?" + ASKED);

    assertThat(onFoot.path("mode").asText()).isEqualTo("walking");
    assertThat(onFoot.path("distanceEstimated").asBoolean()).isTrue();
    assertThat(onFoot.path("estimated").isTextual()).isTrue();
  }

  @Test
  void ofAllKindsTheWayIsNullWhereEachGoesByItsOwn() {
    JsonNode own = json("/api/coverage?kind=all");

    assertThat(own.path("mode").isNull()).isTrue();
    assertThat(json("/api/coverage?kind=all&mode=walking").path("mode").asText())
        .isEqualTo("walking");
  }

  @Test
  void supposedEditsAreMeasuredSoToo() {
    String edits =
        "\"edits\":[{\"do\":\"add\",\"kind\":\"outdoor_fitness_ground\",\"name\":\"n\","
            + "\"lon\":114.32,\"lat\":30.6}]";

    JsonNode answer =
        parse(
            post(
                    server,
                    "",
                    "/api/whatif",
                    "{\"city\":\"wuhan\",\"mode\":\"walking\"," + edits + "}")
                .body());

    assertThat(answer.path("kinds")).isNotEmpty();
    assertThat(answer.path("kinds")).allMatch(kind -> kind.path("mode").asText().equals("walking"));
  }

  @Test
  void bytesSayItInTheirHeaders() {
    HttpHeaders headers = get("/api/coverage?format=binary&" + ASKED).headers();

    assertThat(headers.firstValue("X-Mode")).contains("walking");
    assertThat(headers.firstValue("X-Estimated")).contains("true");
  }

  @Test
  void anotherWordIsTheUsersError() {
    assertThat(get("/api/coverage?kind=fitness&mode=flying").statusCode()).isEqualTo(400);
    assertThat(get("/api/facilities?kind=fitness&mode=flying").statusCode()).isEqualTo(400);
  }
}
