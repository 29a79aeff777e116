package org.gapmap.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page's modules one by one, in the browser that runs them. */
class PageModulesTest {
  private static MapServer server;
  private static Browser browser;
  private static Page page;

  @BeforeAll
  static void start() {
    browser = Browser.open();
    server = new MapServer("/");
    page = browser.newPage(800, 600);
    page.navigate(server.url());
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
  void bothDictionariesHaveTheSameKeysAndPlaceholders() {
    List<?> differences =
        (List<?>)
            page.evaluate(
                """
                async () => {
                  const { dictionaries: { zh, en }, addWords } = await import('./js/i18n.js');
                  const walking = async (lang) => (await import(`./i18n/${lang}-walk.js`)).default;
                  addWords({ zh: await walking('zh'), en: await walking('en') });
                  const names = (text) => [...new Set([...text.matchAll(/\\{(\\w+)\\}/g)].map((m) => m[1]))].sort().join();
                  return [...new Set([...Object.keys(zh), ...Object.keys(en)])].filter((key) =>
                    !zh[key] || !en[key] || en[key].split(' | ').some((form) => names(form) !== names(zh[key])));
                }
                """);
    assertThat(differences).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "121.47, 31.23, 300",
    "126.63, 45.75, 300",
    "110.35, 20.02, 1000",
    "116.4, 39.9, 5000"
  })
  void aServiceCircleIsOfTrueMetresAllAround(double lon, double lat, double metres) {
    List<?> corners =
        (List<?>)
            page.evaluate(
                """
                async ([lon, lat, metres]) =>
                  (await import('./js/geodesy.js')).circle(lon, lat, metres)
                """,
                List.of(lon, lat, metres));
    assertThat(corners).hasSizeGreaterThan(60);
    for (Object corner : corners) {
      List<?> place = (List<?>) corner;
      double cornerLon = ((Number) place.get(0)).doubleValue();
      double cornerLat = ((Number) place.get(1)).doubleValue();
      assertThat(Geodesic.WGS84.Inverse(lat, lon, cornerLat, cornerLon).s12)
          .isCloseTo(metres, within(metres * 1e-5));
    }
  }

  @Test
  void anAddressIsReadAsItWasWritten() {
    Object read =
        page.evaluate(
            """
            async () => {
              const { readAddress, writeAddress } = await import('./js/address.js');
              const state = readAddress('#city=a%26b&standard=s&kind=fitness&radius=450&lang=en&community=7&at=121.5,31.28,15', ['zh']);
              const again = readAddress(writeAddress(state), ['zh']);
              return [again.city, again.standard, again.kind, again.radius, again.lang, again.community, again.at.lat, again.at.zoom].join();
            }
            """);
    assertThat(read).isEqualTo("a&b,s,fitness,450,en,7,31.28,15");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'zh-CN,en', zh",
    "'', 'en-GB,zh', en",
    "'', 'fr,zh-TW', zh",
    "'', 'fr', en",
    "'#lang=en', 'zh', en",
    "'#lang=xx', 'zh', zh"
  })
  void theLanguageIsTheAddressesElseTheBrowsersElseEnglish(
      String hash, String languages, String wanted) {
    Object lang =
        page.evaluate(
            "async ([hash, languages]) => (await import('./js/address.js'))"
                + ".readAddress(hash, languages.split(',')).lang",
            List.of(hash, languages));
    assertThat(lang).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({"'#radius=-5&at=abc'", "'#radius=abc&community=0'", "'#at=1,200,3'", "'#'"})
  void anAddressThatMakesNoSenseIsLeftOut(String hash) {
    Map<?, ?> state =
        (Map<?, ?>)
            page.evaluate(
                "async (hash) => { const s = (await import('./js/address.js')).readAddress(hash, []);"
                    + " return { radius: s.radius, community: s.community, at: s.at }; }",
                hash);
    assertThat(state.values()).containsOnlyNulls();
  }

  @ParameterizedTest
  @CsvSource({"0, 0 %", "0.004, <1 %", "0.5, 50 %", "0.996, >99 %", "1, 100 %"})
  void aPercentageIsNeverRoundedToNothingOrAll(double share, String wanted) {
    Object words =
        page.evaluate("async (share) => (await import('./js/i18n.js')).percent(share)", share);
    assertThat(words).isEqualTo(wanted);
  }

  @Test
  void optionsOfTheCommandLineAreNamedAsThePagesControls() {
    Object words =
        page.evaluate(
            """
            async () => {
              const { inPageWords } = await import('./js/options.js');
              return [
                inPageWords('which with --field name=FIELD', 'en'),
                inPageWords('用 --complete-for all', 'zh'),
                inPageWords('so with --crs gcj02', 'en'),
                inPageWords('1998--2000', 'en'),
              ];
            }
            """);
    assertThat((List<?>) words)
        .hasToString(
            "[which with “Fields” (name), 用 “名单在哪里是完整的”里的全市, so with “Coordinates”: gcj02,"
                + " 1998--2000]");
  }
}
