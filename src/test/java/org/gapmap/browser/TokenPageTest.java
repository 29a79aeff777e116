package org.gapmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing through the page on a server that asks for a token. */
class TokenPageTest {
  private static final String TOKEN = "an-office's-own-secret";

  @Test
  void theTokenIsAskedForOnceAndAgainWhereItIsWrong(@TempDir Path home) throws IOException {
    Path file = home.resolve("districts.geojson");
    Files.writeString(
        file,
        """
        {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "东区"},
         "geometry": {"type": "Polygon",
         "coordinates": [[[121.5, 31.2], [121.52, 31.2], [121.52, 31.22], [121.5, 31.2]]]}}]}
        """);
    try (Browser browser = Browser.open();
        ServedProgram program = new ServedProgram(home, Optional.of(TOKEN))) {
      Page page = browser.newPage(1366, 768);
      page.navigate(program.url() + "#lang=en&data=import");
      page.locator("input[type=file]").first().setInputFiles(file);

      page.waitForSelector(".token-dialog[open]");
      assertThat(page.locator(".token-dialog").innerText()).contains("A token is needed");
      page.locator("#token").fill("a guess");
      page.keyboard().press("Enter");
      page.waitForSelector("text=That was not the token");
      page.locator("#token").fill(TOKEN);
      page.keyboard().press("Enter");

      page.waitForSelector(
          ".token-dialog",
          new Page.WaitForSelectorOptions()
              .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
      page.waitForSelector("[data-key=type-areas]");
      assertThat(page.evaluate("() => sessionStorage.getItem('gapmap.token')")).isEqualTo(TOKEN);
    }
  }
}
