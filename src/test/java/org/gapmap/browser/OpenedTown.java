package org.gapmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * The page over the test town, served below a path and opened anew for each test, and nothing asked
 * of other machines.
 */
abstract class OpenedTown {
  static MapServer server;
  static Browser browser;
  Page page;

  @BeforeAll
  static void start() {
    browser = Browser.open();
    server = new MapServer("/planning/gapmap");
    TestTown.build(server.database());
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

  @BeforeEach
  void open() {
    browser.forgetComplaints();
    page = browser.newPage(1366, 768);
  }

  /** Whatever a test did: nothing left the machine, and the console stayed empty. */
  @AfterEach
  void nothingLeavesTheMachine() {
    page.context().close();
    assertThat(browser.requestCount()).isPositive();
    assertThat(browser.requestsToOthers()).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }
}
