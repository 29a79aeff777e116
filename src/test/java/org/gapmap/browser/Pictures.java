package org.gapmap.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of the page for people to look at, in {@code target/screenshots}. */
final class Pictures {
  private static final Path FOLDER = Path.of("target", "screenshots");

  private Pictures() {}

  static void take(Page page, String name) {
    page.waitForTimeout(500);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(FOLDER.resolve(name + ".png"))
            .setAnimations(com.microsoft.playwright.options.ScreenshotAnimations.DISABLED));
  }
}
