package org.gapmap.assess.coverage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.locationtech.jts.io.WKBWriter;

/** The same question put to PostGIS, on the same plane (SRID 0), with 512 segments a quadrant. */
final class PostgisBuffers {
  private static final int BATCH = 100;

  // Clipping each buffer before the union is the same set, and an order of magnitude sooner done.
  private static final String COVERED_AREAS =
      """
      SELECT world.nr,
             coalesce(ST_Area(ST_Union(ST_Intersection(world.shape,
                 ST_Buffer(ST_MakePoint(circle.x, circle.y), circle.radius, 512)))), 0),
             min(ST_Area(world.shape))
      FROM (SELECT nr, wkb::geometry AS shape
            FROM unnest(?::text[]) WITH ORDINALITY AS row(wkb, nr)) AS world
      LEFT JOIN unnest(?::int[], ?::float8[], ?::float8[], ?::float8[])
          AS circle(nr, x, y, radius)
        ON circle.nr = world.nr
       AND ST_DWithin(world.shape, ST_MakePoint(circle.x, circle.y), circle.radius)
      GROUP BY world.nr
      """;

  private PostgisBuffers() {}

  /** Covered share of each world. */
  static double[] shares(DataSource database, List<CircleWorld> worlds) {
    double[] shares = new double[worlds.size()];
    IntStream.rangeClosed(0, (worlds.size() - 1) / BATCH)
        .parallel()
        .forEach(
            batch -> {
              int from = batch * BATCH;
              int to = Math.min(worlds.size(), from + BATCH);
              try (Connection connection = database.getConnection()) {
                fill(connection, worlds.subList(from, to), shares, from);
              } catch (SQLException failed) {
                throw new IllegalStateException("worlds " + from + " to " + to, failed);
              }
            });
    return shares;
  }

  private static void fill(
      Connection connection, List<CircleWorld> worlds, double[] shares, int offset)
      throws SQLException {
    int circles = worlds.stream().mapToInt(world -> world.circles().size()).sum();
    Object[] shapes = new Object[worlds.size()];
    Object[] numbers = new Object[circles];
    Object[][] columns = new Object[3][circles];
    int row = 0;
    for (int nr = 1; nr <= worlds.size(); nr++) {
      CircleWorld world = worlds.get(nr - 1);
      shapes[nr - 1] = WKBWriter.toHex(new WKBWriter().write(world.polygon()));
      for (CircleWorld.Circle circle : world.circles()) {
        numbers[row] = nr;
        columns[0][row] = circle.x();
        columns[1][row] = circle.y();
        columns[2][row++] = circle.radius();
      }
    }
    try (PreparedStatement statement = connection.prepareStatement(COVERED_AREAS)) {
      statement.setArray(1, connection.createArrayOf("text", shapes));
      statement.setArray(2, connection.createArrayOf("int4", numbers));
      for (int column = 0; column < 3; column++) {
        statement.setArray(3 + column, connection.createArrayOf("float8", columns[column]));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          shares[offset + rows.getInt(1) - 1] = rows.getDouble(2) / rows.getDouble(3);
        }
      }
    }
  }
}
