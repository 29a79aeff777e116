package org.gapmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which sub-district has most people out of reach, against the server's own columns added up. */
class AreaPageTest extends OpenedTown {
  @Test
  void areasAreRankedByThePeopleOutOfReach() {
    MapPage map = MapPage.open(page, server, "lang=en&kind=elderly_canteen&report=areas");
    page.waitForSelector(".area-table");

    JsonNode index = server.get("index");
    JsonNode ranking = server.get("ranking?kind=elderly_canteen");
    Map<String, Double> expected = new HashMap<>();
    for (int i = 0; i < index.path("id").size(); i++) {
      int area = index.path("subdistrict").get(i).asInt();
      if (area >= 0 && !ranking.path("peopleOutOfReach").get(i).isNull()) {
        expected.merge(
            index.path("areas").get(area).path("key").asText(),
            ranking.path("peopleOutOfReach").get(i).asDouble(),
            Double::sum);
      }
    }
    assertThat(expected).isNotEmpty();
    String worst =
        expected.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    List<?> rows =
        (List<?>)
            page.evaluate(
                "() => [...document.querySelectorAll('.area-table tbody tr')].map((row) => row.dataset.area)");
    assertThat(rows.get(0)).isEqualTo(worst);
    assertThat(MapPage.whole(map.find("[data-area='" + worst + "'] td.sorted").innerText()))
        .isEqualTo((int) Math.round(expected.get(worst)));

    map.find("[data-area='" + worst + "'] button").click();
    map.waitUntil("gapmap.store.state.report === null");
    assertThat(page.evaluate("() => gapmap.store.state.area")).isEqualTo(worst);
    assertThat(page.url()).contains("area=");
  }

  @Test
  void theTableFollowsTheKindAndTheLanguage() {
    MapPage map = MapPage.open(page, server, "lang=en&kind=elderly_canteen&report=areas");
    page.waitForSelector(".area-table");
    map.find("[data-key=all]").click();
    page.waitForSelector("[data-key=areas-sort-short]:has-text('Short of any')");
    map.find("[data-key=areas-sort-short]").click();
    assertThat(map.find("th[aria-sort=descending]").count()).isEqualTo(1);

    map.find("[data-key=zh]").click();
    page.waitForSelector("[data-key=areas-sort-short]:has-text('至少缺一类')");
  }

  @Test
  void aChosenAreaIsWhatIsCountedAndListed() {
    JsonNode index = server.get("index");
    JsonNode coverage = server.get("coverage?kind=fitness");
    JsonNode area = index.path("areas").get(index.path("subdistrict").get(0).asInt());
    Map<Character, Integer> expected = new HashMap<>();
    for (int i = 0; i < index.path("id").size(); i++) {
      if (index.path("subdistrict").get(i).asInt() == index.path("subdistrict").get(0).asInt()) {
        expected.merge(coverage.path("status").asText().charAt(i), 1, Integer::sum);
      }
    }
    MapPage map = MapPage.open(page, server, "lang=en&kind=elderly_canteen");
    map.find("[data-key=area]").selectOption(area.path("key").asText());
    map.waitUntil(
        "gapmap.store.state.summary.kinds.find((k) => k.kind === 'fitness').gap === "
            + expected.getOrDefault('g', 0));

    assertThat(map.shortOf("fitness")).isEqualTo(expected.getOrDefault('g', 0));
    page.waitForSelector(".gaps-head h2:has-text('" + area.path("name").asText() + "')");
    map.waitUntil(
        "gapmap.store.state.gaps.gaps.every((gap) => gapmap.store.state.index.subdistrict[gap.index] === "
            + index.path("subdistrict").get(0).asInt()
            + ")");
    JsonNode summary = server.get("summary?area=" + encoded(area.path("key").asText()));
    JsonNode fitness =
        java.util.stream.StreamSupport.stream(summary.path("kinds").spliterator(), false)
            .filter(kind -> kind.path("kind").asText().equals("fitness"))
            .findFirst()
            .orElseThrow();
    assertThat(fitness.path("met").asInt()).isEqualTo(expected.getOrDefault('m', 0));
    assertThat(fitness.path("partial").asInt()).isEqualTo(expected.getOrDefault('p', 0));
    assertThat(fitness.path("unknown").asInt()).isEqualTo(expected.getOrDefault('u', 0));
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }
}
