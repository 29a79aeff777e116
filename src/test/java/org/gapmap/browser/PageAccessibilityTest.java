package org.gapmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page for those who do not use a mouse, or do not see it. */
class PageAccessibilityTest {
  private static final Set<String> GRAVE = Set.of("serious", "critical");
  private static MapServer server;
  private static Browser browser;

  @BeforeAll
  static void start() {
    browser = Browser.open();
    server = new MapServer("/");
    TestTown.build(server.database());
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lang=zh",
        "lang=en&kind=fitness",
        "lang=zh&kind=fitness&shade=share&extras=dots,hatch&filter=A",
        "lang=zh&kind=fitness&community=1",
        "lang=en&kind=fitness&community=1&why=fitness",
        "lang=zh&report=indicators",
        "lang=en&report=standards",
        "lang=zh&report=scenarios"
      })
  void axeFindsNothingGrave(String view) {
    Page page = browser.newPage(1366, 768);
    MapPage map = MapPage.open(page, server, view);
    if (view.contains("community")) {
      map.waitUntil("gapmap.store.state.sheet");
    }
    if (view.contains("why")) {
      map.waitUntil("gapmap.store.state.why");
    }
    if (view.contains("report")) {
      page.waitForSelector(".report-detail");
    }
    map.find(".notes-strip").click();
    assertThat(graveFindings(page)).isEmpty();
    page.context().close();
  }

  @Test
  void axeFindsNothingGraveInATrial() {
    Page page = browser.newPage(1366, 768);
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    map.find(".try-button").press("Enter");
    page.keyboard().press("Enter");
    map.waitUntil("gapmap.store.state.effect");
    assertThat(graveFindings(page)).isEmpty();
    page.context().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lang=zh&rank=-people", "lang=en&kind=fitness&rank=-people"})
  void axeFindsNothingGraveInTheOpenTable(String view) {
    Page page = browser.newPage(1366, 768);
    MapPage.open(page, server, view);
    page.waitForSelector(".rank-row");
    assertThat(graveFindings(page)).isEmpty();
    page.context().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lang=zh", "lang=en&kind=fitness"})
  void axeFindsNothingGraveInWhatIsShared(String view) {
    Page page = browser.newPage(1366, 768);
    MapPage map = MapPage.open(page, server, view);
    map.find("[data-key=share]").click();
    page.waitForSelector(".share-menu:not([hidden])");
    assertThat(graveFindings(page)).isEmpty();
    map.find("[data-key=share-picture]").click();
    page.waitForSelector("dialog[open]");
    assertThat(graveFindings(page)).isEmpty();
    page.context().close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lang=zh&kind=fitness&showing=print",
        "lang=en&community=1&showing=leaflet",
        "lang=zh&showing=slides"
      })
  void axeFindsNothingGraveInPrintsAndSlides(String view) {
    Page page = browser.newPage(1366, 768);
    MapPage map = MapPage.open(page, server, view);
    map.waitUntil("!document.getElementById('show').hidden");
    page.waitForTimeout(500);
    assertThat(graveFindings(page)).isEmpty();
    page.context().close();
  }

  @Test
  void theTabKeyReachesEveryControl() {
    Page page = browser.newPage(1366, 768);
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    map.waitUntil("gapmap.store.state.gaps");
    Set<String> reached = new java.util.HashSet<>();
    for (int i = 0; i < 40; i++) {
      page.keyboard().press("Tab");
      reached.add(
          (String)
              page.evaluate(
                  "() => document.activeElement.dataset.key || document.activeElement.id"));
    }
    assertThat(reached)
        .contains(
            "skip",
            "city",
            "standard",
            "zh",
            "en",
            "all",
            "fitness",
            "radius",
            "try",
            "map",
            "plus",
            "notes",
            "search");
    assertThat(reached).anyMatch(key -> key.startsWith("gap-"));
    page.context().close();
  }

  @Test
  void theFocusStaysWhereItWasWhenAListIsDrawnAnew() {
    Page page = browser.newPage(1366, 768);
    MapPage map = MapPage.open(page, server, "lang=en");
    map.find("[data-kind=fitness].kind-card").press("Enter");
    map.waitUntil("gapmap.store.state.coverage?.kind === 'fitness'");
    assertThat(page.evaluate("() => document.activeElement.dataset.key")).isEqualTo("fitness");
    page.context().close();
  }

  @Test
  void whoClosesASheetGoesOnFromTheRowThatOpenedIt() {
    Page page = browser.newPage(1366, 768);
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    map.waitUntil("gapmap.store.state.gaps");
    String row = "document.activeElement.closest('.gap-row')?.dataset.key";
    map.find(".gap-list li:nth-child(2) .gap-row").press("Enter");
    map.waitUntil("document.activeElement.dataset.key === 'sheet-name'");

    page.keyboard().press("Escape");

    map.waitUntil("gapmap.store.state.community === null");
    assertThat(page.evaluate(row))
        .isEqualTo(page.evaluate("document.querySelectorAll('.gap-row')[1].dataset.key"));
    page.context().close();
  }

  @Test
  void whoWantsLessMotionGetsNone() {
    Page page = browser.newPage(1366, 768);
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    MapPage.open(page, server, "lang=en");
    assertThat(page.evaluate("() => gapmap.map.options.zoomAnimation")).isEqualTo(false);
    page.context().close();
  }

  static List<String> graveFindings(Page page) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> GRAVE.contains(rule.getImpact()))
            .flatMap(
                rule ->
                    rule.getNodes().stream()
                        .map(node -> rule.getId() + ": " + node.getHtml() + " " + node.getAny()))
            .toList();
  }
}
