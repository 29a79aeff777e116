package org.gapmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** The check-up report and its scenarios on the page, against the server's own answers. */
class ReportPageTest extends OpenedTown {
  @Test
  void indicatorsCarryTheirOfficialNamesAndTheApisValues() {
    JsonNode answer = server.get("indicators?edition=2025&level=city");
    int at = indexOf(answer, "activity_ground_gap");
    long value = answer.path("areas").path(0).path("figures").path(at).path("value").asLong();
    MapPage map = MapPage.open(page, server, "lang=zh&report=indicators");
    page.waitForSelector("[data-key=indicator-activity_ground_gap]");

    String words = map.find("[data-key=indicator-activity_ground_gap]").innerText();

    assertThat(words).contains("未达标配建公共活动场地的小区数量").contains(value + " 个");
    page.selectOption("[data-key=edition]", "2024");
    page.waitForFunction(
        "() => document.querySelector('[data-key=indicator-activity_ground_gap]')"
            + "?.innerText.includes('未达标配建的公共活动场地数量')");
  }

  @Test
  void anotherStandardsVerdictsAreLaidBeside() {
    MapPage map = MapPage.open(page, server, "lang=en&report=standards");
    page.waitForSelector(".kind-difference, .report-detail .quiet.next");

    assertThat(map.find("#report").innerText()).contains("Judge by");
    page.keyboard().press("Escape");
    assertThat(map.find("#report").isVisible()).isFalse();
  }

  @Test
  void theTabsAreReachedByArrowKeys() {
    MapPage map = MapPage.open(page, server, "lang=en&report=indicators");
    map.find("#tab-indicators").focus();
    page.keyboard().press("ArrowRight");
    map.waitUntil("document.activeElement?.id === 'tab-areas'");
    page.keyboard().press("ArrowRight");
    map.waitUntil("gapmap.store.state.report === 'quarters'");
    map.waitUntil("document.activeElement?.id === 'tab-quarters'");
    assertThat(map.find("#report").innerText()).contains("data version");
  }

  @Test
  void aTrialIsKeptAsAScenarioThatALinkReopensAndThatCanBeLeftAndDeleted() {
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    int shortBefore = map.legend("gap");
    map.find(".try-button").press("Enter");
    page.keyboard().press("Enter");
    map.waitUntil("gapmap.store.state.effect");
    Number lifted =
        (Number)
            page.evaluate(
                "() => { const { coverage, effect } = gapmap.store.state; return"
                    + " effect.changed.index.filter((i, k) => coverage.status[i] === 'g'"
                    + " && effect.changed.status[k] !== 'g').length; }");
    map.find("[data-key=scenario-name]").fill("Ground at the gate");
    map.find("[data-key=scenario-keep]").click();
    page.waitForSelector("#scenario b >> text=Ground at the gate");
    map.waitUntil("gapmap.store.state.facilities.some((one) => one.name === 'Fitness ground 1')");
    map.waitUntil(
        "document.querySelector('[data-legend=gap] .legend-count').textContent === '"
            + (shortBefore - lifted.intValue())
            + "'");
    String link = page.url();
    assertThat(link).contains("scenario=");

    page.navigate("about:blank");
    page.navigate(link);
    page.waitForSelector("#scenario b >> text=Ground at the gate");
    map.find("[data-key=scenario-difference]").click();
    page.waitForSelector(".edits");
    assertThat(map.find(".edits").innerText()).contains("one more Fitness ground");

    map.find("[data-key=scenario-leave]").click();
    map.waitUntil("gapmap.store.state.scenario === null");
    page.onDialog(dialog -> dialog.accept());
    map.find("[data-key^=scenario-delete]").click();
    page.waitForSelector("text=None kept yet");
    assertThat(server.get("scenarios").path("scenarios")).isEmpty();
  }

  private static int indexOf(JsonNode answer, String id) {
    for (int i = 0; i < answer.path("indicators").size(); i++) {
      if (answer.path("indicators").path(i).path("id").asText().equals(id)) {
        return i;
      }
    }
    throw new IllegalStateException(id);
  }
}
