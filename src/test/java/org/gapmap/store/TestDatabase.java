package org.gapmap.store;

import javax.sql.DataSource;

/** A migrated, empty database for one test class: {@code try (var db = TestDatabase.fresh())}. */
public final class TestDatabase implements AutoCloseable {
  private final TestDatabases cluster;
  private final String name;
  private final Database database;

  TestDatabase(TestDatabases cluster, String name, Database database) {
    this.cluster = cluster;
    this.name = name;
    this.database = database;
  }

  public static TestDatabase fresh() {
    return TestDatabases.fresh();
  }

  public Database database() {
    return database;
  }

  public DataSource dataSource() {
    return database.dataSource();
  }

  public DatabaseAddress address() {
    return database.address();
  }

  @Override
  public void close() {
    database.close();
    cluster.drop(name);
  }
}
