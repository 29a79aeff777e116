package org.gapmap.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On foot: the canteen stands in the first community, whose only gate is in the west. Whoever lives
 * in the second one, 20 m east of it, walks around: 400 m and more along streets, 100 m from the
 * street to the canteen, and to their own gate besides, where the radius is 500 m.
 */
class WalkPageTest extends OpenedTown {
  private static final String CANTEEN = "elderly_canteen";
  private static final String WALKING = "&mode=walking&kind=" + CANTEEN;
  private static final String FIRST = "和平1村";
  private static final String SECOND = "和平2村";

  @BeforeAll
  static void gate() {
    TestTown.addGate(server.database());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void whatPassesOnPaperAndFailsOnFootIsListedAndShown(String language) {
    assertThat(verdict("straight")).isEqualTo("met");
    assertThat(verdict("walking")).isEqualTo("gap");
    MapPage map = open("lang=" + language + WALKING);
    page.waitForSelector("#walk [data-key=walk-fails]");
    String strip = map.find("#walk").innerText();
    assertThat(strip).contains(language.equals("zh") ? "实走" : "Walked");
    map.find("#walk [data-key=walk-fails]").click();
    page.waitForSelector(".fail-row");
    List<String> names = map.find(".fail-row .gap-name").allInnerTexts();
    assertThat(names).contains(SECOND).doesNotContain(FIRST);
    assertThat(MapPage.whole(map.find("#walk [data-key=walk-fails]").innerText()))
        .isEqualTo(Set.copyOf(names).size());

    String key = "fails:" + id(SECOND) + ":" + CANTEEN;
    map.find("[data-key=\"" + key + "\"]").click();
    assertThat(page.url()).contains("onfoot=" + key);
    assertThat(map.find(".fail.shown").innerText()).contains("和平长者食堂");
    double straight = number(shown("straightMetres"));
    double walk = number(shown("walkMetres"));
    assertThat(walk).isGreaterThan(500).isGreaterThan(straight);
    assertThat(number(shown("detour"))).isCloseTo(walk / straight, within(0.01));
    assertThat(map.find("[data-key=fails-csv]").getAttribute("href"))
        .startsWith("api/walking/disagreements.csv?");
    assertThat(graveFindings()).isEmpty();

    page.keyboard().press("Escape");
    page.keyboard().press("Escape");
    map.waitUntil("gapmap.store.state.onfoot === null");
    assertThat(map.find("#gaps").isVisible()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void theWayGoesThroughTheGateAndSaysHowLongItTakes(String language) {
    MapPage map = open("lang=" + language + WALKING + "&community=" + id(SECOND));
    page.waitForSelector(".sheet-kind.selected .walk-measures");
    String row = map.find(".sheet-kind.selected").innerText();
    assertThat(row).contains(language.equals("zh") ? "分钟" : "min").contains("0.8");
    // Opposite the gate, from where it leads straight through to the canteen.
    double[] street = TestTown.lonLat(-10, 90);
    assertThat(path()).anySatisfy(place -> assertThat(metres(place, street)).isLessThan(0.5));
    assertThat(length(path())).isGreaterThan(500);
    assertThat(map.find(".legend-walk").isVisible()).isTrue();
    assertThat(map.find("#legend .ring").count()).isZero();
  }

  @Test
  void gatesAreToldApartFromCloseBy() {
    double[] gate = TestTown.lonLat(0, 90);
    MapPage map = open("lang=en" + WALKING + "&at=" + gate[0] + "," + gate[1] + ",17");
    map.find("[data-key=layers]").click();
    map.find("[data-key=extra-gates]").check();
    map.waitUntil("gapmap.store.state.gates?.some((one) => one.source === 'known')");
    assertThat(page.url()).contains("extras=gates");
    assertThat(map.find("#legend").innerText()).contains("gate on record");
    page.keyboard().press("Escape");
    hover(gate);
    page.waitForSelector("#tip:not([hidden]) >> text=西门");
  }

  @Test
  void oneMoreGateIsFoundAndTried() {
    MapPage map = open("lang=en" + WALKING + "&community=" + id(SECOND));
    page.waitForSelector("[data-key=opening]");
    map.find("[data-key=opening]").click();
    page.waitForSelector(".opening-row");
    assertThat(map.find(".opening-row").count()).isBetween(1, 3);
    assertThat(page.url()).contains("opening=" + CANTEEN);
    assertThat(number("gapmap.store.state.offer.gates[0].kinds[0].savedMetres")).isPositive();
    map.find("[data-key=opening-try-1]").click();
    map.waitUntil("gapmap.store.state.effect");
    assertThat(number("gapmap.store.state.effect.lost.length")).isZero();
    // What is tried walks at least as the gate says.
    assertThat(number("gapmap.store.state.effect.kinds[0].groups[0].gained"))
        .isGreaterThanOrEqualTo(number("gapmap.store.state.offer.gates[0].kinds[0].peopleInReach"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void aPathIsLaidByClicksAndTakenBack(String language) {
    double[] east = TestTown.lonLat(195, 90);
    MapPage map = open("lang=" + language + WALKING + "&at=" + east[0] + "," + east[1] + ",17");
    map.find(".try-button").click();
    map.find("[data-key=lay-path]").click();
    for (double x : new double[] {90, 140, 190}) {
      double[] place = TestTown.lonLat(x, 90);
      map.clickMap(place[0], place[1]);
    }
    map.waitUntil("gapmap.store.state.laid.length === 3");
    map.find("[data-key=lay-done]").click();
    map.waitUntil("gapmap.store.state.effect");
    assertThat(page.evaluate("() => gapmap.store.state.draft[0].do")).isEqualTo("path");
    assertThat(number("gapmap.store.state.effect.kinds[0].lifted")).isPositive();
    map.find("[data-key=suppose-undo]").click();
    map.waitUntil("gapmap.store.state.draft.length === 0");
  }

  @Test
  void aStreetIsClosedByAClickAndByTheKeyboard() {
    double[] street = TestTown.lonLat(-10, 40);
    MapPage map = open("lang=en" + WALKING + "&at=" + street[0] + "," + street[1] + ",17");
    map.find(".try-button").press("Enter");
    map.find("[data-key=lay-street]").press("Enter");
    page.keyboard().press("Enter");
    map.waitUntil("gapmap.store.state.draft.length === 1 && gapmap.store.state.effect");
    assertThat(page.evaluate("() => gapmap.store.state.draft[0].do")).isEqualTo("street");
    assertThat(map.find(".trial-edits").innerText()).contains("closed to walkers");
    map.find("[data-key=lay-street]").click();
    page.keyboard().press("Escape");
    map.waitUntil("gapmap.store.state.laying === null && gapmap.store.state.draft.length === 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void howItWasMeasuredIsAPageOfTheReport(String language) {
    MapPage map = open("lang=" + language + WALKING);
    map.find("[data-key=walk-how]").click();
    page.waitForSelector(".network-figures");
    assertThat(page.url()).contains("report=walking");
    // Nine streets to the north of 1,300 m each and seven to the east of 1,700 m.
    assertThat(map.find(".network-figures").innerText()).contains("23.6");
    assertThat(graveFindings()).isEmpty();
  }

  private MapPage open(String fragment) {
    MapPage map = MapPage.open(page, server, fragment);
    map.waitUntil("gapmap.store.state.walkHere");
    return map;
  }

  private static int id(String name) {
    JsonNode index = server.get("index");
    for (int i = 0; i < index.path("name").size(); i++) {
      if (index.path("name").path(i).asText().equals(name)) {
        return index.path("id").path(i).asInt();
      }
    }
    throw new AssertionError("no community " + name);
  }

  private static String verdict(String mode) {
    for (JsonNode kind : server.get("communities/" + id(SECOND) + "?mode=" + mode).path("kinds")) {
      if (kind.path("kind").asText().equals(CANTEEN)) {
        return kind.path("status").asText();
      }
    }
    throw new AssertionError("no canteens");
  }

  private static String shown(String field) {
    return "gapmap.store.state.fails.disagreements.find((one) => one.id === "
        + id(SECOND)
        + ")."
        + field;
  }

  private List<double[]> path() {
    List<?> path =
        (List<?>)
            page.evaluate(
                "kind => gapmap.store.state.sheet.kinds.find((one) => one.kind === kind).nearest.path",
                CANTEEN);
    return path.stream()
        .map(place -> (List<?>) place)
        .map(
            p ->
                new double[] {((Number) p.get(0)).doubleValue(), ((Number) p.get(1)).doubleValue()})
        .toList();
  }

  private static double length(List<double[]> path) {
    double sum = 0;
    for (int i = 1; i < path.size(); i++) {
      sum += metres(path.get(i - 1), path.get(i));
    }
    return sum;
  }

  private static double metres(double[] one, double[] other) {
    return Geodesic.WGS84.Inverse(one[1], one[0], other[1], other[0]).s12;
  }

  private void hover(double[] lonLat) {
    Map<?, ?> at =
        (Map<?, ?>)
            page.evaluate(
                "([lon, lat]) => { const box = document.getElementById('map').getBoundingClientRect();"
                    + " const p = gapmap.map.latLngToContainerPoint([lat, lon]);"
                    + " return { x: box.x + p.x, y: box.y + p.y }; }",
                List.of(lonLat[0], lonLat[1]));
    page.mouse().move(((Number) at.get("x")).doubleValue(), ((Number) at.get("y")).doubleValue());
  }

  private List<String> graveFindings() {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
            .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
            .toList();
  }

  private double number(String expression) {
    return ((Number) page.evaluate("() => " + expression)).doubleValue();
  }
}
