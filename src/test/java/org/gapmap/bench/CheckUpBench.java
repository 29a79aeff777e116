package org.gapmap.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.gapmap.assess.Assessor;
import org.gapmap.assess.CheckUp;
import org.gapmap.assess.City;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.store.CitySnapshot;
import org.gapmap.store.CityStore;
import org.gapmap.store.LayerStore;
import org.gapmap.store.RunStore;
import org.gapmap.store.TestDatabase;

/**
 * A whole city check-up against the clock: from PostGIS into memory, computed, and stored as a run.
 */
public final class CheckUpBench {
  private CheckUpBench() {}

  /** Arguments: how many communities (220,000 where left out) and kinds (24). */
  public static void main(String[] arguments) {
    int communities = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 220_000;
    int kinds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 24;
    List<String> names = IntStream.range(0, kinds).mapToObj(kind -> "kind_" + kind).toList();
    try (TestDatabase database = TestDatabase.fresh()) {
      StoredGridCity.store(
          new LayerStore(database.dataSource()), "bench", GridCity.of(communities, kinds), names);
      ServiceStandard standard = BenchStandard.of(names);
      for (int pass = 0; pass < 3; pass++) {
        System.gc();
        long start = System.nanoTime();
        CitySnapshot snapshot =
            new CityStore(database.dataSource()).findSnapshot("bench").orElseThrow();
        long loaded = System.nanoTime();
        City city = new City(snapshot, java.util.Set.of());
        long prepared = System.nanoTime();
        Assessor assessor = new Assessor();
        assessor.assessAll(city, standard);
        long computed = System.nanoTime();
        new CheckUp(assessor, new RunStore(database.dataSource())).run(city, standard);
        long stored = System.nanoTime();
        System.out.printf(
            "load %.2f s, prepare %.2f s, compute %.2f s, store %.2f s, all %.2f s, peak %.0f MB%n",
            (loaded - start) / 1e9,
            (prepared - loaded) / 1e9,
            (computed - prepared) / 1e9,
            (stored - computed) / 1e9,
            (stored - start) / 1e9,
            PeakMemory.megabytes());
      }
    }
  }
}
