package org.gapmap.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A private PostGIS cluster for the tests of this JVM, stopped and deleted when it ends. The schema
 * is migrated once, into a template from which every test's database is copied in about 0.1 s.
 */
public final class TestDatabases {
  private static final String TEMPLATE = "gapmap_template";
  private static final String FOLDER_PREFIX = "gapmap-test-";
  private static final Path PARENT = Path.of("/var/tmp");

  private final PostgresServer server;
  private final AtomicInteger made = new AtomicInteger();

  private TestDatabases(PostgresServer server) {
    this.server = server;
  }

  private static final class Holder {
    static final TestDatabases INSTANCE = start();
  }

  /** A migrated, empty database of its own; it is dropped when closed. */
  public static TestDatabase fresh() {
    TestDatabases cluster = Holder.INSTANCE;
    String name = "test_" + cluster.made.incrementAndGet();
    cluster.execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
    return new TestDatabase(cluster, name, Database.open(cluster.address(name)));
  }

  void drop(String name) {
    execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
  }

  private DatabaseAddress address(String database) {
    try {
      return server.address(database);
    } catch (IOException | SQLException failed) {
      throw new IllegalStateException("the test cluster is gone", failed);
    }
  }

  private void execute(String sql) {
    DatabaseAddress address = address("postgres");
    try (var connection =
            DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(sql, failed);
    }
  }

  private static TestDatabases start() {
    try {
      PostgresInstallation installation = PostgresInstallation.get(Optional.empty());
      sweepLeftovers(installation);
      Path folder =
          Files.createDirectory(PARENT.resolve(FOLDER_PREFIX + ProcessHandle.current().pid()));
      PostgresServer server =
          new PostgresServer(() -> installation, ServerAccount.forNewCluster(folder), folder);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(server, folder)));
      server.initialise();
      server.start(
          List.of(
              "fsync=off",
              "synchronous_commit=off",
              "full_page_writes=off",
              "max_connections=200"));
      TestDatabases cluster = new TestDatabases(server);
      cluster.execute("CREATE DATABASE " + TEMPLATE);
      Database.open(cluster.address(TEMPLATE)).close();
      return cluster;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A test JVM that was killed leaves its cluster running; the next one tidies up. */
  private static void sweepLeftovers(PostgresInstallation installation) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(PARENT, FOLDER_PREFIX + "*")) {
      for (Path folder : folders) {
        long pid =
            Long.parseLong(folder.getFileName().toString().substring(FOLDER_PREFIX.length()));
        if (ProcessHandle.of(pid).isEmpty() && Files.isReadable(folder.resolve("password"))) {
          discard(
              new PostgresServer(() -> installation, ServerAccount.ownerOf(folder), folder),
              folder);
        }
      }
    }
  }

  private static void discard(PostgresServer server, Path folder) {
    try {
      server.stop("immediate");
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
