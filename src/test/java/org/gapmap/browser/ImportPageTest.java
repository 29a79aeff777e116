package org.gapmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gapmap.geo.ChinaShift;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way of an office's files through the page, on an empty program: districts, communities,
 * a list of canteens with everything that such lists have, and out again.
 */
@TestMethodOrder(OrderAnnotation.class)
class ImportPageTest {
  private static final Charset GBK = Charset.forName("GBK");

  @TempDir private static Path folder;
  private static ServedProgram program;
  private static Browser browser;
  private static Page page;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.open();
    program = new ServedProgram(Files.createDirectory(folder.resolve("home")));
    page = browser.newPage(1366, 768);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (program != null) {
      program.close();
    }
  }

  @Test
  @Order(1)
  void theFirstFileMakesACity() throws IOException {
    page.navigate(program.url() + "#lang=en");
    page.locator("[data-key=cover-import]").click();
    choose(
        write(
            "districts.geojson",
            """
            {"type": "FeatureCollection", "features": [
            %s,
            %s]}
            """
                .formatted(district("东区", 121.50, 121.52), district("西区", 121.48, 121.50)),
            java.nio.charset.StandardCharsets.UTF_8));
    type("areas");
    fill("cityKey", "town");
    fill("cityName", "小城");
    look();
    assertThat(figure("usable")).isEqualTo(2);
    run();
    assertThat(page.locator(".done-line").innerText()).contains("2 rows imported");
  }

  @Test
  @Order(2)
  void communitiesInAnUndeclaredEncodingShowTheirCandidatesSideBySide() throws IOException {
    another();
    StringBuilder rows = new StringBuilder("小区编码,小区名称,户数,建成年代,WKT\n");
    for (int i = 0; i < 12; i++) {
      rows.append(
          String.format(
              Locale.ROOT,
              "XQ%02d,同济新村%d小区,%d户,%d年建成,\"%s\"%n",
              i,
              i,
              400 + i,
              1980 + i,
              square(121.501 + 0.0012 * (i % 4), 31.281 + 0.0012 * Math.floorDiv(i, 4))));
    }
    // The ring of the last one crosses itself.
    rows.append(
        "XQ99,控江路打结小区,100,1990,\"POLYGON((121.51 31.29,121.511 31.291,121.511 31.29,121.51"
            + " 31.291,121.51 31.29))\"\n");
    choose(write("xiaoqu.csv", rows.toString(), GBK));
    type("communities");
    look();

    Locator chosen = page.locator(".encoding:has(input:checked)");
    assertThat(chosen.innerText()).contains("GB").contains("同济新村");
    assertThat(page.locator(".encoding").count()).isGreaterThanOrEqualTo(2);
    assertThat(figure("usable")).isEqualTo(13);
    assertThat(figure("repaired")).isEqualTo(1);
    assertThat(page.locator("[data-key='role-户数']").inputValue()).isEqualTo("households");
    Pictures.take(page, "import-communities-en-1366");
    run();
    page.locator("[data-key=to-map]").click();
    page.waitForFunction("() => Object.keys(gapmap.paintedNow()).length > 0");
    assertThat(page.evaluate("() => gapmap.store.state.index.id.length")).isEqualTo(13);
  }

  @Test
  @Order(3)
  void aListOfCanteensIsPutRightAndImported() throws IOException {
    page.locator("[data-key=data]").click();
    another();
    choose(write("长者食堂.csv", canteens(), GBK));
    type("facilities");
    page.locator("[data-key=look]").click();
    page.waitForSelector("[data-key=kind-source]");
    choice("kind-source", "field:类型");
    settled();
    assertThat(page.locator(".check-section").allInnerTexts().toString())
        .contains("looks like telephones");

    // Two of the rows are of a kind that no catalogue knows.
    choice("kind-word-睦邻小站", "elderly_canteen");
    settled();
    // It is complete for the eastern district only.
    tick("complete-东区");
    settled();
    // The web map's coordinates.
    tick("crs-gcj02");
    settled();
    page.locator("summary", new Page.LocatorOptions().setHasText("Row by row")).click();
    page.locator("[data-key^=place-]").first().click();
    page.locator(".import-map-canvas").click();
    settled();
    assertThat(figure("usable")).isEqualTo(11);
    Pictures.take(page, "import-canteens-en-1366");
    assertThat(PageAccessibilityTest.graveFindings(page)).isEmpty();
    run();
    assertThat(page.locator(".done-line").innerText()).contains("11 rows imported");
  }

  @Test
  @Order(4)
  void theSameFileTwiceChangesNothing() {
    another();
    choose(folder.resolve("xiaoqu.csv"));
    type("communities");
    look();
    assertThat(page.locator(".check .because").first().innerText()).contains("changes nothing");
    run();
    assertThat(page.locator(".done-line").innerText()).contains("nothing was changed");
  }

  @Test
  @Order(5)
  void aNewEditionIsComparedAndTheOldOneRestored() throws IOException {
    another();
    String before = Files.readString(folder.resolve("xiaoqu.csv"), GBK);
    String after =
        before.replace("XQ00,同济新村0小区,400户", "XQ00,同济新村0小区,999户").replaceFirst("(?m)^XQ01.*\n", "");
    choose(write("xiaoqu-q4.csv", after, GBK));
    type("communities");
    fill("source", "xiaoqu");
    look();
    assertThat(page.locator(".difference-changed").innerText()).startsWith("1 ");
    assertThat(page.locator(".difference-removed").innerText()).startsWith("1 ");
    run();
    page.locator("#data-tab-layers").click();
    page.locator(".indicator", new Page.LocatorOptions().setHasText("xiaoqu")).first().click();
    page.onceDialog(dialog -> dialog.accept());
    page.locator("[data-key=restore-1]").click();
    page.waitForSelector("tr.current th:text-matches(\"^1\")");
    page.waitForFunction("() => gapmap.store.state.index?.id.length === 13");
  }

  @Test
  @Order(6)
  void aLayerGoesOutAgainAsAGeoPackage() throws IOException {
    page.locator("#data-tab-layers").click();
    page.locator(".indicator", new Page.LocatorOptions().setHasText("xiaoqu")).first().click();
    Download download = page.waitForDownload(() -> page.locator("[data-key=export]").click());
    assertThat(download.suggestedFilename()).endsWith(".gpkg");
    assertThat(new String(Files.readAllBytes(download.path()), 0, 15, Charset.forName("US-ASCII")))
        .isEqualTo("SQLite format 3");
    page.locator("#data-tab-work").click();
    page.waitForSelector(".job-done");
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requestsToOthers()).isEmpty();
  }

  @Test
  @Order(7)
  void streetsTellHowTheyAreWalked() throws IOException {
    page.locator("#data-tab-import").click();
    another();
    choose(
        write(
            "道路.csv",
            """
            道路名称,道路等级,WKT
            密云路,支路,"LINESTRING(121.501 31.281,121.511 31.281)"
            沪宁高速,高速公路,"LINESTRING(121.501 31.282,121.511 31.282)"
            """,
            java.nio.charset.StandardCharsets.UTF_8));
    type("streets");
    look();
    assertThat(page.locator(".issues li[data-code=road]").innerText()).contains("roads", "1.0 km");
    run();
    assertThat(page.locator(".issues li[data-code=motorway]").innerText())
        .contains("not walkable", "1.0 km");
    Pictures.take(page, "data-streets-en-1366");
  }

  @Test
  @Order(8)
  void everyTabIsPicturedInBothLanguagesAndSizes() {
    for (String lang : List.of("zh", "en")) {
      for (int[] size : List.of(new int[] {1366, 768}, new int[] {1920, 1080})) {
        Page other = browser.newPage(size[0], size[1]);
        for (String tab : List.of("import", "layers", "work")) {
          other.navigate(program.url() + "#lang=" + lang + "&data=" + tab);
          other.waitForSelector("#data-tab-" + tab + "[aria-selected=true]");
          other.waitForTimeout(400);
          Pictures.take(other, "data-%s-%s-%d".formatted(tab, lang, size[0]));
          assertThat(PageAccessibilityTest.graveFindings(other)).as(tab).isEmpty();
        }
        assertThat(
                (Boolean)
                    other.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
            .isTrue();
        other.context().close();
      }
    }
  }

  private static void another() {
    Locator another = page.locator("[data-key=another]");
    if (another.isVisible()) {
      another.click();
    }
    page.waitForSelector("[data-key=file-input]", attached());
  }

  private static void choose(Path... files) {
    page.setInputFiles("[data-key=file-input]", files);
    page.waitForSelector("[data-key=look]");
  }

  private static void type(String type) {
    page.locator("[data-key=type-" + type + "]").check();
  }

  private static void fill(String key, String text) {
    page.locator("[data-key=" + key + "]").fill(text);
    page.locator("[data-key=" + key + "]").press("Tab");
  }

  private static void choice(String key, String value) {
    page.locator("[data-key='" + key + "']").selectOption(value);
  }

  private static void tick(String key) {
    page.locator("[data-key='" + key + "']").check();
  }

  private static void look() {
    page.locator("[data-key=look]").click();
    settled();
  }

  /** Waits for the preview of what was said last. */
  private static void settled() {
    page.waitForTimeout(500);
    page.waitForSelector("[data-key=run]:not([disabled])");
  }

  private static void run() {
    page.locator("[data-key=run]").click();
    page.waitForSelector(".done-line");
  }

  private static int figure(String words) {
    return MapPage.whole(
        page.locator(".check-figure", new Page.LocatorOptions().setHasText(Pattern.compile(words)))
            .locator("b")
            .innerText());
  }

  private static Page.WaitForSelectorOptions attached() {
    return new Page.WaitForSelectorOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
  }

  private static Path write(String name, String text, Charset charset) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(charset));
  }

  private static String district(String name, double west, double east) {
    return String.format(
        Locale.ROOT,
        """
        {"type": "Feature", "properties": {"name": "%s", "level": "区县"}, "geometry": {"type": "Polygon",
        "coordinates": [[[%2$f, 31.27], [%3$f, 31.27], [%3$f, 31.30], [%2$f, 31.30], [%2$f, 31.27]]]}}
        """,
        name,
        west,
        east);
  }

  private static String square(double west, double south) {
    return String.format(
        Locale.ROOT,
        "POLYGON((%1$f %2$f,%3$f %2$f,%3$f %4$f,%1$f %4$f,%1$f %2$f))",
        west,
        south,
        west + 0.001,
        south + 0.001);
  }

  /** A title, ten canteens as a web map places them, one without a place, and a total. */
  private static String canteens() {
    StringBuilder text = new StringBuilder("2026年第三季度助餐点名单,,,,,\n名称,类型,餐位,联系电话,经度,纬度\n");
    for (int i = 0; i < 10; i++) {
      double[] place = {121.502 + 0.001 * i, 31.282 + 0.0007 * i};
      ChinaShift.wgs84ToGcj02(place, 1);
      text.append(
          String.format(
              Locale.ROOT,
              "第%d食堂,%s,约%d人,1380000%04d,%.6f,%.6f%n",
              i,
              i < 8 ? "社区食堂" : "睦邻小站",
              50 + i,
              1000 + i,
              place[0],
              place[1]));
    }
    return text.append("密云路食堂,社区食堂,60,13800001234,,\n合计,,,,,\n").toString();
  }
}
