package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.gapmap.domain.CapacityNorm.Basis;
import org.gapmap.domain.CapacityNorm.Measure;
import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.Population;
import org.gapmap.domain.PopulationAssumptions;
import org.gapmap.domain.Provision;
import org.gapmap.domain.ServiceStandard;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** People and room on foot, in a compound whose only gate is at its west end. */
class OnFootPeopleTest {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private final Assessor assessor = new Assessor();

  /** 400 m long and walled, beside a street; homes at 50 m and 350 m from the gate. */
  private static World compound() {
    return new World()
        .street("street", -100, 0, 0, 0, 1000, 0)
        .street("lane", 0, 0, 0, 50)
        .gate("西门", 0, 50)
        .community("walled", 400, 0, 20, 400, 80)
        .building(people(300), -1, 50, 50)
        .building(people(100), -1, 350, 50);
  }

  private static Population people(int residents) {
    return Population.of(
        OptionalInt.empty(), OptionalInt.of(residents), OptionalInt.empty(), OptionalInt.empty());
  }

  private static Geometry at(double x, double y) {
    return SHAPES.createPoint(new Coordinate(x, y));
  }

  private static Provision places(int capacity) {
    return new Provision(OptionalInt.of(capacity), OptionalDouble.empty(), OptionalDouble.empty());
  }

  private KindCoverage assess(City city, double radius) {
    ServiceStandard straight =
        World.standard(
            PopulationAssumptions.NONE,
            World.rule("fitness", radius, 500, Measure.CAPACITY, Basis.PER_1000_PERSONS));
    ServiceStandard onFoot = DistanceChoice.in(straight, DistanceMode.WALKING);
    return assessor.assess(city, onFoot, onFoot.rules().get(0));
  }

  /** From the far home 350 m to the gate, 50 m of lane, 350 m back along the street. */
  @Test
  void homesAreInReachByTheGateAndNotOverTheWall() {
    City city = compound().facility("fitness", "c", at(350, 0), places(1000)).city();

    assertThat(assess(city, 740).shareOfPeople(0)).isEqualTo(0.75);
    assertThat(assess(city, 760).shareOfPeople(0)).isEqualTo(1);
    assertThat(assess(city, 440).shareOfPeople(0)).isEqualTo(0);
    assertThat(assess(city, 760).minutes(720)).isCloseTo(10, within(1e-9));
  }

  @Test
  void roomIsGivenToTheShorterWalk() {
    City city = compound().facility("fitness", "c", at(0, 0), places(150)).city();

    Capacity capacity = assess(city, 500).capacity();

    // 500 places for 1,000 persons: 400 people need 200 places, and there are 150.
    assertThat(capacity.need(0)).isEqualTo(200);
    assertThat(capacity.served(0)).isCloseTo(300, within(1e-6));
    assertThat(capacity.withoutCapacity(0)).isCloseTo(100, within(1e-6));
    assertThat(assess(city, 390).capacity().outOfReach(0)).isCloseTo(100, within(1e-6));
    assertThat(assess(city, 500).capacity().access(0)).isCloseTo(150 / 400.0, within(1e-9));
  }

  @Test
  void aFacilityInsideIsWalkedToStraight() {
    City city = compound().facility("fitness", "c", at(340, 50), places(1000)).city();

    Nearest nearest = Nearest.find(assess(city, 300), 0).orElseThrow();

    assertThat(assess(city, 15).shareOfPeople(0)).isEqualTo(0.25);
    assertThat(assess(city, 291).shareOfPeople(0)).isEqualTo(1);
    assertThat(nearest.walk().orElseThrow().detour()).isEqualTo(1);
  }

  @Test
  void whatIsForItsOwnResidentsServesThemAloneOnFoot() {
    World world =
        compound()
            .community("beside", 100, 500, 10, 600, 60)
            .facility("fitness", "own", 350, 50, FacilityStatus.OPEN, FacilityAccess.OWN_RESIDENTS);

    KindCoverage onFoot = assess(world.city(), 1000);

    assertThat(onFoot.share(0)).isEqualTo(1);
    assertThat(onFoot.share(1)).isEqualTo(0);
    assertThat(Nearest.within(onFoot, 1)).isEmpty();
  }

  @Test
  void aFacilitysSheetTellsWhoWalksToIt() {
    City city = compound().facility("fitness", "c", at(350, 0), places(1000)).city();
    KindCoverage onFoot = assess(city, 740);

    FacilityReach reach = FacilityReach.of(onFoot, city.facilities().get(0));

    assertThat(reach.reachMetres()).isEqualTo(740);
    assertThat(reach.served()).hasSize(1);
    assertThat(reach.served().get(0).people()).isEqualTo(300);
    assertThat(reach.served().get(0).share()).isEqualTo(onFoot.share(0));
    assertThat(reach.served().get(0).metres()).isGreaterThan(400);
  }

  /** A park that the street runs into is reached where its edge is. */
  @Test
  void aParkIsReachedAtItsEdge() {
    Geometry park =
        SHAPES.createPolygon(
            new Coordinate[] {
              new Coordinate(600, -50),
              new Coordinate(700, -50),
              new Coordinate(700, 50),
              new Coordinate(600, 50),
              new Coordinate(600, -50)
            });
    City city = compound().facility("fitness", "park", park, places(1000)).city();

    // 50 m to the gate, 50 m of lane, 600 m of street.
    assertThat(assess(city, 690).shareOfPeople(0)).isEqualTo(0);
    assertThat(assess(city, 710).shareOfPeople(0)).isEqualTo(0.75);
  }

  @Test
  void otherShapesOfTheCityAreWalkedFromToo() {
    World world = compound().facility("fitness", "c", at(350, 0), places(1000));
    City city = world.city();
    City shapes =
        city.judging(new World().community("land", -1, 600, 5, 620, 15).snapshot().communities());

    KindCoverage onFoot = assess(shapes, 300);

    assertThat(onFoot.measured()).isEqualTo(Measured.WALKED);
    assertThat(onFoot.share(0)).isEqualTo(1);
    assertThat(assess(shapes, 240).share(0)).isEqualTo(0);
    assertThat(List.of(assess(city, 300).measured())).containsExactly(Measured.WALKED);
  }
}
