package org.gapmap.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.gapmap.App;
import org.gapmap.cli.ServeOptions;
import org.gapmap.store.DatabaseAddress;
import org.gapmap.store.HomeFolder;
import org.gapmap.store.TestDatabase;

/** The whole program as {@code serve} builds it, over an empty database of its own. */
final class ServedProgram implements AutoCloseable {
  private final TestDatabase database = TestDatabase.fresh();
  private final App app;
  private final String url;

  /**
   * @param home where uploads and exports wait
   */
  ServedProgram(Path home) throws IOException {
    this(home, Optional.empty());
  }

  /**
   * @param token what a request that writes must carry
   */
  ServedProgram(Path home, Optional<String> token) throws IOException {
    DatabaseAddress address = database.address();
    String login =
        "user=%s&password=%s".formatted(encoded(address.user()), encoded(address.password()));
    String separator = address.jdbcUrl().contains("?") ? "&" : "?";
    this.app =
        App.open(
            new HomeFolder(home),
            Map.of("GAPMAP_DATABASE_URL", address.jdbcUrl() + separator + login),
            Optional.empty());
    this.url =
        "http://127.0.0.1:"
            + app.listen(new ServeOptions("127.0.0.1", 0, "/", token, Optional.empty()))
            + "/";
  }

  /** The page's address, with a slash at its end. */
  String url() {
    return url;
  }

  TestDatabase database() {
    return database;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      app.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      database.close();
    }
  }
}
