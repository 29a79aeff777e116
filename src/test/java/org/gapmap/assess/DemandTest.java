package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gapmap.assess.Demand.Basis;
import org.gapmap.assess.Demand.Guess;
import org.gapmap.assess.Demand.Spread;
import org.gapmap.domain.Population;
import org.gapmap.domain.PopulationAssumptions;
import org.gapmap.domain.PopulationAssumptions.Assumption;
import org.gapmap.domain.TargetGroup;
import org.junit.jupiter.api.Test;

/** How many people live in a community, from the best source that there is. */
class DemandTest {
  private static final int UNKNOWN = -1;
  private static final PopulationAssumptions ASSUMED =
      new PopulationAssumptions(
          Optional.of(new Assumption(2.5, World.CITATION)),
          Optional.of(new Assumption(40, World.CITATION)),
          Map.of(TargetGroup.ELDERLY_60, new Assumption(0.2, World.CITATION)));

  @Test
  void aCommunitysOwnNumberIsCountedAndSpreadEvenly() {
    Demand demand = everyone(square(people(UNKNOWN, 1000, UNKNOWN)));

    assertThat(demand.people(0)).isEqualTo(1000);
    assertThat(demand.basis(0)).isEqualTo(Basis.COUNTED);
    assertThat(demand.spread(0)).isEqualTo(Spread.EVENLY);
    assertThat(demand.estimated(0)).isFalse();
  }

  @Test
  void noNumberIsUnknownAndNotZero() {
    Demand demand = everyone(square(Population.UNKNOWN));

    assertThat(demand.people(0)).isNaN();
    assertThat(demand.households(0)).isNaN();
    assertThat(demand.basis(0)).isEqualTo(Basis.UNKNOWN);
    assertThat(demand.estimated(0)).isFalse();
  }

  @Test
  void householdsBecomeResidentsAndTheOtherWayRoundByAnAssumptionThatIsNamed() {
    Demand ofHomes = everyone(square(people(400, UNKNOWN, UNKNOWN)));
    Demand ofResidents = everyone(square(people(UNKNOWN, 1000, UNKNOWN)));

    assertThat(ofHomes.people(0)).isEqualTo(1000);
    assertThat(ofHomes.guesses(0)).containsExactly(Guess.PERSONS_PER_HOUSEHOLD);
    assertThat(ofHomes.assumption(Guess.PERSONS_PER_HOUSEHOLD)).isPresent();
    assertThat(ofHomes.householdsEstimated(0)).isFalse();
    assertThat(ofResidents.households(0)).isEqualTo(400);
    assertThat(ofResidents.householdsEstimated(0)).isTrue();
  }

  @Test
  void withoutTheAssumptionHouseholdsSayNothingOfResidents() {
    City city = square(people(400, UNKNOWN, UNKNOWN)).city();

    assertThat(city.demand(PopulationAssumptions.NONE, TargetGroup.ALL).people(0)).isNaN();
  }

  @Test
  void aGroupIsCountedElseEstimatedByItsShareInTheCityElseUnknown() {
    World counted = square(people(UNKNOWN, 1000, 150));
    World bare = square(people(UNKNOWN, 1000, UNKNOWN));

    Demand estimate = bare.city().demand(ASSUMED, TargetGroup.ELDERLY_60);
    assertThat(counted.city().demand(ASSUMED, TargetGroup.ELDERLY_60).people(0)).isEqualTo(150);
    assertThat(estimate.people(0)).isEqualTo(200);
    assertThat(estimate.guesses(0)).containsExactly(Guess.GROUP_SHARE);
    assertThat(estimate.assumption(Guess.GROUP_SHARE).orElseThrow().value()).isEqualTo(0.2);
    assertThat(bare.city().demand(ASSUMED, TargetGroup.INFANTS_0_3).people(0)).isNaN();
  }

  @Test
  void buildingsThatStateTheirPeopleAreTheDemand() {
    Demand demand =
        everyone(
            square(people(UNKNOWN, 999, UNKNOWN))
                .building(people(UNKNOWN, 30, UNKNOWN), UNKNOWN, 10, 10)
                .building(people(40, UNKNOWN, UNKNOWN), UNKNOWN, 90, 90)
                .building(people(UNKNOWN, 500, UNKNOWN), UNKNOWN, 190, 90));

    assertThat(demand.people(0)).isEqualTo(30 + 40 * 2.5);
    assertThat(demand.basis(0)).isEqualTo(Basis.BUILDINGS);
    assertThat(demand.guesses(0)).containsExactly(Guess.PERSONS_PER_HOUSEHOLD);
    assertThat(demand.spots(0).amount()).containsExactly(30 / 130.0, 100 / 130.0);
  }

  @Test
  void floorAreasPlaceTheCommunitysOwnNumber() {
    Demand demand =
        everyone(
            square(people(UNKNOWN, 1000, UNKNOWN))
                .building(Population.UNKNOWN, 6000, 10, 10)
                .building(Population.UNKNOWN, 2000, 90, 90));

    assertThat(demand.people(0)).isEqualTo(1000);
    assertThat(demand.basis(0)).isEqualTo(Basis.COUNTED);
    assertThat(demand.spread(0)).isEqualTo(Spread.BY_BUILDINGS);
    assertThat(demand.estimated(0)).isFalse();
    assertThat(demand.spots(0).amount()).containsExactly(0.75, 0.25);
  }

  @Test
  void floorAreasAloneGiveAnEstimateAndSilentBuildingsAreSaidToBeMissing() {
    Demand demand =
        everyone(
            square(Population.UNKNOWN)
                .building(Population.UNKNOWN, 6000, 10, 10)
                .building(Population.UNKNOWN, UNKNOWN, 50, 50));

    assertThat(demand.people(0)).isEqualTo(150);
    assertThat(demand.households(0)).isEqualTo(60);
    assertThat(demand.guesses(0))
        .containsExactlyInAnyOrder(Guess.FLOOR_PER_PERSON, Guess.SILENT_BUILDINGS);
  }

  @Test
  void buildingsThatSayNothingChangeNothing() {
    Demand demand =
        everyone(
            square(people(UNKNOWN, 1000, UNKNOWN)).building(Population.UNKNOWN, UNKNOWN, 10, 10));

    assertThat(demand.people(0)).isEqualTo(1000);
    assertThat(demand.spread(0)).isEqualTo(Spread.EVENLY);
  }

  @Test
  void aGroupInBuildingsFollowsTheCommunitysOwnRatio() {
    World world =
        square(people(UNKNOWN, 1000, 300)).building(people(UNKNOWN, 500, UNKNOWN), UNKNOWN, 9, 9);

    Demand demand = world.city().demand(ASSUMED, TargetGroup.ELDERLY_60);

    assertThat(demand.people(0)).isEqualTo(150);
    assertThat(demand.guesses(0)).containsExactly(Guess.COMMUNITY_SHARE);
  }

  @Test
  void aGroupThatOnlyTheCommunityCountsLivesWhereItsBuildingsArePeopled() {
    World world =
        square(people(UNKNOWN, UNKNOWN, 60))
            .building(people(UNKNOWN, 100, UNKNOWN), UNKNOWN, 9, 9)
            .building(people(UNKNOWN, 300, UNKNOWN), UNKNOWN, 90, 90);

    Demand demand = world.city().demand(PopulationAssumptions.NONE, TargetGroup.ELDERLY_60);

    assertThat(demand.people(0)).isEqualTo(60);
    assertThat(demand.basis(0)).isEqualTo(Basis.COUNTED);
    assertThat(demand.spots(0).amount()).containsExactly(0.25, 0.75);
  }

  @Test
  void buildingsThatSayNothingDoNotMakeTheCommunitysOwnNumberSmaller() {
    Demand demand =
        everyone(
            square(people(UNKNOWN, 1000, UNKNOWN))
                .building(people(UNKNOWN, 60, UNKNOWN), UNKNOWN, 10, 10)
                .building(Population.UNKNOWN, UNKNOWN, 50, 50));

    assertThat(demand.people(0)).isEqualTo(1000);
    assertThat(demand.basis(0)).isEqualTo(Basis.COUNTED);
    assertThat(demand.estimated(0)).isFalse();
    assertThat(demand.spots(0).amount()).containsExactly(1, 0);
  }

  @Test
  void aCountOfTheGroupGoesBeforeItsShareInTheCity() {
    World world =
        square(people(UNKNOWN, UNKNOWN, 60))
            .building(people(UNKNOWN, 1000, UNKNOWN), UNKNOWN, 9, 9);

    Demand demand = world.city().demand(ASSUMED, TargetGroup.ELDERLY_60);

    assertThat(demand.people(0)).isEqualTo(60);
    assertThat(demand.estimated(0)).isFalse();
  }

  @Test
  void aCommunityThatCountsNobodyHasNobody() {
    Demand demand = everyone(square(people(UNKNOWN, 0, UNKNOWN)));

    assertThat(demand.people(0)).isZero();
    assertThat(demand.basis(0)).isEqualTo(Basis.COUNTED);
  }

  @Test
  void whereCommunitiesOverlapABuildingBelongsToTheFirst() {
    World world =
        square(Population.UNKNOWN)
            .community("second", UNKNOWN, 50, 0, 150, 100)
            .building(people(UNKNOWN, 30, UNKNOWN), UNKNOWN, 75, 50);

    Demand demand = everyone(world);

    assertThat(demand.people(0)).isCloseTo(30, within(0.0));
    assertThat(demand.people(1)).isNaN();
  }

  private static Demand everyone(World world) {
    return world.city().demand(ASSUMED, TargetGroup.ALL);
  }

  private static World square(Population population) {
    return new World().community("square", population, 0, 0, 100, 100);
  }

  static Population people(int households, int residents, int elderly) {
    return Population.of(count(households), count(residents), count(elderly), OptionalInt.empty());
  }

  private static OptionalInt count(int value) {
    return value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
