package org.gapmap.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gapmap.assess.coverage.PlanePolygon;
import org.gapmap.assess.coverage.UnionCoverage;
import org.gapmap.geo.LocalPlane;
import org.gapmap.store.TestDatabase;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKBWriter;

/**
 * Exact arcs on one thread against the usual PostGIS statement on one process: every community of a
 * city and three kinds, from facilities to shares, in one run on one machine.
 *
 * <p>Both find the facilities in reach through an index. The arcs project each of them to the plane
 * of the community; PostGIS is spared that, its layers are in metres already. The fastest pass of
 * each counts, since other work on the machine only ever adds.
 */
public final class CoverageBench {
  private static final double[] RADII = {500, 300, 300};
  private static final int PASSES = 30;
  private static final int MOST_NEAR = 4096;
  private static final int USUAL_SEGMENTS = 8;
  private static final int FINE_SEGMENTS = 256;
  private static final int SAMPLE_EVERY = 20;

  private static final String USUAL_STATEMENT =
      """
      SELECT c.id,
             coalesce(ST_Area(ST_Intersection(c.geom, ST_Union(ST_Buffer(f.geom, ?, ?))))
                      / ST_Area(c.geom), 0)
      FROM community c
      LEFT JOIN facility f ON f.kind = ? AND ST_DWithin(c.geom, f.geom, ?)
      WHERE c.id % ? = 0
      GROUP BY c.id
      """;

  private final GridCity city;
  private final LocalPlane[] planes;
  private final PlanePolygon[] polygons;
  private final FacilityGrid[] grids;

  private CoverageBench(GridCity city) {
    this.city = city;
    planes = new LocalPlane[city.blocks().size()];
    polygons = new PlanePolygon[planes.length];
    for (int i = 0; i < planes.length; i++) {
      Polygon block = city.lonLat(i);
      planes[i] = LocalPlane.atCentreOf(block.getEnvelopeInternal());
      polygons[i] = PlanePolygon.of(block, planes[i]);
    }
    grids =
        city.facilities().stream()
            .map(places -> new FacilityGrid(city.plane(), places))
            .toArray(FacilityGrid[]::new);
  }

  /** Arguments: how many communities (20,000 where left out). */
  public static void main(String[] arguments) throws SQLException {
    int communities = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    GridCity city = GridCity.of(communities, RADII.length);
    long before = usedHeap();
    CoverageBench bench = new CoverageBench(city);
    double heapMegabytes = (usedHeap() - before) / 1e6;
    int pairs = communities * RADII.length;

    double[][] arcs = new double[RADII.length][communities];
    double arcSeconds = bench.fastestPass(arcs);
    double[][] buffers = new double[RADII.length][communities];
    double[][] fineBuffers = new double[RADII.length][communities];
    double bufferSeconds = bench.postgis(buffers, fineBuffers);

    System.out.printf("%,d communities x %d kinds, one thread each%n", communities, RADII.length);
    System.out.printf("  partly covered pairs    %6.1f %%%n", 100.0 * partlyCovered(arcs) / pairs);
    System.out.printf(
        "  exact arcs              %8.3f s  %8.3f microseconds a pair%n",
        arcSeconds, arcSeconds / pairs * 1e6);
    System.out.printf(
        "  PostGIS, usual statement%8.3f s  %8.3f microseconds a pair%n",
        bufferSeconds, bufferSeconds / pairs * 1e6);
    System.out.printf("  ratio                   %8.0f%n", bufferSeconds / arcSeconds);
    System.out.printf(
        "  worst difference in share %6.4f with the usual 8 segments a quadrant%n",
        worstDifference(arcs, buffers, 1));
    System.out.printf(
        "                            %6.4f with %d (every %dth community)%n",
        worstDifference(arcs, fineBuffers, SAMPLE_EVERY), FINE_SEGMENTS, SAMPLE_EVERY);
    System.out.printf("  heap of the polygons    %8.1f MB%n", heapMegabytes);
  }

  private double fastestPass(double[][] shares) {
    double best = Double.POSITIVE_INFINITY;
    for (int pass = 0; pass < PASSES; pass++) {
      long start = System.nanoTime();
      computeAll(shares);
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    return best;
  }

  private void computeAll(double[][] shares) {
    UnionCoverage coverage = new UnionCoverage();
    double[] xs = new double[MOST_NEAR];
    double[] ys = new double[MOST_NEAR];
    double[] radii = new double[MOST_NEAR];
    for (int kind = 0; kind < RADII.length; kind++) {
      double r = RADII[kind];
      Arrays.fill(radii, r);
      for (int i = 0; i < polygons.length; i++) {
        Envelope box = city.blocks().get(i).getEnvelopeInternal();
        int near =
            grids[kind].near(
                box.getMinX() - r,
                box.getMinY() - r,
                box.getMaxX() + r,
                box.getMaxY() + r,
                planes[i],
                xs,
                ys);
        shares[kind][i] = coverage.coveredShare(polygons[i], xs, ys, radii, near);
      }
    }
  }

  private double postgis(double[][] shares, double[][] fineShares) throws SQLException {
    try (TestDatabase database = TestDatabase.fresh();
        Connection connection = database.dataSource().getConnection();
        Statement set = connection.createStatement()) {
      load(connection);
      set.execute("SET max_parallel_workers_per_gather = 0");
      double best = Double.POSITIVE_INFINITY;
      for (int pass = 0; pass < 2; pass++) {
        long start = System.nanoTime();
        for (int kind = 0; kind < RADII.length; kind++) {
          ask(connection, kind, USUAL_SEGMENTS, 1, shares[kind]);
        }
        best = Math.min(best, (System.nanoTime() - start) / 1e9);
      }
      for (int kind = 0; kind < RADII.length; kind++) {
        ask(connection, kind, FINE_SEGMENTS, SAMPLE_EVERY, fineShares[kind]);
      }
      return best;
    }
  }

  private static void ask(Connection connection, int kind, int segments, int every, double[] shares)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(USUAL_STATEMENT)) {
      statement.setDouble(1, RADII[kind]);
      statement.setInt(2, segments);
      statement.setInt(3, kind);
      statement.setDouble(4, RADII[kind]);
      statement.setInt(5, every);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          shares[rows.getInt(1)] = rows.getDouble(2);
        }
      }
    }
  }

  private void load(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA bench");
      statement.execute("SET search_path = bench, public");
      statement.execute("CREATE TABLE community (id int PRIMARY KEY, geom geometry)");
      statement.execute("CREATE TABLE facility (kind int, geom geometry)");
    }
    List<Object> shapes = new ArrayList<>();
    for (Polygon block : city.blocks()) {
      shapes.add(WKBWriter.toHex(new WKBWriter().write(block)));
    }
    insert(
        connection,
        "INSERT INTO community SELECT nr - 1, hex::geometry"
            + " FROM unnest(?::text[]) WITH ORDINALITY AS row(hex, nr)",
        shapes);
    for (int kind = 0; kind < RADII.length; kind++) {
      List<Object> places = new ArrayList<>();
      for (Coordinate place : city.facilities().get(kind)) {
        places.add("POINT(" + place.x + " " + place.y + ")");
      }
      insert(
          connection,
          "INSERT INTO facility SELECT " + kind + ", wkt::geometry FROM unnest(?::text[]) wkt",
          places);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE INDEX ON community USING gist (geom)");
      statement.execute("CREATE INDEX ON facility USING gist (geom)");
      statement.execute("ANALYZE community");
      statement.execute("ANALYZE facility");
    }
  }

  private static void insert(Connection connection, String sql, List<Object> values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", values.toArray()));
      statement.executeUpdate();
    }
  }

  private static long partlyCovered(double[][] shares) {
    return Arrays.stream(shares)
        .flatMapToDouble(Arrays::stream)
        .filter(share -> share > 0 && share < 1)
        .count();
  }

  private static double worstDifference(double[][] one, double[][] other, int every) {
    double worst = 0;
    for (int kind = 0; kind < one.length; kind++) {
      for (int i = 0; i < one[kind].length; i += every) {
        worst = Math.max(worst, Math.abs(one[kind][i] - other[kind][i]));
      }
    }
    return worst;
  }

  private static long usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
