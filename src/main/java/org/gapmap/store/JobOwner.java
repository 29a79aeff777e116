package org.gapmap.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says to all who work on the database that this process lives: an advisory lock, held by a
 * connection of its own, which the server drops however the process ends.
 */
public final class JobOwner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobOwner.class);
  private static final int ANSWER_SECONDS = 2;

  private final DatabaseAddress address;
  private final int number;
  private Connection connection;

  private JobOwner(DatabaseAddress address, Connection connection, int number) {
    this.address = address;
    this.connection = connection;
    this.number = number;
  }

  public static JobOwner register(DatabaseAddress address) {
    try {
      Connection connection = connect(address);
      try (var next = connection.prepareStatement(Queries.text("job/next_owner"));
          ResultSet row = next.executeQuery()) {
        row.next();
        int number = row.getInt("owner");
        hold(connection, number);
        return new JobOwner(address, connection, number);
      } catch (SQLException failed) {
        connection.close();
        throw failed;
      }
    } catch (SQLException failed) {
      throw new StoreException("this process could not say that it lives", failed);
    }
  }

  public int number() {
    return number;
  }

  /** Takes the lock anew where its connection was lost. */
  public synchronized void renew() {
    try {
      if (connection.isValid(ANSWER_SECONDS)) {
        return;
      }
      connection.close();
      connection = connect(address);
      hold(connection, number);
      LOG.warn("The connection that says that this process lives was lost, and is there again");
    } catch (SQLException failed) {
      LOG.warn("This process can't say that it lives: {}", failed.getMessage());
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException failed) {
      LOG.info("The connection that says that this process lives did not close", failed);
    }
  }

  private static Connection connect(DatabaseAddress address) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", address.user());
    properties.setProperty("password", address.password());
    properties.setProperty("ApplicationName", "gapmap-jobs");
    properties.setProperty("tcpKeepAlive", "true");
    return DriverManager.getConnection(address.jdbcUrl(), properties);
  }

  private static void hold(Connection connection, int number) throws SQLException {
    try (var statement = connection.prepareStatement(Queries.text("job/hold_owner"))) {
      statement.setInt(1, number);
      statement.execute();
    }
  }
}
