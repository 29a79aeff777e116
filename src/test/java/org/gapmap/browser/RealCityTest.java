package org.gapmap.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gapmap.domain.LayerType;
import org.gapmap.imports.ImportLayer;
import org.gapmap.imports.ImportRequest;
import org.gapmap.imports.KindChoice;
import org.gapmap.imports.source.ReadOptions;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.AreaStore;
import org.gapmap.store.LayerStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Real files of Shanghai, imported as an office would and looked at on the page: the communities
 * and pitches around Tongji University, and canteens listed for two districts only.
 */
class RealCityTest {
  private static final String CITY = "tongji";
  private static MapServer server;
  private static Browser browser;

  @BeforeAll
  static void start() {
    String root = System.getenv("GAPMAP_REAL_DATA");
    assumeTrue(root != null, "GAPMAP_REAL_DATA is not set");
    browser = Browser.open();
    server = new MapServer("/");
    Path data = Path.of(root);
    take(
        data.resolve("shapefiles/chinese/shanghai_districts_gbk"),
        LayerType.AREAS,
        "districts",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
    take(
        data.resolve("communities/shanghai_tongji/communities.shp"),
        LayerType.COMMUNITIES,
        "planning",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
    take(
        data.resolve("communities/shanghai_tongji/fitness.shp"),
        LayerType.FACILITIES,
        "sports",
        Optional.of("fitness"),
        Optional.empty(),
        Optional.empty());
    take(
        data.resolve("points/shanghai_elderly_canteens_gcj02.csv"),
        LayerType.FACILITIES,
        "civil-affairs",
        Optional.of("elderly_canteen"),
        Optional.of("gcj02"),
        Optional.of("杨浦区,长宁区"));
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

  @Test
  void thePageSaysWhatIsWrongWithThePitches() {
    Page page = browser.newPage(1366, 768);
    MapPage map = MapPage.open(page, server, "city=tongji&lang=zh&kind=fitness");
    JsonNode flags = server.get("summary?city=tongji").path("kinds").path(1).path("flags");
    assertThat(flags.path("accessSuspect").asInt()).isPositive();
    assertThat(map.find(".notes-first").innerText())
        .contains(flags.path("accessSuspect").asInt() + " 处健身场地的名称像学校或大学所有");
    map.find(".notes-strip").click();
    assertThat(map.find("#notes-all").innerText()).contains("没有开放信息").contains("只在 杨浦区,长宁区 内完整");
    Pictures.take(page, "tongji-fitness-zh");
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requestsToOthers()).isEmpty();
    page.context().close();
  }

  @Test
  void theCanteensReachWhatTheyReach() {
    Page page = browser.newPage(1366, 768);
    MapPage map = MapPage.open(page, server, "city=tongji&lang=en&kind=elderly_canteen");
    JsonNode coverage = server.get("coverage?city=tongji&kind=elderly_canteen");
    String status = coverage.path("status").asText();
    int met = (int) status.chars().filter(letter -> letter == 'm').count();
    assertThat(map.legend("met")).isEqualTo(met).isPositive();
    Pictures.take(page, "tongji-canteens-en");
    page.context().close();
  }

  private static void take(
      Path file,
      LayerType type,
      String source,
      Optional<String> kind,
      Optional<String> crs,
      Optional<String> completeFor) {
    assumeTrue(Files.exists(file), file + " is not there");
    var database = server.database().dataSource();
    new ImportLayer(new LayerStore(database), new AreaStore(database), KindCatalogue.load())
        .run(
            new ImportRequest(
                file,
                type,
                new ImportRequest.Destination(CITY, "同济周边", false, source),
                ReadOptions.none(),
                new ImportRequest.Meaning(
                    kind.map(KindChoice.Fixed::new),
                    Map.of(),
                    crs,
                    completeFor,
                    Map.of(),
                    Set.of()),
                ImportRequest.Storing.replacing()));
  }
}
