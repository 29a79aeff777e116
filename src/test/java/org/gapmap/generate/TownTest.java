package org.gapmap.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** What must hold of a town for it to pass for one. */
class TownTest {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final MapPosition POSITION = new MapPosition(452_000, 3_497_500, 0.1);

  private static Town town;
  private static List<Geometry> boundaries;

  @BeforeAll
  static void build() {
    long seed = 20260101;
    town = Town.settled(TownPlan.of(seed, 300), new Dice(seed).fork("town 0"));
    boundaries = town.communities().stream().map(c -> POSITION.of(c.compound().shape())).toList();
  }

  @Test
  void boundariesAreValidAndOfACompoundsSize() {
    assertThat(boundaries).hasSize(300).allMatch(Geometry::isValid);
    assertThat(boundaries).allMatch(b -> b.getArea() > 8_000 && b.getArea() < 80_000);
  }

  @Test
  void someBoundariesHaveHolesAndSomeHaveTwoParts() {
    assertThat(boundaries.stream().filter(b -> b.getNumGeometries() == 2).count())
        .isBetween(3L, 20L);
    assertThat(boundaries.stream().filter(TownTest::hasHole).count()).isBetween(3L, 20L);
  }

  private static boolean hasHole(Geometry boundary) {
    return boundary instanceof Polygon polygon && polygon.getNumInteriorRing() > 0;
  }

  @Test
  void noTwoBoundariesOverlap() {
    STRtree tree = new STRtree();
    for (int i = 0; i < boundaries.size(); i++) {
      tree.insert(boundaries.get(i).getEnvelopeInternal(), i);
    }
    for (int i = 0; i < boundaries.size(); i++) {
      Geometry boundary = boundaries.get(i);
      for (Object found : tree.query(boundary.getEnvelopeInternal())) {
        int other = (Integer) found;
        if (other < i) {
          Geometry common =
              OverlayNGRobust.overlay(boundary, boundaries.get(other), OverlayNG.INTERSECTION);
          assertThat(common.getArea()).isLessThan(1);
        }
      }
    }
  }

  @Test
  void everyBoundaryLiesInItsSubdistrictAndOutOfTheRiver() {
    Polygon river = town.plan().frame().river();
    for (SyntheticCommunity community : town.communities()) {
      Geometry shape = community.compound().shape();
      assertThat(community.subdistrict().shape().covers(shape)).as(community.name()).isTrue();
      assertThat(river.intersects(shape)).as(community.name()).isFalse();
    }
  }

  @Test
  void sixSubdistrictsInTwoDistrictsCoverTheTownOnce() {
    List<Subdistrict> parts = town.plan().subdistricts();
    assertThat(parts).extracting(Subdistrict::name).hasSize(6).doesNotHaveDuplicates();
    assertThat(parts).extracting(Subdistrict::district).containsOnly("榆城区", "榆南区");
    double area = parts.stream().mapToDouble(part -> part.shape().getArea()).sum();
    double limits = town.plan().frame().limits().getArea();
    assertThat(area).isBetween(limits - 10, limits + 10);
  }

  @Test
  void neighbourhoodsCoverTheirSubdistrictOnceAndCutNoCompound() {
    List<Neighbourhood> all = town.plan().neighbourhoods();
    assertThat(all).extracting(Neighbourhood::name).hasSizeGreaterThan(25).doesNotHaveDuplicates();
    for (Subdistrict subdistrict : town.plan().subdistricts()) {
      double sum = 0;
      for (Neighbourhood part : all) {
        if (part.subdistrict().equals(subdistrict)) {
          sum += part.shape().getArea();
          assertThat(subdistrict.shape().buffer(0.1).covers(part.shape())).isTrue();
        }
      }
      assertThat(sum).isCloseTo(subdistrict.shape().getArea(), within(1.0));
    }
    for (SyntheticCommunity community : town.communities()) {
      Geometry shape = community.compound().shape();
      double largest = 0;
      for (Neighbourhood part : all) {
        if (part.shape().intersects(shape)) {
          largest =
              Math.max(
                  largest,
                  OverlayNGRobust.overlay(part.shape(), shape, OverlayNG.INTERSECTION).getArea());
        }
      }
      assertThat(largest / shape.getArea()).as(community.name()).isGreaterThan(0.98);
    }
  }

  @Test
  void housesStandInTheirCompoundAndHoldItsHouseholds() {
    Houses houses = new Houses(new Dice(1));
    for (SyntheticCommunity community : town.communities()) {
      List<House> all = houses.of(community);
      assertThat(all).hasSizeBetween(1, 45);
      int sum = all.stream().mapToInt(House::households).sum();
      assertThat(sum).isIn(0, community.households());
      for (House house : all) {
        assertThat(community.compound().shape().contains(GEOMETRY.createPoint(house.at())))
            .isTrue();
      }
    }
  }

  @Test
  void someFacilitiesAreTooSmallAndSomeSizesUnknown() {
    assertThat(floors(ServicePattern.CULTURE))
        .anyMatch(sqm -> sqm < 250)
        .anyMatch(sqm -> sqm > 250);
    assertThat(floors(ServicePattern.HEALTH)).anyMatch(sqm -> sqm < 120).anyMatch(sqm -> sqm > 120);
    assertThat(floors(ServicePattern.DAY_CARE))
        .anyMatch(sqm -> sqm < 350)
        .anyMatch(sqm -> sqm > 350);
    assertThat(town.facilities())
        .anyMatch(facility -> facility.provision().capacity().isEmpty())
        .anyMatch(
            facility ->
                facility.type().equals("健身苑") && facility.provision().landSqm().orElse(150) < 150);
  }

  private List<Double> floors(ServicePattern pattern) {
    return town.facilities(List.of(pattern)).stream()
        .flatMap(facility -> facility.provision().floorSqm().stream().boxed())
        .toList();
  }

  @Test
  void namesAreUnique() {
    assertThat(town.communities())
        .extracting(SyntheticCommunity::name)
        .doesNotHaveDuplicates()
        .anyMatch(name -> name.endsWith("二期"));
    assertThat(town.facilities()).extracting(SyntheticFacility::name).doesNotHaveDuplicates();
  }

  @Test
  void peopleAreThoseOfOldCompounds() {
    long old = 0;
    for (SyntheticCommunity community : town.communities()) {
      double perHome = (double) community.residents() / community.households();
      double elderlyShare = (double) community.elderly() / community.residents();
      assertThat(perHome).isBetween(2.39, 3.11);
      assertThat(community.buildYear()).isBetween(1972, 2014);
      if (community.buildYear() <= 2000) {
        old++;
        assertThat(elderlyShare).isBetween(0.25, 0.40);
      } else {
        assertThat(elderlyShare).isLessThan(0.25);
      }
      assertThat(community.children()).isBetween(1, community.residents() / 20);
    }
    assertThat(old).isGreaterThan(240);
  }

  @Test
  void facilitiesAndPremisesStandInTownAndDry() {
    List<Coordinate> places = new ArrayList<>();
    town.facilities().forEach(facility -> places.add(facility.at()));
    town.premises().forEach(premises -> places.add(premises.at()));
    assertThat(town.premises()).hasSize(60);
    for (Coordinate place : places) {
      Point point = GEOMETRY.createPoint(place);
      assertThat(town.plan().frame().builtUp().contains(point)).as(point.toText()).isTrue();
      assertThat(town.plan().frame().river().contains(point)).as(point.toText()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"CANTEEN, 500", "FITNESS, 300", "CHILDCARE, 300"})
  void someAreServedAndSomeAreNot(ServicePattern pattern, double radiusMetres) {
    List<Geometry> discs = new ArrayList<>();
    for (SyntheticFacility facility : town.facilities(List.of(pattern))) {
      if (facility.status().equals("开放") && !facility.access().startsWith("仅")) {
        discs.add(GEOMETRY.createPoint(facility.at()).buffer(radiusMetres, 32));
      }
    }
    Geometry served = UnaryUnionOp.union(discs);
    int met = 0;
    int gap = 0;
    int southernGap = 0;
    int southern = 0;
    for (SyntheticCommunity community : town.communities()) {
      Geometry shape = community.compound().shape();
      double share =
          OverlayNGRobust.overlay(served, shape, OverlayNG.INTERSECTION).getArea()
              / shape.getArea();
      boolean south = community.compound().zone() == Zone.SOUTH;
      met += share >= 0.9 ? 1 : 0;
      gap += share < 0.5 ? 1 : 0;
      southern += south ? 1 : 0;
      southernGap += south && share < 0.5 ? 1 : 0;
    }
    assertThat(met / 300.0).as("met").isBetween(0.35, 0.60);
    assertThat(gap / 300.0).as("gap").isBetween(0.20, 0.42);
    assertThat(southernGap).as("across the river").isGreaterThan(southern / 3);
  }

  @Test
  void streetsMeetInOneNet() {
    Set<Coordinate> reached = new HashSet<>();
    List<Street> left = new ArrayList<>(town.plan().streets());
    reached.add(left.get(0).axis().getCoordinateN(0));
    boolean grown = true;
    while (grown) {
      grown =
          left.removeIf(
              street -> {
                Coordinate from = street.axis().getCoordinateN(0);
                Coordinate to = street.axis().getCoordinateN(street.axis().getNumPoints() - 1);
                if (!reached.contains(from) && !reached.contains(to)) {
                  return false;
                }
                reached.add(from);
                reached.add(to);
                return true;
              });
    }
    double lost = left.stream().mapToDouble(street -> street.axis().getLength()).sum();
    double all = town.plan().streets().stream().mapToDouble(s -> s.axis().getLength()).sum();
    assertThat(lost / all).isLessThan(0.01);
  }

  @Test
  void threeBridgesCrossTheRiver() {
    assertThat(town.plan().streets().stream().filter(s -> s.kind() == StreetClass.BRIDGE))
        .hasSize(3);
  }
}
