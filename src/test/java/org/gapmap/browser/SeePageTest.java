package org.gapmap.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the map draws, and how it is coloured. */
class SeePageTest extends OpenedTown {
  private static final String FADED = "-";

  @Test
  void theLegendFiltersTheMapByKeyboardAndPointer() {
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    int gaps = map.legend("gap");
    map.find("[data-legend=gap]").click();
    map.waitUntil("gapmap.store.state.filter === 'g'");
    assertThat(map.painted())
        .isEqualTo(Map.of("g", gaps, FADED, TestTown.COMMUNITIES - gaps))
        .isNotEmpty();
    assertThat(map.find("[data-legend=gap]").getAttribute("aria-pressed")).isEqualTo("true");
    assertThat(page.url()).contains("filter=g");
    map.find("[data-legend=met]").focus();
    page.keyboard().press("Enter");
    map.waitUntil("gapmap.store.state.filter === 'gm'");
    assertThat(map.painted()).containsEntry("m", map.legend("met")).containsEntry("g", gaps);
    map.find(".legend-all").click();
    map.waitUntil("gapmap.store.state.filter === ''");
    assertThat(map.painted()).doesNotContainKey(FADED);
  }

  @Test
  void aFilterOfOneSchemeIsDroppedWithIt() {
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness&filter=g");
    assertThat(map.painted()).containsKey(FADED);
    map.find("[data-kind=all].kind-card").click();
    map.waitUntil("gapmap.store.state.coverage?.kind === 'all'");
    assertThat(page.evaluate("() => gapmap.store.state.filter")).isEqualTo("");
    assertThat(map.painted()).doesNotContainKey(FADED);
  }

  @Test
  void sharesAreCountedInTwentyClasses() {
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness&shade=share");
    Map<String, Integer> expected = new TreeMap<>();
    server
        .get("coverage?kind=fitness")
        .path("share")
        .forEach(share -> expected.merge(bin(share.asDouble()), 1, Integer::sum));
    assertThat(map.painted()).isEqualTo(expected);
    expected.forEach(
        (paint, count) ->
            assertThat(
                    map.find("[data-bin='" + (paint.charAt(0) - 'A') + "']")
                        .getAttribute("aria-label"))
                .contains(": " + count + " communit"));
    map.find("[data-bin='19']").focus();
    page.keyboard().press("Home");
    assertThat(page.evaluate("() => document.activeElement.dataset.bin")).isEqualTo("0");
  }

  /** The canteen stands at 90, 90; both places lie in communities, on a line to its east. */
  @Test
  void landIsHatchedWhereTheServiceAreaEndsAndFollowsTheSlider() {
    MapPage map =
        MapPage.open(page, server, "lang=en&kind=elderly_canteen&extras=hatch&radius=500");
    zoom(map, 16);
    map.waitUntil("document.querySelectorAll('.leaflet-communities-pane canvas').length > 0");
    double[] near = TestTown.lonLat(90 + 480, 90);
    double[] far = TestTown.lonLat(90 + 520, 90);
    double[] beyond = TestTown.lonLat(690, 690);
    map.waitUntil(hatched(far));
    assertThat(page.evaluate("() => " + hatched(near))).isEqualTo(false);
    assertThat(page.evaluate("() => " + hatched(beyond))).isEqualTo(true);
    map.moveSlider(600);
    map.waitUntil("!(" + hatched(far) + ")");
    assertThat(page.evaluate("() => " + hatched(beyond))).isEqualTo(true);
    map.moveSlider(400);
    map.waitUntil(hatched(near));
  }

  @Test
  void dotsHaveAreasAsThePeopleTheyStandFor() {
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness&extras=dots");
    map.waitUntil("gapmap.store.state.ranking");
    List<Double> counted = new ArrayList<>();
    server
        .get("ranking?kind=fitness")
        .path("peopleOutOfReach")
        .forEach(
            people -> {
              if (people.asDouble() > 0) {
                counted.add(people.asDouble());
              }
            });
    assertThat(counted).isNotEmpty();
    List<double[]> dots = dots();
    assertThat(dots).hasSameSizeAs(counted);
    double perPixel = dots.get(0)[0] / square(dots.get(0)[1]);
    for (double[] dot : dots) {
      assertThat(dot[0] / square(dot[1])).isCloseTo(perPixel, within(perPixel * 1e-9));
    }
    assertThat(dots.stream().mapToDouble(dot -> dot[0]).sum())
        .isEqualTo(counted.stream().mapToDouble(people -> people).sum(), within(1e-6));
    assertThat(map.find(".legend-dots").innerText()).contains("Out of reach");
  }

  @Test
  void whatTheDotsGuessWhileTheSliderMovesIsCloseToWhatIsCountedThen() {
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness&extras=dots");
    map.waitUntil("gapmap.store.state.ranking && document.querySelector('.dot-size')");
    page.route("**/api/ranking*", route -> {});
    map.moveSlider(150);
    double guessed = dots().stream().mapToDouble(dot -> dot[0]).sum();
    page.unroute("**/api/ranking*");
    double counted = 0;
    for (JsonNode people : server.get("ranking?kind=fitness&radius=150").path("peopleOutOfReach")) {
      counted += people.asDouble();
    }
    assertThat(guessed).isEqualTo(counted, within(0.05 * counted));
  }

  @Test
  void fromAfarAreasStandForTheirCommunities() {
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    String status = server.get("coverage?kind=fitness").path("status").asText();
    JsonNode centres = server.get("index").path("centre");
    double border = TestTown.lonLat(790, 600)[0];
    int[] gaps = new int[2];
    for (int i = 0; i < status.length(); i++) {
      gaps[centres.get(2 * i).asDouble() < border ? 0 : 1] += status.charAt(i) == 'g' ? 1 : 0;
    }
    Map<String, Integer> expected = new TreeMap<>();
    for (int count : gaps) {
      expected.merge(bin(1 - count / (TestTown.COMMUNITIES / 2.0)), 1, Integer::sum);
    }
    zoom(map, 11);
    map.waitUntil("gapmap.store.state.drawn === 'subdistrict'");
    map.waitUntil("Object.keys(gapmap.paintedNow()).length > 0");
    assertThat(map.painted()).isEqualTo(expected);
    assertThat(map.find("#legend").innerText()).contains("by area");
    double[] middle = TestTown.lonLat(400, 600);
    map.clickMap(middle[0], middle[1]);
    map.waitUntil("gapmap.store.state.drawn === 'communities'");
  }

  @Test
  void whereACityHasNoAreasItsCommunitiesAreSquaresFromAfar() {
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    Map<String, Integer> near = map.painted();
    page.evaluate(
        "() => { const { index } = gapmap.store.state; const none = index.id.map(() => -1);"
            + " gapmap.store.set({ index: { ...index, areas: [], district: none, subdistrict: none"
            + " } }); }");
    zoom(map, 11);
    map.waitUntil("gapmap.store.state.drawn === 'specks'");
    assertThat(map.painted()).isEqualTo(near);
    // Away from the facilities, which a click means first.
    double[] alone = TestTown.lonLat(290, 1090);
    map.clickMap(alone[0], alone[1]);
    map.waitUntil("gapmap.store.state.community !== null");
  }

  @Test
  void theMapFliesToAChosenArea() {
    JsonNode area = server.get("index").path("areas").get(0);
    double[] corner = TestTown.lonLat(900, 900);
    MapPage map =
        MapPage.open(
            page, server, "lang=en&kind=fitness&at=%s,%s,12".formatted(corner[0], corner[1]));
    page.evaluate("key => gapmap.store.set({ area: key })", area.path("key").asText());
    JsonNode box = area.path("bbox");
    map.waitUntil(
        "gapmap.map.getZoom() > 13 && gapmap.map.getBounds().contains([[%s, %s], [%s, %s]])"
            .formatted(
                box.get(1).asDouble(),
                box.get(0).asDouble(),
                box.get(3).asDouble(),
                box.get(2).asDouble()));
  }

  @Test
  void aChosenAreaLeavesTheRestPaleAndTheLegendCountsItAlone() {
    String key = server.get("index").path("areas").get(0).path("key").asText();
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    page.evaluate("key => gapmap.store.set({ area: key })", key);
    map.waitUntil("gapmap.paintedNow()['-'] === " + TestTown.COMMUNITIES / 2);
    assertThat(map.legend("gap") + map.legend("partial") + map.legend("met"))
        .isEqualTo(TestTown.COMMUNITIES / 2);
  }

  @Test
  void theLayersMenuIsReachedAndLeftByKeyboard() {
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    map.find("#layers > button").focus();
    page.keyboard().press("Enter");
    assertThat(map.find("#layers > button").getAttribute("aria-expanded")).isEqualTo("true");
    page.getByLabel("Share within reach").check();
    page.getByLabel("Land out of reach").check();
    map.waitUntil("gapmap.store.state.shade === 'share' && gapmap.store.state.extras === 'hatch'");
    assertThat(page.url()).contains("shade=share").contains("extras=hatch");
    page.keyboard().press("Escape");
    assertThat(map.find("#layers-menu").isVisible()).isFalse();
    assertThat(page.evaluate("() => document.activeElement.dataset.key")).isEqualTo("layers");
  }

  @Test
  void canvasAndStyleSheetNameTheSameColoursByDayAndNight() {
    MapPage.open(page, server, "lang=en&kind=fitness");
    for (String theme : List.of("light", "dark")) {
      Object differing =
          page.evaluate(
              """
              async theme => {
                document.documentElement.dataset.theme = theme;
                const { colourOf, setTheme, INK } = await import(new URL('palette.js', document.querySelector('script[src$="js/main.js"]').src).href);
                setTheme(theme);
                const style = getComputedStyle(document.documentElement);
                const names = { m: 'met', p: 'partial', g: 'gap', u: 'unknown', 0: 'ramp-0', 1: 'ramp-1',
                  2: 'ramp-2', 3: 'ramp-3', 4: 'ramp-4', 5: 'ramp-5', 6: 'ramp-6' };
                const differing = Object.entries(names).filter(([paint, name]) =>
                  style.getPropertyValue('--' + name).trim() !== colourOf(paint)).map(([, name]) => name);
                for (const name of ['hatch', 'reach', 'dot'])
                  if (style.getPropertyValue('--' + name).trim() !== INK[name]) differing.push(name);
                return differing;
              }
              """,
              theme);
      assertThat((List<?>) differing).as(theme).isEmpty();
    }
  }

  /** W3C's relative luminance, so that the ramp reads in grey too. */
  @Test
  void theRampOfSharesGoesOneWayInLightness() {
    MapPage.open(page, server, "lang=en&kind=fitness");
    for (String theme : List.of("light", "dark")) {
      Object colours =
          page.evaluate(
              """
              async theme => {
                const { colourOf, setTheme } = await import(new URL('palette.js', document.querySelector('script[src$="js/main.js"]').src).href);
                setTheme(theme);
                return [...'ABCDEFGHIJKLMNOPQRST'].map(colourOf);
              }
              """,
              theme);
      List<Double> luminances =
          ((List<?>) colours).stream().map(c -> luminance((String) c)).toList();
      List<Double> sorted =
          luminances.stream()
              .sorted(
                  theme.equals("light")
                      ? java.util.Comparator.naturalOrder()
                      : java.util.Comparator.reverseOrder())
              .toList();
      assertThat(luminances).as(theme).isEqualTo(sorted).doesNotHaveDuplicates();
    }
  }

  private void zoom(MapPage map, int zoom) {
    double[] middle = TestTown.lonLat(500, 500);
    page.evaluate(
        "([lon, lat, zoom]) => gapmap.map.setView([lat, lon], zoom, { animate: false })",
        List.of(middle[0], middle[1], zoom));
    map.waitUntil("gapmap.map.getZoom() === " + zoom);
  }

  /** Whether there are lines on the second canvas of the tile that lies at a place. */
  private static String hatched(double[] lonLat) {
    return """
        (() => {
          const at = gapmap.map.latLngToContainerPoint([%s, %s]);
          const frame = document.getElementById('map').getBoundingClientRect();
          for (const tile of document.querySelectorAll('.leaflet-communities-pane .leaflet-tile')) {
            const box = tile.getBoundingClientRect();
            const [x, y] = [frame.x + at.x - box.x, frame.y + at.y - box.y];
            const canvas = tile.querySelectorAll('canvas')[1];
            if (x < 0 || y < 0 || x >= 256 || y >= 256 || !canvas) continue;
            const from = value => Math.min(Math.max(Math.round(value) - 4, 0), 248);
            const small = Object.assign(document.createElement('canvas'), { width: 8, height: 8 });
            const pen = small.getContext('2d', { willReadFrequently: true });
            pen.drawImage(canvas, from(x), from(y), 8, 8, 0, 0, 8, 8);
            const { data } = pen.getImageData(0, 0, 8, 8);
            return data.some((value, i) => i %% 4 === 3 && value > 60);
          }
          return false;
        })()"""
        .formatted(lonLat[1], lonLat[0]);
  }

  /** People and pixels of radius of each dot. */
  private List<double[]> dots() {
    List<double[]> dots = new ArrayList<>();
    List<?> found =
        (List<?>)
            page.evaluate(
                """
                async () => {
                  const { dotsNow, dotScale, dotRadius } =
                    await import(new URL('see/dots.js', document.querySelector('script[src$="js/main.js"]').src).href);
                  const { state } = gapmap.store;
                  const scale = dotScale(state);
                  return dotsNow(state).map(({ people }) => [people, dotRadius(people, scale)]);
                }
                """);
    for (Object dot : found) {
      List<?> numbers = (List<?>) dot;
      dots.add(
          new double[] {
            ((Number) numbers.get(0)).doubleValue(), ((Number) numbers.get(1)).doubleValue()
          });
    }
    return dots;
  }

  private static String bin(double share) {
    return String.valueOf((char) ('A' + Math.min((int) Math.floor(share * 20), 19)));
  }

  private static double square(double value) {
    return value * value;
  }

  private static double luminance(String colour) {
    double sum = 0;
    double[] weights = {0.2126, 0.7152, 0.0722};
    for (int i = 0; i < 3; i++) {
      double value = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum +=
          weights[i] * (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
