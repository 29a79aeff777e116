package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.Obligation;
import org.gapmap.domain.PopulationAssumptions;
import org.gapmap.domain.Provision;
import org.gapmap.domain.Reach;
import org.gapmap.domain.Requirement;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.Thresholds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Which facilities count, how far each reaches, and what is said of those that don't. */
class WhatCountsTest {
  private static final OptionalDouble NONE = OptionalDouble.empty();
  private static final Reach PARKS =
      new Reach(
          OptionalDouble.of(500),
          DistanceMode.STRAIGHT,
          1,
          List.of(new Reach.SizeClass(5000, 500), new Reach.SizeClass(400, 300)));

  @ParameterizedTest(name = "{0} with {1} m2 of floor, {2} of land, a capacity of {3}: {4}")
  @CsvSource({
    "canteen, 200,     ,    , COUNTED",
    "canteen, 199,     ,    , BELOW_LEAST_FLOOR",
    "canteen,    , 5000, 100, COUNTED",
    "fitness,    ,     , 199, BELOW_LEAST_FLOOR",
    "fitness,    ,     , 200, COUNTED",
    "fitness, 300,     , 199, COUNTED",
  })
  void aFacilityKnownToHaveLessFloorThanTheLeastDoesNotCount(
      String kind,
      @Nullable Double floor,
      @Nullable Double land,
      @Nullable Integer capacity,
      Verdict expected) {
    World world = home().facility(kind, "F", point(50, 50), provision(floor, land, capacity));
    ServiceRule rule = rule(kind, Reach.straight(300), OptionalDouble.of(200), NONE);

    assertThat(verdict(world, rule)).isEqualTo(expected);
    assertThat(answer(world, rule, 300).share(0)).isEqualTo(expected == Verdict.COUNTED ? 1 : 0);
  }

  @ParameterizedTest(name = "{0} with {1} m2 of floor, {2} of land, a capacity of {3}: {4}")
  @CsvSource({
    "canteen,     , 150,    , COUNTED",
    "canteen, 5000, 149,    , BELOW_LEAST_LAND",
    "canteen,     ,    , 100, COUNTED",
    "fitness,     ,    , 149, BELOW_LEAST_LAND",
    "fitness,     ,    , 150, COUNTED",
  })
  void aFacilityKnownToHaveLessLandThanTheLeastDoesNotCount(
      String kind,
      @Nullable Double floor,
      @Nullable Double land,
      @Nullable Integer capacity,
      Verdict expected) {
    World world = home().facility(kind, "F", point(50, 50), provision(floor, land, capacity));

    assertThat(verdict(world, rule(kind, Reach.straight(300), NONE, OptionalDouble.of(150))))
        .isEqualTo(expected);
  }

  @Test
  void ofARowThatAsksForBothACapacityInSqmIsItsFloor() {
    World world = home().facility("fitness", "F", point(50, 50), provision(null, null, 160));
    ServiceRule rule =
        rule("fitness", Reach.straight(300), OptionalDouble.of(150), OptionalDouble.of(500));

    assertThat(verdict(world, rule)).isEqualTo(Verdict.COUNTED);
    assertThat(world.city().service(rule).sizeUnknown(0)).isTrue();
  }

  @Test
  void thePolygonThatWasDrawnIsALandArea() {
    ServiceRule rule = rule("canteen", Reach.straight(300), NONE, OptionalDouble.of(150));
    Geometry drawn = wkt("POLYGON((40 40, 54.9 40, 54.9 50, 40 50, 40 40))");

    World small = home().facility("canteen", "F", drawn, Provision.UNKNOWN);
    World said = home().facility("canteen", "F", drawn, provision(null, 151.0, null));

    assertThat(verdict(small, rule)).isEqualTo(Verdict.BELOW_LEAST_LAND);
    assertThat(verdict(said, rule)).isEqualTo(Verdict.COUNTED);
  }

  @Test
  void anUnknownSizeCountsAndIsFlaggedWhereTheRowAsksForOne() {
    World world = home().facility("canteen", "F", 50, 50);
    ServiceRule asks = rule("canteen", Reach.straight(300), OptionalDouble.of(200), NONE);
    ServiceRule doesNot = rule("canteen", Reach.straight(300), NONE, NONE);

    assertThat(world.city().service(asks).sizeUnknown(0)).isTrue();
    assertThat(world.city().service(doesNot).sizeUnknown(0)).isFalse();
    assertThat(verdict(world, asks)).isEqualTo(Verdict.COUNTED);
  }

  @Test
  void facilitiesOfDifferentSizesReachDifferentlyFar() {
    World world =
        home()
            .facility("park", "large", point(0, 0), provision(null, 5000.0, null))
            .facility("park", "small", point(0, 0), provision(null, 400.0, null))
            .facility("park", "tiny", point(0, 0), provision(null, 399.0, null))
            .facility("park", "unknown", point(0, 0), Provision.UNKNOWN);
    ServiceRule parks = rule("park", PARKS, NONE, NONE);
    ServiceIndex service = world.city().service(parks);

    assertThat(service.size()).isEqualTo(3);
    assertThat(reach(service, "large", 500)).isEqualTo(500);
    assertThat(reach(service, "small", 500)).isCloseTo(300, within(1e-9));
    assertThat(reach(service, "unknown", 500)).isCloseTo(300, within(1e-9));
    assertThat(reach(service, "small", 1000)).isCloseTo(600, within(1e-9));
    assertThat(service.verdict(named(service, "tiny"))).isEqualTo(Verdict.BELOW_LEAST_LAND);
    assertThat(service.sizeUnknown(service.numberOf(named(service, "unknown")))).isTrue();
  }

  @Test
  void aSmallParkServesLessThanALargeOneAtTheSamePlace() {
    World block = new World().community("A", 10, 0, 0, 400, 400);
    World large = block.facility("park", "P", point(0, 0), provision(null, 400.0, null));

    double share = answer(large, rule("park", PARKS, NONE, NONE), 500).share(0);
    double wider = answer(large, rule("park", PARKS, NONE, NONE), 600).share(0);

    assertThat(share).isCloseTo(Math.PI * 300 * 300 / 4 / 160_000, within(1e-6));
    assertThat(wider).isCloseTo(Math.PI * 360 * 360 / 4 / 160_000, within(1e-6));
  }

  @Test
  void aWalkingDistanceIsAStraightLineShorterByTheDetourFactorAndSaidToBeAnEstimate() {
    World world = new World().community("A", 10, 0, 0, 400, 400).facility("clinic", "C", 0, 0);
    Reach walk = new Reach(OptionalDouble.of(390), DistanceMode.WALKING, 1.3, List.of());

    KindCoverage walked = answer(world, rule("clinic", walk, NONE, NONE), 390);
    KindCoverage straight = answer(world, rule("clinic", Reach.straight(300), NONE, NONE), 300);

    assertThat(walked.share(0)).isCloseTo(straight.share(0), within(1e-12));
    assertThat(walked.radiusMetres()).isEqualTo(390);
    assertThat(walked.estimated()).isTrue();
    assertThat(straight.estimated()).isFalse();
  }

  @Test
  void everyVerdictSaysTheFirstReasonWhyNot() {
    World world =
        home()
            .community("B", 10, 120, 0, 220, 100)
            .facility("canteen", "closed", 50, 50, FacilityStatus.CLOSED, FacilityAccess.MEMBERS)
            .facility("canteen", "planned", 50, 50, FacilityStatus.PLANNED, FacilityAccess.PUBLIC)
            .facility("canteen", "built", 1, 1, FacilityStatus.UNDER_CONSTRUCTION, access("PUBLIC"))
            .facility("canteen", "members", 50, 50, FacilityStatus.OPEN, FacilityAccess.MEMBERS)
            .facility("canteen", "own", 170, 50, FacilityStatus.OPEN, access("OWN_RESIDENTS"))
            .facility("canteen", "far", 401, 50)
            .facility("canteen", "near", 399, 50);
    ServiceIndex service =
        world.city().service(rule("canteen", Reach.straight(300), OptionalDouble.of(9), NONE));

    List<String> found = new ArrayList<>();
    for (String name : List.of("closed", "planned", "built", "members", "own", "far", "near")) {
      int j = service.numberOf(named(service, name));
      found.add(name + " " + service.verdict(j, 0, service.metresToCommunity(j, 0), 300));
    }

    assertThat(found)
        .containsExactly(
            "closed CLOSED",
            "planned PLANNED",
            "built UNDER_CONSTRUCTION",
            "members MEMBERS_ONLY",
            "own OTHER_RESIDENTS_ONLY",
            "far OUT_OF_REACH",
            "near COUNTED");
    assertThat(service.verdict(service.numberOf(named(service, "own")), 1, 0, 300))
        .isEqualTo(Verdict.COUNTED);
  }

  @Test
  void whoReachesACommunityFromHowFarAndByHowMuchOfItsArea() {
    World world =
        new World()
            .community("A", 10, 0, 0, 400, 400)
            .facility("clinic", "corner", 0, 0)
            .facility("clinic", "beside", 500, 200)
            .facility("clinic", "far", 701, 200);
    City city = world.city();
    ServiceIndex service = city.service(rule("clinic", Reach.straight(300), NONE, NONE));
    int corner = service.numberOf(named(service, "corner"));
    int beside = service.numberOf(named(service, "beside"));
    List<Integer> reaching = new ArrayList<>();
    service.forEachReaching(0, 300, reaching::add);

    assertThat(reaching).containsExactlyInAnyOrder(corner, beside);
    assertThat(service.metresToCommunity(beside, 0)).isCloseTo(100, within(1e-3));
    assertThat(service.ownShare(corner, 0, 300))
        .isCloseTo(Math.PI * 300 * 300 / 4 / 160_000, within(1e-6));
    var place = world.lonLat(3000, 4000);
    assertThat(service.metresTo(corner, place.x, place.y)).isCloseTo(5000, within(2e-3));
  }

  private static World home() {
    return new World().community("A", 10, 0, 0, 100, 100);
  }

  private static Verdict verdict(World world, ServiceRule rule) {
    ServiceIndex service = world.city().service(rule);
    return service.verdict(named(service, "F"));
  }

  private static org.gapmap.domain.Facility named(ServiceIndex service, String name) {
    return service.listed().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  private static double reach(ServiceIndex service, String name, double asked) {
    return service.reachMetres(service.numberOf(named(service, name)), asked);
  }

  private static KindCoverage answer(World world, ServiceRule rule, double radius) {
    ServiceStandard standard =
        new ServiceStandard(
            "test",
            new LocalizedText("测试", "Test"),
            Optional.empty(),
            new Thresholds(0.9, 0.5),
            new LocalizedText("本地", "local"),
            PopulationAssumptions.NONE,
            List.of(rule));
    return new Assessor().assess(world.city(), standard, rule, radius);
  }

  private static ServiceRule rule(
      String kind, Reach reach, OptionalDouble leastFloor, OptionalDouble leastLand) {
    return new ServiceRule(
        kind,
        List.of(kind),
        reach,
        Optional.empty(),
        new Requirement(
            List.of(),
            Obligation.UNSTATED,
            leastFloor,
            leastLand,
            Optional.empty(),
            Optional.empty()),
        World.CITATION);
  }

  private static Provision provision(
      @Nullable Double floor, @Nullable Double land, @Nullable Integer capacity) {
    return new Provision(
        capacity == null ? OptionalInt.empty() : OptionalInt.of(capacity),
        floor == null ? NONE : OptionalDouble.of(floor),
        land == null ? NONE : OptionalDouble.of(land));
  }

  private static FacilityAccess access(String name) {
    return FacilityAccess.valueOf(name);
  }

  private static Geometry point(double x, double y) {
    return wkt("POINT(" + x + " " + y + ")");
  }

  private static Geometry wkt(String text) {
    try {
      return new WKTReader().read(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
