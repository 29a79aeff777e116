package org.gapmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A first visit, and the page by day and by night. */
class WelcomePageTest extends OpenedTown {
  private static final Set<String> GRAVE = Set.of("serious", "critical");

  @Test
  void aNewcomerIsToldWhatThisIsAndLedThroughFourStepsByTheKeyboard() {
    page.navigate(server.url());
    page.waitForSelector(".welcome-card.greeting");
    assertThat(page.locator(".welcome-card li").count()).isEqualTo(3);
    assertThat(gravelyWrong()).isEmpty();

    for (String target : List.of("#kinds", "#mapbar", "#frame", "#side")) {
      page.keyboard().press("ArrowRight");
      assertThat(page.locator(".welcome-card").innerText()).contains("，共 4 步");
      assertThat(overlap(".welcome-hole", target)).as(target).isTrue();
      assertThat(insideTheScreen(".welcome-card")).as(target).isTrue();
      assertThat(gravelyWrong()).as(target).isEmpty();
    }
    page.keyboard().press("Enter");
    page.keyboard().press("ArrowRight");
    page.waitForFunction("() => document.getElementById('welcome').hidden");

    page.navigate("about:blank");
    page.navigate(server.url());
    page.waitForFunction("() => gapmap.store.state.summary");
    assertThat(page.locator("#welcome").isVisible()).isFalse();
  }

  @Test
  void whoeverFollowsALinkSeesWhatItShowsAndMayAskForTheTour() {
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    assertThat(map.find("#welcome").isVisible()).isFalse();

    map.find("[data-key=help]").click();
    assertThat(map.find(".welcome-card").innerText()).contains("Who is out of reach?");
    page.keyboard().press("Escape");

    assertThat(map.find("#welcome").isVisible()).isFalse();
    map.waitUntil("document.activeElement?.dataset.key === 'help'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lang=zh&kind=fitness",
        "lang=en&kind=fitness&community=1",
        "lang=zh&report=indicators"
      })
  void byNightNothingGraveIsFoundEither(String view) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    MapPage map = MapPage.open(page, server, view);
    if (view.contains("community")) {
      map.waitUntil("gapmap.store.state.sheet");
    }
    assertThat(page.evaluate("() => document.documentElement.dataset.theme")).isEqualTo("dark");
    assertThat(gravelyWrong()).isEmpty();
  }

  @Test
  void theColoursChangeInPlaceAndAreRemembered() {
    MapPage map = MapPage.open(page, server, "lang=en&kind=fitness");
    String day = background();
    map.find("[data-key=theme]").click();
    assertThat(background()).isNotEqualTo(day);

    page.reload();
    map.waitUntil("gapmap.store.state.coverage");

    assertThat(background()).isNotEqualTo(day);
    assertThat(page.evaluate("() => gapmap.store.state.theme")).isEqualTo("dark");
  }

  private String background() {
    return (String) page.evaluate("() => getComputedStyle(document.body).backgroundColor");
  }

  private List<String> gravelyWrong() {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> GRAVE.contains(rule.getImpact()))
            .map(rule -> rule.getId() + ": " + rule.getNodes())
            .toList();
  }

  private boolean overlap(String one, String other) {
    return (boolean)
        page.evaluate(
            """
            async ([one, other]) => {
              await new Promise((done) => setTimeout(done, 350));
              const [a, b] = [one, other].map((name) => document.querySelector(name).getBoundingClientRect());
              return Math.abs(a.left - b.left) < 1 && Math.abs(a.bottom - b.bottom) < 1;
            }
            """,
            List.of(one, other));
  }

  private boolean insideTheScreen(String name) {
    return (boolean)
        page.evaluate(
            """
            (name) => {
              const box = document.querySelector(name).getBoundingClientRect();
              return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
            }
            """,
            name);
  }
}
