package org.gapmap.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.gapmap.assess.World;
import org.gapmap.store.LayerStore;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/** What whoever was on site says is wrong is kept, outlives an import, and leaves as a file. */
class NoteApiTest extends ServedCity {
  @Test
  void aNoteIsKeptSettledReopenedAndDeleted() {
    Coordinate place = WORLD.lonLat(2050, 50);
    JsonNode kept =
        note(
            "{\"city\": \"wuhan\", \"community\": %d, \"kind\": \"fitness\", \"text\": \"苑门锁着\","
                    .formatted(communityId("short"))
                + " \"lon\": %s, \"lat\": %s, \"by\": \"王工\"}".formatted(place.x, place.y));
    long id = kept.path("id").asLong();

    assertThatJson(kept.toString())
        .and(
            json -> json.node("communityName").isEqualTo("short"),
            json -> json.node("kind").isEqualTo("fitness"),
            json -> json.node("text").isEqualTo("苑门锁着"),
            json -> json.node("by").isEqualTo("王工"),
            json -> json.node("state").isEqualTo("open"),
            json -> json.node("settledAt").isNull(),
            json -> json.node("facility").isNull());
    assertThat(kept.path("lon").asDouble()).isCloseTo(place.x, within(1e-6));
    assertThat(kept.path("lat").asDouble()).isCloseTo(place.y, within(1e-6));
    assertThat(ids()).contains(id);

    JsonNode settled = parse(send("PUT", id, "{\"state\": \"settled\"}").body());
    assertThat(settled.path("state").asText()).isEqualTo("settled");
    assertThat(settled.path("settledAt").isTextual()).isTrue();
    JsonNode again = parse(send("PUT", id, "{\"state\": \"settled\", \"text\": \"修好了\"}").body());
    assertThat(again.path("settledAt")).isEqualTo(settled.path("settledAt"));
    assertThat(again.path("text").asText()).isEqualTo("修好了");
    assertThat(parse(send("PUT", id, "{\"state\": \"open\"}").body()).path("settledAt").isNull())
        .isTrue();

    assertThat(send("DELETE", id, "").statusCode()).isEqualTo(204);
    assertThat(send("DELETE", id, "").statusCode()).isEqualTo(404);
    assertThat(ids()).doesNotContain(id);
  }

  @Test
  void aNoteIsAboutTheSameThingsAfterAnImportThoughTheirRowsAreOthers() {
    String before = groundId();
    long community = communityId("served");
    note("{\"city\": \"wuhan\", \"facility\": \"" + before + "\", \"text\": \"已停用\"}");
    note("{\"city\": \"wuhan\", \"community\": " + community + ", \"text\": \"边界不对\"}");

    WORLD.store(new LayerStore(database.dataSource()), "wuhan");
    cities.forget("wuhan");

    assertThat(groundId()).isNotEqualTo(before);
    JsonNode ofGround = find("已停用");
    assertThat(ofGround.path("facility").path("id").asText()).isEqualTo(groundId());
    assertThat(ofGround.path("facility").path("name").asText()).isEqualTo("健身苑");
    JsonNode ofCommunity = find("边界不对");
    assertThat(ofCommunity.path("community").asLong()).isEqualTo(communityId("served"));
    assertThat(ofCommunity.path("communityName").asText()).isEqualTo("served");
  }

  @Test
  void aNoteKeepsTheNameOfACommunityThatIsGone() {
    World town =
        new World()
            .community("stays", 100, 0, 0, 100, 100)
            .community("goes", 100, 500, 0, 600, 100);
    LayerStore layers = new LayerStore(database.dataSource());
    town.store(layers, "gonetown");
    JsonNode index = parse(get("/api/index?city=gonetown").body());
    int goes = index.path("name").path(0).asText().equals("goes") ? 0 : 1;
    long id = index.path("id").path(goes).asLong();
    note("{\"city\": \"gonetown\", \"community\": " + id + ", \"text\": \"拆了\"}");

    new World().community("stays", 100, 0, 0, 100, 100).store(layers, "gonetown");
    cities.forget("gonetown");

    JsonNode note = parse(get("/api/notes?city=gonetown").body()).path("notes").path(0);
    assertThat(note.path("communityName").asText()).isEqualTo("goes");
    assertThat(note.path("community").asLong()).isEqualTo(id);
  }

  @Test
  void whereNoPlaceIsGivenItIsThatOfTheThing() {
    JsonNode ground = json("/api/facilities?kind=fitness").path("facilities").get(0);
    JsonNode note =
        note(
            "{\"city\": \"wuhan\", \"facility\": \""
                + ground.path("id").asText()
                + "\", \"text\": \"x\"}");

    assertThat(note.path("lon").asDouble()).isCloseTo(ground.path("lon").asDouble(), within(1e-6));
    assertThat(note.path("lat").asDouble()).isCloseTo(ground.path("lat").asDouble(), within(1e-6));
  }

  @Test
  void whatIsNoNoteIsTheUsersErrorAndIsNotKept() {
    int before = ids().size();
    String[] refused = {
      "{\"text\": \"no place\"}",
      "{\"text\": \"\", \"lon\": 1, \"lat\": 2}",
      "{\"text\": \"  \\n \", \"lon\": 1, \"lat\": 2}",
      "{\"lon\": 1, \"lat\": 2}",
      "{\"text\": 7, \"lon\": 1, \"lat\": 2}",
      "{\"text\": \"x\", \"lon\": 181, \"lat\": 2}",
      "{\"text\": \"x\", \"lon\": 1, \"lat\": 1e999}",
      "{\"text\": \"x\", \"lon\": \"1\", \"lat\": 2}",
      "{\"text\": \"x\", \"lon\": 1}",
      "{\"text\": \"x\", \"community\": 999999999}",
      "{\"text\": \"x\", \"community\": \"short\"}",
      "{\"text\": \"x\", \"facility\": \"no-id\"}",
      "{\"text\": \"x\", \"kind\": \"no_such_kind\", \"lon\": 1, \"lat\": 2}",
      "{\"text\": \"a\\u0000b\", \"lon\": 1, \"lat\": 2}",
      "{\"text\": \"" + "长".repeat(2001) + "\", \"lon\": 1, \"lat\": 2}",
      "{\"text\": \"x\", \"by\": \"" + "n".repeat(101) + "\", \"lon\": 1, \"lat\": 2}",
      "[]",
      "not json",
    };
    for (String body : refused) {
      HttpResponse<String> answer = post(server, "", "/api/notes", body);
      assertThat(answer.statusCode()).as(body + answer.body()).isEqualTo(400);
    }
    assertThat(ids()).hasSize(before);
    assertThat(note("{\"text\": \"" + "长".repeat(2000) + "\", \"lon\": 1, \"lat\": 2}"))
        .isNotEmpty();
  }

  @Test
  void theCsvOpensInASpreadsheetAndRunsNothing() throws IOException {
    note(
        "{\"city\": \"wuhan\", \"text\": \"=HYPERLINK(\\\"http://x\\\",\\\"y\\\")\\n第二行, \\\"引号\\\"\","
            + " \"by\": \"@who\", \"lon\": 114.1234567, \"lat\": 30.5}");

    HttpResponse<String> answer = get("/api/notes.csv");

    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
    assertThat(answer.body()).startsWith("\uFEFFnote_id,state,text,");
    Map<String, String> row =
        rows(answer.body()).stream()
            .filter(one -> one.getOrDefault("text", "").contains("HYPERLINK"))
            .findFirst()
            .orElseThrow();
    assertThat(row)
        .containsEntry("text", "'=HYPERLINK(\"http://x\",\"y\")\n第二行, \"引号\"")
        .containsEntry("by", "'@who")
        .containsEntry("lon", "114.1234567")
        .containsEntry("community_id", "")
        .containsEntry("settled_at", "");
  }

  @Test
  void theGeoJsonHasEveryNoteWhereItStands() {
    long id = note("{\"text\": \"<b>这里</b>\", \"lon\": 114.25, \"lat\": 30.5}").path("id").asLong();

    String file = get("/api/notes.geojson").body();

    assertThat(parse(file).path("type").asText()).isEqualTo("FeatureCollection");
    JsonNode features = parse(file).path("features");
    assertThat(features).hasSize(ids().size());
    JsonNode here = null;
    for (JsonNode feature : features) {
      assertThat(feature.path("type").asText()).isEqualTo("Feature");
      assertThat(feature.path("geometry").path("type").asText()).isEqualTo("Point");
      assertThat(feature.path("geometry").path("coordinates")).hasSize(2);
      if (feature.path("properties").path("note_id").asLong() == id) {
        here = feature;
      }
    }
    assertThatJson(here)
        .and(
            json -> json.node("geometry.coordinates").isEqualTo("[114.25, 30.5]"),
            json -> json.node("properties.text").isEqualTo("<b>这里</b>"),
            json -> json.node("properties.community").isNull());
  }

  @Test
  void anotherPageMayNotWriteAndATokenIsAskedFor() {
    String body = "{\"text\": \"x\", \"lon\": 1, \"lat\": 2}";
    assertThat(post(server, "http://evil.example", "/api/notes", body).statusCode()).isEqualTo(403);
    assertThat(post(guarded, "", "/gapmap/api/notes", body).statusCode()).isEqualTo(401);
  }

  private static JsonNode note(String body) {
    HttpResponse<String> answer = post(server, "", "/api/notes", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return parse(answer.body());
  }

  private static JsonNode find(String text) {
    for (JsonNode note : json("/api/notes").path("notes")) {
      if (note.path("text").asText().equals(text)) {
        return note;
      }
    }
    throw new AssertionError("no note " + text);
  }

  private static List<Long> ids() {
    return json("/api/notes").path("notes").findValues("id").stream()
        .filter(JsonNode::isIntegralNumber)
        .map(JsonNode::asLong)
        .toList();
  }

  private static long communityId(String name) {
    JsonNode index = json("/api/index");
    for (int i = 0; i < index.path("name").size(); i++) {
      if (index.path("name").path(i).asText().equals(name)) {
        return index.path("id").path(i).asLong();
      }
    }
    throw new AssertionError("no community " + name);
  }

  private static String groundId() {
    for (JsonNode facility : json("/api/facilities?kind=fitness").path("facilities")) {
      if (facility.path("name").asText().equals("健身苑")) {
        return facility.path("id").asText();
      }
    }
    throw new AssertionError("no ground");
  }

  private static List<Map<String, String>> rows(String csv) throws IOException {
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(csv.substring(1))) {
      return rows.readAll();
    }
  }

  private static HttpResponse<String> send(String method, long id, String body) {
    return send(
        HttpRequest.newBuilder(uri(server, "/api/notes/" + id))
            .method(method, BodyPublishers.ofString(body))
            .build());
  }
}
