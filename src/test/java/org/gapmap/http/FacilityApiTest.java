package org.gapmap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class FacilityApiTest extends ServedCity {
  private static String idOf(String name) {
    for (JsonNode one : json("/api/facilities").path("facilities")) {
      if (one.path("name").asText().equals(name)) {
        return one.path("id").asText();
      }
    }
    throw new AssertionError("no facility " + name);
  }

  @Test
  void itTellsWhomItServesByTheRowAndTheRadius() {
    String path = "/api/facilities/" + idOf("健身苑") + "?kind=fitness&radius=400";
    JsonNode sheet = json(path);

    assertThat(sheet.path("facility").path("name").asText()).isEqualTo("健身苑");
    assertThat(sheet.path("facility").path("reachMetres").asDouble()).isEqualTo(400);
    assertThat(sheet.path("source").path("source").asText()).isEqualTo("test");
    assertThat(sheet.path("source").path("importedAt").asText()).isNotEmpty();
    assertThat(sheet.path("kind").asText()).isEqualTo("fitness");
    assertThat(sheet.path("rule").path("radiusMetres").asDouble()).isEqualTo(400);
    assertThat(sheet.path("communities")).hasSize(1);
    JsonNode served = sheet.path("communities").path(0);
    assertThat(served.path("name").asText()).isEqualTo("served");
    assertThat(served.path("share").asDouble()).isEqualTo(1);
    assertThat(served.path("metres").asDouble()).isZero();
    assertThat(served.path("people").asDouble()).isEqualTo(1000);
    assertThat(served.path("only").asBoolean()).isTrue();
    assertThat(sheet.path("withoutOther").path("communities").asInt()).isEqualTo(1);
    assertThat(sheet.path("load").path("peopleInReach").asDouble()).isEqualTo(1000);
    assertThat(sheet.path("load").path("capacity").isNull()).isTrue();
  }

  @Test
  void onFootItReachesLessFar() {
    JsonNode sheet =
        json("/api/facilities/" + idOf("健身苑") + "?kind=fitness&radius=390&mode=walking");

    assertThat(sheet.path("facility").path("reachMetres").asDouble()).isEqualTo(300);
    assertThat(sheet.path("rule").path("estimated").asBoolean()).isTrue();
  }

  @Test
  void withoutAKindOrWithOneThatItDoesNotSatisfyItsOwnIsMeant() {
    String id = idOf("健身苑");

    JsonNode own = json("/api/facilities/" + id);
    JsonNode other = json("/api/facilities/" + id + "?kind=elderly_canteen&radius=77");

    assertThat(own.path("kind").asText()).isNotEmpty();
    assertThat(other.path("kind")).isEqualTo(own.path("kind"));
    assertThat(other.path("rule").path("radiusMetres"))
        .isEqualTo(own.path("rule").path("radiusMetres"));
  }

  @Test
  void oneThatIsNotThereIsNotFound() {
    assertThat(get("/api/facilities/1-99999").statusCode()).isEqualTo(404);
  }
}
