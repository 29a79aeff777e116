package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.gapmap.assess.FacilityReach.Others;
import org.gapmap.assess.FacilityReach.Served;
import org.gapmap.domain.CapacityNorm.Basis;
import org.gapmap.domain.CapacityNorm.Measure;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.PopulationAssumptions;
import org.gapmap.domain.PopulationAssumptions.Assumption;
import org.gapmap.domain.Provision;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.TargetGroup;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Childcare is for infants: 5 in 100 here, and a place for each 100 residents. */
class FacilityReachTest {
  private static final String KIND = "childcare";
  private static final PopulationAssumptions ASSUMED =
      new PopulationAssumptions(
          Optional.empty(),
          Optional.empty(),
          Map.of(TargetGroup.INFANTS_0_3, new Assumption(0.05, World.CITATION)));
  private static final ServiceStandard STANDARD =
      World.standard(ASSUMED, World.rule(KIND, 300, 10, Measure.CAPACITY, Basis.PER_1000_PERSONS));

  private static FacilityReach of(World world, int facility) {
    City city = world.city();
    KindCoverage coverage = new Assessor().assess(city, STANDARD, STANDARD.rules().get(0));
    return FacilityReach.of(coverage, city.facilities().get(facility));
  }

  private static Geometry at(double x, double y) {
    return new GeometryFactory().createPoint(new Coordinate(x, y));
  }

  private static Provision places(int count) {
    return Provision.ofCapacity(OptionalInt.of(count));
  }

  private static World twoSquares() {
    return new World()
        .community("near", 1000, 0, 0, 100, 100)
        .community("far", 1000, 200, 0, 300, 100)
        .community("beyond", 1000, 2000, 0, 2100, 100);
  }

  @Test
  void theNearerCommunityTakesTheRoomAndTheOtherWhatIsLeft() {
    FacilityReach reach = of(twoSquares().facility(KIND, "f", at(100, 50), places(12)), 0);

    assertThat(reach.served()).extracting(Served::index).containsExactly(0, 1);
    Served near = reach.served().get(0);
    Served far = reach.served().get(1);
    assertThat(near.metres()).isCloseTo(0, within(0.01));
    assertThat(far.metres()).isCloseTo(100, within(0.01));
    assertThat(near.share()).isEqualTo(1);
    assertThat(near.people()).isCloseTo(50, within(1e-9));
    assertThat(near.assigned()).isCloseTo(10, within(1e-9));
    assertThat(far.assigned()).isCloseTo(2, within(1e-9));
    assertThat(far.assignedPeople()).isCloseTo(10, within(1e-9));
    assertThat(reach.supply()).isEqualTo(12);
    assertThat(reach.sum(Served::need)).isCloseTo(20, within(1e-9));
  }

  @Test
  void aCommunityWithAnotherFacilityIsNotAlone() {
    FacilityReach reach =
        of(
            twoSquares()
                .facility(KIND, "f", at(100, 50), places(12))
                .facility(KIND, "g", at(550, 50), places(12)),
            0);

    assertThat(reach.served()).extracting(Served::others).containsExactly(Others.NONE, Others.SOME);
  }

  @Test
  void whereTheListIsNotCompleteThereMayBeOthers() {
    FacilityReach reach =
        of(
            twoSquares()
                .facility(KIND, "f", at(100, 50), places(12))
                .completeIn(KIND, 5000, 0, 6000, 100),
            0);

    assertThat(reach.served())
        .extracting(Served::others)
        .containsExactly(Others.UNKNOWN, Others.UNKNOWN);
    assertThat(reach.served().get(0).assigned()).isNaN();
    assertThat(reach.served().get(0).people()).isCloseTo(50, within(1e-9));
  }

  @Test
  void whatIsUnknownIsNotZero() {
    FacilityReach noSize = of(twoSquares().facility(KIND, "f", at(100, 50), Provision.UNKNOWN), 0);
    FacilityReach noPeople =
        of(
            new World()
                .community("uncounted", -1, 0, 0, 100, 100)
                .facility(KIND, "f", at(100, 50), places(12)),
            0);

    assertThat(noSize.supply()).isNaN();
    assertThat(noSize.sum(Served::assigned)).isNaN();
    assertThat(noSize.sum(Served::people)).isCloseTo(100, within(1e-9));
    assertThat(noPeople.sum(Served::people)).isNaN();
    assertThat(noPeople.peopleUnknown()).isEqualTo(1);
  }

  @Test
  void aClosedOneServesNobody() {
    FacilityReach reach =
        of(
            twoSquares().facility(KIND, "f", 50, 50, FacilityStatus.CLOSED, FacilityAccess.PUBLIC),
            0);

    assertThat(reach.verdict()).isEqualTo(Verdict.CLOSED);
    assertThat(reach.served()).isEmpty();
    assertThat(reach.reachMetres()).isNaN();
  }

  /** Homes at places: those in reach are counted, whatever the area. */
  @Test
  void peopleOfBuildingsAreInReachWhereTheirBuildingIs() {
    FacilityReach reach =
        of(
            new World()
                .community("long", -1, 0, 0, 1000, 10)
                .building(DemandTest.people(-1, 100, -1), -1, 100, 5)
                .building(DemandTest.people(-1, 300, -1), -1, 900, 5)
                .facility(KIND, "f", at(0, 5), places(12)),
            0);

    assertThat(reach.served().get(0).people()).isCloseTo(5, within(1e-9));
    assertThat(reach.served().get(0).share()).isCloseTo(0.3, within(1e-3));
  }

  /** All that communities get adds up over the facilities to what the capacity says is served. */
  @Test
  void whatFacilitiesGiveIsWhatCommunitiesGet() {
    Random dice = new Random(11);
    World world = new World();
    List<double[]> boxes = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double[] box = {dice.nextDouble(2000), dice.nextDouble(2000), 50 + dice.nextDouble(150)};
      boxes.add(box);
      world.community(
          "c" + i, 200 + dice.nextInt(2000), box[0], box[1], box[0] + box[2], box[1] + box[2]);
    }
    List<double[]> points = new ArrayList<>();
    for (int j = 0; j < 25; j++) {
      double[] point = {dice.nextDouble(2000), dice.nextDouble(2000)};
      points.add(point);
      world.facility(KIND, "f" + j, at(point[0], point[1]), places(1 + dice.nextInt(30)));
    }
    City city = world.city();
    KindCoverage coverage = new Assessor().assess(city, STANDARD, STANDARD.rules().get(0));
    double[] got = new double[city.size()];

    for (int j = 0; j < points.size(); j++) {
      FacilityReach reach = FacilityReach.of(coverage, city.facilities().get(j));
      double given = 0;
      for (Served one : reach.served()) {
        got[one.index()] += one.assigned();
        given += one.assigned();
      }
      assertThat(given).isLessThanOrEqualTo(reach.supply() + 1e-9);
      double[] at = points.get(j);
      assertThat(reach.served())
          .extracting(Served::index)
          .containsExactlyInAnyOrderElementsOf(inReach(boxes, at));
    }

    for (int i = 0; i < got.length; i++) {
      double met = coverage.capacity().need(i) - coverage.capacity().quantityGap(i);
      assertThat(got[i]).isCloseTo(met, within(1e-6));
    }
  }

  /** By hand: the distance of a point to a square. None lies within a millimetre of the radius. */
  private static List<Integer> inReach(List<double[]> boxes, double[] at) {
    List<Integer> near = new ArrayList<>();
    for (int i = 0; i < boxes.size(); i++) {
      double[] box = boxes.get(i);
      double dx = Math.max(0, Math.max(box[0] - at[0], at[0] - box[0] - box[2]));
      double dy = Math.max(0, Math.max(box[1] - at[1], at[1] - box[1] - box[2]));
      if (Math.hypot(dx, dy) <= 300) {
        near.add(i);
      }
    }
    return near;
  }
}
