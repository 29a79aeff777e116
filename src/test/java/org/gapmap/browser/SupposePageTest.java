package org.gapmap.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What if: tried on the map as a person tries it, kept, and laid beside the city as it is. */
class SupposePageTest extends OpenedTown {
  private static final String CANTEEN = "elderly_canteen";

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void whatOneMoreCanteenBuysIsSeenWhileItIsDragged(String language) {
    MapPage map = open("lang=" + language + "&kind=" + CANTEEN);
    Map<String, Integer> today = map.painted();
    map.find(".try-button").click();
    assertThat(map.find("#hint").innerText()).contains(language.equals("zh") ? "不会保存" : "Nothing");
    double[] first = centre("和平34村");
    map.clickMap(first[0], first[1]);
    map.waitUntil("gapmap.store.state.supposed");
    Map<String, Integer> put = map.painted();
    assertThat(put.get("g")).isLessThan(today.get("g"));

    double[] second = centre("和平41村");
    page.mouse().move(x(first), y(first));
    page.mouse().down();
    for (int step = 1; step <= 10; step++) {
      page.mouse()
          .move(
              x(first) + (x(second) - x(first)) * step / 10,
              y(first) + (y(second) - y(first)) * step / 10);
    }
    // The button is still down.
    map.waitUntil("gapmap.paintedNow().g !== " + put.get("g"));
    page.mouse().up();
    map.waitUntil("Math.abs(gapmap.store.state.draft[0].lon - " + second[0] + ") < 0.0002");
    settled(map);

    double gained = number("gapmap.store.state.effect.kinds[0].groups[0].gained");
    assertThat(gained).isPositive();
    assertThat(MapPage.whole(map.find(".try-gain b").innerText()))
        .isEqualTo((int) Math.round(gained));
    assertThat(map.find("#trial").innerText())
        .contains(language.equals("zh") ? "个小区状态变好" : "better off");
    double before = outOfReach("summary?kind=" + CANTEEN);
    map.find("[data-key=scenario-name]").fill("食堂 " + language);
    map.find("[data-key=scenario-keep]").click();
    page.waitForSelector("#scenario b >> text=食堂 " + language);
    int scenario = (int) number("gapmap.store.state.scenario");
    assertThat(before - outOfReach("summary?kind=" + CANTEEN + "&scenario=" + scenario))
        .isCloseTo(gained, within(1.0));
  }

  @Test
  void aCanteenThatIsThereIsClosedByAClickAndOpenedAgainByGoingBack() {
    double[] canteen = centre("和平1村");
    MapPage map = open("lang=en&kind=" + CANTEEN + around(canteen));
    Map<String, Integer> today = map.painted();
    map.find(".try-button").click();
    map.clickMap(canteen[0], canteen[1]);
    page.waitForSelector("#facility-choice >> text=和平长者食堂");
    map.find("[data-key=choice-close]").click();
    map.waitUntil("gapmap.store.state.supposed");

    assertThat(map.painted()).doesNotContainKey("m");
    assertThat(map.find("#trial").innerText()).contains("worse off").contains("和平长者食堂 closed");
    map.find("[data-key=suppose-undo]").click();
    map.waitUntil("gapmap.store.state.supposed === null");
    assertThat(map.painted()).isEqualTo(today);
    map.find("[data-key=suppose-redo]").click();
    map.waitUntil("gapmap.store.state.supposed");
    assertThat(map.painted()).doesNotContainKey("m");
  }

  @Test
  void aCanteenThatIsThereIsDraggedAway() {
    double[] from = centre("和平1村");
    MapPage map = open("lang=en&kind=" + CANTEEN + around(from));
    map.find(".try-button").click();
    double[] to = centre("和平20村");
    page.mouse().move(x(from), y(from));
    page.mouse().down();
    page.mouse().move((x(from) + x(to)) / 2, (y(from) + y(to)) / 2);
    page.mouse().move(x(to), y(to));
    page.mouse().up();
    map.waitUntil("gapmap.store.state.draft.length === 1");

    assertThat(page.evaluate("() => gapmap.store.state.draft[0].do")).isEqualTo("move");
    map.waitUntil("Math.abs(gapmap.store.state.draft[0].lat - " + to[1] + ") < 0.0002");
    settled(map);
    assertThat(map.find("#trial").innerText()).contains("moved");
    page.keyboard().press("Control+z");
    map.waitUntil("gapmap.store.state.draft.length === 0");
  }

  @Test
  void oneThatIsSmallerThanTheStandardAsksForServesNobody() {
    // GB 50180-2018 counts an outdoor fitness ground from 150 m2 of land.
    MapPage map = open("lang=en&standard=gb50180-2018&kind=outdoor_fitness_ground");
    map.find(".try-button").click();
    double[] place = centre("和平34村");
    map.clickMap(place[0], place[1]);
    map.waitUntil("gapmap.store.state.effect?.changed.index.length > 0");
    map.find(".edit-size input").fill("149");
    map.find(".edit-size input").press("Enter");
    map.waitUntil("gapmap.store.state.effect?.changed.index.length === 0");
    assertThat(number("gapmap.store.state.draft[0].landSqm")).isEqualTo(149);
    map.find(".edit-size input").fill("150");
    map.find(".edit-size input").press("Enter");
    map.waitUntil("gapmap.store.state.effect?.changed.index.length > 0");
    map.find("[data-key=scenario-name]").fill("场地 150");
    map.find("[data-key=scenario-keep]").click();
    page.waitForSelector("#scenario b >> text=场地 150");
    int scenario = (int) number("gapmap.store.state.scenario");
    assertThat(server.get("scenarios/" + scenario).path("edits").path(0).path("landSqm").asDouble())
        .isEqualTo(150);
  }

  @Test
  void allOfItGoesByKeyboardAndIsSaid() {
    MapPage map = open("lang=en&kind=" + CANTEEN);
    map.find(".try-button").press("Enter");
    page.keyboard().press("Enter");
    map.waitUntil("gapmap.store.state.effect");
    double lat = number("gapmap.store.state.draft[0].lat");
    map.find(".trial-marker").focus();
    page.keyboard().press("Shift+ArrowUp");
    assertThat((number("gapmap.store.state.draft[0].lat") - lat) * 110_870)
        .isCloseTo(100, within(0.5));
    map.waitUntil("document.getElementById('live').textContent.includes('residents in reach')");
    map.find("[data-key=tool-listed]").press("Enter");
    map.find("[data-key=listed-close]").press("Enter");
    map.waitUntil("gapmap.store.state.draft.length === 2");
    map.find("[data-key=tool-rule]").press("Enter");
    map.find("[data-key=rule-radiusMetres]").fill("700");
    map.find("[data-key=rule-radiusMetres]").press("Enter");
    map.waitUntil("gapmap.store.state.effect?.kinds[0].radiusAfter === 700");
    assertThat(map.find(".radius-value").innerText()).contains("700");
    map.find(".trial-marker").press("Delete");
    map.waitUntil("gapmap.store.state.draft.length === 2");
    page.keyboard().press("Control+z");
    map.waitUntil("gapmap.store.state.draft.length === 3");
    page.keyboard().press("Escape");
    map.waitUntil("gapmap.store.state.draft === null && gapmap.store.state.supposed === null");
    map.find(".try-button").press("Enter");
    map.find("[data-key=suppose-begin]").selectOption("left");
    map.waitUntil("gapmap.store.state.draft.length === 3");
  }

  @Test
  void aKeptScenarioIsTakenUpAndChanged() {
    MapPage map = open("lang=en&kind=" + CANTEEN);
    int id = keep(map, "To be changed");
    map.find(".try-button").click();
    map.waitUntil("gapmap.store.state.draft?.length === 1");
    assertThat(map.find("#trial h3").innerText()).isEqualTo("To be changed");
    double[] second = centre("和平36村");
    map.clickMap(second[0], second[1]);
    map.waitUntil("gapmap.store.state.draft.length === 2");
    map.find("[data-key=scenario-keep]").click();
    map.waitUntil("gapmap.store.state.scenario === " + id);
    assertThat(server.get("scenarios/" + id).path("edits")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void aScenarioIsLaidBesideTheCityAsItIs(String language) {
    MapPage map = open("lang=" + language + "&kind=" + CANTEEN);
    int id = keep(map, "卷帘 " + language);
    map.find("[data-key=against]").selectOption("base");
    map.waitUntil("gapmap.store.state.other && !document.getElementById('divider').hidden");
    map.find("#divider").focus();
    page.keyboard().press("ArrowLeft");
    page.keyboard().press("PageDown");
    assertThat(map.find("#divider").getAttribute("aria-valuenow")).isEqualTo("38");
    assertThat(map.find("#divider").getAttribute("aria-valuetext"))
        .contains("38 %")
        .contains("卷帘 " + language)
        .contains(language.equals("zh") ? "现状" : "The city as it is");
    for (String pane : List.of("communities", "reach", "beside", "besidereach")) {
      assertThat(
              page.evaluate(
                  "pane => gapmap.map.getPane(pane).style.clipPath.startsWith('polygon')"
                      + " && gapmap.map.getPane(pane).querySelectorAll('canvas').length > 0",
                  pane))
          .as(pane)
          .isEqualTo(true);
    }
    assertThat(graveFindings()).isEmpty();

    map.find("[data-key=beside-difference]").click();
    map.waitUntil("gapmap.paintedNow().same > 0");
    JsonNode kind = server.get("scenarios/" + id + "/difference").path("kinds").path(0);
    assertThat(map.painted().getOrDefault("better", 0) + map.painted().getOrDefault("rather", 0))
        .isEqualTo(kind.path("changed").size());
    assertThat(MapPage.whole(map.find("#difference [data-change=better] b").innerText()))
        .isEqualTo(map.painted().getOrDefault("better", 0));
    assertThat(map.announcement()).isNotBlank();
    assertThat(page.url()).contains("against=base").contains("how=difference");
    assertThat(graveFindings()).isEmpty();

    page.keyboard().press("Escape");
    map.waitUntil("gapmap.store.state.against === null");
    map.waitUntil("gapmap.paintedNow().m > 0");
    assertThat(map.find("#difference").isVisible()).isFalse();
  }

  @Test
  void aLinkOpensADataVersionBesideTheCurrentOne() {
    JsonNode versions = server.get("versions").path("versions");
    int before = versions.path(1).path("dataVersion").asInt();

    MapPage map = open("lang=en&kind=" + CANTEEN + "&how=difference&against=v" + before);
    map.waitUntil("gapmap.store.state.other");

    // The last import was the list of canteens: before it, nobody knew.
    map.waitUntil("gapmap.paintedNow().u === " + TestTown.COMMUNITIES);
    assertThat(map.find("#difference").innerText()).contains("Data " + before);
    map.find("[data-kind=fitness].kind-card").click();
    map.waitUntil("gapmap.paintedNow().same === " + TestTown.COMMUNITIES);
  }

  @Test
  void axeFindsNothingGraveWithAllOfADraftOpen() {
    MapPage map = open("lang=en&kind=" + CANTEEN);
    map.find(".try-button").press("Enter");
    page.keyboard().press("Enter");
    map.waitUntil("gapmap.store.state.effect");
    for (String tool : List.of("listed", "rule", "kinds")) {
      map.find("[data-key=tool-" + tool + "]").click();
    }
    map.find("[data-key=suppose-all-kinds]").click();
    page.waitForSelector(".gain-kinds");
    assertThat(graveFindings()).isEmpty();
  }

  private MapPage open(String fragment) {
    return MapPage.open(page, server, fragment);
  }

  /** The middle of the map, where no legend lies over it. */
  private static String around(double[] lonLat) {
    return "&at=" + lonLat[0] + "," + lonLat[1] + ",15";
  }

  /** Tries one canteen in the north-west, and keeps it. */
  private int keep(MapPage map, String name) {
    map.find(".try-button").click();
    double[] place = centre("和平34村");
    map.clickMap(place[0], place[1]);
    map.waitUntil("gapmap.store.state.effect");
    map.find("[data-key=scenario-name]").fill(name);
    map.find("[data-key=scenario-keep]").click();
    page.waitForSelector("#scenario b >> text=" + name);
    map.waitUntil("gapmap.store.state.coverage");
    return (int) number("gapmap.store.state.scenario");
  }

  /** Waits for the answer that belongs to where things are now. */
  private void settled(MapPage map) {
    page.waitForTimeout(400);
    map.waitUntil("gapmap.store.state.supposed");
  }

  private List<String> graveFindings() {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
            .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
            .toList();
  }

  private static double outOfReach(String question) {
    for (JsonNode kind : server.get(question).path("kinds")) {
      if (kind.path("kind").asText().equals(CANTEEN)) {
        return kind.path("residentsOutOfReach").asDouble();
      }
    }
    throw new AssertionError("no canteens");
  }

  private static double[] centre(String name) {
    JsonNode index = server.get("index");
    for (int i = 0; i < index.path("name").size(); i++) {
      if (index.path("name").path(i).asText().equals(name)) {
        JsonNode centres = index.path("centre");
        return new double[] {centres.path(2 * i).asDouble(), centres.path(2 * i + 1).asDouble()};
      }
    }
    throw new AssertionError("no community " + name);
  }

  /** Where a place is on the screen. */
  private double x(double[] lonLat) {
    return onScreen(lonLat, "x");
  }

  private double y(double[] lonLat) {
    return onScreen(lonLat, "y");
  }

  private double onScreen(double[] lonLat, String axis) {
    return ((Number)
            page.evaluate(
                "([lon, lat, axis]) => document.getElementById('map').getBoundingClientRect()[axis]"
                    + " + gapmap.map.latLngToContainerPoint([lat, lon])[axis]",
                List.of(lonLat[0], lonLat[1], axis)))
        .doubleValue();
  }

  private double number(String expression) {
    return ((Number) page.evaluate("() => " + expression)).doubleValue();
  }
}
