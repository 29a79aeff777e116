package org.gapmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page against the real server, in a real browser. */
class PageTest extends OpenedTown {
  @Test
  void opensInTheBrowsersLanguageAndSwitchesInPlace() {
    MapPage map = MapPage.open(page, server, "");
    page.waitForSelector(".welcome-card");
    page.keyboard().press("Escape");
    assertThat(page.title()).contains("短板");
    assertThat(map.find("#kinds h2").textContent()).isEqualTo("服务设施");
    map.find(".languages button[lang=en]").click();
    assertThat(map.find("#kinds h2").textContent()).isEqualTo("Services");
    assertThat(page.evaluate("() => document.documentElement.lang")).isEqualTo("en");
    assertThat(page.url()).contains("lang=en");
    assertThat(map.find("body").innerText()).doesNotContain("服务设施").doesNotContain("undefined");
  }

  @Test
  void countsAreThoseOfTheApi() {
    MapPage map = MapPage.open(page, server, "lang=zh&kind=fitness");
    JsonNode fitness = kind(server.get("summary").path("kinds"), "fitness");
    assertThat(map.shortOf("fitness")).isEqualTo(fitness.path("gap").asInt()).isPositive();
    assertThat(map.legend("met")).isEqualTo(fitness.path("met").asInt()).isPositive();
    assertThat(map.legend("partial")).isEqualTo(fitness.path("partial").asInt()).isPositive();
    assertThat(map.legend("unknown")).isZero();
    assertThat(map.painted())
        .containsEntry("g", fitness.path("gap").asInt())
        .containsEntry("p", fitness.path("partial").asInt())
        .containsEntry("m", fitness.path("met").asInt());
  }

  @Test
  void unknownIsAColourOfItsOwnAndNeverAGap() {
    MapPage map = MapPage.open(page, server, "lang=zh&kind=childcare");
    assertThat(map.painted()).isEqualTo(Map.of("u", TestTown.COMMUNITIES));
    assertThat(map.legend("unknown")).isEqualTo(TestTown.COMMUNITIES);
    assertThat(map.legend("gap")).isZero();
    map.waitUntil("document.querySelector('#gaps').innerText.includes('数据不足')");
    map.find("[data-kind=elderly_canteen].kind-card").click();
    map.waitUntil("gapmap.store.state.coverage?.kind === 'elderly_canteen'");
    assertThat(map.painted()).containsEntry("u", TestTown.COMMUNITIES / 2);
  }

  @Test
  void aWiderRadiusRecoloursTheMapAndItsCounts() {
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    Map<String, Integer> before = map.painted();
    int shortBefore = map.shortOf("fitness");
    map.moveSlider(600);
    assertThat(map.painted().get("m")).isGreaterThan(before.get("m"));
    assertThat(map.shortOf("fitness")).isLessThan(shortBefore).isEqualTo(map.legend("gap"));
    JsonNode answer = server.get("summary?kind=fitness&radius=600");
    assertThat(map.legend("gap"))
        .isEqualTo(kind(answer.path("kinds"), "fitness").path("gap").asInt());
    assertThat(page.url()).contains("radius=600");
    map.find(".reset").click();
    map.waitUntil("gapmap.store.state.coverage.radiusMetres === 300");
    assertThat(map.painted()).isEqualTo(before);
    assertThat(page.url()).doesNotContain("radius=");
  }

  @Test
  void arrowKeysMoveTheRadius() {
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    map.find("#radius").focus();
    page.keyboard().press("ArrowRight");
    map.waitUntil("gapmap.store.state.coverage.radiusMetres === 310");
    assertThat(map.find("#radius").getAttribute("aria-valuetext"))
        .isEqualTo("310 metres, the standard says 300");
  }

  @Test
  void aClickOpensTheCommunitysSheetWithTheApisFigures() {
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    JsonNode wanted = community("和平4村");
    map.clickMap(
        wanted.path("centre").path(0).asDouble(), wanted.path("centre").path(1).asDouble());
    Locator heading = map.find("#sheet h2");
    assertThat(heading.textContent()).isEqualTo("和平4村");
    JsonNode fitness = kind(wanted.path("kinds"), "fitness");
    String words = map.find("#sheet [data-kind=fitness]").innerText();
    assertThat(words)
        .contains(Math.round(fitness.path("share").asDouble() * 100) + " % served")
        .contains(Math.round(fitness.path("nearest").path("metres").asDouble()) + " m")
        .contains(fitness.path("nearest").path("name").asText());
    assertThat(map.find("#sheet .facts").innerText()).contains("1,003").contains("1983");
    assertThat(map.announcement()).contains("和平4村");
    assertThat(page.url()).contains("community=");
    page.keyboard().press("Escape");
    assertThat(heading.isVisible()).isFalse();
  }

  @Test
  void theSheetSaysWhyAnAnswerIsUnknown() {
    long last = community("和平" + TestTown.COMMUNITIES + "村").path("id").asLong();
    MapPage map = MapPage.open(page, server, "lang=en&community=" + last);
    assertThat(map.find("#sheet [data-kind=elderly_canteen]").innerText())
        .contains("Outside the area where the list is complete");
    assertThat(map.find("#sheet [data-kind=childcare]").innerText())
        .contains("No data of this kind has been imported");
    assertThat(map.find("#sheet .facts").innerText()).contains("unknown").doesNotContain("\n0\n");
  }

  @Test
  void aRowOfTheWorstShortfallsFliesToItsCommunity() {
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    map.waitUntil("gapmap.store.state.gaps");
    JsonNode worst = server.get("gaps?kind=fitness&limit=1").path("gaps").path(0);
    Locator first = map.find(".gap-row").first();
    assertThat(first.innerText()).contains(worst.path("name").asText());
    first.click();
    map.waitUntil("gapmap.store.state.sheet?.id === " + worst.path("id").asLong());
    map.waitUntil("gapmap.store.state.at.zoom >= 16");
    JsonNode centre = server.get("communities/" + worst.path("id").asLong()).path("centre");
    Number away =
        (Number)
            page.evaluate(
                "([lon, lat]) => gapmap.map.getCenter().distanceTo([lat, lon])",
                List.of(centre.path(0).asDouble(), centre.path(1).asDouble()));
    assertThat(away.doubleValue()).isLessThan(100);
  }

  @Test
  void aTrialFacilityShowsItsGainAndStoresNothing() {
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    Map<String, Integer> before = map.painted();
    map.find(".try-button").click();
    assertThat(map.find("#hint").innerText()).contains("Nothing is stored");
    JsonNode centre = community("和平19村").path("centre");
    map.clickMap(centre.path(0).asDouble(), centre.path(1).asDouble());
    map.waitUntil("gapmap.store.state.effect");
    double gained = number("gapmap.store.state.effect.kinds[0].groups[0].gained");
    assertThat(gained).isPositive();
    assertThat(MapPage.whole(map.find(".try-gain").innerText()))
        .isEqualTo((int) Math.round(gained));
    assertThat(map.painted()).isNotEqualTo(before);
    page.keyboard().press("Escape");
    map.waitUntil("gapmap.store.state.draft === null");
    assertThat(map.painted()).isEqualTo(before);
    assertThat(
            kind(server.get("summary").path("kinds"), "fitness").path("facilitiesListed").asInt())
        .isEqualTo(3);
  }

  @Test
  void aTrialFacilityCanBePutAndMovedByKeyboard() {
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    map.find(".try-button").press("Enter");
    page.keyboard().press("Enter");
    map.waitUntil("gapmap.store.state.effect");
    double before = number("gapmap.store.state.draft[0].lat");
    map.find(".trial-marker").focus();
    page.keyboard().press("ArrowUp");
    double metres = (number("gapmap.store.state.draft[0].lat") - before) * 110_870;
    assertThat(metres).isBetween(19.9, 20.1);
  }

  @Test
  void whatToKnowAboutTheDataIsSaidOnThePage() {
    MapPage map = MapPage.open(page, server, "lang=zh&kind=fitness");
    assertThat(map.find(".notes-first").innerText()).contains("2 处健身场地的名称像学校或大学");
    map.find(".notes-strip").click();
    assertThat(map.find("#notes-all").innerText())
        .contains("3 处健身场地中 3 处没有开放信息")
        .contains("只在 西片区 内完整")
        .contains("没有声明坐标系")
        .contains("没有导入托育服务数据")
        .contains("1 个小区没有人口数");
  }

  @Test
  void facilitiesThatDoNotServeAreToldApart() {
    MapPage map = MapPage.open(page, server, "lang=en&kind=elderly_canteen");
    map.waitUntil("gapmap.store.state.facilities.length === 2");
    assertThat(map.find("#legend").innerText()).contains("Facility that does not");
    map.find(".notes-strip").click();
    assertThat(map.find("#notes-all").innerText()).contains("1 of 2 do not count");
  }

  @Test
  void aCommunityIsFoundByItsName() {
    MapPage map = MapPage.open(page, server, "lang=zh");
    map.find("#search").fill("平17");
    page.keyboard().press("Enter");
    assertThat(map.find("#sheet h2").textContent()).isEqualTo("和平17村");
  }

  @Test
  void aCommunityWithoutANameIsStillSomethingToReadAndToPress() {
    page.route(
        "**/api/gaps?*",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(
                        route.fetch().text().replaceAll("\"name\":\"[^\"]*\"", "\"name\":\"\""))));
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    map.waitUntil("gapmap.store.state.gaps");
    assertThat(map.find(".gap-name").first().textContent()).isEqualTo("(no name)");
  }

  @Test
  void arraysOfAnotherDataVersionAreRefused() {
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    Map<String, Integer> before = map.painted();
    page.route(
        "**/api/coverage?*",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(
                        "{\"city\":\"testtown\",\"dataVersion\":9999,\"kind\":\"fitness\","
                            + "\"radiusMetres\":700,\"share\":[],\"status\":\""
                            + "m".repeat(TestTown.COMMUNITIES)
                            + "\"}")));
    page.evaluate(
        "() => { const slider = document.getElementById('radius'); slider.value = 700;"
            + " slider.dispatchEvent(new Event('input', { bubbles: true })); }");
    map.waitUntil("!document.getElementById('problem').hidden");
    assertThat(map.painted().getOrDefault("m", 0)).isLessThanOrEqualTo(before.get("m"));
    page.unroute("**/api/coverage?*");
    map.find("#problem [data-key=retry]").click();
    map.waitUntil("gapmap.store.state.coverage?.radiusMetres === 700");
    assertThat(map.find("#problem").isVisible()).isFalse();
  }

  @Test
  void aProblemIsToldInTheServersWords() {
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    page.route(
        "**/api/gaps?*",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(400)
                    .setContentType("application/problem+json")
                    .setBody("{\"title\":\"radius 310 is odd\",\"detail\":\"give another one\"}")));
    map.find("#radius").focus();
    page.keyboard().press("ArrowRight");
    map.waitUntil("!document.getElementById('problem').hidden");
    assertThat(map.find("#problem").innerText())
        .contains("radius 310 is odd")
        .contains("give another one");
    browser.forgetComplaints();
  }

  @Test
  void stepsGoBackAndForth() {
    MapPage map = MapPage.open(page, server, "lang=en");
    map.find("[data-kind=fitness].kind-card").click();
    map.waitUntil("gapmap.store.state.coverage?.kind === 'fitness'");
    page.goBack();
    map.waitUntil("gapmap.store.state.coverage?.kind === 'all'");
    assertThat(map.find(".kind-all").getAttribute("aria-pressed")).isEqualTo("true");
  }

  private double number(String expression) {
    return ((Number) page.evaluate("() => " + expression)).doubleValue();
  }

  /** A community's sheet; the order of the index is the server's own. */
  private static JsonNode community(String name) {
    JsonNode index = server.get("index");
    for (int i = 0; i < index.path("name").size(); i++) {
      if (index.path("name").path(i).asText().equals(name)) {
        return server.get("communities/" + index.path("id").path(i).asLong());
      }
    }
    throw new AssertionError("no community " + name);
  }

  private static JsonNode kind(JsonNode kinds, String id) {
    for (JsonNode kind : kinds) {
      if (kind.path("kind").asText().equals(id)) {
        return kind;
      }
    }
    throw new AssertionError("no kind " + id + " in " + kinds);
  }
}
