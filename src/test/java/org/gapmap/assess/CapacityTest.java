package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.gapmap.assess.KindCoverage.JudgedBy;
import org.gapmap.domain.CapacityNorm.Basis;
import org.gapmap.domain.CapacityNorm.Measure;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.Population;
import org.gapmap.domain.PopulationAssumptions;
import org.gapmap.domain.PopulationAssumptions.Assumption;
import org.gapmap.domain.Provision;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.TargetGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** People in reach, and room for them. Childcare is for infants: 5 in 100 here. */
class CapacityTest {
  private static final int UNKNOWN = -1;
  private static final PopulationAssumptions ASSUMED =
      new PopulationAssumptions(
          Optional.of(new Assumption(2.5, World.CITATION)),
          Optional.empty(),
          Map.of(TargetGroup.INFANTS_0_3, new Assumption(0.05, World.CITATION)));

  @Test
  void placesAreGivenOutAndTheRestIsMissing() {
    World world = square(1000).facility("childcare", "small", at(50, 50), places(4));

    Capacity capacity = childcare(world, 300).capacity();

    assertThat(capacity.group()).isEqualTo(TargetGroup.INFANTS_0_3);
    assertThat(capacity.need(0)).isEqualTo(10);
    assertThat(capacity.served(0)).isCloseTo(20, within(1e-9));
    assertThat(capacity.withoutCapacity(0)).isCloseTo(30, within(1e-9));
    assertThat(capacity.outOfReach(0)).isZero();
    assertThat(capacity.quantityGap(0)).isCloseTo(6, within(1e-9));
    assertThat(capacity.unit().zh()).isEqualTo("托位");
    assertThat(capacity.demand().estimated(0)).isTrue();
    assertThat(capacity.needGuesses(0)).isEmpty();
    assertThat(capacity.access(0)).isCloseTo(4 / 50.0, within(1e-12));
    assertThat(capacity.accessByDistance(0)).isCloseTo(4 / 50.0, within(1e-12));
  }

  @Test
  void theNearerCommunityIsServedFirst() {
    World world =
        square(1000)
            .community("far", 1000, 200, 0, 300, 100)
            .facility("childcare", "between", at(100, 50), places(12));

    Capacity capacity = childcare(world, 300).capacity();

    assertThat(capacity.quantityGap(0)).isZero();
    assertThat(capacity.quantityGap(1)).isCloseTo(8, within(1e-9));
    assertThat(capacity.access(0)).isCloseTo(12 / 100.0, within(1e-12));
  }

  @Test
  void aFacilityOfUnknownCapacityMakesTheRestUnknownAndNotZero() {
    World world =
        square(1000)
            .community("away", 1000, 5000, 0, 5100, 100)
            .facility("childcare", "known", at(50, 50), places(4))
            .facility("childcare", "unknown", at(60, 50), Provision.UNKNOWN);

    Capacity capacity = childcare(world, 300).capacity();

    assertThat(capacity.served(0)).isNaN();
    assertThat(capacity.withoutCapacity(0)).isNaN();
    assertThat(capacity.quantityGap(0)).isNaN();
    assertThat(capacity.access(0)).isNaN();
    assertThat(capacity.outOfReach(0)).isZero();
    assertThat(capacity.capacityUnknown(0)).isTrue();
    assertThat(capacity.facilitiesOfUnknownCapacity()).isEqualTo(1);
    assertThat(capacity.outOfReach(1)).isEqualTo(50);
    assertThat(capacity.quantityGap(1)).isEqualTo(10);
  }

  @Test
  void whereKnownFacilitiesSufficeAnUnknownOneChangesNothing() {
    World world =
        square(1000)
            .facility("childcare", "known", at(50, 50), places(40))
            .facility("childcare", "unknown", at(60, 50), Provision.UNKNOWN);

    Capacity capacity = childcare(world, 300).capacity();

    assertThat(capacity.served(0)).isEqualTo(50);
    assertThat(capacity.capacityUnknown(0)).isFalse();
  }

  @Test
  void withoutANormEveryoneInReachIsServed() {
    World world = square(1000).facility("childcare", "small", at(50, 50), places(4));
    ServiceStandard standard =
        World.standard(ASSUMED, World.standard("childcare", 300).rules().get(0));

    Capacity capacity = assess(world, standard).capacity();

    assertThat(capacity.norm()).isEmpty();
    assertThat(capacity.served(0)).isEqualTo(50);
    assertThat(capacity.withoutCapacity(0)).isZero();
    assertThat(capacity.need(0)).isNaN();
    assertThat(capacity.quantityGap(0)).isNaN();
  }

  @Test
  void floorIsCountedByHouseholdAndACapacityInSquareMetresStandsForIt() {
    World world =
        new World()
            .community("square", DemandTest.people(400, UNKNOWN, UNKNOWN), 0, 0, 100, 100)
            .facility("fitness", "room", at(50, 50), places(90));
    ServiceStandard standard =
        World.standard(
            ASSUMED, World.rule("fitness", 300, 30, Measure.FLOOR_SQM, Basis.PER_100_HOUSEHOLDS));

    Capacity capacity = assess(world, standard).capacity();

    assertThat(capacity.need(0)).isEqualTo(120);
    assertThat(capacity.quantityGap(0)).isCloseTo(30, within(1e-9));
    assertThat(capacity.served(0)).isCloseTo(750, within(1e-9));
    assertThat(capacity.unit().en()).isEqualTo("m2");
  }

  @Test
  void buildingsSayHowManyPeopleAreInReachNotTheArea() {
    World world =
        square(UNKNOWN)
            .building(DemandTest.people(UNKNOWN, 30, UNKNOWN), UNKNOWN, 95, 50)
            .building(DemandTest.people(UNKNOWN, 10, UNKNOWN), UNKNOWN, 5, 50)
            .facility("fitness", "near the many", at(130, 50), Provision.UNKNOWN);

    KindCoverage coverage = assess(world, World.standard("fitness", 40));

    assertThat(coverage.share(0)).isLessThan(0.1);
    assertThat(coverage.shareOfPeople(0)).isEqualTo(0.75);
    assertThat(coverage.residentsOutOfReach(0)).isCloseTo(10, within(1e-9));
    assertThat(coverage.status(0)).isEqualTo(CoverageStatus.GAP);
    assertThat(coverage.judgedBy(JudgedBy.PEOPLE).status(0)).isEqualTo(CoverageStatus.PARTIAL);
    assertThat(coverage.judgedBy(JudgedBy.PEOPLE).count(CoverageStatus.PARTIAL)).isEqualTo(1);
  }

  @Test
  void whoSharesAFacilityWithUncountedPeopleIsTold() {
    World world =
        square(1000)
            .community("uncounted", UNKNOWN, 200, 0, 300, 100)
            .community("elsewhere", 1000, 5000, 0, 5100, 100)
            .facility("childcare", "between", at(150, 50), places(12));

    Capacity capacity = childcare(world, 300).capacity();

    assertThat(capacity.served(1)).isNaN();
    assertThat(capacity.outOfReach(1)).isNaN();
    assertThat(capacity.sharedWithUncounted(0)).isTrue();
    assertThat(capacity.sharedWithUncounted(2)).isFalse();
  }

  @Test
  void soIsWhoSharesItWithPeopleOfWhomTheNormIsNotKnown() {
    // Its infants are counted, its residents, whom the norm counts by, are not.
    Population infantsAlone =
        Population.of(
            OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(40));
    World world =
        square(1000)
            .community("infants alone", infantsAlone, 200, 0, 300, 100)
            .facility("childcare", "between", at(150, 50), places(12));

    Capacity capacity = childcare(world, 300).capacity();

    assertThat(capacity.demand().people(1)).isEqualTo(40);
    assertThat(capacity.served(1)).isNaN();
    assertThat(capacity.sharedWithUncounted(0)).isTrue();
  }

  @Test
  void nothingIsKnownWhereTheListIsNotComplete() {
    World world = square(1000).facility("childcare", "listed", at(50, 50), places(12));
    world.completeIn("childcare", 5000, 0, 6000, 1000);

    KindCoverage coverage = childcare(world, 300);

    assertThat(coverage.shareOfPeople(0)).isNaN();
    assertThat(coverage.capacity().served(0)).isNaN();
    assertThat(coverage.capacity().outOfReach(0)).isNaN();
    assertThat(coverage.capacity().access(0)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void theThreeAddUpAndAccessGivesOutWhatThereIs(int seed) {
    World world = random(seed);
    KindCoverage coverage = childcare(world, 250);
    Capacity capacity = coverage.capacity();
    double given = 0;
    double givenByDistance = 0;
    double servedNeed = 0;
    for (int i = 0; i < coverage.city().size(); i++) {
      double people = capacity.demand().people(i);
      assertThat(capacity.served(i) + capacity.withoutCapacity(i) + capacity.outOfReach(i))
          .isCloseTo(people, within(1e-9));
      assertThat(capacity.withoutCapacity(i)).isGreaterThanOrEqualTo(-1e-9);
      assertThat(capacity.outOfReach(i)).isCloseTo(coverage.peopleOutOfReach(i), within(1e-9));
      given += people * capacity.access(i);
      givenByDistance += people * capacity.accessByDistance(i);
      servedNeed += capacity.need(i) - capacity.quantityGap(i);
    }
    double reaching = 0;
    for (int j = 0; j < coverage.service().size(); j++) {
      boolean used = false;
      for (int i = 0; i < coverage.city().size(); i++) {
        used |= reaches(coverage, j, i);
      }
      reaching += used ? coverage.service().facility(j).capacity().orElseThrow() : 0;
    }
    assertThat(given).isCloseTo(reaching, within(1e-9));
    assertThat(givenByDistance).isCloseTo(reaching, within(1e-9));
    assertThat(servedNeed).isLessThanOrEqualTo(capacity.supply() + 1e-9);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void aLargerRadiusOrOneMoreFacilityNeverServesFewer(int seed) {
    double served = served(childcare(random(seed), 250).capacity());
    World more = random(seed).facility("childcare", "new", at(400, 300), places(15));

    assertThat(served(childcare(random(seed), 330).capacity()))
        .isGreaterThanOrEqualTo(served - 1e-6);
    assertThat(served(childcare(more, 250).capacity())).isGreaterThanOrEqualTo(served - 1e-6);
  }

  /** In the norm's unit. */
  private static double served(Capacity capacity) {
    double served = 0;
    for (int i = 0; i < 20; i++) {
      served += capacity.need(i) - capacity.quantityGap(i);
    }
    return served;
  }

  private static boolean reaches(KindCoverage coverage, int j, int i) {
    Spots spots = coverage.demand().spots(i);
    if (spots.size() == 0) {
      return coverage.service().ownShare(j, i, coverage.limitMetres()) > 0;
    }
    InReach reach = coverage.inReach();
    for (int k = 0; k < spots.size(); k++) {
      if (spots.amount()[k] > 0
          && spots.metresFrom(reach.service(), j, k) <= coverage.limitMetres()) {
        return true;
      }
    }
    return false;
  }

  /** Blocks of 100 m, half of them with buildings, and places enough for some. */
  private static World random(int seed) {
    Random random = new Random(seed);
    World world = new World();
    for (int i = 0; i < 20; i++) {
      double x = 150 * (i % 5);
      double y = 150 * (i / 5);
      world.community("c" + i, 200 + random.nextInt(2000), x, y, x + 100, y + 100);
      for (int b = 0; i % 2 == 0 && b < 4; b++) {
        Population people = DemandTest.people(UNKNOWN, random.nextInt(400), UNKNOWN);
        world.building(
            people, UNKNOWN, x + 100 * random.nextDouble(), y + 100 * random.nextDouble());
      }
    }
    for (int j = 0; j < 8; j++) {
      Geometry place = at(1200 * random.nextDouble() - 200, 1000 * random.nextDouble() - 200);
      world.facility("childcare", "f" + j, place, places(random.nextInt(30)));
    }
    return world;
  }

  private static KindCoverage childcare(World world, double radiusMetres) {
    return assess(
        world,
        World.standard(
            ASSUMED,
            World.rule("childcare", radiusMetres, 10, Measure.CAPACITY, Basis.PER_1000_PERSONS)));
  }

  private static KindCoverage assess(World world, ServiceStandard standard) {
    return new Assessor().assess(world.city(), standard, standard.rules().get(0));
  }

  private static World square(int residents) {
    return new World().community("square", residents, 0, 0, 100, 100);
  }

  private static Geometry at(double x, double y) {
    return new GeometryFactory().createPoint(new Coordinate(x, y));
  }

  private static Provision places(int count) {
    return Provision.ofCapacity(OptionalInt.of(count));
  }
}
