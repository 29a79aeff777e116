package org.gapmap.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a planner asks of one community or facility, and what whoever was on site says is wrong. */
class AskPageTest extends OpenedTown {
  private static final Set<String> GRAVE = Set.of("serious", "critical");

  @ParameterizedTest
  @CsvSource({"en, Short of, Why?, Elderly canteen", "zh, 项中缺, 为什么？, 老年助餐服务"})
  void whyIsThisCommunityRed(String lang, String begins, String why, String canteen) {
    MapPage map = MapPage.open(page, server, "lang=" + lang + "&kind=elderly_canteen");
    map.waitUntil("gapmap.store.state.gaps");
    String name = map.find(".gap-row .gap-name").first().textContent();
    map.find(".gap-row").first().click();
    map.waitUntil("gapmap.store.state.sheet");

    assertThat(map.find("#sheet h2").textContent()).isEqualTo(name);
    assertThat(map.find(".missing-sentence").textContent()).contains(begins).contains(canteen);
    Locator first = map.find("#sheet .sheet-kind").first();
    assertThat(first.getAttribute("data-kind")).isIn("elderly_canteen", "fitness");

    map.find("[data-key=why-elderly_canteen]").click();
    map.waitUntil("gapmap.store.state.why");
    assertThat(map.find(".considered").innerText()).contains("和平长者食堂");
    assertThat(map.find("body").innerText()).doesNotContain("undefined").doesNotContain("ask_");
    page.keyboard().press("Escape");
    assertThat(map.find("[data-key=why-elderly_canteen]").textContent()).contains(why);
  }

  @Test
  void theHeadCountsGapsAndUnknownsAsTheSheetHasThem() {
    JsonNode gap = server.get("gaps?kind=fitness&limit=1").path("gaps").path(0);
    JsonNode sheet = server.get("communities/" + gap.path("id").asLong());
    int gaps = count(sheet, "gap");
    int unknown = count(sheet, "unknown");
    MapPage map = sheetOf(gap.path("id").asLong(), "lang=en&kind=fitness");

    assertThat(map.find(".missing-sentence").textContent())
        .startsWith("Short of " + gaps + " of " + sheet.path("kinds").size() + ":")
        .endsWith("Unknown for " + unknown + ".");
    assertThat(map.find(".make-up li").count()).isEqualTo(gaps);
  }

  @Test
  void theChartCanBeReadWithoutBeingSeen() {
    page.route(
        "**/api/communities/*",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(
                        route
                            .fetch()
                            .text()
                            .replaceAll(
                                "\"districtMedianShare\":[^,}]*", "\"districtMedianShare\":0.25")
                            .replaceAll(
                                "\"area\":\\{[^}]*\\}",
                                "\"area\":{\"district\":\"西区\",\"subdistrict\":null}"))));
    long id = community("和平1村");
    MapPage map = sheetOf(id, "lang=en&kind=fitness");
    JsonNode sheet = server.get("communities/" + id);

    for (JsonNode kind : sheet.path("kinds")) {
      boolean unknown = kind.path("status").asText().equals("unknown");
      String share = unknown ? "unknown" : Math.round(kind.path("share").asDouble() * 100) + " %";
      String row =
          map.find(".shortfalls tbody tr:has(th:text('" + english(kind) + "'))").innerText();
      assertThat(row).contains(unknown ? "unknown" : share).contains("25 %");
    }
    assertThat(map.find(".chart-key").textContent()).contains("西区");
    assertThat(map.find(".chart-svg .chart-bound").count())
        .isEqualTo(2 * sheet.path("kinds").size());
    assertThat(map.find(".chart-dot.dot-met, .chart-dot.dot-partial, .chart-dot.dot-gap").count())
        .isEqualTo(sheet.path("kinds").size() - count(sheet, "unknown"));
  }

  @Test
  void oneIsTriedWhereItIsMissing() {
    JsonNode gap = server.get("gaps?kind=fitness&limit=1").path("gaps").path(0);
    MapPage map = sheetOf(gap.path("id").asLong(), "lang=en&kind=all");

    map.find("[data-key=try-fitness]").click();

    map.waitUntil("gapmap.store.state.trying && gapmap.store.state.kind === 'fitness'");
    map.waitUntil("gapmap.store.state.draft?.length === 1");
    assertThat(page.evaluate("() => gapmap.store.state.draft[0].kind")).isEqualTo("fitness");
  }

  @Test
  void aClickOnAFacilityOpensWhomItServes() {
    JsonNode ground = server.get("facilities?kind=fitness").path("facilities").path(0);
    JsonNode told = server.get("facilities/" + ground.path("id").asText() + "?kind=fitness");
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    map.waitUntil("gapmap.store.state.facilities.length > 0");

    map.clickMap(ground.path("lon").asDouble(), ground.path("lat").asDouble());
    map.waitUntil("gapmap.store.state.facilitySheet");

    assertThat(map.find("#facility h2").textContent()).contains(ground.path("name").asText());
    assertThat(page.url()).contains("facility=" + ground.path("id").asText());
    assertThat(map.find(".served-row").count()).isEqualTo(told.path("communities").size());
    assertThat(map.find("#facility").innerText()).contains("reaches 300 m").contains("sports.shp");
    assertThat(map.find("#facility .load").innerText()).contains("capacity is unknown");

    String first = map.find(".served-row .served-name").first().textContent();
    map.find(".served-row").first().click();
    map.waitUntil("gapmap.store.state.sheet && gapmap.store.state.facility === null");
    assertThat(map.find("#sheet h2").textContent()).isEqualTo(first);
    page.goBack();
    map.waitUntil("gapmap.store.state.facility !== null");
  }

  @Test
  void theNearestFacilityOpensFromTheSheetAndLeadsBack() {
    MapPage map = sheetOf(community("和平1村"), "lang=zh&kind=fitness");
    map.find("[data-key=nearest-fitness]").click();
    map.waitUntil("gapmap.store.state.facilitySheet");
    assertThat(map.find("#facility h2").textContent()).contains("大学球场");
    assertThat(page.evaluate("() => document.activeElement.tagName")).isEqualTo("H2");

    page.keyboard().press("Escape");
    map.waitUntil("gapmap.store.state.facility === null");
    map.waitUntil("document.activeElement?.dataset.key === 'nearest-fitness'");
  }

  @Test
  void whatIsWrongIsKeptWhereItIsSettledAndDeleted() {
    long id = community("和平12村");
    MapPage map = sheetOf(id, "lang=en&kind=fitness");
    JsonNode elsewhere = server.get("communities/" + community("和平20村")).path("centre");
    map.find("[data-key=write-note]").click();
    map.waitUntil("document.activeElement?.id === 'note-text'");
    page.keyboard().type("Gate <img src=x onerror=alert(1)> locked");
    map.find("#note-by").fill("王工");
    map.clickMap(elsewhere.path(0).asDouble(), elsewhere.path(1).asDouble());
    assertThat(map.find("#note-text").inputValue()).startsWith("Gate <img");
    map.find("[data-key=note-save]").click();
    map.waitUntil("gapmap.store.state.siteNotes?.length === 1");

    assertThat(map.find("#sheet .note-text").textContent())
        .isEqualTo("Gate <img src=x onerror=alert(1)> locked");
    assertThat(map.find("#sheet .note-text img").count()).isZero();
    assertThat(map.find("#map .note-pin").textContent()).isEqualTo("1");
    assertThat(map.find("#site-notes-bar").innerText()).contains("1 open");
    JsonNode kept = server.get("notes").path("notes").path(0);
    assertThat(kept.path("community").asLong()).isEqualTo(id);
    assertThat(kept.path("kind").asText()).isEqualTo("fitness");
    assertThat(kept.path("by").asText()).isEqualTo("王工");
    assertThat(kept.path("lon").asDouble()).isCloseTo(elsewhere.path(0).asDouble(), within(0.0002));
    assertThat(kept.path("lat").asDouble()).isCloseTo(elsewhere.path(1).asDouble(), within(0.0002));

    map.find("[data-key=site-notes]").click();
    assertThat(page.url()).contains("notes=list");
    assertThat(graveFindings()).isEmpty();
    map.find("#site-notes .note-doing button").first().click();
    map.waitUntil("gapmap.store.state.siteNotes?.[0]?.state === 'settled'");
    map.find("[data-key^=note-remove-]").click();
    assertThat(map.find("[role=alert].note-doing").innerText()).contains("for good");
    map.find("[data-key^=note-remove-yes]").click();
    map.waitUntil("gapmap.store.state.siteNotes?.length === 0");
    assertThat(server.get("notes").path("notes")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"en, its token", "zh, 令牌"})
  void aServerThatWantsATokenSaysSoAndNothingWrittenIsLost(String lang, String words) {
    page.route(
        "**/api/notes",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(401)
                    .setContentType("application/problem+json")
                    .setBody("{\"title\":\"a request that writes needs a token\"}")));
    MapPage map = sheetOf(community("和平2村"), "lang=" + lang);
    map.find("[data-key=write-note]").click();
    map.find("#note-text").fill("门已封");
    map.find("[data-key=note-save]").click();

    map.waitUntil("document.querySelector('dialog[open]')");
    page.keyboard().press("Escape");
    map.waitUntil("!document.querySelector('.note-error').hidden");
    assertThat(map.find(".note-error").textContent()).contains(words);
    assertThat(map.find("#note-text").inputValue()).isEqualTo("门已封");
    browser.forgetComplaints();
  }

  @ParameterizedTest
  @CsvSource({"en", "zh"})
  void axeFindsNothingGraveOnTheSheetsAndTheForm(String lang) {
    MapPage map = sheetOf(community("和平48村"), "kind=fitness&lang=" + lang);
    assertThat(graveFindings()).isEmpty();
    map.find("[data-key=write-note]").click();
    assertThat(graveFindings()).isEmpty();
    map.find("[data-key=note-cancel]").click();
    map.find("[data-key=nearest-fitness]").click();
    map.waitUntil("gapmap.store.state.facilitySheet");
    assertThat(graveFindings()).isEmpty();
  }

  private MapPage sheetOf(long id, String view) {
    MapPage map = MapPage.open(page, server, view + "&community=" + id);
    map.waitUntil("gapmap.store.state.sheet");
    return map;
  }

  private List<String> graveFindings() {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> GRAVE.contains(rule.getImpact()))
            .map(rule -> rule.getId() + ": " + rule.getNodes())
            .toList();
  }

  private static String english(JsonNode kind) {
    for (JsonNode one : server.get("kinds")) {
      if (one.path("id").asText().equals(kind.path("kind").asText())) {
        return one.path("name").path("en").asText();
      }
    }
    throw new AssertionError("no kind " + kind);
  }

  private static int count(JsonNode sheet, String status) {
    int count = 0;
    for (JsonNode kind : sheet.path("kinds")) {
      count += kind.path("status").asText().equals(status) ? 1 : 0;
    }
    return count;
  }

  private static long community(String name) {
    JsonNode index = server.get("index");
    for (int i = 0; i < index.path("name").size(); i++) {
      if (index.path("name").path(i).asText().equals(name)) {
        return index.path("id").path(i).asLong();
      }
    }
    throw new AssertionError("no community " + name);
  }
}
