package org.gapmap.assess.walking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gapmap.assess.walking.WalledTown.lat;
import static org.gapmap.assess.walking.WalledTown.lon;
import static org.gapmap.assess.walking.WalledTown.walk;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Drawn worlds, from simple to hard; lengths by hand. */
class CompoundsTest {
  private static final double CENTIMETRES = 0.05;

  /** Streets every 200 m; the compound fills a block but for 10 m on each side. */
  private static WalledTown block() {
    return new WalledTown().grid(-400, 600, 200).rectangle(10, 10, 190, 190);
  }

  @Test
  void fromOneGatePeopleWalkStraightToItAndAlongTheStreets() {
    Compounds compounds = block().gate(100, 10).compounds();
    assertThat(compounds.gates(0))
        .singleElement()
        .satisfies(
            gate -> {
              assertThat(gate.source()).isEqualTo(GateSource.KNOWN);
              assertThat(gate.doors().leg()[0]).isCloseTo(10, within(CENTIMETRES));
            });
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      double x = 10 + 180 * random.nextDouble();
      double y = 10 + 180 * random.nextDouble();
      // A facility on the street to the north, 30 m east of a corner of two streets.
      double toGate = Math.hypot(x - 100, y - 10);
      double atCorners = Math.min(100 + 30, 100 + 170);
      assertThat(walk(compounds, 0, x, y, 30, 200))
          .isCloseTo(toGate + 10 + atCorners + 200, within(CENTIMETRES));
      assertThat(walk(compounds, 0, x, y, 130, 0)).isCloseTo(toGate + 10 + 30, within(CENTIMETRES));
    }
  }

  @Test
  void withoutKnownGatesTheEdgeNearestToAStreetIsAssumedToBeOne() {
    Compounds compounds =
        new WalledTown().street(-300, 0, 500, 0).rectangle(0, 40, 100, 90).compounds();
    assertThat(compounds.gates(0))
        .singleElement()
        .satisfies(
            gate -> {
              assertThat(gate.source()).isEqualTo(GateSource.ASSUMED);
              assertThat(gate.lat()).isCloseTo(lat(40), within(1e-9));
            });
    assertThat(compounds.partsBySource()).containsEntry(GateSource.ASSUMED, 1);
  }

  @Test
  void streetsThatCrossOrEndAtTheEdgeAreInferredToBeGates() {
    Compounds compounds =
        new WalledTown()
            .street(-300, 0, 50, 0, 500, 0)
            .street(50, 0, 50, 55)
            .street(500, 0, 500, 70, 110, 70)
            .rectangle(0, 40, 100, 300)
            .compounds();
    assertThat(compounds.waysMapped(0)).isFalse();
    assertThat(compounds.gates(0))
        .extracting(CompoundGate::source)
        .containsExactly(GateSource.INFERRED, GateSource.INFERRED);
    assertThat(walk(compounds, 0, 50, 200, 50, 0)).isCloseTo(160 + 40, within(CENTIMETRES));
    assertThat(walk(compounds, 0, 80, 70, 300, 70)).isCloseTo(20 + 10 + 190, within(CENTIMETRES));
  }

  @Test
  void aStreetAlongTheEdgeOrOneThatTouchesItIsNoWayIn() {
    WalledTown town =
        new WalledTown()
            .street(-300, 1, -100, -1, 0, 1.5, 60, -2, 120, 2, 300, 0, 600, 0)
            .street(120, 2, 120, -400)
            .rectangle(0, 0, 200, 100)
            .gate(200, 50);
    Compounds compounds = town.compounds();
    assertThat(town.cuts).isZero();
    assertThat(compounds.innerMetres(0)).isZero();
    assertThat(compounds.gates(0)).hasSize(1);
  }

  @Test
  void aWallCutsStreetsAwayFromItsGates() {
    WalledTown town = block().street(0, 100, 200, 100).gate(10, 100);
    Compounds compounds = town.compounds();
    assertThat(town.cuts).isEqualTo(1);
    assertThat(compounds.waysMapped(0)).isTrue();
    assertThat(compounds.innerMetres(0)).isCloseTo(174, within(0.1));
    // Out by the west although the east street is near.
    assertThat(walk(compounds, 0, 180, 100, 200, 120))
        .isCloseTo(180 + 100 + 200 + 80, within(CENTIMETRES));
    assertThat(walk(block().street(0, 100, 200, 100).compounds(), 0, 180, 100, 200, 120))
        .isCloseTo(20 + 20, within(CENTIMETRES));
  }

  @Test
  void nobodyGetsThroughAWallToAStreet() {
    Compounds compounds = block().gate(100, 10).compounds();
    Joining joining = new Joining(compounds);
    // A shop inside the wall, 20 m from the street in the east, is reached by the gate alone.
    assertThat(joining.facility(lon(180), lat(100)).doors().leg()[0])
        .isCloseTo(Math.hypot(80, 90) + 10, within(CENTIMETRES));
    // One in the wall opens onto the street.
    assertThat(joining.facility(lon(189), lat(100)).doors().leg()[0])
        .isCloseTo(11, within(CENTIMETRES));
  }

  @Test
  void withinACompoundPeopleWalkStraight() {
    Compounds compounds = block().gate(100, 10).compounds();
    assertThat(walk(compounds, 0, 20, 180, 180, 180)).isCloseTo(160, within(CENTIMETRES));
  }

  @Test
  void mappedWaysAreWalkedAndGatesThatNoneLeadsThroughAreReachedStraight() {
    Compounds compounds =
        block()
            .street(100, 0, 100, 100, 150, 100, 150, 150)
            .gate(100, 10)
            .gate(190, 40)
            .compounds();
    assertThat(compounds.waysMapped(0)).isTrue();
    assertThat(compounds.gates(0))
        .extracting(CompoundGate::onInnerWay)
        .containsExactly(true, false);
    assertThat(walk(compounds, 0, 150, 160, 100, 0))
        .isCloseTo(10 + 50 + 50 + 100, within(CENTIMETRES));
    assertThat(walk(compounds, 0, 150, 160, 200, 40))
        .isCloseTo(Math.hypot(40, 120) + 10, within(CENTIMETRES));
  }

  @Test
  void neighboursThatShareAnEdgeShareAGateInIt() {
    // The gate in the common wall leads from the one in the back through the other to the street.
    Compounds compounds =
        new WalledTown()
            .street(-600, 0, 300, 0, 800, 0)
            .rectangle(0, 10, 100, 110)
            .rectangle(0, 110, 100, 400)
            .gate(50, 10)
            .gate(50, 110)
            .compounds();
    assertThat(compounds.gates(0)).hasSize(2);
    assertThat(compounds.gates(1)).hasSize(1);
    assertThat(walk(compounds, 1, 50, 300, 50, 0)).isCloseTo(300, within(CENTIMETRES));
  }

  @Test
  void aGateInACommonWallLeadsThroughTheNeighbourOnlyWhereNoStreetIsNear() {
    Compounds compounds =
        new WalledTown()
            .street(-600, 0, 300, 0, 800, 0)
            .rectangle(0, 10, 100, 310)
            .rectangle(0, 310, 100, 500)
            .gate(20, 10)
            .gate(50, 310)
            .compounds();
    assertThat(walk(compounds, 1, 50, 400, 20, 0))
        .isCloseTo(90 + Math.hypot(30, 300) + 10, within(CENTIMETRES));
  }

  @Test
  void aPrivateWayLeadsResidentsToTheStreetAndNobodyThrough() {
    WalledTown town =
        new WalledTown()
            .grid(-400, 600, 200)
            .rectangle(10, 10, 190, 190)
            .privateWay(100, 0, 100, 100, 100, 200);
    Compounds compounds = town.compounds();
    assertThat(compounds.gates(0))
        .extracting(CompoundGate::source)
        .containsExactly(GateSource.INFERRED, GateSource.INFERRED);
    assertThat(walk(compounds, 0, 120, 60, 100, 0)).isCloseTo(20 + 60, within(CENTIMETRES));
    assertThat(walk(compounds, 0, 120, 60, 100, 200)).isCloseTo(20 + 140, within(CENTIMETRES));
    Joining joining = new Joining(compounds);
    assertThat(
            WalkField.from(
                    compounds.access().graph(), List.of(joining.facility(lon(100), lat(0)).doors()))
                .metres(joining.facility(lon(100), lat(200)).doors()))
        .isCloseTo(400, within(CENTIMETRES));
    assertThat(walk(town.gate(100, 10).compounds(), 0, 120, 60, 100, 200))
        .isCloseTo(20 + 60 + 400, within(CENTIMETRES));
  }

  @Test
  void aGateAcrossTheLaneIsNotTheNeighbours() {
    Compounds compounds =
        new WalledTown()
            .street(-600, 0, 300, 0, 800, 0)
            .rectangle(0, 5, 100, 110)
            .rectangle(0, -105, 100, -5)
            .gate(50, 6)
            .compounds();
    assertThat(compounds.gates(0).get(0).source()).isEqualTo(GateSource.KNOWN);
    assertThat(compounds.gates(1).get(0).source()).isEqualTo(GateSource.ASSUMED);
  }

  @Test
  void aCompoundInsideAnotherIsLeftByItsOwnGateAndThenByTheOuterOne() {
    Compounds compounds =
        new WalledTown()
            .grid(-400, 600, 200)
            .street(100, 0, 100, 80)
            .rectangle(10, 10, 190, 190)
            .rectangle(80, 80, 120, 120)
            .gate(100, 10)
            .gate(100, 80)
            .compounds();
    assertThat(walk(compounds, 1, 100, 100, 100, 0)).isCloseTo(100, within(CENTIMETRES));
    // Behind it, the outer one's people go straight to their gate only past its walls.
    assertThat(compounds.gates(0)).hasSize(1);
  }

  @Test
  void ofSeveralPartsEachHasItsOwnGatesAndTheLaneBetweenIsOutside() {
    Compounds compounds =
        new WalledTown()
            .street(-600, 0, 105, 0, 800, 0)
            .street(105, 0, 105, 300)
            .community(
                "MULTIPOLYGON(((0 10,100 10,100 200,0 200,0 10)),((110 10,200 10,200 200,110 200,110 10)))")
            .gate(100, 100)
            .gate(150, 10)
            .compounds();
    assertThat(compounds.gates(0)).hasSize(2);
    assertThat(walk(compounds, 0, 90, 100, 105, 200)).isCloseTo(15 + 100, within(CENTIMETRES));
    assertThat(walk(compounds, 0, 120, 100, 105, 200))
        .isCloseTo(Math.hypot(30, 90) + 10 + 45 + 200, within(CENTIMETRES));
  }

  @Test
  void aSchoolInAHoleIsOutsideButItsGateIsOnTheEdge() {
    Compounds compounds =
        new WalledTown()
            .grid(-400, 600, 200)
            .street(100, 0, 100, 60, 100, 90)
            .community(
                "POLYGON((10 10,190 10,190 190,10 190,10 10),(80 80,120 80,120 120,80 120,80 80))")
            .gate(100, 10)
            .gate(100, 80)
            .compounds();
    assertThat(walk(compounds, 0, 100, 50, 100, 100)).isCloseTo(50, within(CENTIMETRES));
  }

  @Test
  void whatIsFarFromStreetsOrBehindWallsHasNoDoorsAndAReason() {
    Compounds compounds =
        new WalledTown().street(-600, 0, 800, 0).rectangle(0, 200, 100, 300).compounds();
    Joining joining = new Joining(compounds);
    assertThat(joining.resident(0, lon(50), lat(250)).doors().none()).isTrue();
    assertThat(joining.facility(lon(50), lat(160)).doors().none()).isTrue();
    assertThat(joining.facility(lon(50), lat(140)).doors().none()).isFalse();
    assertThat(compounds.access().whyNone()).isEqualTo(NotReachable.NO_STREET_NEAR);
    assertThat(new WalledTown().rectangle(0, 0, 9, 9).compounds().access().whyNone())
        .isEqualTo(NotReachable.NO_STREETS);
  }

  @Test
  void aShortIslandOfTheNetworkIsPassedOverWhileAnotherStreetIsNear() {
    Joining joining =
        new Joining(new WalledTown().street(-600, 0, 800, 0).street(0, 60, 100, 60).compounds());
    assertThat(joining.facility(lon(50), lat(70)).doors().leg()[0])
        .isCloseTo(70, within(CENTIMETRES));
    assertThat(joining.facility(lon(50), lat(160)).doors().leg()[0])
        .isCloseTo(100, within(CENTIMETRES));
  }

  @Test
  void aParkIsReachedAtItsEdgeAndEverywhereInsideAtNoDistance() {
    Compounds compounds =
        new WalledTown()
            .street(-600, 0, 0, 0, 800, 0)
            .street(0, 0, 0, 300)
            .rectangle(900, 900, 910, 910)
            .compounds();
    Joining joining = new Joining(compounds);
    Joining.Joined park =
        joining.facility(WalledTown.degrees("POLYGON((-50 100,50 100,50 200,-50 200,-50 100))"));
    WalkField field = WalkField.from(compounds.access().graph(), List.of(park.doors()));
    assertThat(field.metres(joining.facility(lon(0), lat(60)).doors()))
        .isCloseTo(40, within(CENTIMETRES));
    assertThat(field.metres(joining.facility(lon(0), lat(-40)).doors()))
        .isCloseTo(140, within(CENTIMETRES));
  }
}
