package org.gapmap.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/** What is tried is answered for as if it were kept. */
class DraftApiTest extends ServedCity {
  @Test
  void aDraftAnswersWhatAKeptScenarioOfTheSameEditsDoes() {
    String edits =
        "[%s, {\"do\": \"close\", \"facility\": \"%s\"}]".formatted(add(2050), ground("健身苑"));
    long id = keep(edits);
    for (String question :
        new String[] {"kind=fitness", "kind=fitness&by=people", "kind=fitness&radius=430"}) {
      JsonNode before = json("/api/coverage?" + question);
      JsonNode kept = json("/api/coverage?" + question + "&scenario=" + id);

      JsonNode changed = tried(question, edits).path("changed");

      StringBuilder status = new StringBuilder(before.path("status").asText());
      for (int k = 0; k < changed.path("index").size(); k++) {
        int i = changed.path("index").path(k).asInt();
        status.setCharAt(i, changed.path("status").asText().charAt(k));
        assertThat(changed.path("share").path(k)).isEqualTo(kept.path("share").path(i));
        assertThat(changed.path("shareOfPeople").path(k))
            .isEqualTo(kept.path("shareOfPeople").path(i));
      }
      assertThat(changed.path("index")).as(question).hasSize(2);
      assertThat(status.toString()).isEqualTo(kept.path("status").asText());
    }
  }

  @Test
  void whatItBuysIsToldByGroupAsTheDifferenceTellsIt() {
    String edits = "[" + add(2050) + "]";

    JsonNode tried = tried("kind=fitness", edits);

    assertThatJson(tried.toString())
        .and(
            json -> json.node("kind").isEqualTo("fitness"),
            json -> json.node("kinds[0].lifted").isEqualTo(1),
            json -> json.node("kinds[0].lowered").isEqualTo(0),
            json -> json.node("kinds[0].groups[0].group").isEqualTo("all"),
            json -> json.node("kinds[0].groups[0].gained").isEqualTo(2000.0),
            json -> json.node("kinds[0].groups[0].lost").isEqualTo(0.0),
            json -> json.node("changed.gained").isArray().hasSize(1));
  }

  @Test
  void ofAllKindsTheNumberShortIsThatOfAKeptScenario() {
    String edits = "[" + add(2050) + "]";
    long id = keep(edits);

    JsonNode changed = tried("kind=all", edits).path("changed");

    JsonNode kept = json("/api/coverage?kind=all&scenario=" + id);
    assertThat(changed.path("index")).hasSize(1);
    int i = changed.path("index").path(0).asInt();
    assertThat(changed.path("short").path(0)).isEqualTo(kept.path("short").path(i));
    assertThat(changed.path("unknown").path(0)).isEqualTo(kept.path("unknown").path(i));
    assertThat(kept.path("short").path(i).asInt())
        .isEqualTo(json("/api/coverage?kind=all").path("short").path(i).asInt() - 1);
  }

  @Test
  void aDraftUponAScenarioAddsToIt() {
    long id = keep("[" + add(2050) + "]");

    JsonNode tried =
        tried(
            "kind=fitness&scenario=" + id,
            "[{\"do\": \"close\", \"facility\": \"%s\"}]".formatted(ground("健身苑")));

    assertThatJson(tried.toString())
        .and(
            json -> json.node("changed.index").isArray().hasSize(1),
            json -> json.node("kinds[0].lowered").isEqualTo(1),
            json -> json.node("kinds[0].lifted").isEqualTo(0));
  }

  @Test
  void twoScenariosDifferByWhatOnlyOneOfThemHas() {
    long one = keep("[" + add(2050) + "]");
    long both =
        keep("[%s, {\"do\": \"close\", \"facility\": \"%s\"}]".formatted(add(2050), ground("健身苑")));

    JsonNode difference = json("/api/scenarios/" + both + "/difference?against=" + one);

    assertThatJson(difference.toString())
        .and(
            json -> json.node("kinds").isArray().hasSize(1),
            json -> json.node("kinds[0].changed").isArray().hasSize(1),
            json -> json.node("kinds[0].changed[0].name").isEqualTo("served"),
            json -> json.node("kinds[0].gained").isEqualTo(0.0),
            json -> json.node("kinds[0].lost").isEqualTo(1000.0));
    assertThat(json("/api/scenarios/" + one + "/difference?against=" + one).path("kinds"))
        .isEmpty();
    assertThat(get("/api/scenarios/" + one + "/difference?against=999999").statusCode())
        .isEqualTo(404);
  }

  private static JsonNode tried(String question, String edits) {
    HttpResponse<String> answer =
        post(
            server,
            "",
            "/api/whatif/coverage?city=wuhan&" + question,
            "{\"edits\": " + edits + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return parse(answer.body());
  }

  private static long keep(String edits) {
    String body = "{\"city\": \"wuhan\", \"name\": \"n\", \"edits\": " + edits + "}";
    HttpResponse<String> answer = post(server, "", "/api/scenarios", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return parse(answer.body()).path("id").asLong();
  }

  private static String add(double x) {
    Coordinate place = WORLD.lonLat(x, 50);
    return String.format(
        Locale.ROOT,
        "{\"do\": \"add\", \"kind\": \"outdoor_fitness_ground\", \"lon\": %.7f, \"lat\": %.7f,"
            + " \"landSqm\": 400}",
        place.x,
        place.y);
  }

  private static String ground(String name) {
    for (JsonNode facility : json("/api/facilities?kind=fitness").path("facilities")) {
      if (facility.path("name").asText().equals(name)) {
        return facility.path("id").asText();
      }
    }
    throw new AssertionError("no ground " + name);
  }
}
