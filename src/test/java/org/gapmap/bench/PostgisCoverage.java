package org.gapmap.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gapmap.store.TestDatabase;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKBWriter;

/**
 * The shares by PostGIS, in whichever phrasing is fastest. Its layers are in metres already, each
 * kind has a table and an index of its own, all is analysed and in memory, and a query may use as
 * many parallel workers as the machine has processors.
 */
final class PostgisCoverage implements AutoCloseable {
  /** Segments of a quarter circle, unless told otherwise: what ST_Buffer takes by itself. */
  static final int USUAL_SEGMENTS = 8;

  private static final Map<String, String> PHRASINGS = new LinkedHashMap<>();

  static {
    PHRASINGS.put(
        "lateral union",
        """
        SELECT c.id, coalesce(ST_Area(ST_Intersection(c.geom, near.geom)) / ST_Area(c.geom), 0)
        FROM community c
        CROSS JOIN LATERAL (
          SELECT ST_Union(ST_Buffer(f.geom, :radius, :segments)) AS geom
          FROM facility_:kind f WHERE ST_DWithin(f.geom, c.geom, :radius)) near
        WHERE c.id % :every = 0
        """);
    PHRASINGS.put(
        "join and group",
        """
        SELECT c.id,
               coalesce(ST_Area(ST_Intersection(c.geom,
                          ST_Union(ST_Buffer(f.geom, :radius, :segments)))) / ST_Area(c.geom), 0)
        FROM community c
        LEFT JOIN facility_:kind f ON ST_DWithin(c.geom, f.geom, :radius)
        WHERE c.id % :every = 0
        GROUP BY c.id
        """);
    PHRASINGS.put(
        "lateral union of pieces",
        """
        SELECT c.id, coalesce(ST_Area(near.geom) / ST_Area(c.geom), 0)
        FROM community c
        CROSS JOIN LATERAL (
          SELECT ST_Union(ST_Intersection(c.geom, ST_Buffer(f.geom, :radius, :segments))) AS geom
          FROM facility_:kind f WHERE ST_DWithin(f.geom, c.geom, :radius)) near
        WHERE c.id % :every = 0
        """);
    PHRASINGS.put(
        "lateral union, unless one holds all",
        """
        SELECT c.id,
               CASE WHEN whole.yes THEN 1
                    ELSE coalesce(ST_Area(ST_Intersection(c.geom, near.geom)) / ST_Area(c.geom), 0)
               END
        FROM community c
        LEFT JOIN LATERAL (
          SELECT true AS yes FROM facility_:kind f
          WHERE ST_DWithin(f.geom, c.geom, :radius) AND ST_MaxDistance(f.geom, c.geom) <= :radius
          LIMIT 1) whole ON true
        LEFT JOIN LATERAL (
          SELECT ST_Union(ST_Buffer(f.geom, :radius, :segments)) AS geom
          FROM facility_:kind f
          WHERE whole.yes IS NULL AND ST_DWithin(f.geom, c.geom, :radius)) near ON true
        WHERE c.id % :every = 0
        """);
  }

  private final TestDatabase database = TestDatabase.fresh();
  private final Connection connection;
  private String fastest = "";

  PostgisCoverage(GridCity city) throws SQLException {
    connection = database.dataSource().getConnection();
    run("CREATE SCHEMA bench");
    run("SET search_path = bench, public");
    run("SET max_parallel_workers_per_gather = " + Runtime.getRuntime().availableProcessors());
    run("SET parallel_setup_cost = 0");
    run("SET parallel_tuple_cost = 0");
    run("SET min_parallel_table_scan_size = 0");
    run("SET jit = off");
    run("CREATE TABLE community (id int PRIMARY KEY, geom geometry)");
    List<Object> shapes = new ArrayList<>();
    for (Polygon block : city.blocks()) {
      shapes.add(WKBWriter.toHex(new WKBWriter().write(block)));
    }
    fill("community SELECT nr - 1, hex::geometry", "WITH ORDINALITY AS row(hex, nr)", shapes);
    run("CREATE INDEX ON community USING gist (geom)");
    for (int kind = 0; kind < city.facilities().size(); kind++) {
      List<Object> places = new ArrayList<>();
      for (Coordinate place : city.facilities().get(kind)) {
        places.add("POINT(" + place.x + " " + place.y + ")");
      }
      run("CREATE TABLE facility_" + kind + " (geom geometry)");
      fill("facility_" + kind + " SELECT wkt::geometry", "wkt", places);
      run("CREATE INDEX ON facility_" + kind + " USING gist (geom)");
    }
    run("ANALYZE");
  }

  /** Tries all phrasings on a part of the city, twice each, and keeps the fastest. */
  void chooseFastest(double[] radii, int every) throws SQLException {
    double best = Double.POSITIVE_INFINITY;
    for (String name : PHRASINGS.keySet()) {
      double[][] shares = new double[radii.length][0];
      seconds(name, radii, USUAL_SEGMENTS, every, shares);
      double seconds = seconds(name, radii, USUAL_SEGMENTS, every, shares);
      System.out.printf("  PostGIS, %-36s %8.3f s for one in %d%n", name, seconds, every);
      if (seconds < best) {
        best = seconds;
        fastest = name;
      }
    }
  }

  String fastest() {
    return fastest;
  }

  /** Asks for every kind, and returns the seconds; shares go where there is room for them. */
  double shares(double[] radii, int segments, int every, double[][] shares) throws SQLException {
    return seconds(fastest, radii, segments, every, shares);
  }

  private double seconds(
      String phrasing, double[] radii, int segments, int every, double[][] shares)
      throws SQLException {
    long start = System.nanoTime();
    try (Statement statement = connection.createStatement()) {
      for (int kind = 0; kind < radii.length; kind++) {
        String sql =
            PHRASINGS
                .getOrDefault(phrasing, "")
                .replace(":radius", Double.toString(radii[kind]))
                .replace(":segments", Integer.toString(segments))
                .replace(":kind", Integer.toString(kind))
                .replace(":every", Integer.toString(every));
        try (ResultSet rows = statement.executeQuery(sql)) {
          while (rows.next()) {
            if (rows.getInt(1) < shares[kind].length) {
              shares[kind][rows.getInt(1)] = rows.getDouble(2);
            }
          }
        }
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void fill(String into, String rows, List<Object> values) throws SQLException {
    String sql = "INSERT INTO " + into + " FROM unnest(?::text[]) " + rows;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", values.toArray()));
      statement.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    database.close();
  }
}
