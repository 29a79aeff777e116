package org.gapmap.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.gapmap.assess.Assessor;
import org.gapmap.assess.City;
import org.gapmap.assess.CityChanges;
import org.gapmap.assess.KindCoverage;
import org.gapmap.domain.Facility;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.standards.StandardsLibrary;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A standard's check-up: 24 kinds with the radii of GB 50180, communities of 17 points, one
 * facility of each kind for ten of them. Computing alone, warm and indexed, against PostGIS; one
 * facility moved; the radius slider through HTTP; how it grows; and a large city whole, from the
 * database and back.
 */
public final class CoverageBench {
  private static final int KINDS = 24;
  private static final int FINE_SEGMENTS = 128;
  private static final int SAMPLE_EVERY = 20;
  private static final int MOVES = 200;
  private static final int ROUNDS = 8;

  private final KindCatalogue kinds = KindCatalogue.load();
  private final StandardsLibrary library = StandardsLibrary.load(kinds);
  private final ServiceStandard standard = BenchStandard.firstKinds(library, KINDS);
  private final BenchTable table = new BenchTable();

  /** Arguments: {@code --json FILE}, {@code --without-peer}. */
  public static void main(String[] arguments) throws SQLException, IOException {
    List<String> given = List.of(arguments);
    CoverageBench bench = new CoverageBench();
    bench.run(!given.contains("--without-peer"));
    bench.table.print(System.out);
    int json = given.indexOf("--json");
    if (json >= 0) {
      bench.table.write(Path.of(given.get(json + 1)));
    }
  }

  private void run(boolean withPeer) throws SQLException {
    GridCity town = GridCity.of(20_000, KINDS);
    City city = town.city(standard);
    Measured full = full(city, 8);
    if (withPeer) {
      againstPostgis(town, city, full);
    } else {
      table.add("20,000 communities x 24 kinds", full);
    }
    moves(city);
    new SliderBench(kinds, library, table).run(20_000);
    grow();
    new CheckUpBench(kinds, standard, table).run(220_000);
  }

  private Measured full(City city, int passes) {
    new Assessor(kinds).assessAll(city, standard);
    return Measured.fastest(passes, () -> new Assessor(kinds).assessAll(city, standard));
  }

  private void againstPostgis(GridCity town, City city, Measured full) throws SQLException {
    double[] radii =
        standard.rules().stream().mapToDouble(r -> r.radiusMetres().orElseThrow()).toArray();
    double[][] usual = new double[KINDS][town.blocks().size()];
    double[][] fine = new double[KINDS][town.blocks().size()];
    try (PostgisCoverage postgis = new PostgisCoverage(town)) {
      postgis.chooseFastest(radii, SAMPLE_EVERY);
      double seconds = postgis.shares(radii, PostgisCoverage.USUAL_SEGMENTS, 1, usual);
      seconds = Math.min(seconds, postgis.shares(radii, PostgisCoverage.USUAL_SEGMENTS, 1, usual));
      postgis.shares(radii, FINE_SEGMENTS, SAMPLE_EVERY, fine);
      table.add("20,000 communities x 24 kinds", full, "PostGIS: " + postgis.fastest(), seconds);
    }
    List<KindCoverage> exact = new Assessor(kinds).assessAll(city, standard);
    System.out.printf(
        "  worst difference in share from PostGIS with %d segments to a quarter: of GapMap %.6f,"
            + " of PostGIS as usual %.6f%n",
        FINE_SEGMENTS, worst(exact, fine, fine), worst(exact, fine, usual));
  }

  /** The worst difference between fine shares and other ones, or GapMap's where they are fine. */
  private static double worst(List<KindCoverage> exact, double[][] fine, double[][] other) {
    double worst = 0;
    for (int kind = 0; kind < fine.length; kind++) {
      for (int i = 0; i < fine[kind].length; i += SAMPLE_EVERY) {
        double compared = other == fine ? exact.get(kind).share(i) : other[kind][i];
        worst = Math.max(worst, Math.abs(fine[kind][i] - compared));
      }
    }
    return worst;
  }

  /** One facility moved by some hundred metres, and the whole standard answered for again. */
  private void moves(City city) {
    Measured full = full(city, 8);
    Assessor assessor = new Assessor(kinds);
    assessor.assessAll(city, standard);
    SplittableRandom random = new SplittableRandom(1);
    List<Facility> facilities = city.facilities();
    double[] seconds = new double[MOVES];
    Measured moved =
        Measured.fastest(
            10,
            () -> {
              for (int move = 0; move < MOVES; move++) {
                Facility facility = facilities.get(random.nextInt(facilities.size()));
                Coordinate from = facility.place().getCoordinate();
                Coordinate to = new Coordinate(from.x + 0.003, from.y + 0.002);
                long start = System.nanoTime();
                City other =
                    city.with(
                        CityChanges.NONE.moving(facility, new GeometryFactory().createPoint(to)));
                assessor.assessAll(other, standard);
                seconds[move] = (System.nanoTime() - start) / 1e9;
              }
              Arrays.sort(seconds);
            });
    table.add(
        "one facility moved (median), 20,000 communities, 24 kinds",
        new Measured(seconds[MOVES / 2], moved.peakMegabytes()),
        "GapMap, all computed anew",
        full.seconds());
  }

  /** The three sizes in turn, so that what else the machine does meets them alike. */
  private void grow() {
    int[] sizes = {2_000, 20_000, 200_000};
    City[] large = new City[sizes.length];
    Measured[] fastest = new Measured[sizes.length];
    for (int s = 0; s < sizes.length; s++) {
      large[s] = GridCity.of(sizes[s], KINDS).city(standard);
      fastest[s] = full(large[s], 1);
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (int s = 0; s < sizes.length; s++) {
        Measured again = full(large[s], 1);
        fastest[s] = again.seconds() < fastest[s].seconds() ? again : fastest[s];
      }
    }
    for (int s = 1; s < sizes.length; s++) {
      table.add(
          "growth: %,d communities".formatted(sizes[s]),
          fastest[s],
          "ten times %,d".formatted(sizes[s - 1]),
          10 * fastest[s - 1].seconds());
    }
  }
}
