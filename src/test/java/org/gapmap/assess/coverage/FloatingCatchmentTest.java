package org.gapmap.assess.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Floating catchments, against published values and against what must add up. */
class FloatingCatchmentTest {
  private static final List<String> HEXAGONS =
      List.of(
          "89a88cdb57bffff",
          "89a88cdb597ffff",
          "89a88cdb5b3ffff",
          "89a88cdb5cfffff",
          "89a88cd909bffff");

  @Test
  void beloHorizonteComesOutAsPublished() throws IOException {
    FloatingCatchment jobs = beloHorizonte(45);

    assertThat(rounded(jobs.access())).containsExactly(0.0152, 0.1491, 0.1491, 0.1068, 0);
    assertThat(rounded(jobs.balancedAccess())).containsExactly(0.0094, 0.1993, 0.1993, 0.1147, 0);
  }

  @Test
  void aSupplyIsSharedByWhoReachesIt() {
    FloatingCatchment access = new FloatingCatchment(new double[] {100, 300}, new double[] {40});
    access.add(0, 0, 1);
    access.add(1, 0, 1);

    assertThat(access.access()).containsExactly(0.1, 0.1);
  }

  @Test
  void nearerPeopleGetMoreByDistanceInTheRatioOfTheWeights() {
    FloatingCatchment.Bands bands = FloatingCatchment.LUO_QI_SLOW;
    FloatingCatchment access = new FloatingCatchment(new double[] {100, 100}, new double[] {40});
    access.add(0, 0, bands.at(0.2));
    access.add(1, 0, bands.at(0.9));

    double[] each = access.access();

    assertThat(each[1] / each[0]).isCloseTo(0.22, within(1e-12));
    assertThat(bands.at(1.01)).isZero();
    assertThat(bands.fallAfter(0) + bands.fallAfter(1) + bands.fallAfter(2)).isEqualTo(1);
  }

  @Test
  void whoReachesNothingHasNothing() {
    FloatingCatchment access = new FloatingCatchment(new double[] {5}, new double[] {5});

    assertThat(access.access()).containsExactly(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void whatPeopleGetAddsUpToTheSupplyThatAnyoneReaches(int seed) {
    Random random = new Random(seed);
    double[] demand = random.doubles(30, 1, 500).toArray();
    double[] supply = random.doubles(12, 1, 90).toArray();
    boolean[] reached = new boolean[supply.length];
    FloatingCatchment catchment = new FloatingCatchment(demand, supply);
    for (int pair = 0; pair < 60; pair++) {
      int j = random.nextInt(supply.length);
      catchment.add(random.nextInt(demand.length), j, 0.05 + random.nextDouble());
      reached[j] = true;
    }
    double total = 0;
    for (int j = 0; j < supply.length; j++) {
      total += reached[j] ? supply[j] : 0;
    }

    assertThat(weighted(demand, catchment.access())).isCloseTo(total, within(1e-9));
    assertThat(weighted(demand, catchment.balancedAccess())).isPositive();
  }

  private static double weighted(double[] demand, double[] access) {
    double sum = 0;
    for (int i = 0; i < demand.length; i++) {
      sum += demand[i] * access[i];
    }
    return sum;
  }

  private static double[] rounded(double[] values) {
    return Arrays.stream(values).map(value -> Math.round(value * 1e4) / 1e4).toArray();
  }

  private static FloatingCatchment beloHorizonte(double minutes) throws IOException {
    String folder = System.getenv("GAPMAP_REAL_DATA");
    Assumptions.assumeTrue(folder != null, "GAPMAP_REAL_DATA is not set: no travel times");
    Path data = Path.of(folder, "accessibility");
    double[] people = new double[HEXAGONS.size()];
    double[] jobs = new double[HEXAGONS.size()];
    try (InputStream in = Files.newInputStream(data.resolve("land_use_data.csv"));
        MappingIterator<Map<String, String>> rows = rows(in)) {
      while (rows.hasNext()) {
        Map<String, String> row = rows.next();
        int hexagon = HEXAGONS.indexOf(row.get("id"));
        if (hexagon >= 0) {
          people[hexagon] = number(row, "population");
          jobs[hexagon] = number(row, "jobs");
        }
      }
    }
    FloatingCatchment catchment = new FloatingCatchment(people, jobs);
    try (InputStream in =
            new GZIPInputStream(Files.newInputStream(data.resolve("travel_matrix.csv.gz")));
        MappingIterator<Map<String, String>> rows = rows(in)) {
      while (rows.hasNext()) {
        Map<String, String> row = rows.next();
        int from = HEXAGONS.indexOf(row.get("from_id"));
        int to = HEXAGONS.indexOf(row.get("to_id"));
        if (from >= 0 && to >= 0 && number(row, "travel_time") <= minutes) {
          catchment.add(from, to, 1);
        }
      }
    }
    return catchment;
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(String.valueOf(row.get(column)));
  }

  private static MappingIterator<Map<String, String>> rows(InputStream in) throws IOException {
    return new CsvMapper()
        .readerFor(Map.class)
        .with(CsvSchema.emptySchema().withHeader())
        .readValues(in);
  }
}
