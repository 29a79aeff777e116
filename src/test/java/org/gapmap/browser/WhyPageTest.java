package org.gapmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** "Why is this one red?" on the page, against the server's own answer. */
class WhyPageTest extends OpenedTown {
  @Test
  void theSheetLeadsToEveryFacilityLookedAtAndBack() {
    long id = worst("fitness");
    JsonNode why = server.get("communities/" + id + "/why?kind=fitness");
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness&community=" + id);

    map.find("[data-key=why-fitness]").click();
    map.waitUntil("gapmap.store.state.why");

    assertThat(map.find(".why-sentence").textContent())
        .isEqualTo(why.path("verdict").path("sentence").path("en").asText());
    assertThat(map.find(".considered-row").count()).isEqualTo(why.path("facilities").size());
    JsonNode first = why.path("facilities").path(0);
    assertThat(map.find(".considered-row").first().innerText())
        .contains(first.path("name").asText())
        .contains(Math.round(first.path("metres").asDouble()) + " m")
        .contains(first.path("source").path("file").asText())
        .contains("row " + first.path("source").path("row").asInt());
    assertThat(map.find(".lists").innerText())
        .contains(why.path("lists").path(0).path("file").asText());
    assertThat(map.announcement())
        .isEqualTo(why.path("verdict").path("sentence").path("en").asText());

    page.keyboard().press("Escape");
    map.waitUntil("document.activeElement?.dataset.key === 'why-fitness'");
  }

  @Test
  void aLinkReopensTheQuestion() {
    long id = worst("fitness");
    MapPage map = MapPage.open(page, server, "lang=zh&kind=fitness&why=fitness&community=" + id);
    map.waitUntil("gapmap.store.state.why");

    assertThat(map.find(".why-title").textContent()).contains("为什么");
    assertThat(page.url()).contains("why=fitness");
  }

  @Test
  void pointingAtAFacilityDrawsItsLine() {
    long id = worst("fitness");
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness&why=fitness&community=" + id);
    map.waitUntil("gapmap.store.state.why");

    map.find(".considered-row").nth(1).focus();

    map.waitUntil("gapmap.store.state.pointed === gapmap.store.state.why.facilities[1].id");
  }

  private static long worst(String kind) {
    return server.get("gaps?kind=" + kind + "&limit=1").path("gaps").path(0).path("id").asLong();
  }
}
