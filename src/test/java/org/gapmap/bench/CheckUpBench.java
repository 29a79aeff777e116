package org.gapmap.bench;

import java.util.List;
import org.gapmap.assess.Assessor;
import org.gapmap.assess.CheckUp;
import org.gapmap.assess.City;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.CityStore;
import org.gapmap.store.LayerStore;
import org.gapmap.store.RunStore;
import org.gapmap.store.TestDatabase;

/**
 * A whole check-up of a large city against the clock: read from PostGIS, laid out, computed, and
 * stored as a run with people and the nearest facility of each community and kind.
 */
final class CheckUpBench {
  private static final int PASSES = 3;

  private final KindCatalogue kinds;
  private final ServiceStandard standard;
  private final BenchTable table;

  CheckUpBench(KindCatalogue kinds, ServiceStandard standard, BenchTable table) {
    this.kinds = kinds;
    this.standard = standard;
    this.table = table;
  }

  void run(int communities) {
    try (TestDatabase database = TestDatabase.fresh()) {
      List<String> names = standard.rules().stream().map(ServiceRule::kind).toList();
      StoredGridCity.store(
          new LayerStore(database.dataSource()),
          "bench",
          GridCity.of(communities, names.size()),
          names);
      double[] fastest = {Double.POSITIVE_INFINITY};
      for (int pass = 0; pass < PASSES; pass++) {
        System.gc();
        double[] parts = once(database);
        fastest = parts[parts.length - 1] < fastest[fastest.length - 1] ? parts : fastest;
      }
      String of = "%,d communities x %d kinds: ".formatted(communities, names.size());
      String[] steps = {"read", "laid out", "computed", "people, nearest, stored", "all of it"};
      for (int step = 0; step < steps.length; step++) {
        table.add(of + steps[step], new Measured(fastest[step], PeakMemory.megabytes()));
      }
    }
  }

  /** Seconds of each step, and of all. */
  private double[] once(TestDatabase database) {
    Assessor assessor = new Assessor(kinds);
    long start = System.nanoTime();
    var snapshot = new CityStore(database.dataSource()).findSnapshot("bench").orElseThrow();
    long read = System.nanoTime();
    City city = new City(snapshot, kinds.countedInSqm());
    standard.rules().forEach(city::service);
    long laidOut = System.nanoTime();
    assessor.assessAll(city, standard);
    long computed = System.nanoTime();
    new CheckUp(assessor, new RunStore(database.dataSource())).run(city, standard);
    long stored = System.nanoTime();
    return new double[] {
      (read - start) / 1e9,
      (laidOut - read) / 1e9,
      (computed - laidOut) / 1e9,
      (stored - computed) / 1e9,
      (stored - start) / 1e9
    };
  }
}
