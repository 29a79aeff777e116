package org.gapmap.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prints, pictures, sheets and slides: what leaves the screen says what the server says. */
class ShowPageTest extends OpenedTown {
  private static final Pattern MEDIA_BOX =
      Pattern.compile("/MediaBox ?\\[ ?0 0 ([0-9.]+) ([0-9.]+) ?\\]");
  private static final double POINTS_PER_MM = 72 / 25.4;
  private static final int GAP_COLOUR = 0xdd6a45;

  @ParameterizedTest
  @CsvSource({
    "en, Fitness ground, Internal use only, Sources:, Data version",
    "zh, 健身场地, 内部用图, 数据来源：, 数据版本"
  })
  void aPrintHasAllThatAMapNeeds(
      String lang, String kind, String mark, String sources, String version) {
    JsonNode fitness = summaryOf("fitness");
    MapPage map = openDrawn("lang=" + lang + "&kind=fitness&showing=print", ".paper");

    String words = map.find(".paper").innerText();
    assertThat(map.find(".paper-title").innerText()).contains(kind);
    assertThat(words).contains(mark, sources, version);
    assertThat(count(map, "g")).isEqualTo(fitness.path("gap").asInt());
    assertThat(count(map, "p")).isEqualTo(fitness.path("partial").asInt());
    assertThat(count(map, "m")).isEqualTo(fitness.path("met").asInt());
    assertThat(count(map, "u")).isEqualTo(fitness.path("unknown").asInt());
    assertThat(map.find(".paper .north").isVisible()).isTrue();
    assertThat(map.find(".paper .scale-line").innerText()).startsWith("1:");
    assertThat(coloursOfCanvas(".paper-map canvas")).isGreaterThan(20);
    Pictures.take(page, "print-" + lang);
  }

  @Test
  void theScaleBarIsAsLongAsItSaysOnTheGroundAndOnThePaper() {
    MapPage map = openDrawn("lang=en&kind=fitness&showing=print", ".paper");
    double lat = Double.parseDouble(attribute(map, ".paper", "data-lat"));
    double lon = Double.parseDouble(attribute(map, ".paper", "data-lon"));
    double metres = Double.parseDouble(attribute(map, ".scale-bar", "data-metres"));
    double units = Double.parseDouble(attribute(map, ".scale-bar", "data-units"));
    double denominator = Double.parseDouble(attribute(map, ".scale-line", "data-denominator"));
    double unitsOfTheWorld =
        ((Number)
                page.evaluate(
                    "async ([lat, n]) => 256 * 2 ** (await import('./js/show/measure.js'))"
                        + ".zoomOfScale(lat, n)",
                    List.of(lat, denominator)))
            .doubleValue();

    double half = units / unitsOfTheWorld * 360 / 2;
    assertThat(Geodesic.WGS84.Inverse(lat, lon - half, lat, lon + half).s12)
        .isCloseTo(metres, within(metres * 1e-4));
    assertThat(units * 25.4 / 96 / 1000 * denominator).isCloseTo(metres, within(metres * 1e-4));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 31.23, 45.75, 60})
  void metresForEachUnitHoldAlongTheParallel(double lat) {
    double zoom = 13.4;
    page.navigate(server.url());
    double metres =
        ((Number)
                page.evaluate(
                    "async ([lat, zoom]) => (await import('./js/show/measure.js'))"
                        + ".metresPerUnit(lat, zoom)",
                    List.of(lat, zoom)))
            .doubleValue();
    double step = 1 / (256 * Math.pow(2, zoom)) * 360;
    assertThat(metres).isCloseTo(Geodesic.WGS84.Inverse(lat, 0, lat, step).s12, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "a4, landscape, 297, 210",
    "a4, portrait, 210, 297",
    "a3, landscape, 420, 297",
    "a3, portrait, 297, 420"
  })
  void aPrintIsOnePageOfThePapersSize(String paper, String turned, double width, double height) {
    MapPage map = openDrawn("lang=zh&kind=fitness&showing=print", ".paper");
    map.find("[data-key=paper-" + paper + "]").click();
    map.find("[data-key=turned-" + turned + "]").click();
    page.waitForSelector(".paper." + paper + "." + turned + "[data-drawn]");

    assertThat(cutOff(".paper")).isEmpty();
    assertOnePage("print-" + paper + "-" + turned, width, height);
  }

  @Test
  void whatIsChosenAboutAPrintIsOnItAndRememberedTheTitleToo() {
    MapPage map = openDrawn("lang=en&kind=fitness&showing=print", ".paper");
    map.find("[data-key=paper-title]").fill("Where the old cannot play");
    map.find("[data-key=mark]").selectOption("number");
    map.find("[data-key=map-number]").fill("GS(2026)0001");
    map.find("[data-key=maker]").fill("Planning office");
    map.waitUntil("document.querySelector('.paper')?.innerText.includes('Planning office')");

    assertThat(map.find(".paper").innerText())
        .contains("Where the old cannot play", "GS(2026)0001")
        .doesNotContain("Internal use");
    page.reload();
    page.waitForSelector(".paper");
    assertThat(map.find(".paper").innerText()).contains("GS(2026)0001", "Planning office");
    page.evaluate("() => localStorage.removeItem('gapmap.show')");
  }

  @Test
  void aPictureIsAsLargeAsAskedAndHasTheMapOnIt() {
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    map.find("[data-key=share]").click();
    map.find("[data-key=share-picture]").click();
    map.find("[data-key=times-4]").click();
    map.find("[data-key=with-legend]").uncheck();
    Download download = page.waitForDownload(() -> map.find("[data-key=save-png]").click());
    BufferedImage picture = read(download.path());

    assertThat(download.suggestedFilename())
        .endsWith(".png")
        .contains("Fitness-ground")
        .matches(".*_\\d{4}-\\d\\d-\\d\\d\\.png");
    assertThat(picture.getWidth()).isEqualTo(4 * number("gapmap.map.getSize().x"));
    assertThat(picture.getHeight()).isEqualTo(4 * number("gapmap.map.getSize().y"));
    assertThat(coloursOf(picture)).contains(GAP_COLOUR).hasSizeGreaterThan(20);
  }

  @Test
  void aSheetSaysOfItsCommunityWhatTheServerSays() {
    int id = communityWithAGap();
    JsonNode sheet = server.get("communities/" + id);
    MapPage map = openDrawn("lang=en&community=" + id + "&showing=leaflet", ".one-page");

    assertThat(map.find(".one-page .paper-title").innerText())
        .isEqualTo(sheet.path("name").asText());
    for (JsonNode kind : sheet.path("kinds")) {
      String row = ".one-page [data-kind=" + kind.path("kind").asText() + "]";
      assertThat(attribute(map, row, "data-status")).isEqualTo(kind.path("status").asText());
      if (kind.path("nearest").hasNonNull("name")) {
        assertThat(map.find(row).innerText()).contains(kind.path("nearest").path("name").asText());
      }
    }
    assertThat(map.find(".one-page").innerText()).contains("community=" + id);
    assertThat(coloursOfCanvas("[data-map=around]")).isGreaterThan(10);
    assertThat(cutOff(".one-page")).isEmpty();
    assertOnePage("sheet", 210, 297);
  }

  @Test
  void slidesAreTurnedByKeysAndCarryTheServersNumbers() {
    JsonNode fitness = summaryOf("fitness");
    MapPage map = openDrawn("lang=en&kind=fitness&showing=slides", ".slide");
    assertThat(attribute(map, ".slide", "aria-label")).startsWith("Slide 1 of");
    page.keyboard().press("ArrowRight");
    page.waitForSelector(".slide-city[data-drawn]");
    while (page.querySelector(".slide-kind-fitness") == null) {
      page.keyboard().press("ArrowRight");
    }
    page.waitForSelector(".slide-kind-fitness[data-drawn]");

    assertThat(MapPage.whole(map.find(".big-number b").first().innerText()))
        .isEqualTo(fitness.path("gap").asInt());
    assertThat(map.find(".slide-foot").innerText())
        .contains("data version " + server.get("index").path("dataVersion").asText());
    Pictures.take(page, "slide-kind");
    page.keyboard().press("End");
    assertThat(map.find(".slide-limits").isVisible()).isTrue();
    page.keyboard().press("Home");
    assertThat(map.find(".slide-title").isVisible()).isTrue();
    page.keyboard().press("Escape");
    assertThat(map.find("#show").isVisible()).isFalse();
    assertThat(page.url()).doesNotContain("showing");
  }

  @Test
  void theRadiusOfASlideMovesItsMapAndItsNumbers() {
    MapPage map = openDrawn("lang=en&kind=fitness&showing=slides", ".slide");
    while (page.querySelector(".slide-kind-fitness") == null) {
      page.keyboard().press("ArrowRight");
    }
    page.waitForSelector(".slide-kind-fitness[data-drawn]");
    page.evaluate(
        "() => { const slider = document.querySelector('[data-key=slide-radius]'); slider.value ="
            + " 600; slider.dispatchEvent(new Event('input', { bubbles: true })); }");
    int gap = summaryOf("fitness&radius=600").path("gap").asInt();
    map.waitUntil(
        "document.querySelector('.big-number b')?.textContent.replace(/\\D/g, '') === '"
            + gap
            + "'");
  }

  @Test
  void theRankingAddsUpTheServersResidentsBySubdistrict() {
    JsonNode index = server.get("index");
    JsonNode out = server.get("ranking?kind=fitness").path("residentsOutOfReach");
    Map<String, Double> sums = new HashMap<>();
    for (int i = 0; i < out.size(); i++) {
      int area = index.path("subdistrict").path(i).asInt();
      if (area >= 0) {
        sums.merge(
            index.path("areas").path(area).path("name").asText(),
            out.path(i).asDouble(),
            Double::sum);
      }
    }
    MapPage map = openDrawn("lang=en&kind=fitness&showing=slides", ".slide");
    while (page.querySelector(".slide-ranking") == null) {
      page.keyboard().press("ArrowRight");
    }
    page.waitForSelector(".slide-ranking[data-drawn]");

    assertThat(sums).hasSizeGreaterThan(1);
    Map<String, Long> shown = new HashMap<>();
    for (var row : map.find(".slide-bars tbody tr").all()) {
      shown.put(row.locator("th").innerText(), (long) MapPage.whole(row.locator("b").innerText()));
    }
    assertThat(shown.keySet()).isEqualTo(sums.keySet());
    sums.forEach((area, sum) -> assertThat(shown).containsEntry(area, Math.round(sum)));
  }

  @Test
  void aPrintIsOfTheDayWhileThePageIsOfTheNight() {
    page.addInitScript("localStorage.setItem('gapmap.theme', 'dark')");
    openDrawn("lang=en&kind=fitness&showing=print", ".paper");
    Object corner =
        page.evaluate(
            "() => [...document.querySelector('.paper-map canvas').getContext('2d')"
                + ".getImageData(2, 2, 1, 1).data].join()");
    assertThat(page.evaluate("() => document.documentElement.dataset.theme")).isEqualTo("dark");
    assertThat(corner).isEqualTo("255,255,255,255");
    assertThat(page.evaluate("() => gapmap.store.state.theme")).isEqualTo("dark");
  }

  @Test
  void theLinkIsPutOnTheClipboard() {
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    map.find("[data-key=share]").press("Enter");
    page.waitForSelector(".share-menu:not([hidden])");
    page.keyboard().press("End");
    page.keyboard().press("Enter");
    page.waitForSelector(".toast");
    assertThat(page.evaluate("() => navigator.clipboard.readText()")).isEqualTo(page.url());
    assertThat(page.evaluate("() => document.activeElement.dataset.key")).isEqualTo("share");
  }

  @ParameterizedTest
  @ValueSource(strings = {"showing=print", "showing=leaflet&community=1", "showing=slides"})
  void axeFindsNothingGrave(String view) {
    openDrawn("lang=en&kind=fitness&" + view, view.contains("slides") ? ".slide" : ".paper");
    if (view.contains("slides")) {
      page.keyboard().press("ArrowRight");
      page.keyboard().press("ArrowRight");
      page.waitForSelector(".slide [data-drawn]");
    }
    assertThat(PageAccessibilityTest.graveFindings(page)).isEmpty();
  }

  /** Opens a view and waits until its map is drawn; a slide's first page has none. */
  private MapPage openDrawn(String fragment, String selector) {
    MapPage map = MapPage.open(page, server, fragment);
    page.waitForSelector(selector.equals(".slide") ? selector : selector + "[data-drawn]");
    return map;
  }

  private JsonNode summaryOf(String kind) {
    for (JsonNode one : server.get("summary?kind=" + kind).path("kinds")) {
      if (one.path("kind").asText().equals(kind.replaceAll("&.*", ""))) {
        return one;
      }
    }
    throw new IllegalStateException(kind);
  }

  private static int communityWithAGap() {
    return server.get("gaps?kind=fitness&limit=1").path("gaps").path(0).path("id").asInt();
  }

  private static int count(MapPage map, String paint) {
    return MapPage.whole(map.find(".key-table [data-paint=" + paint + "] td.number").textContent());
  }

  private static String attribute(MapPage map, String selector, String name) {
    return java.util.Objects.requireNonNull(map.find(selector).getAttribute(name));
  }

  private int number(String expression) {
    return ((Number) page.evaluate("() => " + expression)).intValue();
  }

  /** How many colours there are on a canvas of the page, of every 37th pixel. */
  private int coloursOfCanvas(String selector) {
    return ((Number)
            page.evaluate(
                """
                (selector) => {
                  const canvas = document.querySelector(selector);
                  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                  const seen = new Set();
                  for (let i = 0; i < data.length; i += 4 * 37) seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
                  return seen.size;
                }
                """,
                selector))
        .intValue();
  }

  /** Elements whose text does not lie on the paper as a whole. */
  private List<?> cutOff(String paper) {
    return (List<?>)
        page.evaluate(
            """
            (selector) => {
              const paper = document.querySelector(selector);
              const box = paper.getBoundingClientRect();
              return [...paper.querySelectorAll('p, th, td, li, dd, dt, h2, h3, canvas')].filter((one) => {
                const own = one.getBoundingClientRect();
                return own.width > 0 && (own.left < box.left - 1 || own.top < box.top - 1
                  || own.right > box.right + 1 || own.bottom > box.bottom + 1 || one.scrollWidth > one.clientWidth + 2 && one.clientWidth > 0);
              }).map((one) => one.outerHTML.slice(0, 120));
            }
            """,
            paper);
  }

  private void assertOnePage(String name, double widthMm, double heightMm) {
    byte[] pdf =
        page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true));
    try {
      Path folder = Files.createDirectories(Path.of("target", "screenshots"));
      Files.write(folder.resolve(name + ".pdf"), pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    Matcher box = MEDIA_BOX.matcher(text);
    assertThat(box.find()).isTrue();
    assertThat(Double.parseDouble(box.group(1))).isCloseTo(widthMm * POINTS_PER_MM, within(1.0));
    assertThat(Double.parseDouble(box.group(2))).isCloseTo(heightMm * POINTS_PER_MM, within(1.0));
    assertThat(box.find()).isFalse();
  }

  private static BufferedImage read(Path path) {
    try {
      return ImageIO.read(path.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<Integer> coloursOf(BufferedImage picture) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < picture.getHeight(); y += 3) {
      for (int x = 0; x < picture.getWidth(); x += 3) {
        colours.add(picture.getRGB(x, y) & 0xffffff);
      }
    }
    return colours;
  }
}
