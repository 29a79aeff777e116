package org.gapmap.bench;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.gapmap.store.CitySnapshot;
import org.gapmap.store.CityStore;
import org.gapmap.store.TestDatabase;

/**
 * How long a large city takes from PostGIS into memory, and how much of it: communities of 17
 * points and facilities of 24 kinds, made in the database itself. The fastest of a few readings
 * counts, since other work on the machine only ever adds.
 */
public final class LoadBench {
  private static final int KINDS = 24;
  private static final int PASSES = 4;

  private LoadBench() {}

  /** Arguments: how many communities and facilities (220,000 and 528,000 where left out). */
  public static void main(String[] arguments) throws SQLException {
    int communities = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 220_000;
    int facilities = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 528_000;
    try (TestDatabase database = TestDatabase.fresh()) {
      fill(database, communities, facilities);
      CityStore store = new CityStore(database.dataSource());
      long before = usedHeap();
      for (int pass = 1; pass < PASSES; pass++) {
        read(store);
      }
      CitySnapshot kept = read(store);
      System.out.printf("heap of the snapshot %.0f MB%n", (usedHeap() - before) / 1e6);
      System.out.println(kept.communities().get(communities - 1).name());
    }
  }

  private static CitySnapshot read(CityStore store) {
    long start = System.nanoTime();
    double cpu = cpuSeconds();
    CitySnapshot city = store.findSnapshot("large").orElseThrow();
    System.out.printf(
        "%,d communities, %,d facilities: %.2f s, %.2f s of processor%n",
        city.communities().size(),
        city.facilities().size(),
        (System.nanoTime() - start) / 1e9,
        cpuSeconds() - cpu);
    return city;
  }

  private static double cpuSeconds() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private static long usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void fill(TestDatabase database, int communities, int facilities)
      throws SQLException {
    int columns = (int) Math.ceil(Math.sqrt(communities));
    try (Connection connection = database.dataSource().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("INSERT INTO city (key, name, data_version) VALUES ('large', 'Large', 1)");
      sql.execute(
          "INSERT INTO layer (city_id, type, kind, source) SELECT 1, 'communities', '', 'bench'"
              + " UNION ALL SELECT 1, 'facilities', 'kind_' || k, 'bench' FROM generate_series(1, "
              + KINDS
              + ") k");
      sql.execute(
          "INSERT INTO layer_version (layer_id, number, file, crs, row_count) SELECT id, 1,"
              + " 'bench.shp', 'EPSG:4490', CASE type WHEN 'communities' THEN "
              + communities
              + " ELSE "
              + facilities / KINDS
              + " END FROM layer ORDER BY id");
      sql.execute("INSERT INTO city_version SELECT 1, 1, id FROM layer_version");
      sql.execute(
          "INSERT INTO community_identity (id, city_id, source, name, place) SELECT n, 1, 'bench',"
              + " '', ST_SetSRID(ST_Point(120, 30), 4326) FROM generate_series(1, "
              + communities
              + ") n");
      sql.execute(
          """
          INSERT INTO community (layer_version_id, id, ordinal, row_number, source_key, name,
                                 households, residents, elderly, children, build_year, boundary)
          SELECT v.id, n, n - 1, n, 'K' || n, '幸福新村第' || n || '小区', 400, 1200, 240, 36, 1988,
                 ST_Multi(ST_MakePolygon(ST_MakeLine(
                   ARRAY(SELECT ST_SetSRID(ST_Point(
                           119 + (n %% %1$d) * 0.003 + 0.0012 * cos(a * pi() / 8),
                           30 + (n / %1$d) * 0.003 + 0.0012 * sin(a * pi() / 8)), 4326)
                         FROM generate_series(0, 16) a))))
          FROM layer_version v JOIN layer l ON l.id = v.layer_id AND l.type = 'communities',
               generate_series(1, %2$d) n
          """
              .formatted(columns, communities)
              .replace("sin(a * pi() / 8)", "sin((a % 16) * pi() / 8)")
              .replace("cos(a * pi() / 8)", "cos((a % 16) * pi() / 8)"));
      sql.execute(
          """
          INSERT INTO facility (layer_version_id, row_number, subtype, name, status, access, capacity,
                                place)
          SELECT v.id, n, '长者食堂', '幸福新村第' || n || '社区食堂', 'open', 'public', 60,
                 ST_SetSRID(ST_Point(119 + random() * %1$d * 0.003, 30 + random() * %1$d * 0.003),
                            4326)
          FROM layer_version v JOIN layer l ON l.id = v.layer_id AND l.type = 'facilities',
               generate_series(1, %2$d) n
          """
              .formatted(columns, facilities / KINDS));
      sql.execute("ANALYZE");
    }
  }
}
