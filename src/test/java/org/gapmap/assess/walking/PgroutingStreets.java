package org.gapmap.assess.walking;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.gapmap.store.TestDatabase;

/**
 * The same edges in pgRouting. A facility is a vertex of its own, joined to both ends of the edge
 * that its door is on: who passes through it goes no shorter way than along that edge.
 */
public final class PgroutingStreets implements AutoCloseable {
  private static final String FILL =
      "INSERT INTO walk_edge SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::float8[])";

  /** One search for each facility, and of each node the least: slow, and right. */
  private static final String EACH =
      """
      SELECT DISTINCT ON (node) node, from_v, agg_cost
      FROM pgr_drivingDistance('SELECT id, source, target, cost FROM walk_edge',
                               ?, ?::float8, directed => false)
      ORDER BY node, agg_cost, from_v
      """;

  /** Each node once, by pgRouting's own short cut. */
  private static final String EQUICOST =
      """
      SELECT node, from_v, agg_cost
      FROM pgr_drivingDistance('SELECT id, source, target, cost FROM walk_edge',
                               ?, ?::float8, directed => false, equicost => true)
      """;

  private final TestDatabase database = TestDatabase.fresh();
  private final StreetGraph graph;
  private final int facilities;

  public PgroutingStreets(StreetGraph graph, DoorTable facilities) throws SQLException {
    this.graph = graph;
    this.facilities = facilities.places();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION pgrouting CASCADE");
      statement.execute(
          "CREATE TABLE walk_edge (id bigint PRIMARY KEY, source bigint, target bigint, cost float8)");
      fill(connection, facilities);
      statement.execute("VACUUM ANALYZE walk_edge");
    }
  }

  /** Whether the server that the tests use has the extension. */
  public static boolean installed() throws SQLException {
    try (TestDatabase database = TestDatabase.fresh();
        Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT 1 FROM pg_available_extensions WHERE name = 'pgrouting'")) {
      return rows.next();
    }
  }

  private void fill(Connection connection, DoorTable facilities) throws SQLException {
    int rows = graph.edges() + 2 * facilities.doors();
    Long[] id = new Long[rows];
    Long[] source = new Long[rows];
    Long[] target = new Long[rows];
    Double[] cost = new Double[rows];
    Arrays.setAll(id, row -> (long) row);
    for (int edge = 0; edge < graph.edges(); edge++) {
      source[edge] = (long) graph.from(edge);
      target[edge] = (long) graph.to(edge);
      cost[edge] = graph.metres(edge);
    }
    int row = graph.edges();
    for (int k = 0; k < facilities.places(); k++) {
      for (int door = facilities.first(k); door < facilities.first(k + 1); door++) {
        source[row] = (long) graph.nodes() + k;
        target[row] = (long) graph.from(facilities.edge(door));
        cost[row++] = Quanta.metresOf(facilities.fromState(door));
        source[row] = (long) graph.nodes() + k;
        target[row] = (long) graph.to(facilities.edge(door));
        cost[row++] = Quanta.metresOf(facilities.toState(door));
      }
    }
    try (PreparedStatement insert = connection.prepareStatement(FILL)) {
      insert.setArray(1, connection.createArrayOf("bigint", id));
      insert.setArray(2, connection.createArrayOf("bigint", source));
      insert.setArray(3, connection.createArrayOf("bigint", target));
      insert.setArray(4, connection.createArrayOf("float8", cost));
      insert.execute();
    }
  }

  /** Of each node within some metres the facility nearest to it and how far it is. */
  public void nearest(double withinMetres, double[] metres, int[] nearest) throws SQLException {
    read(EACH, withinMetres, metres, nearest);
  }

  /** The same by pgRouting's short cut, whose walks are too long now and then (3.4.2). */
  public void equicost(double withinMetres, double[] metres, int[] nearest) throws SQLException {
    read(EQUICOST, withinMetres, metres, nearest);
  }

  private void read(String sql, double withinMetres, double[] metres, int[] nearest)
      throws SQLException {
    Arrays.fill(metres, Double.POSITIVE_INFINITY);
    Arrays.fill(nearest, WalkField.NONE);
    Integer[] starts =
        IntStream.range(0, facilities).mapToObj(k -> graph.nodes() + k).toArray(Integer[]::new);
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setArray(1, connection.createArrayOf("bigint", starts));
      query.setDouble(2, withinMetres);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          int node = rows.getInt(1);
          if (node < graph.nodes()) {
            metres[node] = rows.getDouble(3);
            nearest[node] = rows.getInt(2) - graph.nodes();
          }
        }
      }
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
