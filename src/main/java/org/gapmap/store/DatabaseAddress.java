package org.gapmap.store;

/** Where a database is and who asks. Its text never shows the password. */
public record DatabaseAddress(String jdbcUrl, String user, String password) {
  public DatabaseAddress {
    if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException("not a PostgreSQL JDBC URL");
    }
  }

  /** A database of a cluster on this machine. */
  static DatabaseAddress onLoopback(int port, String database, String user, String password) {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
  }

  @Override
  public String toString() {
    return user + " at " + jdbcUrl;
  }
}
