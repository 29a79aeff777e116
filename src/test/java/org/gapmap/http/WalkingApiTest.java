package org.gapmap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.gapmap.assess.World;
import org.gapmap.store.LayerStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A walled compound on a street, with a gate to the south; its fitness ground lies to the north.
 */
class WalkingApiTest extends ServedCity {
  private static final String ASKED = "city=gated&kind=fitness&mode=walking";

  @BeforeAll
  static void walled() {
    new World()
        .community("walled", 1000, 0, 0, 100, 100)
        .community("lost", 500, 3000, 3000, 3100, 3100)
        .street("south", -100, -20, 50, -20, 200, -20)
        .street("west", -100, -20, -100, 120)
        .street("north", -100, 120, 200, 120)
        .gate("南门", 50, 0)
        .street("lane", 50, -20, 50, 0)
        .facility("outdoor_fitness_ground", "健身苑", 50, 130)
        .facility("outdoor_fitness_ground", "飞地", 2000, 2000)
        .store(new LayerStore(database.dataSource()), "gated");
  }

  @Test
  void theAnswerSaysThatItWasWalkedAndWhyNot() {
    JsonNode answer = json("/api/coverage?" + ASKED + "&radius=300");

    assertThat(answer.path("measured").asText()).isEqualTo("walked");
    assertThat(answer.path("estimated").asBoolean(true)).isFalse();
    assertThat(answer.path("status").asText()).isEqualTo("gu");
    assertThat(answer.path("walkReasons").path(0).isNull()).isTrue();
    assertThat(answer.path("walkReasons").path(1).asText()).isEqualTo("no_street_near");
    JsonNode straight =
        json("/api/coverage?" + ASKED.replace("walking", "straight") + "&radius=300");
    assertThat(straight.path("measured").asText()).isEqualTo("straight");
    assertThat(straight.path("status").asText()).isEqualTo("mg");
  }

  /** Through the gate, 150 m west, 140 m north and 150 m back east, and 10 m to the ground. */
  @Test
  void theSheetDrawsTheWalkThroughTheGate() {
    long id = json("/api/index?city=gated").path("id").path(0).asLong();
    JsonNode nearest = nearest(json("/api/communities/" + id + "?" + ASKED));

    double metres = nearest.path("walkMetres").asDouble();
    assertThat(metres).isEqualTo(nearest.path("metres").asDouble());
    assertThat(metres).isBetween(20.0 + 150 + 140 + 150 + 10, 20.0 + 150 + 140 + 150 + 10 + 30);
    assertThat(nearest.path("gate").path("name").asText()).isEqualTo("南门");
    assertThat(nearest.path("gate").path("source").asText()).isEqualTo("known");
    assertThat(nearest.path("minutes").asDouble()).isCloseTo(metres / 1.2 / 60, within(0.06));
    assertThat(nearest.path("detour").asDouble())
        .isCloseTo(metres / nearest.path("straightMetres").asDouble(), within(0.01));
    JsonNode path = nearest.path("path");
    assertThat(path.size()).isGreaterThanOrEqualTo(7);
    assertThat(path.path(0)).isEqualTo(nearest.path("from"));
  }

  private static JsonNode nearest(JsonNode sheet) {
    for (JsonNode kind : sheet.path("kinds")) {
      if (kind.path("kind").asText().equals("fitness")) {
        return kind.path("nearest");
      }
    }
    throw new AssertionError("no fitness ground");
  }

  @Test
  void whyShowsTheFacilityThatIsNearAndFarOnFoot() {
    long id = json("/api/index?city=gated").path("id").path(0).asLong();
    JsonNode why = json("/api/communities/" + id + "/why?" + ASKED + "&radius=300");

    assertThat(why.path("rule").path("measured").asText()).isEqualTo("walked");
    assertThat(why.path("facilities").path(0).path("name").asText()).isEqualTo("健身苑");
    assertThat(why.path("facilities").path(0).path("why").asText()).isEqualTo("out_of_reach");
    assertThat(why.path("facilities").path(0).path("path").size()).isPositive();
    assertThat(why.path("verdict").path("sentence").path("en").asText())
        .contains("on foot", "times the straight line", "'南门'");
  }

  @Test
  void theNetworkIsReported() {
    JsonNode report = json("/api/walking?city=gated");

    assertThat(report.path("streets").asBoolean()).isTrue();
    assertThat(report.path("walkableMetres").asDouble())
        .isCloseTo(300 + 140 + 300 + 20, within(3.0));
    assertThat(report.path("gates").path("known").asInt()).isEqualTo(1);
    assertThat(report.path("islands").path("count").asInt()).isEqualTo(1);
    assertThat(report.path("rules").path(0).path("rule").asText()).isEqualTo("footpath");
    assertThat(report.path("speeds").path(0).path("metresPerSecond").asDouble()).isEqualTo(0.8);
    assertThat(json("/api/walking?city=wuhan").path("streets").asBoolean(true)).isFalse();
  }

  @Test
  void gatesAreThoseInTheWindow() {
    JsonNode gates = json("/api/walking/gates?city=gated").path("gates");

    assertThat(gates).anyMatch(gate -> gate.path("name").asText().equals("南门"));
    assertThat(json("/api/walking/gates?city=gated&bbox=0,0,1,1").path("gates")).isEmpty();
    assertThat(get("/api/walking/gates?city=gated&bbox=0,0,1").statusCode()).isEqualTo(400);
  }

  @Test
  void whoCannotBeJudgedIsListed() {
    JsonNode answer = json("/api/walking/unreachable?" + ASKED);

    assertThat(answer.path("communities")).hasSize(1);
    assertThat(answer.path("communities").path(0).path("name").asText()).isEqualTo("lost");
    assertThat(answer.path("communities").path(0).path("reason").asText())
        .isEqualTo("no_street_near");
    assertThat(answer.path("facilities").path(0).path("name").asText()).isEqualTo("飞地");
  }

  @Test
  void supposedFacilitiesAreWalkedToAsTheyAreDragged() {
    String edits =
        "{\"edits\":[{\"do\":\"add\",\"kind\":\"outdoor_fitness_ground\",\"name\":\"n\","
            + "\"lon\":114.3005,\"lat\":30.5998}]}";
    JsonNode answer =
        parse(post(server, "", "/api/whatif/coverage?" + ASKED + "&radius=300", edits).body());

    assertThat(answer.path("kinds").path(0).path("measured").asText()).isEqualTo("walked");
    assertThat(answer.path("changed").path("index").path(0).asInt()).isZero();
    assertThat(answer.path("changed").path("status").asText()).isEqualTo("m");
  }
}
