package org.gapmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.gapmap.imports.DemonstrationCity;
import org.gapmap.imports.ImportLayer;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.AreaStore;
import org.gapmap.store.CityStore;
import org.gapmap.store.LayerStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page as a newcomer sees it first, on two screens and in two languages; with pictures. */
class DemonstrationPageTest {
  private static MapServer server;
  private static Browser browser;

  @BeforeAll
  static void start() {
    browser = Browser.open();
    server = new MapServer("/");
    var database = server.database().dataSource();
    new DemonstrationCity(
            new ImportLayer(
                new LayerStore(database), new AreaStore(database), KindCatalogue.load()),
            new CityStore(database))
        .load(Path.of("data"));
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
  @CsvSource({"1366, 768, zh", "1366, 768, en", "1920, 1080, zh", "1920, 1080, en"})
  void showsTheGapMapOnOneScreen(int width, int height, String lang) {
    Page page = browser.newPage(width, height);
    String name = "-" + lang + "-" + width;
    MapPage map = MapPage.open(page, server, "lang=" + lang);
    Pictures.take(page, "all" + name);
    map.find("[data-kind=elderly_canteen].kind-card").click();
    map.waitUntil("gapmap.store.state.coverage?.kind === 'elderly_canteen'");
    Pictures.take(page, "canteens" + name);
    map.waitUntil("gapmap.store.state.gaps?.kind === 'elderly_canteen'");
    map.find(".gap-row").first().click();
    map.waitUntil("gapmap.store.state.sheet");
    page.waitForTimeout(1200);
    Pictures.take(page, "sheet" + name);
    page.keyboard().press("Escape");
    map.find("#zoom [data-key=city]").click();
    page.waitForTimeout(600);
    map.find(".try-button").press("Enter");
    page.keyboard().press("Enter");
    map.waitUntil("gapmap.store.state.effect");
    Pictures.take(page, "trial" + name);
    page.keyboard().press("Escape");
    map.find("#top [data-key=standard]").selectOption("gb50180-2018");
    map.waitUntil("gapmap.store.state.summary?.standard === 'gb50180-2018'");
    Pictures.take(page, "gb50180" + name);
    assertThat(
            (Boolean)
                page.evaluate(
                    "() => document.documentElement.scrollHeight <= innerHeight"
                        + " && document.documentElement.scrollWidth <= innerWidth"))
        .isTrue();
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requestsToOthers()).isEmpty();
    page.context().close();
  }
}
