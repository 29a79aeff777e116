package org.gapmap.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gapmap.App;
import org.gapmap.cli.ServeOptions;
import org.gapmap.generate.SyntheticCity;
import org.gapmap.store.DatabaseAddress;
import org.gapmap.store.HomeFolder;
import org.gapmap.store.TestDatabase;

/** A generated city of some size, imported and served by the whole program in this process. */
final class ServedTown implements AutoCloseable {
  private static final long SEED = 20_260_101;

  final TestDatabase database = TestDatabase.fresh();
  final String url;

  private final Path folder;
  private final App app;

  private ServedTown(int communities) throws IOException {
    folder = Files.createTempDirectory("gapmap-bench");
    System.out.printf("a city of %,d communities is drawn and imported ...%n", communities);
    SyntheticCity.write(SEED, communities, folder.resolve("city"), false);
    DatabaseAddress address = database.address();
    String login =
        "user=%s&password=%s".formatted(encoded(address.user()), encoded(address.password()));
    String separator = address.jdbcUrl().contains("?") ? "&" : "?";
    app =
        App.open(
            new HomeFolder(folder.resolve("home")),
            Map.of("GAPMAP_DATABASE_URL", address.jdbcUrl() + separator + login),
            Optional.empty());
    app.demonstration().load(folder.resolve("city"));
    ServeOptions options =
        new ServeOptions("127.0.0.1", 0, "/", Optional.empty(), Optional.empty());
    url = "http://127.0.0.1:" + app.listen(options) + "/";
  }

  static ServedTown of(int communities) {
    try {
      return new ServedTown(communities);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try (app;
        database;
        Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
