package org.gapmap.assess.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.gapmap.store.TestDatabase;
import org.junit.jupiter.api.Test;

class CoverageAgainstPostgisTest {
  /** What 512 segments a quadrant leave of a disc's rim, against polygons of some 1,000 m2. */
  private static final double BUFFER_ERROR = 2e-5;

  @Test
  void tenThousandGeneratedWorldsHaveTheShareThatPostgisFinds() {
    List<CircleWorld> worlds = LongStream.range(0, 10_000).mapToObj(CircleWorld::seeded).toList();
    double[] expected;
    try (TestDatabase database = TestDatabase.fresh()) {
      expected = PostgisBuffers.shares(database.dataSource(), worlds);
    }
    UnionCoverage coverage = new UnionCoverage();
    int partial = 0;
    for (int seed = 0; seed < worlds.size(); seed++) {
      CircleWorld world = worlds.get(seed);
      assertThat(world.polygon().isValid()).as("world %s is valid", seed).isTrue();
      double share = world.coveredArea(coverage) / world.area();
      assertThat(Math.abs(share - expected[seed]))
          .as("world %s: %s, PostGIS %s", seed, share, expected[seed])
          .isLessThan(BUFFER_ERROR);
      partial += share > 0.001 && share < 0.999 ? 1 : 0;
    }
    assertThat(partial).as("worlds neither empty nor full").isGreaterThan(5000);
  }
}
