package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gapmap.assess.coverage.UnionCoverage;
import org.gapmap.domain.Facility;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.ServiceStandard;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

/**
 * What is looked up through the spatial index is what every facility, tried one by one, would give:
 * from the south of China to its north, for radii up to the largest that the page offers.
 */
class SpatialLookupTest {
  private static final String KIND = "fitness";
  private static final double[] RADII = {40, 300, 1_000, 5_000};
  private static final int SEEDS = 6;
  private static final int LONE = 3;

  @ParameterizedTest
  @ValueSource(doubles = {18, 31, 45, 53})
  void theShareIsThatOfTheUnionOverAllFacilities(double latitude) {
    for (int seed = 0; seed < SEEDS; seed++) {
      City city = world(seed, latitude).city();
      for (double radius : RADII) {
        ServiceStandard standard = World.standard(KIND, radius);
        KindCoverage answer = new Assessor().assess(city, standard, standard.rules().get(0));
        for (int i = 0; i < city.size(); i++) {
          assertThat(answer.share(i))
              .as("seed %d, radius %.0f, community %d", seed, radius, i)
              .isCloseTo(shareOfAll(city, i, radius), within(1e-12));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {18, 31, 45, 53})
  void theNearestIsTheNearestOfAllFacilities(double latitude) {
    for (int seed = 0; seed < SEEDS; seed++) {
      City city = world(seed, latitude).city();
      ServiceIndex service = city.service(List.of(KIND));
      for (int i = 0; i < city.size(); i++) {
        double expected = Double.POSITIVE_INFINITY;
        for (Facility facility : servingFor(city, i)) {
          expected = Math.min(expected, distance(city, i, facility));
        }
        Optional<Nearest> found = Nearest.find(city, service, i);
        if (Double.isInfinite(expected)) {
          assertThat(found).isEmpty();
        } else {
          Nearest nearest = found.orElseThrow();
          assertThat(nearest.metres()).as("seed %d, %d", seed, i).isCloseTo(expected, within(1e-6));
          assertThat(distance(city, i, nearest.facility())).isCloseTo(expected, within(1e-6));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {18, 31, 45, 53})
  void thoseWithinARadiusAreAllWithinIt(double latitude) {
    for (int seed = 0; seed < SEEDS; seed++) {
      City city = world(seed, latitude).city();
      ServiceIndex service = city.service(List.of(KIND));
      for (int i = 0; i < city.size(); i++) {
        for (double radius : RADII) {
          int community = i;
          long expected =
              servingFor(city, i).stream()
                  .filter(facility -> distance(city, community, facility) <= radius)
                  .count();
          assertThat(Nearest.within(service, i, radius)).hasSize((int) expected);
        }
      }
    }
  }

  private static double shareOfAll(City city, int community, double radius) {
    List<Facility> serving = servingFor(city, community);
    double[] x = new double[serving.size()];
    double[] y = new double[serving.size()];
    double[] radii = new double[serving.size()];
    double[] xy = new double[2];
    for (int j = 0; j < serving.size(); j++) {
      Coordinate place = serving.get(j).place().getCoordinate();
      city.plane(community).project(place.x, place.y, xy, 0);
      x[j] = xy[0];
      y[j] = xy[1];
      radii[j] = radius;
    }
    return new UnionCoverage().coveredShare(city.polygon(community), x, y, radii, serving.size());
  }

  /** By the rule's own words; its world has no two communities within 30 m of a facility. */
  private static List<Facility> servingFor(City city, int community) {
    List<Facility> serving = new ArrayList<>();
    for (Facility facility : city.facilities()) {
      boolean open =
          facility.status() == FacilityStatus.OPEN || facility.status() == FacilityStatus.UNKNOWN;
      boolean admits =
          switch (facility.access()) {
            case MEMBERS -> false;
            case OWN_RESIDENTS -> distance(city, community, facility) < 30;
            case PUBLIC, SET_HOURS, UNKNOWN -> true;
          };
      if (open && admits) {
        serving.add(facility);
      }
    }
    return serving;
  }

  private static double distance(City city, int community, Facility facility) {
    double[] xy = new double[2];
    Coordinate place = facility.place().getCoordinate();
    city.plane(community).project(place.x, place.y, xy, 0);
    return city.polygon(community).distanceTo(xy[0], xy[1]);
  }

  /** Rows of blocks 100 m apart and a few far away; facilities dense, sparse or for residents. */
  private static World world(int seed, double latitude) {
    SplittableRandom random = new SplittableRandom(seed * 100L + Math.round(latitude));
    World world = new World(random.nextDouble(75, 134), latitude);
    for (int block = 0; block < 49; block++) {
      double x = 300 * (block % 7);
      double y = 300 * (block / 7);
      world.community(
          "block " + block, 100, x, y, x + random.nextInt(20, 200), y + random.nextInt(20, 200));
    }
    for (int lone = 0; lone < LONE; lone++) {
      double x = random.nextDouble(-30_000, 30_000);
      double y = random.nextDouble(10_000, 30_000);
      world.community("lone " + lone, 100, x, y, x + 2_500, y + 1_500);
    }
    int facilities = seed == 0 ? 3 : 40 * seed;
    double spread = seed % 2 == 0 ? 8_000 : 2_500;
    for (int j = 0; j < facilities; j++) {
      world.facility(
          KIND,
          "F" + j,
          random.nextDouble(-spread, spread),
          random.nextDouble(-spread, spread),
          pick(random, FacilityStatus.values()),
          seed == 0 ? FacilityAccess.OWN_RESIDENTS : pick(random, FacilityAccess.values()));
    }
    return world;
  }

  private static <T> T pick(SplittableRandom random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}
