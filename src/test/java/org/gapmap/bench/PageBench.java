package org.gapmap.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The page as a planner waits for it, in headless Chromium on the machine of the server: a
 * generated city of 20,000 communities, then a country of 220,000. Arguments: {@code --json FILE},
 * {@code --communities N}, {@code --without-country}, {@code --url URL} for a city that is served
 * already.
 */
public final class PageBench {
  private static final int NAVIGATIONS = 7;
  private static final int MOVES = 60;
  private static final int COUNTRY = 220_000;

  /** Notes when the map is first coloured, and when the browser has shown that. */
  private static final String WATCH =
      """
      localStorage.setItem('gapmap.welcomed', '1');
      const look = () => {
        if (window.gapmap?.settled?.()) requestAnimationFrame(() => { window.colouredAt = performance.now(); });
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      """;

  private static final String MOVE_SLIDER =
      """
      async (step) => {
        const slider = document.getElementById('radius');
        const before = slider.value;
        const [min, max] = [Number(slider.min), Number(slider.max)];
        slider.value = min + (max - min) * (0.1 + 0.8 * (step * 7 % 30) / 30);
        if (slider.value === before) slider.stepUp();
        const metres = Number(slider.value);
        const start = performance.now();
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        while (gapmap.store.state.coverage?.radiusMetres !== metres) {
          if (performance.now() - start > 10000) throw new Error('no answer for ' + metres + ', but ' + gapmap.store.state.coverage?.radiusMetres);
          await frame();
        }
        await frame();
        return performance.now() - start;
      }
      """;

  /** Frames while the map is moved to and fro and zoomed in and out as a hand does it. */
  private static final String PAN_AND_ZOOM =
      """
      async () => {
        const times = [];
        let going = true;
        const tick = (now) => { times.push(now); if (going) requestAnimationFrame(tick); };
        requestAnimationFrame(tick);
        const pause = (ms) => new Promise((done) => setTimeout(done, ms));
        const { map } = gapmap;
        for (let round = 0; round < 3; round++) {
          for (let step = 0; step < 30; step++) {
            map.panBy([step < 15 ? 24 : -24, step % 2 ? 10 : -10], { animate: false });
            await pause(16);
          }
          map.zoomIn();
          await pause(700);
          map.zoomOut();
          await pause(700);
        }
        going = false;
        return times.slice(1).map((time, i) => time - times[i]);
      }
      """;

  private static final String WEIGHT =
      """
      () => {
        const all = performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'));
        const sum = (keep) => all.filter((one) => keep(new URL(one.name).pathname)).reduce((total, one) => total + one.encodedBodySize, 0);
        return [sum((path) => !path.includes('/tiles/') && !path.includes('/api/')), sum((path) => path.includes('/api/')), sum((path) => path.includes('/tiles/')), all.length];
      }
      """;

  private final GoalTable table = new GoalTable();

  public static void main(String[] arguments) throws IOException {
    List<String> given = List.of(arguments);
    PageBench bench = new PageBench();
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright.chromium().launch(options())) {
      bench.run(browser, given);
    }
    bench.table.note("memory of server and benchmark, peak", PeakMemory.megabytes(), "MB");
    bench.table.hand(given);
  }

  private static LaunchOptions options() {
    return new LaunchOptions()
        .setExecutablePath(Path.of("/usr/bin/chromium"))
        .setArgs(
            List.of(
                "--no-sandbox",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run"));
  }

  private void run(Browser browser, List<String> given) {
    int url = given.indexOf("--url");
    if (url >= 0) {
      city(browser, given.get(url + 1), "city");
      return;
    }
    int at = given.indexOf("--communities");
    int communities = at < 0 ? 20_000 : Integer.parseInt(given.get(at + 1));
    try (ServedTown town = ServedTown.of(communities)) {
      city(browser, town.url, "city of %,d".formatted(communities));
    }
    if (!given.contains("--without-country")) {
      try (ServedTown country = ServedTown.of(COUNTRY)) {
        country(browser, country.url);
      }
    }
  }

  private void city(Browser browser, String url, String name) {
    // The first visit has the server read the city; it is told apart.
    table.note(name + ": first visit after the server's start", visit(browser, url), "ms");
    double[] cold = new double[NAVIGATIONS];
    for (int k = 0; k < NAVIGATIONS; k++) {
      cold[k] = visit(browser, url);
    }
    table.atMost(name + ": coloured map, cold, median", median(cold), "ms", 2500);
    table.note("  the slowest", GoalTable.percentile(cold, 100), "ms");
    try (BrowserContext context = contextOf(browser)) {
      Page page = context.newPage();
      coloured(page, url);
      weigh(page);
      double[] warm = new double[NAVIGATIONS];
      for (int k = 0; k < NAVIGATIONS; k++) {
        page.navigate("about:blank");
        warm[k] = coloured(page, url);
      }
      table.atMost(name + ": coloured map, warm, median", median(warm), "ms", 1000);
      table.note("  the slowest", GoalTable.percentile(warm, 100), "ms");
      slide(page, url);
      move(page);
      table.note(
          "  memory of the page's scripts",
          ((Number) page.evaluate("() => performance.memory.usedJSHeapSize / 1e6")).doubleValue(),
          "MB");
    }
  }

  private void country(Browser browser, String url) {
    table.note("country of 220,000: first visit after the start", visit(browser, url), "ms");
    double[] first = new double[3];
    for (int k = 0; k < first.length; k++) {
      first[k] = visit(browser, url);
    }
    table.atMost("country of 220,000: first coloured map, median", median(first), "ms", 4000);
  }

  private void weigh(Page page) {
    page.waitForTimeout(1500);
    List<?> bytes = (List<?>) page.evaluate(WEIGHT);
    table.atMost("page weight, compressed, without tiles and data", kilo(bytes, 0), "kB", 500);
    table.note("  data (arrays by community index and the rest)", kilo(bytes, 1), "kB");
    table.note("  tiles of the first view", kilo(bytes, 2), "kB");
    table.note("  requests", number(bytes.get(3)), "");
  }

  private void slide(Page page, String url) {
    Object kind =
        page.evaluate(
            "() => gapmap.store.state.standards[0].rules.find(r => r.radiusMetres !== null).kind");
    coloured(page, url + "#kind=" + kind);
    page.waitForSelector("#radius");
    double[] moves = new double[MOVES];
    for (int k = 0; k < MOVES + 5; k++) {
      double took = number(page.evaluate(MOVE_SLIDER, k));
      if (k >= 5) {
        moves[k - 5] = took;
      }
    }
    table.atMost(
        "slider moved to map repainted, 95 in 100 within",
        GoalTable.percentile(moves, 95),
        "ms",
        100);
    table.note("  median", median(moves), "ms");
  }

  private void move(Page page) {
    List<Double> frames = new ArrayList<>();
    for (Object one : (Collection<?>) page.evaluate(PAN_AND_ZOOM)) {
      frames.add(number(one));
    }
    double within = 100.0 * frames.stream().filter(ms -> ms < 50).count() / frames.size();
    table.atLeast("pan and zoom: frames under 50 ms", within, "%", 95);
    table.note(
        "  95 in 100 within",
        GoalTable.percentile(frames.stream().mapToDouble(ms -> ms).toArray(), 95),
        "ms");
  }

  private static BrowserContext contextOf(Browser browser) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(1366, 768).setLocale("zh-CN"));
    context.addInitScript(WATCH);
    return context;
  }

  /** With nothing in the browser's cache. */
  private static double visit(Browser browser, String url) {
    try (BrowserContext context = contextOf(browser)) {
      return coloured(context.newPage(), url);
    }
  }

  /** Milliseconds from the navigation to the map with its colours. */
  private static double coloured(Page page, String url) {
    page.setDefaultTimeout(120_000);
    page.navigate("about:blank");
    page.navigate(url, new Page.NavigateOptions().setTimeout(120_000));
    page.waitForFunction("() => window.colouredAt > 0");
    return number(page.evaluate("() => window.colouredAt"));
  }

  private static double kilo(List<?> bytes, int at) {
    return number(bytes.get(at)) / 1000;
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  private static double median(double[] values) {
    return GoalTable.percentile(values, 50);
  }
}
