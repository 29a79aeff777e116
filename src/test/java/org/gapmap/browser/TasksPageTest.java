package org.gapmap.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A morning's work as a planner does it, in one go and by clicking: where are most of the elderly
 * out of reach of a canteen, why is the worst community red, what would one more canteen buy, and
 * its sheet on paper.
 */
class TasksPageTest extends OpenedTown {
  private static final String KIND = "elderly_canteen";

  @ParameterizedTest
  @CsvSource({"zh, 为什么, 老年助餐", "en, why, canteen"})
  void fromTheWholeCityToOneSheetOfPaper(String lang, String why, String canteen) {
    MapPage map = MapPage.open(page, server, "lang=" + lang);

    map.find("[data-kind=" + KIND + "].kind-card").click();
    map.find("[data-key=report]").click();
    map.find("[data-key=tab-areas]").click();
    page.waitForSelector(".area-table");
    map.find(".area-table tbody tr:first-child button").click();
    map.waitUntil("gapmap.store.state.area !== null && document.querySelector('.gap-row')");
    map.waitUntil(
        "gapmap.store.state.gaps.gaps.every((gap) => gapmap.store.state.index.areas["
            + "gapmap.store.state.index.subdistrict[gap.index]].key === gapmap.store.state.area)");

    map.find(".gap-row").first().click();
    map.waitUntil("gapmap.store.state.sheet");
    long id = ((Number) page.evaluate("() => gapmap.store.state.community")).longValue();
    map.find("[data-key=why-" + KIND + "]").click();
    map.waitUntil("gapmap.store.state.why");
    JsonNode verdict = server.get("communities/" + id + "/why?kind=" + KIND).path("verdict");
    assertThat(map.find(".why-title").innerText()).contains(why);
    assertThat(map.find(".why-sentence").textContent())
        .isEqualTo(verdict.path("sentence").path(lang).asText());
    page.keyboard().press("Escape");

    map.find("[data-key=try-" + KIND + "]").click();
    map.waitUntil("gapmap.store.state.effect?.kinds?.length === 1");
    Map<?, ?> tried = (Map<?, ?>) page.evaluate("() => gapmap.store.state.draft[0]");
    JsonNode alone =
        server.get("try?kind=%s&lon=%s&lat=%s".formatted(KIND, tried.get("lon"), tried.get("lat")));
    int said = MapPage.whole(map.find(".try-gain b").innerText());
    assertThat((double) said).isCloseTo(alone.path("residentsGained").asDouble(), within(1.0));
    assertThat(said).isPositive();

    page.evaluate("() => { window.print = () => { window.printed = true; }; }");
    map.find("[data-key=share]").click();
    map.find("[data-key=share-leaflet]").click();
    page.waitForSelector(".paper");
    String paper = map.find(".paper").first().innerText();
    assertThat(paper)
        .contains(server.get("communities/" + id).path("name").asText())
        .containsIgnoringCase(canteen);
    map.find("[data-key=print-now]").click();
    map.waitUntil("window.printed");
    Pictures.take(page, "task-" + lang);
  }
}
