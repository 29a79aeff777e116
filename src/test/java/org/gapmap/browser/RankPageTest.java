package org.gapmap.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** The table of communities against a sort of the server's own answers. */
class RankPageTest extends OpenedTown {
  @Test
  void theButtonOpensTheTableAndTheAddressKeepsIt() {
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    assertThat(map.find("#rank").isVisible()).isFalse();
    map.find("[data-key=table]").click();
    map.waitUntil("gapmap.store.state.ranking");
    assertThat(map.find("#rank").isVisible()).isTrue();
    assertThat(page.url()).contains("rank=-people");
    assertThat(map.find(".rank-count").innerText()).isEqualTo(String.valueOf(TestTown.COMMUNITIES));
    map.find("[data-key=rank-close]").click();
    map.waitUntil("document.getElementById('rank').hidden");
    assertThat(page.url()).doesNotContain("rank=");
    assertThat(page.evaluate("() => document.activeElement.dataset.key")).isEqualTo("table");
  }

  @Test
  void rowsAreSortedAsTheServersFiguresSayAndUnknownIsLastBothWays() {
    Town town = new Town("fitness");
    MapPage map = open("lang=en&kind=fitness&rank=-residents");
    assertThat(names()).isEqualTo(town.sorted(town::residentsOut, true, i -> true));
    head(map, "Residents out of reach").click();
    map.waitUntil("gapmap.store.state.rank === 'residents'");
    assertThat(names()).isEqualTo(town.sorted(town::residentsOut, false, i -> true));
    assertThat(names().get(TestTown.COMMUNITIES - 1)).isEqualTo("和平48村");
    assertThat(map.find(".rank-head [aria-sort=ascending]").innerText()).contains("Residents");
    head(map, "Built").click();
    map.waitUntil("gapmap.store.state.rank === 'year'");
    assertThat(names()).isEqualTo(town.sorted(town::year, false, i -> true));
    page.evaluate("() => { document.querySelector('.rank-grid').scrollTop = 1e6; }");
    assertThat(lastRow(map).innerText()).contains("unknown").doesNotContain("\n0\n");
  }

  @Test
  void namesFollowTheDictionaryAndNumbersInThemTheirValue() {
    open("lang=zh&kind=fitness&rank=name");
    assertThat(names())
        .isEqualTo(
            IntStream.rangeClosed(1, TestTown.COMMUNITIES).mapToObj(n -> "和平" + n + "村").toList());
    List<?> ordered =
        (List<?>)
            page.evaluate(
                "async () => { const { placesByName, orderBy } = await import("
                    + "new URL('js/rank/order.js', document.baseURI).href);"
                    + " const names = ['重阳路', '安乐里10号', '安乐里9号', '', 'B座', '朝阳里', 'a座', '北站'];"
                    + " return [...orderBy(placesByName(names), false)].map((i) => names[i]); }");
    List<String> texts = new ArrayList<>();
    ordered.forEach(one -> texts.add((String) one));
    assertThat(texts.get(7)).isEmpty();
    List<String> chinese = texts.stream().filter(one -> !one.matches("\\w座|")).toList();
    assertThat(chinese.subList(0, 2)).containsExactly("安乐里9号", "安乐里10号");
    assertThat(texts.indexOf("a座")).isLessThan(texts.indexOf("B座"));
    // The JDK's order of these is by sound too: an, bei, chao, and chong, the other reading of 重.
    assertThat(chinese.subList(2, 4)).containsExactly("北站", "朝阳里");
    assertThat(Collator.getInstance(Locale.CHINA).compare("北站", "朝阳里")).isNegative();
  }

  @Test
  void thoseBuiltUpToAYearComeFirstAndUnknownYearsStayApart() {
    Town town = new Town("fitness");
    MapPage map = open("lang=en&kind=fitness&rank=-residents&old=1985");
    List<String> groups = map.find(".rank-group").allInnerTexts();
    long old = IntStream.range(0, TestTown.COMMUNITIES).filter(i -> town.year(i) <= 1985).count();
    assertThat(groups.get(0).trim()).isEqualTo("Built up to 1985: " + old);
    List<String> wanted = new ArrayList<>();
    wanted.addAll(town.sorted(town::residentsOut, true, i -> town.year(i) <= 1985));
    wanted.addAll(town.sorted(town::residentsOut, true, i -> town.year(i) > 1985));
    wanted.addAll(town.sorted(town::residentsOut, true, i -> Double.isNaN(town.year(i))));
    assertThat(names()).isEqualTo(wanted);
    map.find("[data-key=rank-year]").fill("1981");
    map.waitUntil("gapmap.store.state.oldUntil === 1981");
    assertThat(page.url()).contains("old=1981");
    map.find("[data-key=rank-old]").uncheck();
    map.waitUntil("gapmap.store.state.oldUntil === null");
    map.waitUntil("!document.querySelector('.rank-group:not([hidden])')");
  }

  @Test
  void filtersLeaveOutWhatTheyDoNotNameAndTheFootAddsUpTheRest() {
    Town town = new Town("fitness");
    MapPage map = open("lang=en&kind=fitness&rank=-residents&area=subdistrict:/西街道");
    List<String> west =
        town.sorted(
            town::residentsOut, true, i -> town.index.path("subdistrict").path(i).asInt() == 0);
    assertThat(names()).isEqualTo(west).hasSize(TestTown.COMMUNITIES / 2);
    map.find("[data-menu=statuses] summary").click();
    map.find("[data-key=rank-status-m]").uncheck();
    map.waitUntil("gapmap.store.state.filter !== ''");
    assertThat(page.url()).contains("filter=");
    Predicate<Integer> kept =
        i -> town.index.path("subdistrict").path(i).asInt() == 0 && town.status(i) != 'm';
    List<String> short_ = town.sorted(town::residentsOut, true, kept);
    assertThat(names()).isEqualTo(short_).isNotEmpty();
    double sum =
        IntStream.range(0, TestTown.COMMUNITIES)
            .filter(i -> kept.test(i))
            .mapToDouble(town::residentsOut)
            .filter(n -> !Double.isNaN(n))
            .sum();
    assertThat(MapPage.whole(map.find("[data-total=residents] b").innerText()))
        .isEqualTo((int) Math.round(sum));
    map.find(".rank-find").fill("不在这里");
    map.waitUntil("!document.querySelector('.rank-empty').hidden");
    map.find("[data-key=rank-clear]").click();
    map.waitUntil("gapmap.store.state.filter === '' && gapmap.store.state.area === null");
    map.waitUntil("document.querySelector('.rank-empty').hidden");
    map.find(".rank-find").fill("hp17");
    map.waitUntil("document.querySelector('.rank-count').textContent.startsWith('1 ')");
    assertThat(names()).containsExactly("和平17村");
    assertThat(page.url()).contains("named=hp17");
    page.reload();
    map.waitUntil("document.querySelector('.rank-count')?.textContent.startsWith('1 ')");
    assertThat(map.find(".rank-find").inputValue()).isEqualTo("hp17");
  }

  @Test
  void whatIsNotYetRenovatedIsPickedInTableLegendAndLink() {
    Town town = new Town("fitness");
    MapPage map = open("lang=en&kind=fitness&rank=-residents");
    map.find("[data-menu=renovations] summary").click();
    map.find("[data-key=rank-renovation-open]").click();
    map.waitUntil("gapmap.store.state.renovation === 'np'");
    assertThat(page.url()).contains("renovation=np");
    Predicate<Integer> open = i -> List.of("not_renovated", "planned").contains(town.renovation(i));
    List<String> wanted = town.sorted(town::residentsOut, true, open);
    assertThat(names()).isEqualTo(wanted).hasSize(8);
    assertThat(map.find(".legend-only").innerText())
        .isEqualTo("Renovation: not renovated, planned only");
    int counted =
        map.find("#legend .legend-count").allInnerTexts().stream().mapToInt(MapPage::whole).sum();
    assertThat(counted).isEqualTo(8);
    map.find("[data-key=rank-renovation-p]").uncheck();
    map.waitUntil("gapmap.store.state.renovation === 'n'");
    map.find("[data-key=rank-renovation-u]").check();
    map.waitUntil("gapmap.store.state.renovation === 'nu'");
    assertThat(names()).hasSize(4 + 32);
    map.find("[data-key=legend-all]").click();
    map.waitUntil("gapmap.store.state.renovation === ''");
    assertThat(page.url()).doesNotContain("renovation=");
    // Sorted by the column: what is in most need first, unknown last.
    map.find(".rank-head [data-key=rank-sort-renovation]").click();
    map.waitUntil("gapmap.store.state.rank === 'renovation'");
    assertThat(row(map, 0).locator(".rank-cell").last().innerText()).isEqualTo("not renovated");
    assertThat(row(map, 4).locator(".rank-cell").last().innerText()).isEqualTo("planned");
  }

  @Test
  void rowsAndMapPointAtEachOther() {
    MapPage map = open("lang=en&kind=fitness&rank=-residents");
    Locator first = row(map, 0);
    int index = Integer.parseInt(first.getAttribute("data-shows"));
    first.hover();
    map.waitUntil("gapmap.store.state.hover === " + index);
    page.evaluate("i => gapmap.store.set({ hover: i })", index);
    assertThat(first.getAttribute("class")).contains("hovered");
    first.click();
    map.waitUntil("gapmap.store.state.sheet?.index === " + index);
    assertThat(first.getAttribute("aria-selected")).isEqualTo("true");
    Number last =
        (Number)
            page.evaluate(
                "() => gapmap.store.state.index.id[Number(document.querySelector("
                    + "'.rank-rows').lastElementChild.dataset.shows)]");
    String lowest = names().get(TestTown.COMMUNITIES - 1);
    page.evaluate(
        "name => { const { index } = gapmap.store.state;"
            + " gapmap.store.set({ community: index.id[index.name.indexOf(name)] }); }",
        lowest);
    map.waitUntil("document.querySelector('.rank-row[aria-selected=true]:not([hidden])')");
    assertThat(map.find(".rank-row[aria-selected=true]").innerText()).contains(lowest);
    assertThat(last.longValue()).isPositive();
  }

  @Test
  void theKeyboardWalksTheRowsOpensOneAndComesBack() {
    Town town = new Town("fitness");
    List<String> order = town.sorted(town::residentsOut, true, i -> true);
    MapPage map = open("lang=en&kind=fitness&rank=-residents");
    map.find(".rank-grid").focus();
    page.keyboard().press("ArrowDown");
    assertThat(active(map)).contains(order.get(1));
    page.keyboard().press("End");
    assertThat(active(map)).contains(order.get(TestTown.COMMUNITIES - 1));
    page.keyboard().press("PageUp");
    assertThat(order.indexOf(active(map))).isBetween(30, TestTown.COMMUNITIES - 2);
    page.keyboard().press("Home");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowDown");
    map.waitUntil(
        "gapmap.store.state.index.name[gapmap.store.state.hover] === '" + order.get(2) + "'");
    page.keyboard().press("Enter");
    map.waitUntil("document.querySelector('#sheet h2')?.textContent === '" + order.get(2) + "'");
    map.waitUntil("document.activeElement.tagName === 'H2'");
    page.keyboard().press("Escape");
    map.waitUntil("gapmap.store.state.community === null");
    assertThat((Boolean) page.evaluate("() => document.activeElement !== document.body")).isTrue();
  }

  @Test
  void itsHeightFollowsTheMouseAndTheKeysAndIsRemembered() {
    MapPage map = open("lang=en&kind=fitness&rank=-residents");
    double before = height(map, "#rank");
    map.find(".rank-handle").focus();
    page.keyboard().press("ArrowUp");
    assertThat(height(map, "#rank")).isEqualTo(before + 24);
    var handle = map.find(".rank-handle").boundingBox();
    page.mouse().move(handle.x + 100, handle.y + 6);
    page.mouse().down();
    page.mouse().move(handle.x + 100, handle.y + 6 - 50);
    page.mouse().up();
    double dragged = height(map, "#rank");
    assertThat(dragged).isEqualTo(before + 74);
    page.reload();
    map.waitUntil("gapmap.store.state.ranking && !document.getElementById('rank').hidden");
    assertThat(height(map, "#rank")).isEqualTo(dragged);
    double mapHeight = height(map, "#frame");
    map.find("[data-key=rank-whole]").click();
    assertThat(height(map, ".rank-drawer")).isCloseTo(dragged + mapHeight, within(1.0));
    page.keyboard().press("Escape");
    assertThat(height(map, ".rank-drawer")).isEqualTo(dragged);
  }

  @Test
  void theFileHoldsWhatIsShownAndSaysWhatItIsOf() {
    MapPage map = open("lang=zh&kind=fitness&rank=-residents&radius=400&area=subdistrict:/西街道");
    map.find(".rank-find").fill("村");
    map.waitUntil("document.querySelector('.rank-count').textContent.startsWith('24 ')");
    List<String> shown = names();
    map.find("[data-menu=files] summary").click();
    Download download = page.waitForDownload(() -> map.find("[data-key=rank-save-csv]").click());
    String csv = read(download);
    assertThat(csv).startsWith("\uFEFF小区,");
    List<String> lines = csv.substring(1).lines().toList();
    assertThat(lines.subList(1, 1 + shown.size()).stream().map(line -> line.split(",")[0]))
        .isEqualTo(shown.stream().toList());
    assertThat(lines.get(1 + shown.size())).isEmpty();
    assertThat(csv)
        .contains("城市,测试镇")
        .contains("健身场地")
        .contains("400 m")
        .contains("数据版本," + server.get("index").path("dataVersion").asText())
        .contains("西街道")
        .contains("名称包含“村”");
  }

  @Test
  void theWorkbookHoldsTheSameAsNumbersAndTexts() throws IOException {
    Town town = new Town("fitness");
    MapPage map = open("lang=en&kind=fitness&rank=-residents");
    map.find("[data-menu=files] summary").click();
    Download download = page.waitForDownload(() -> map.find("[data-key=rank-save-xlsx]").click());
    try (ReadableWorkbook book = new ReadableWorkbook(download.path().toFile())) {
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows).hasSize(TestTown.COMMUNITIES + 1);
      List<String> heads = rows.get(0).stream().map(cell -> cell.asString()).toList();
      int residents = heads.indexOf("Residents out of reach");
      List<String> order = town.sorted(town::residentsOut, true, i -> true);
      for (int n = 0; n < order.size(); n++) {
        assertThat(rows.get(n + 1).getCellText(0)).isEqualTo(order.get(n));
      }
      assertThat(rows.get(1).getCellAsNumber(residents).orElseThrow().doubleValue())
          .isEqualTo(
              Math.rint(
                  IntStream.range(0, TestTown.COMMUNITIES)
                      .mapToDouble(town::residentsOut)
                      .filter(n -> !Double.isNaN(n))
                      .max()
                      .orElseThrow()));
      Row unknown = rows.get(TestTown.COMMUNITIES);
      assertThat(unknown.getOptionalCell(residents)).isEmpty();
      List<Row> about = book.getSheet(1).orElseThrow().read();
      assertThat(about.stream().map(row -> row.getCellText(0) + ": " + row.getCellText(1)))
          .contains("City: 测试镇", "Service radius: 300 m", "Filters: none");
    }
  }

  @Test
  void aTextThatBeginsLikeAFormulaIsNeverRun() {
    MapPage map = open("lang=en&kind=fitness&rank=name");
    String csv =
        (String)
            page.evaluate(
                "async () => { const { csvOf } = await import("
                    + "new URL('js/rank/tofile.js', document.baseURI).href); const csv = csvOf({"
                    + " heads: ['a', 'b'], rows: [['=1+1', null], ['＝x', -3], ['say \"hi\", all', 0]],"
                    + " about: [['c', '@d']] }); return new TextDecoder('utf-8', { ignoreBOM: true }).decode("
                    + "await csv.arrayBuffer()); }");
    assertThat(csv)
        .isEqualTo("\uFEFFa,b\r\n'=1+1,\r\n'＝x,-3\r\n\"say \"\"hi\"\", all\",0\r\n\r\nc,'@d\r\n");
    assertThat(map.find("#rank").isVisible()).isTrue();
  }

  private MapPage open(String fragment) {
    MapPage map = MapPage.open(page, server, fragment);
    map.waitUntil("gapmap.store.state.ranking && !document.getElementById('rank').hidden");
    return map;
  }

  private static double height(MapPage map, String selector) {
    return Math.round(map.find(selector).boundingBox().height);
  }

  private static Locator head(MapPage map, String words) {
    return map.find(".rank-head button:has-text('" + words + "')");
  }

  private static Locator row(MapPage map, int place) {
    return map.find("#rank-row-" + place);
  }

  private static Locator lastRow(MapPage map) {
    return map.find("#rank-row-" + (TestTown.COMMUNITIES - 1));
  }

  private String active(MapPage map) {
    String id = map.find(".rank-grid").getAttribute("aria-activedescendant");
    return map.find("#" + id + " .rank-cell").first().innerText();
  }

  /** The names of all rows in their order, scrolling through them. */
  private List<String> names() {
    page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    List<?> read =
        (List<?>)
            page.evaluate(
                "async () => { const grid = document.querySelector('.rank-grid'); const found = new"
                    + " Map(); const frame = () => new Promise((done) => requestAnimationFrame(() =>"
                    + " requestAnimationFrame(done))); for (let top = 0; ; top += 80) {"
                    + " grid.scrollTop = top; await frame(); for (const row of"
                    + " document.querySelectorAll('.rank-row:not([hidden]):not(.rank-group)'))"
                    + " found.set(Number(row.id.slice(9)), row.firstChild.textContent); if (top >"
                    + " grid.scrollHeight) break; } grid.scrollTop = 0; await frame(); return"
                    + " [...found].sort((a, b) => a[0] - b[0]).map((one) => one[1]); }");
    return read.stream().map(one -> (String) one).toList();
  }

  private static String read(Download download) {
    try {
      return Files.readString(download.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the server says of one kind. */
  private static final class Town {
    final JsonNode index = server.get("index");
    final JsonNode ranking;
    final JsonNode coverage;

    Town(String kind) {
      ranking = server.get("ranking?kind=" + kind);
      coverage = server.get("coverage?kind=" + kind);
    }

    double residentsOut(int i) {
      return number(ranking.path("residentsOutOfReach").path(i));
    }

    double year(int i) {
      return number(index.path("buildYear").path(i));
    }

    String renovation(int i) {
      return index.path("renovation").path(i).asText();
    }

    char status(int i) {
      return coverage.path("status").asText().charAt(i);
    }

    List<String> sorted(
        ToDoubleFunction<Integer> key, boolean descending, Predicate<Integer> kept) {
      Comparator<Integer> byKey = Comparator.comparingDouble(key);
      Comparator<Integer> known = Comparator.comparing(i -> Double.isNaN(key.applyAsDouble(i)));
      return IntStream.range(0, TestTown.COMMUNITIES)
          .boxed()
          .filter(kept)
          .sorted(known.thenComparing(descending ? byKey.reversed() : byKey))
          .map(i -> index.path("name").path(i).asText())
          .toList();
    }

    private static double number(JsonNode node) {
      return node.isNull() ? Double.NaN : node.asDouble();
    }
  }
}
