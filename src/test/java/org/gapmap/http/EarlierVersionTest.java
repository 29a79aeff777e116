package org.gapmap.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import org.gapmap.assess.World;
import org.gapmap.store.LayerStore;
import org.junit.jupiter.api.Test;

/** A data version gone by can still be looked at, and answers as it did. */
class EarlierVersionTest extends ServedCity {
  @Test
  void anEarlierVersionAnswersWhatItAnsweredThen() {
    String[] questions = {
      "/api/index?lang=0",
      "/api/summary?kind=fitness",
      "/api/coverage?kind=fitness",
      "/api/coverage?kind=all",
      "/api/facilities?kind=fitness"
    };
    String[] then = new String[questions.length];
    for (int q = 0; q < then.length; q++) {
      then[q] = get(questions[q]).body();
    }
    int version = json("/api/index").path("dataVersion").asInt();
    new World()
        .community("short", 2000, 2000, 0, 2100, 100)
        .community("later", 500, 2200, 0, 2300, 100)
        .facility("outdoor_fitness_ground", "后建", 2080, 50)
        .store(new LayerStore(database.dataSource()), "wuhan");
    cities.forget("wuhan");

    assertThat(json("/api/coverage?kind=fitness").path("status").asText()).isEqualTo("mm");
    for (int q = 0; q < then.length; q++) {
      assertThatJson(get(questions[q] + "&version=" + version).body())
          .as(questions[q])
          .isEqualTo(then[q]);
    }
    assertThat(get("/api/coverage?kind=fitness&version=4711").statusCode()).isEqualTo(400);
  }
}
