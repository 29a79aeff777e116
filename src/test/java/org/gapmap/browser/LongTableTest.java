package org.gapmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A city of 20,000 communities, as the server would tell of it, in the table and the search. */
class LongTableTest extends OpenedTown {
  private static final int COMMUNITIES = 20_000;
  private static final int ROWS_ON_THE_PAGE = 60;

  private final Random random = new Random(5);
  private final int[] people = random.ints(COMMUNITIES, 0, 9_000).toArray();

  @Test
  void onlyTheRowsThatAreSeenAreOnThePageAndTheOrderIsThatOfASort() {
    MapPage map = open("lang=en&kind=fitness&rank=-residents");
    List<Integer> order =
        IntStream.range(0, COMMUNITIES)
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> -people[i]))
            .toList();
    assertThat(map.find(".rank-grid").getAttribute("aria-rowcount"))
        .isEqualTo(String.valueOf(COMMUNITIES + 1));
    for (int place : new int[] {0, 7_777, 19_999, 123}) {
      Number rows =
          (Number)
              page.evaluate(
                  "async (place) => { const grid = document.querySelector('.rank-grid');"
                      + " grid.scrollTop = place * 28; for (let n = 0; n < 3; n++) await new Promise("
                      + "requestAnimationFrame); return document.querySelectorAll('.rank-row').length; }",
                  place);
      assertThat(rows.intValue()).isBetween(5, ROWS_ON_THE_PAGE);
      assertThat(map.find("#rank-row-" + place).innerText())
          .contains("小区" + order.get(place) + "号");
      assertThat(map.find("#rank-row-" + place).getAttribute("aria-rowindex"))
          .isEqualTo(String.valueOf(place + 2));
    }
  }

  @Test
  void wheelingThroughItFillsTheSameRowsAnew() {
    MapPage map = open("lang=zh&kind=fitness&rank=name");
    map.find(".rank-grid").hover();
    for (int turn = 0; turn < 40; turn++) {
      page.mouse().wheel(0, 900);
    }
    map.waitUntil("document.querySelector('.rank-grid').scrollTop > 30000");
    Number rows = (Number) page.evaluate("() => document.querySelectorAll('.rank-row').length");
    assertThat(rows.intValue()).isLessThanOrEqualTo(ROWS_ON_THE_PAGE);
    map.waitUntil(
        "[...document.querySelectorAll('.rank-row:not([hidden])')].some((row) => {"
            + " const box = row.getBoundingClientRect(); const grid ="
            + " document.querySelector('.rank-grid').getBoundingClientRect();"
            + " return box.top > grid.top && box.bottom < grid.bottom; })");
  }

  @Test
  void theSearchPutsWhatBeginsSoBeforeWhatHoldsIt() {
    MapPage map = open("lang=zh&kind=fitness&rank=name");
    map.find("#search").fill("小区17号");
    map.waitUntil("document.querySelectorAll('.result').length > 0");
    assertThat(map.find(".result mark").first().innerText()).isEqualTo("小区17号");
    assertThat(map.find(".result-name").first().innerText()).isEqualTo("小区17号");
    map.find("#search").fill("xq1999");
    map.waitUntil("document.querySelector('.result-name')?.textContent.includes('1999')");
    assertThat(map.find(".result-name").first().innerText()).isEqualTo("小区1999号");
    assertThat(map.find(".results-head span").first().innerText()).isEqualTo("11");
    assertThat(map.find(".result").count()).isEqualTo(8);
  }

  private MapPage open(String fragment) {
    int version = server.get("index").path("dataVersion").asInt();
    String head = "\"city\":\"testtown\",\"dataVersion\":" + version + ",\"kind\":\"fitness\",";
    answer(
        "**/api/index?*",
        "{"
            + head
            + "\"bbox\":[121.5,31.28,121.53,31.3],\"areas\":[],\"district\":"
            + column(i -> "-1")
            + ",\"subdistrict\":"
            + column(i -> "-1")
            + ",\"id\":"
            + column(i -> String.valueOf(i + 1))
            + ",\"name\":"
            + column(i -> "\"小区" + i + "号\"")
            + ",\"initials\":"
            + column(i -> "\"xq" + i + "h\"")
            + ",\"centre\":"
            + column(i -> "121.51,31.29")
            + ",\"areaSqm\":"
            + column(i -> "9000")
            + ",\"residents\":"
            + column(i -> "100")
            + ",\"households\":"
            + column(i -> "30")
            + ",\"buildYear\":"
            + column(i -> String.valueOf(1950 + i % 60))
            + ",\"renovation\":null}");
    answer(
        "**/api/ranking?*",
        "{"
            + head
            + "\"residentsOutOfReach\":"
            + column(i -> String.valueOf(people[i]))
            + ",\"peopleOutOfReach\":[],\"elderlyOutOfReach\":[],\"childrenOutOfReach\":[],"
            + "\"short\":[],\"unknown\":[]}");
    answer(
        "**/api/coverage?*kind=fitness*",
        "{"
            + head
            + "\"radiusMetres\":300,\"share\":"
            + column(i -> "0.5")
            + ",\"status\":\""
            + "p".repeat(COMMUNITIES)
            + "\"}");
    MapPage map = MapPage.open(page, server, fragment);
    map.waitUntil("gapmap.store.state.ranking && !document.getElementById('rank').hidden");
    map.waitUntil("document.querySelector('#rank-row-0')");
    return map;
  }

  private void answer(String url, String body) {
    page.route(
        url,
        route ->
            route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(body)));
  }

  private static String column(IntFunction<String> value) {
    return IntStream.range(0, COMMUNITIES)
        .mapToObj(value)
        .collect(Collectors.joining(",", "[", "]"));
  }
}
