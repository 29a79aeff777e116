package org.gapmap.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** A migrated PostGIS database and the pool of connections to it. */
public final class Database implements AutoCloseable {
  private static final int POOL_SIZE = 8;
  private static final long CONNECTION_MILLIS = 10_000;

  private final DatabaseAddress address;
  private final HikariDataSource pool;

  private Database(DatabaseAddress address, HikariDataSource pool) {
    this.address = address;
    this.pool = pool;
  }

  /**
   * Connects, sees to it that PostGIS is there and recent enough, and brings the schema up to date.
   *
   * @throws org.gapmap.domain.UserError where the server cannot be reached, is too old, or has no
   *     PostGIS that this user may enable
   */
  public static Database open(DatabaseAddress address) {
    boolean upToDate = DatabaseCheck.run(address);
    HikariConfig config = new HikariConfig();
    config.setPoolName("gapmap");
    config.setJdbcUrl(address.jdbcUrl());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setMaximumPoolSize(POOL_SIZE);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECTION_MILLIS);
    config.addDataSourceProperty("ApplicationName", "gapmap");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    HikariDataSource pool = new HikariDataSource(config);
    try {
      if (!upToDate) {
        Migrations.run(pool);
      }
      return new Database(address, pool);
    } catch (RuntimeException failed) {
      pool.close();
      throw failed;
    }
  }

  public DataSource dataSource() {
    return pool;
  }

  /** For a connection that must not come from the pool, such as one that listens. */
  public DatabaseAddress address() {
    return address;
  }

  @Override
  public void close() {
    pool.close();
  }
}
