package org.gapmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page before, between and after: nothing imported yet, new data, no server. */
class PageStatesTest {
  private Browser browser;
  private MapServer server;
  private Page page;

  @BeforeEach
  void start() {
    browser = Browser.open();
    server = new MapServer("/");
    page = browser.newPage(1366, 768);
  }

  @AfterEach
  void stop() {
    server.close();
    browser.close();
  }

  @Test
  void anEmptyDatabaseSaysWhatToRun() {
    page.navigate(server.url() + "#lang=en");
    assertThat(page.locator(".cover-card").innerText())
        .contains("No data yet")
        .contains("scripts/gapmap import communities");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aCommitUnderTheOpenPageLoadsTheMapAnew() {
    int before = TestTown.build(server.database());
    MapPage map = MapPage.open(page, server, "lang=en&kind=elderly_canteen");
    int metBefore = map.legend("met");
    int after = TestTown.addCanteen(server.database());
    server.hearOfCommit(TestTown.KEY);
    assertThat(after).isGreaterThan(before);
    map.moveSlider(510);
    map.waitUntil("gapmap.store.state.index?.dataVersion === " + after);
    map.waitUntil("gapmap.store.state.coverage?.dataVersion === " + after);
    map.waitUntil("gapmap.paintedNow().m > " + (metBefore + 3));
    assertThat(map.find("#problem").isVisible()).isFalse();
    assertThat(map.announcement()).isNotEmpty();
  }

  @Test
  void withoutStreetsAWalkIsAnEstimateAndThePageSaysWhatToImport() {
    TestTown.buildWithoutStreets(server.database());
    MapPage map = MapPage.open(page, server, "lang=en&mode=walking&kind=elderly_canteen");
    page.waitForSelector("#walk [data-key=walk-streets]");
    assertThat(map.find("#walk").innerText()).contains("Estimate").contains("No streets");
    assertThat(map.find("#legend .ring").count()).isOne();
    map.find("#walk [data-key=walk-streets]").click();
    map.waitUntil("gapmap.store.state.data === 'import'");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aServerThatIsGoneIsSaidSo() {
    TestTown.build(server.database());
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    page.context().setOffline(true);
    map.find("#radius").focus();
    page.keyboard().press("ArrowRight");
    map.waitUntil("!document.getElementById('problem').hidden");
    assertThat(map.find("#problem").innerText()).contains("The server does not answer");
    page.context().setOffline(false);
    map.find("[data-key=retry]").click();
    map.waitUntil("gapmap.store.state.coverage?.radiusMetres === 310");
    assertThat(map.find("#problem").isVisible()).isFalse();
  }

  @Test
  void aSlowServerIsSaidToBeAtWorkAndTheLastPlaceOfTheSliderIsWhatIsShown() {
    TestTown.build(server.database());
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    page.evaluate(
        """
        () => {
          const fetch = window.fetch;
          window.fetch = async (address, options) => {
            if (String(address).includes('api/coverage')) await new Promise((done) => setTimeout(done, 1200));
            return fetch(address, options);
          };
        }
        """);
    for (int radius : List.of(200, 250, 400)) {
      page.evaluate(
          "radius => { const slider = document.getElementById('radius'); slider.value = radius;"
              + " slider.dispatchEvent(new Event('input', { bubbles: true })); }",
          radius);
    }
    map.waitUntil("!document.getElementById('busy').hidden");
    assertThat(map.find("#busy").textContent()).contains("still at work");
    map.waitUntil("gapmap.store.state.coverage?.radiusMetres === 400");
    map.waitUntil("document.getElementById('busy').hidden");
  }
}
