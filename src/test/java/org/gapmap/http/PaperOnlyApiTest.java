package org.gapmap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.gapmap.assess.World;
import org.gapmap.store.LayerStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A walled compound whose gate is in the south and whose fitness ground lies to the north, and an
 * open one beside the ground.
 */
class PaperOnlyApiTest extends ServedCity {
  private static final String ASKED = "city=behind&kind=fitness&radius=300";

  @BeforeAll
  static void walled() {
    store(
        new World()
            .community("walled", 1000, 0, 0, 100, 100)
            .community("open", 500, 120, 130, 160, 160),
        "behind");
    store(new World().community("walled", -1, 0, 0, 100, 100), "uncounted");
  }

  private static void store(World communities, String city) {
    communities
        .street("south", -100, -20, 50, -20, 200, -20)
        .street("west", -100, -20, -100, 120)
        .street("north", -100, 120, 200, 120)
        .gate("南门", 50, 0)
        .street("lane", 50, -20, 50, 0)
        .facility("outdoor_fitness_ground", "健身苑", 50, 130)
        .store(new LayerStore(database.dataSource()), city);
  }

  @Test
  void whatPassesOnPaperAndFailsOnFootIsListedWithTheWayRound() {
    JsonNode answer = json("/api/walking/disagreements?" + ASKED);

    assertThat(answer.path("streets").asBoolean()).isTrue();
    assertThat(answer.path("communities").asInt()).isEqualTo(1);
    JsonNode one = answer.path("disagreements").path(0);
    assertThat(one.path("name").asText()).isEqualTo("walled");
    assertThat(one.path("people").asDouble()).isEqualTo(1000);
    assertThat(one.path("facility").path("name").asText()).isEqualTo("健身苑");
    assertThat(one.path("straightMetres").asDouble()).isBetween(30.0, 60.0);
    double inside = one.path("walkMetres").asDouble() - (20 + 150 + 140 + 150 + 10);
    assertThat(inside).isBetween(0.0, 112.0);
    assertThat(one.path("detour").asDouble())
        .isCloseTo(
            one.path("walkMetres").asDouble() / one.path("straightMetres").asDouble(),
            within(0.02));
    assertThat(one.path("barrier").path("type").asText()).isEqualTo("own_wall");
    assertThat(one.path("path").size()).isGreaterThanOrEqualTo(7);
    assertThat(one.path("line").path(0)).isEqualTo(one.path("path").path(0));
  }

  @Test
  void aRadiusThatTheWalkStaysWithinLeavesNothing() {
    JsonNode answer = json("/api/walking/disagreements?city=behind&kind=fitness&radius=900");

    assertThat(answer.path("disagreements")).isEmpty();
  }

  @Test
  void allKindsOfTheStandardAreAskedAtTheirOwnRadius() {
    JsonNode answer = json("/api/walking/disagreements?city=behind");

    assertThat(answer.path("kind").asText()).isEqualTo("all");
    assertThat(answer.path("disagreements")).isNotEmpty();
    assertThat(answer.path("disagreements"))
        .allMatch(one -> one.path("name").asText().equals("walled"));
  }

  @Test
  void theListIsAFileToo() {
    String[] lines = get("/api/walking/disagreements.csv?" + ASKED).body().split("\r?\n");

    assertThat(lines).hasSize(2);
    assertThat(lines[0]).startsWith("community_id,community,kind");
    assertThat(lines[1]).contains("walled,fitness", "健身苑", "own_wall");
  }

  @Test
  void aCityWithoutStreetsHasNothingToCompare() {
    JsonNode answer = json("/api/walking/disagreements?city=wuhan");

    assertThat(answer.path("streets").asBoolean(true)).isFalse();
    assertThat(answer.path("disagreements")).isEmpty();
  }

  /** A gate in the north wall leads to the street 20 m away, and to the ground. */
  @Test
  void oneMoreGateIsProposedWhereItSavesMost() {
    JsonNode index = json("/api/index?city=behind");
    int at = index.path("name").path(0).asText().equals("walled") ? 0 : 1;
    long id = index.path("id").path(at).asLong();
    JsonNode gates = json("/api/communities/" + id + "/new-gates?" + ASKED).path("gates");

    assertThat(gates).isNotEmpty();
    JsonNode best = gates.path(0);
    assertThat(best.path("lat").asDouble()).isGreaterThan(index.path("lat").path(at).asDouble(0));
    assertThat(best.path("kinds").path(0).path("kind").asText()).isEqualTo("fitness");
    assertThat(best.path("kinds").path(0).path("peopleInReach").asDouble()).isEqualTo(1000);
    // Each of 1,000 walks about 470 m less: round the compound no more, but up to 100 m inside.
    assertThat(best.path("kinds").path(0).path("savedPeopleMetres").asDouble())
        .isBetween(350_000.0, 500_000.0);
    assertThat(best.path("kinds").path(0).path("savedMetres").asDouble()).isBetween(350.0, 500.0);
  }

  /** Two ways to the same answer: the edge tried place by place, and the path laid. */
  @Test
  void thePathThatItIsMadeOfBuysWhatTheGateSays() {
    JsonNode index = json("/api/index?city=behind");
    int at = index.path("name").path(0).asText().equals("walled") ? 0 : 1;
    long id = index.path("id").path(at).asLong();
    JsonNode best = json("/api/communities/" + id + "/new-gates?" + ASKED).path("gates").path(0);

    String edit =
        "{\"edits\":[{\"do\":\"path\",\"name\":\"\",\"line\":" + best.path("path") + "}]}";
    JsonNode effect =
        parse(post(server, "", "/api/whatif/coverage?" + ASKED + "&mode=walking", edit).body());

    assertThat(effect.path("lost")).isEmpty();
    assertThat(effect.path("kinds").path(0).path("lifted").asInt()).isEqualTo(1);
    assertThat(effect.path("kinds").path(0).path("groups").path(0).path("gained").asDouble())
        .isEqualTo(best.path("kinds").path(0).path("peopleInReach").asDouble());
  }

  /** Nobody knows how many live there: what it saves is told for each of them. */
  @Test
  void withoutNumbersOfPeopleAGateIsProposedAllTheSame() {
    JsonNode index = json("/api/index?city=uncounted");
    long id = index.path("id").path(0).asLong();
    JsonNode gates =
        json("/api/communities/" + id + "/new-gates?city=uncounted&kind=fitness").path("gates");

    JsonNode saved = gates.path(0).path("kinds").path(0);
    assertThat(saved.path("savedPeopleMetres").isNull()).isTrue();
    assertThat(saved.path("peopleInReach").isNull()).isTrue();
    assertThat(saved.path("savedMetres").asDouble()).isBetween(350.0, 500.0);
    assertThat(saved.path("shareInReach").asDouble()).isEqualTo(1);
  }

  @Test
  void gatesOfACityWithoutStreetsAreAnError() {
    long id = json("/api/index?city=wuhan").path("id").path(0).asLong();

    assertThat(get("/api/communities/" + id + "/new-gates?city=wuhan").statusCode()).isEqualTo(400);
    assertThat(get("/api/communities/987654321/new-gates?city=behind").statusCode()).isEqualTo(404);
  }
}
