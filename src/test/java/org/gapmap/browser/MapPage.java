package org.gapmap.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The page as a reader uses it: by what stands on it. */
final class MapPage {
  private final Page page;

  private MapPage(Page page) {
    this.page = page;
  }

  /**
   * @param fragment the view's address without the hash: {@code lang=en&kind=fitness}
   */
  static MapPage open(Page page, MapServer server, String fragment) {
    page.navigate(server.url() + "#" + fragment);
    MapPage map = new MapPage(page);
    map.waitUntil("gapmap.store.state.coverage && gapmap.store.state.summary");
    map.waitUntil("Object.keys(gapmap.paintedNow()).length > 0");
    return map;
  }

  Page page() {
    return page;
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  void waitUntil(String expression) {
    page.waitForFunction("() => Boolean(" + expression + ")");
  }

  /** How many communities on the canvas wear each paint: m, p, g, u. */
  Map<String, Integer> painted() {
    Map<String, Integer> counts = new TreeMap<>();
    ((Map<?, ?>) page.evaluate("() => gapmap.paintedNow()"))
        .forEach((paint, count) -> counts.put((String) paint, ((Number) count).intValue()));
    return counts;
  }

  /** The count beside a status in the legend: met, partial, gap, unknown. */
  int legend(String status) {
    return whole(find("[data-legend=" + status + "] .legend-count").textContent());
  }

  /** The number of communities short beside a kind in the list. */
  int shortOf(String kind) {
    return whole(find("[data-kind=" + kind + "].kind-card .kind-short b").textContent());
  }

  void moveSlider(int radiusMetres) {
    page.evaluate(
        "radius => { const slider = document.getElementById('radius'); slider.value = radius;"
            + " slider.dispatchEvent(new Event('input', { bubbles: true })); }",
        radiusMetres);
    waitUntil("gapmap.store.state.coverage?.radiusMetres === " + radiusMetres);
  }

  /** Clicks the map where a place is. */
  void clickMap(double lon, double lat) {
    Map<?, ?> point =
        (Map<?, ?>)
            page.evaluate(
                "([lon, lat]) => { const box = document.getElementById('map')"
                    + ".getBoundingClientRect(); const at = gapmap.map.latLngToContainerPoint("
                    + "[lat, lon]); return { x: box.x + at.x, y: box.y + at.y }; }",
                List.of(lon, lat));
    page.mouse().click(number(point, "x"), number(point, "y"));
  }

  String announcement() {
    return find("#live").textContent();
  }

  static int whole(String text) {
    return Integer.parseInt(text.replaceAll("[^0-9]", ""));
  }

  private static double number(Map<?, ?> map, String key) {
    return ((Number) java.util.Objects.requireNonNull(map.get(key))).doubleValue();
  }
}
