package org.gapmap.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of every commit to a city, whichever process made it, on a connection and a thread of its
 * own.
 */
public final class CommitListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CommitListener.class);
  private static final int WAIT_MILLIS = 500;
  private static final int RETRY_MILLIS = 2_000;

  /** What to do about commits. Called from the listener's thread. */
  public interface Hearer {
    /**
     * @param city the key of the city that has a new data version
     */
    void committed(String city);

    /** Commits may have gone unheard: the connection was lost, and is there again. */
    void reconnected();
  }

  private final DatabaseAddress address;
  private final Hearer hearer;
  private final Thread thread = new Thread(this::run, "commit-listener");
  private volatile boolean closed;

  public CommitListener(DatabaseAddress address, Hearer hearer) {
    this.address = address;
    this.hearer = hearer;
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  private void run() {
    boolean deaf = false;
    while (!closed) {
      try (Connection connection =
          DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password())) {
        try (var statement = connection.createStatement()) {
          statement.execute(Queries.text("city/listen"));
        }
        if (deaf) {
          LOG.warn("The database answers again");
          deaf = false;
        }
        hearer.reconnected();
        listen(connection.unwrap(PGConnection.class));
      } catch (SQLException e) {
        if (!closed) {
          if (!deaf) {
            LOG.warn("The database does not answer: {}", e.getMessage());
            deaf = true;
          }
          pause();
        }
      }
    }
  }

  private void listen(PGConnection connection) throws SQLException {
    while (!closed) {
      PGNotification[] heard = connection.getNotifications(WAIT_MILLIS);
      if (heard != null) {
        for (PGNotification notification : heard) {
          hearer.committed(notification.getParameter());
        }
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }
}
