package org.gapmap.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.gapmap.store.LayerStore;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/** A what-if is kept, seen through every answer, compared, and outlives an import. */
class ScenarioApiTest extends ServedCity {
  @Test
  void aScenarioIsKeptAndSeenThroughByEveryAnswer() {
    long id = keep("一个新苑", "[" + addBeside("short") + "]");
    String through = "&scenario=" + id;

    assertThat(json("/api/summary?kind=fitness" + through).toString()).contains("\"met\":2");
    assertThat(json("/api/coverage?kind=fitness" + through).path("status").asText())
        .isEqualTo("mm");
    assertThat(json("/api/coverage?kind=fitness").path("status").asText()).contains("g");
    assertThat(json("/api/gaps?kind=fitness" + through).path("gaps")).isEmpty();
    assertThat(json("/api/facilities?kind=fitness" + through).path("facilities")).hasSize(3);
    String why = get("/api/communities/" + shortOne() + "/why?kind=fitness" + through).body();
    assertThatJson(why)
        .and(
            json -> json.node("verdict.status").isEqualTo("met"),
            json -> json.node("facilities[0].source.source").isEqualTo("scenario"));
  }

  @Test
  void anAnswerSeenThroughAScenarioHasAnETagOfItsOwn() {
    long id = keep("tag", "[" + addBeside("short") + "]");

    String base = tag("/api/coverage?kind=fitness");
    String supposed = tag("/api/coverage?kind=fitness&scenario=" + id);
    send("PUT", "/api/scenarios/" + id, "{\"edits\": []}");

    assertThat(supposed).isNotEqualTo(base);
    assertThat(tag("/api/coverage?kind=fitness&scenario=" + id)).isEqualTo(base);
  }

  @Test
  void theDifferenceNamesWhoChangesAndHowManyGain() {
    long id = keep("difference", "[" + addBeside("short") + "]");

    String difference = get("/api/scenarios/" + id + "/difference").body();

    assertThatJson(difference)
        .and(
            json -> json.node("kinds").isArray().hasSize(1),
            json -> json.node("kinds[0].kind").isEqualTo("fitness"),
            json -> json.node("kinds[0].gained").isEqualTo(2000.0),
            json -> json.node("kinds[0].lost").isEqualTo(0.0),
            json -> json.node("kinds[0].becomeMet").isEqualTo(1),
            json -> json.node("kinds[0].changed[0].name").isEqualTo("short"),
            json -> json.node("kinds[0].changed[0].before").isEqualTo("gap"),
            json -> json.node("kinds[0].changed[0].after").isEqualTo("met"));
  }

  @Test
  void whatIfAnswersTheSameAndKeepsNothing() {
    int kept = json("/api/scenarios").path("scenarios").size();

    HttpResponse<String> answer =
        post(
            server,
            "",
            "/api/whatif",
            "{\"city\": \"wuhan\", \"edits\": [" + addBeside("short") + "]}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThatJson(answer.body()).node("kinds[0].gained").isEqualTo(2000.0);
    assertThat(json("/api/scenarios").path("scenarios")).hasSize(kept);
  }

  @Test
  void whatIsTriedGainsWhatTheSameFacilitySupposedDoes() {
    Coordinate place = WORLD.lonLat(2250, 50);
    String at = "lon=" + place.x + "&lat=" + place.y;
    for (String by : new String[] {"area", "people"}) {
      JsonNode tried = json("/api/try?kind=fitness&by=" + by + "&" + at);
      String supposed =
          "{\"city\": \"wuhan\", \"by\": \"%s\", \"edits\": [{\"do\": \"add\", \"kind\": \"fitness\","
                  .formatted(by)
              + " \"lon\": %s, \"lat\": %s}]}".formatted(place.x, place.y);

      JsonNode difference =
          parse(post(server, "", "/api/whatif", supposed).body()).path("kinds").path(0);

      assertThat(tried.path("gained").asDouble()).isPositive().isLessThanOrEqualTo(2000);
      assertThat(tried.path("gained")).isEqualTo(difference.path("gained"));
      assertThat(tried.path("group")).isEqualTo(difference.path("group"));
      assertThat(tried.path("changed").path(0).path("shareAfter"))
          .isEqualTo(difference.path("changed").path(0).path("shareAfter"));
    }
  }

  @Test
  void aFacilityNamedByItsIdIsFoundAgainAfterAnImport() {
    long id = keep("closes", "[{\"do\": \"close\", \"facility\": \"" + groundId() + "\"}]");
    assertThatJson(get("/api/scenarios/" + id).body())
        .node("edits[0].facility.name")
        .isEqualTo("健身苑");
    WORLD.store(new LayerStore(database.dataSource()), "wuhan");
    cities.forget("wuhan");

    JsonNode scenario = json("/api/scenarios/" + id);

    assertThat(scenario.path("lost")).isEmpty();
    assertThat(scenario.path("cityDataVersion").asInt())
        .isGreaterThan(scenario.path("dataVersion").asInt());
    assertThat(json("/api/coverage?kind=fitness&scenario=" + id).path("status").asText())
        .isEqualTo("gg");
  }

  @Test
  void aScenarioIsRenamedAndDeleted() {
    long id = keep("before", "[]");

    String renamed = send("PUT", "/api/scenarios/" + id, "{\"name\": \"after\"}").body();
    int deleted = send("DELETE", "/api/scenarios/" + id, "").statusCode();

    assertThatJson(renamed).node("name").isEqualTo("after");
    assertThat(deleted).isEqualTo(204);
    assertThat(get("/api/scenarios/" + id).statusCode()).isEqualTo(404);
    assertThat(get("/api/coverage?kind=fitness&scenario=" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void editsThatAreNoneAreTheUsersErrorByPlace() {
    String[] refused = {
      "[{\"do\": \"paint\"}]",
      "[{\"do\": \"add\", \"kind\": \"no_such_kind\", \"lon\": 1, \"lat\": 2}]",
      "[{\"do\": \"add\", \"kind\": \"nursery\", \"lon\": 361, \"lat\": 2}]",
      "[{\"do\": \"add\", \"kind\": \"nursery\", \"lon\": \"x\", \"lat\": 2}]",
      "[{\"do\": \"close\", \"facility\": \"no-id\"}]",
      "[{\"do\": \"close\", \"facility\": {\"kind\": \"fitness\", \"lon\": 1e999, \"lat\": 2}}]",
      "[{\"do\": \"close\", \"facility\": {\"kind\": \"fitness\", \"lon\": 999, \"lat\": 2}}]",
      "[{\"do\": \"add\", \"kind\": \"nursery\", \"name\": \"a\\u0000\", \"lon\": 1, \"lat\": 2}]",
      "[{\"do\": \"add\", \"kind\": \"nursery\", \"name\": {}, \"lon\": 1, \"lat\": 2}]",
      "[{\"do\": \"add\", \"kind\": \"nursery\", \"lon\": 1, \"lat\": 2, \"floorSqm\": 0}]",
      "[{\"do\": \"add\", \"kind\": \"nursery\", \"lon\": 1, \"lat\": 2, \"capacity\": 2.5}]",
      "[{\"do\": \"rule\", \"kind\": \"nursery\", \"radiusMetres\": 99999}]",
      "7",
    };
    for (String edits : refused) {
      HttpResponse<String> answer =
          post(
              server,
              "",
              "/api/scenarios",
              "{\"city\": \"wuhan\", \"name\": \"n\", \"edits\": " + edits + "}");
      assertThat(answer.statusCode()).as(edits + answer.body()).isEqualTo(400);
    }
    assertThat(get("/api/scenarios").statusCode()).isEqualTo(200);
  }

  @Test
  void anotherPageMayNotKeepOrDelete() {
    assertThat(post(server, "http://evil.example", "/api/scenarios", "{}").statusCode())
        .isEqualTo(403);
    assertThat(post(guarded, "", "/gapmap/api/scenarios", "{}").statusCode()).isEqualTo(401);
    // What keeps nothing is a question, whoever asks it.
    for (String question : new String[] {"whatif", "whatif/coverage"}) {
      assertThat(post(guarded, "", "/gapmap/api/" + question, "{\"edits\": []}").statusCode())
          .isEqualTo(200);
    }
  }

  private static long keep(String name, String edits) {
    HttpResponse<String> answer =
        post(
            server,
            "",
            "/api/scenarios",
            "{\"city\": \"wuhan\", \"name\": \"" + name + "\", \"edits\": " + edits + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return parse(answer.body()).path("id").asLong();
  }

  /** A ground in the middle of a community that WORLD draws at x 2000 to 2100. */
  private static String addBeside(String community) {
    assertThat(community).isEqualTo("short");
    Coordinate place = WORLD.lonLat(2050, 50);
    return String.format(
        Locale.ROOT,
        "{\"do\": \"add\", \"kind\": \"outdoor_fitness_ground\", \"name\": \"新苑\", \"lon\": %.7f,"
            + " \"lat\": %.7f, \"landSqm\": 400}",
        place.x,
        place.y);
  }

  private static String groundId() {
    for (JsonNode facility : json("/api/facilities?kind=fitness").path("facilities")) {
      if (facility.path("name").asText().equals("健身苑")) {
        return facility.path("id").asText();
      }
    }
    throw new AssertionError("no ground");
  }

  private static long shortOne() {
    return json("/api/gaps?kind=fitness").path("gaps").get(0).path("id").asLong();
  }

  private static String tag(String path) {
    return get(path).headers().firstValue("ETag").orElseThrow();
  }

  private static HttpResponse<String> send(String method, String path, String body) {
    return send(
        HttpRequest.newBuilder(uri(server, path))
            .method(method, BodyPublishers.ofString(body))
            .build());
  }
}
