package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.ref.WeakReference;
import java.util.OptionalInt;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.Population;
import org.gapmap.domain.ServiceStandard;
import org.junit.jupiter.api.Test;

/** Small worlds whose answers anyone can work out with a pencil. */
class AssessmentTest {
  private static final double QUARTER_DISC = Math.PI * 300 * 300 / 4;

  @Test
  void aCircleAtTheCornerCoversAQuarterOfItself() {
    World world =
        new World().community("A", 1000, 0, 0, 400, 400).facility("fitness", "corner", 0, 0);

    KindCoverage answer = assess(world, "fitness", 300);

    double share = QUARTER_DISC / (400 * 400);
    assertThat(answer.share(0)).isCloseTo(share, within(1e-6));
    assertThat(answer.status(0)).isEqualTo(CoverageStatus.GAP);
    assertThat(answer.residentsOutOfReach(0)).isCloseTo(1000 * (1 - share), within(1e-3));
    assertThat(answer.areaOutOfReachSqm(0)).isCloseTo(160_000 - QUARTER_DISC, within(0.1));
  }

  @Test
  void whatLiesWithinTheRadiusOfAnyFacilityIsServedOnce() {
    World world =
        new World()
            .community("A", 1000, 0, 0, 400, 400)
            .facility("fitness", "corner", 0, 0)
            .facility("fitness", "the same corner in another list", 0, 0);

    assertThat(assess(world, "fitness", 300).share(0))
        .isCloseTo(QUARTER_DISC / (400 * 400), within(1e-6));
  }

  @Test
  void thresholdsMakeTheVerdict() {
    ServiceStandard standard = World.standard("fitness", 300);

    assertThat(standard.thresholds().statusOf(0.9)).isEqualTo(CoverageStatus.MET);
    assertThat(standard.thresholds().statusOf(0.8999)).isEqualTo(CoverageStatus.PARTIAL);
    assertThat(standard.thresholds().statusOf(0.5)).isEqualTo(CoverageStatus.PARTIAL);
    assertThat(standard.thresholds().statusOf(0.4999)).isEqualTo(CoverageStatus.GAP);
    assertThat(standard.thresholds().statusOf(Double.NaN)).isEqualTo(CoverageStatus.UNKNOWN);
  }

  @Test
  void aKindWithoutAListIsUnknownNotAGap() {
    World world = new World().community("A", 1000, 0, 0, 400, 400);

    KindCoverage answer = assess(world, "childcare", 300);

    assertThat(answer.share(0)).isNaN();
    assertThat(answer.status(0)).isEqualTo(CoverageStatus.UNKNOWN);
    assertThat(answer.residentsOutOfReach(0)).isNaN();
    assertThat(answer.service().completion().reason(0)).isEqualTo(Completion.Reason.NO_LAYER);
  }

  @Test
  void outsideTheAreaThatAListIsCompleteForTheAnswerIsUnknown() {
    World world =
        new World()
            .community("inside", 10, 0, 0, 100, 100)
            .community("mostly inside", 10, 700, 0, 1000, 100)
            .community("mostly outside", 10, 850, 200, 1200, 300)
            .community("outside", 10, 2000, 0, 2100, 100)
            .facility("elderly_canteen", "canteen", 2050, 50)
            .completeIn("elderly_canteen", -100, -100, 900, 900);

    KindCoverage answer = assess(world, "elderly_canteen", 500);

    assertThat(answer.status(0)).isEqualTo(CoverageStatus.GAP);
    assertThat(answer.status(1)).isEqualTo(CoverageStatus.GAP);
    assertThat(answer.status(2)).isEqualTo(CoverageStatus.UNKNOWN);
    assertThat(answer.status(3)).isEqualTo(CoverageStatus.UNKNOWN);
    assertThat(answer.service().completion().reason(3))
        .isEqualTo(Completion.Reason.OUTSIDE_COMPLETENESS);
  }

  @Test
  void ofAGroupEveryListMustBeCompleteSinceOneMayHideAFacility() {
    World world =
        new World()
            .community("A", 10, 0, 0, 100, 100)
            .facility("senior_canteen", "far", 5000, 5000)
            .facility("meal_point", "far", 5000, 5000)
            .completeIn("meal_point", 4000, 4000, 6000, 6000);

    KindCoverage answer =
        new Assessor()
            .assess(
                world.city(),
                World.standard("elderly_canteen", 500, "senior_canteen", "meal_point"),
                World.standard("elderly_canteen", 500, "senior_canteen", "meal_point")
                    .rules()
                    .get(0));

    assertThat(answer.status(0)).isEqualTo(CoverageStatus.UNKNOWN);
  }

  @Test
  void onlyOpenOrUnknownAndNotMembersOnlyFacilitiesServe() {
    for (FacilityStatus status : FacilityStatus.values()) {
      for (FacilityAccess access : FacilityAccess.values()) {
        World world =
            new World()
                .community("A", 10, 0, 0, 100, 100)
                .facility("fitness", "F", 50, 50, status, access);
        boolean serves =
            (status == FacilityStatus.OPEN || status == FacilityStatus.UNKNOWN)
                && access != FacilityAccess.MEMBERS;

        assertThat(assess(world, "fitness", 300).status(0))
            .as("%s, %s", status, access)
            .isEqualTo(serves ? CoverageStatus.MET : CoverageStatus.GAP);
      }
    }
  }

  @Test
  void aFacilityForItsOwnResidentsServesItsOwnCommunityAlone() {
    World world =
        new World()
            .community("home", 10, 0, 0, 100, 100)
            .community("neighbour", 10, 110, 0, 210, 100)
            .facility("fitness", "F", 95, 50, FacilityStatus.OPEN, FacilityAccess.OWN_RESIDENTS);

    KindCoverage answer = assess(world, "fitness", 300);

    assertThat(answer.status(0)).isEqualTo(CoverageStatus.MET);
    assertThat(answer.share(1)).isZero();
    assertThat(Nearest.find(world.city(), world.city().service(java.util.List.of("fitness")), 1))
        .isEmpty();
  }

  @Test
  void theNearestFacilityIsMeasuredFromTheNearestPointAndIsZeroInside() {
    World world =
        new World()
            .community("A", 10, 0, 0, 100, 100)
            .community("B", 10, 3000, 0, 3100, 100)
            .facility("fitness", "inside A", 50, 50)
            .facility("fitness", "beyond B", 3500, 50);
    City city = world.city();
    ServiceIndex service = city.service(java.util.List.of("fitness"));

    Nearest ofA = Nearest.find(city, service, 0).orElseThrow();
    Nearest ofB = Nearest.find(city, service, 1).orElseThrow();

    assertThat(ofA.metres()).isZero();
    assertThat(ofA.facility().name()).isEqualTo("inside A");
    assertThat(ofB.metres()).isCloseTo(400, within(0.001));
    assertThat(ofB.facility().name()).isEqualTo("beyond B");
    assertThat(ofB.from().distance(world.lonLat(3100, 50))).isLessThan(1e-8);
  }

  @Test
  void theNearestFacilityIsFoundHoweverFarItIs() {
    World world =
        new World().community("A", 10, 0, 0, 100, 100).facility("fitness", "far", 90_000, 50);
    City city = world.city();

    Nearest nearest =
        Nearest.find(city, city.service(java.util.List.of("fitness")), 0).orElseThrow();

    assertThat(nearest.metres()).isCloseTo(89_900, within(5.0));
  }

  @Test
  void gapsAreRankedByResidentsOutOfReachAndThoseWithoutANumberComeLast() {
    World world =
        new World()
            .community("few", 10, 0, 0, 100, 100)
            .community("many", 900, 0, 200, 100, 300)
            .community("nobody counted", -1, 0, 400, 900, 900)
            .community("served", 5000, 8000, 0, 8100, 100)
            .facility("fitness", "F", 8050, 50);

    Gap.Ranking ranking = Gap.rank(java.util.List.of(assess(world, "fitness", 300)), i -> true, 10);

    assertThat(ranking.rankedBy()).isEqualTo(Gap.RankedBy.RESIDENTS);
    assertThat(ranking.gaps()).extracting(Gap::index).containsExactly(1, 0, 2);
  }

  @Test
  void withoutAnyNumberOfResidentsGapsAreRankedByArea() {
    World world =
        new World()
            .community("small", -1, 0, 0, 100, 100)
            .community("large", -1, 0, 200, 300, 500)
            .facility("fitness", "F", 8050, 50);

    Gap.Ranking ranking = Gap.rank(java.util.List.of(assess(world, "fitness", 300)), i -> true, 1);

    assertThat(ranking.rankedBy()).isEqualTo(Gap.RankedBy.AREA);
    assertThat(ranking.gaps()).extracting(Gap::index).containsExactly(1);
  }

  @Test
  void oneMoreFacilityGainsWhatItServesAndNothingTwice() {
    World world =
        new World()
            .community("A", 1000, 0, 0, 200, 100)
            .community("served already", 500, 900, 0, 950, 50)
            .facility("fitness", "F", 925, 25);
    KindCoverage before = assess(world, "fitness", 300);

    Addition addition = Addition.at(before, world.lonLat(100, 50));

    assertThat(addition.residentsGained()).isCloseTo(1000, within(1e-6));
    assertThat(addition.areaGainedSqm()).isCloseTo(20_000, within(0.01));
    assertThat(addition.changes()).hasSize(1);
    assertThat(addition.changes().get(0).lifted()).isTrue();
    assertThat(addition.changes().get(0).becomes()).isEqualTo(CoverageStatus.MET);
  }

  @Test
  void oneMoreFacilityGainsThePeopleWhereTheirHousesStand() {
    // A long compound with 30 residents at its western end, 70 at its eastern end; the west gains.
    World world =
        new World()
            .community("A", 100, 0, 0, 1000, 100)
            .building(residents(30), -1, 20, 50)
            .building(residents(70), -1, 980, 50)
            .facility("fitness", "far away", 9000, 50);
    KindCoverage before = assess(world, "fitness", 300).judgedBy(KindCoverage.JudgedBy.PEOPLE);

    Addition addition = Addition.at(before, world.lonLat(50, 50));

    assertThat(addition.residentsGained()).isCloseTo(30, within(1e-6));
    assertThat(addition.groupGained()).isCloseTo(30, within(1e-6));
    assertThat(addition.changes().get(0).after()).isCloseTo(0.3, within(1e-9));
    assertThat(addition.changes().get(0).becomes()).isEqualTo(CoverageStatus.GAP);
  }

  private static Population residents(int count) {
    return Population.of(
        OptionalInt.empty(), OptionalInt.of(count), OptionalInt.empty(), OptionalInt.empty());
  }

  @Test
  void nobodyKnowsWhatACommunityWithoutDataWouldGain() {
    World world = new World().community("A", 1000, 0, 0, 200, 100);

    Addition addition = Addition.at(assess(world, "fitness", 300), world.lonLat(100, 50));

    assertThat(addition.changes()).isEmpty();
    assertThat(addition.residentsGained()).isNaN();
  }

  @Test
  void aFacilityForItsOwnResidentsBelongsToTheNearestOfSeveralCompoundsAndToNoneFarOff() {
    World world =
        new World()
            .community("near", 10, 0, 0, 100, 100)
            .community("nearer", 10, 130, 0, 230, 100)
            .facility("fitness", "F", 120, 50, FacilityStatus.OPEN, FacilityAccess.OWN_RESIDENTS)
            .facility("fitness", "far", 50, 140, FacilityStatus.OPEN, FacilityAccess.OWN_RESIDENTS);

    KindCoverage answer = assess(world, "fitness", 300);

    assertThat(answer.share(0)).isZero();
    assertThat(answer.share(1)).isEqualTo(1);
  }

  @Test
  void aCityGoneByIsNotKeptInMemoryByItsAnswers() throws InterruptedException {
    Assessor assessor = new Assessor();
    ServiceStandard standard = World.standard("fitness", 300);
    World world = new World().community("A", 10, 0, 0, 100, 100).facility("fitness", "F", 0, 0);
    WeakReference<City> goneBy = assessAndForget(assessor, world, standard);

    assessor.assess(world.city(), standard, standard.rules().get(0));

    for (int i = 0; i < 50 && goneBy.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(goneBy.get()).isNull();
  }

  private static WeakReference<City> assessAndForget(
      Assessor assessor, World world, ServiceStandard standard) {
    City city = world.city();
    assessor.assess(city, standard, standard.rules().get(0), 400);
    return new WeakReference<>(city);
  }

  private static KindCoverage assess(World world, String kind, double radius) {
    ServiceStandard standard = World.standard(kind, radius);
    return new Assessor().assess(world.city(), standard, standard.rules().get(0));
  }
}
