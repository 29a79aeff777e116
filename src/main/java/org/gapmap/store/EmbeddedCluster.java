package org.gapmap.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gapmap.domain.UserError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostGIS of a home folder, shared by every GapMap process that works there: the first one
 * starts it, the others join it, whoever leaves last stops it.
 *
 * <p>Two locks, both of which the operating system drops when a process dies, however it dies. A
 * process holds {@code cluster.lease} shared for as long as it uses the cluster. Joining and
 * leaving are done one at a time, under {@code cluster.lock}; whoever leaves and then gets the
 * lease for itself alone was the last. A server that outlived its last user is simply joined.
 */
public final class EmbeddedCluster implements DatabaseHost {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedCluster.class);
  private static final String DATABASE = "gapmap";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(200);

  /**
   * An import writes hundreds of megabytes at once: by PostgreSQL's defaults it would wait for its
   * own pages to be written out and for checkpoints in its midst.
   */
  private static final List<String> SETTINGS =
      List.of(
          "jit=off",
          "log_checkpoints=off",
          "max_connections=60",
          "shared_buffers=256MB",
          "wal_buffers=16MB",
          "max_wal_size=2GB");

  private final PostgresServer server;
  private final Path gate;
  private final FileChannel leaseFile;
  private final FileLock lease;
  private final DatabaseAddress address;

  private EmbeddedCluster(
      PostgresServer server,
      Path gate,
      FileChannel leaseFile,
      FileLock lease,
      DatabaseAddress address) {
    this.server = server;
    this.gate = gate;
    this.leaseFile = leaseFile;
    this.lease = lease;
    this.address = address;
  }

  /**
   * Joins the home folder's cluster; starts it where it is not running and makes it where there is
   * none yet. At most once at a time in one process.
   *
   * @throws UserError where this machine has no PostgreSQL with PostGIS that will do, or it does
   *     not start
   */
  public static EmbeddedCluster join(HomeFolder home) throws IOException {
    Path gate = home.gate();
    FileChannel leaseFile = lockFile(home.lease());
    try (FileChannel gateFile = lockFile(gate);
        FileLock alone = gateFile.lock()) {
      log.debug("joining under {}", alone);
      PostgresServer server = ClusterFolder.of(home).open();
      DatabaseAddress address = bringUp(server);
      FileLock lease = leaseFile.lock(0, Long.MAX_VALUE, true);
      return new EmbeddedCluster(server, gate, leaseFile, lease, address);
    } catch (IOException | RuntimeException failed) {
      leaseFile.close();
      throw failed;
    }
  }

  @Override
  public DatabaseAddress address() {
    return address;
  }

  /** Leaves the cluster, and stops it where nobody else uses it. */
  @Override
  public void close() throws IOException {
    try (leaseFile;
        FileChannel gateFile = lockFile(gate);
        FileLock alone = gateFile.lock()) {
      log.debug("leaving under {}", alone);
      lease.release();
      FileLock last = leaseFile.tryLock();
      if (last != null) {
        log.info("stopping PostgreSQL in {}", server.data());
        server.stop("fast");
      }
    }
  }

  /**
   * Until it answers: a server that a killed process left behind may still be recovering, or be on
   * its way down.
   */
  private static DatabaseAddress bringUp(PostgresServer server) throws IOException {
    Optional<DatabaseAddress> up = reach(server);
    if (up.isPresent()) {
      return up.get();
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      if (server.isRunning()) {
        log.info("joining the PostgreSQL that runs in {}", server.data());
      } else {
        log.info("starting PostgreSQL in {}", server.data());
        server.start(SETTINGS);
      }
      try {
        createDatabase(server.address("postgres"));
        return server.address(DATABASE);
      } catch (SQLException failed) {
        if (!isPassing(failed) || System.nanoTime() > deadline) {
          throw new UserError(
              "GapMap's own PostgreSQL does not answer: " + failed.getMessage(),
              server.data().toString(),
              "see server.log beside it",
              failed);
        }
        pause();
      }
    }
  }

  /** Where its database is, if it answers: then no program has to be run to find out how it is. */
  private static Optional<DatabaseAddress> reach(PostgresServer server) throws IOException {
    if (!server.seemsRunning()) {
      return Optional.empty();
    }
    try {
      DatabaseAddress address = server.address(DATABASE);
      try (Connection connection =
          DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password())) {
        log.debug("it answers at {}", connection.getMetaData().getURL());
        log.info("joining the PostgreSQL that runs in {}", server.data());
        return Optional.of(address);
      }
    } catch (SQLException failed) {
      return Optional.empty();
    }
  }

  private static boolean isPassing(SQLException failed) {
    String state = String.valueOf(failed.getSQLState());
    return state.startsWith("08") || state.equals("57P03");
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while PostgreSQL was starting");
    }
  }

  private static void createDatabase(DatabaseAddress postgres) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
        Statement statement = connection.createStatement()) {
      boolean there;
      try (ResultSet found =
          statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
        there = found.next();
      }
      if (!there) {
        statement.execute("CREATE DATABASE " + DATABASE);
      }
    }
  }

  private static FileChannel lockFile(Path path) throws IOException {
    return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }
}
