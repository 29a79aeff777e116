package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.gapmap.assess.StandardComparison.CommunityChange;
import org.gapmap.assess.StandardComparison.JudgedIn;
import org.gapmap.assess.StandardComparison.KindChange;
import org.gapmap.assess.StandardComparison.Transition;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.Facility;
import org.gapmap.domain.LocalizedText;
import org.gapmap.domain.Obligation;
import org.gapmap.domain.Provision;
import org.gapmap.domain.Reach;
import org.gapmap.domain.Requirement;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.Thresholds;
import org.gapmap.standards.KindCatalogue;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class StandardComparisonTest {
  private static final KindCatalogue KINDS = KindCatalogue.load();
  private static final Transition MET_TO_GAP =
      new Transition(CoverageStatus.MET, CoverageStatus.GAP);
  private static final Transition MET_TO_MET =
      new Transition(CoverageStatus.MET, CoverageStatus.MET);

  @Test
  void aShorterRadiusTurnsTheCommunityBetweenTheTwoIntoAGap() {
    City city =
        new World()
            .community("near", 100, -50, 100, 50, 200)
            .community("between", 100, -50, 350, 50, 400)
            .facility("kindergarten", "k", 0, 0)
            .city();
    KindChange change = only(city, row(500, "kindergarten"), row(300, "kindergarten"));
    assertThat(change.transitions()).isEqualTo(Map.of(MET_TO_GAP, 1, MET_TO_MET, 1));
    assertThat(change.changes())
        .singleElement()
        .satisfies(
            between -> {
              assertThat(between.index()).isEqualTo(1);
              assertThat(between.together()).isFalse();
              assertThat(between.because())
                  .containsExactly(
                      new LocalizedText("服务半径由 500 米改为 300 米", "radius 500 m becomes 300 m"));
            });
  }

  @Test
  void aLargerLeastSizeNamesTheFacilitiesThatNoLongerCount() {
    City city =
        new World()
            .community("by the small one", 100, -50, 100, 50, 200)
            .community("by the large one", 100, 4950, 100, 5050, 200)
            .facility("culture_station", "small", point(0, 0), floor(270))
            .facility("culture_station", "large", point(5000, 0), floor(300))
            .city();
    KindChange change =
        only(
            city, sized(row(500, "culture_station"), 250), sized(row(500, "culture_station"), 300));
    assertThat(change.differences())
        .containsExactly(
            new LocalizedText("最小建筑面积由 250 平方米改为 300 平方米", "least floor 250 m2 becomes 300 m2"));
    assertThat(change.changes())
        .singleElement()
        .satisfies(
            small -> {
              assertThat(small.verdicts()).isEqualTo(MET_TO_GAP);
              assertThat(small.excluded()).extracting(Facility::name).containsExactly("small");
              assertThat(small.included()).isEmpty();
            });
    KindChange back =
        only(
            city, sized(row(500, "culture_station"), 300), sized(row(500, "culture_station"), 250));
    assertThat(back.changes())
        .singleElement()
        .satisfies(
            small ->
                assertThat(small.included()).extracting(Facility::name).containsExactly("small"));
  }

  @Test
  void whatNoAspectDoesAloneTheyDoTogether() {
    // 560 m serve 540 of its 600 m, 520 m serve 500: met from 0.8 either way, from 0.88 by 560
    // alone.
    City city =
        new World()
            .community("long", 100, -0.05, 20, 0.05, 620)
            .facility("kindergarten", "k", 0, 0)
            .city();
    ServiceRule lax = row(560, "kindergarten", new Thresholds(0.8, 0.5));
    ServiceRule strict = row(520, "kindergarten", new Thresholds(0.88, 0.5));
    CommunityChange change = only(city, lax, strict).changes().get(0);
    assertThat(change.together()).isTrue();
    assertThat(change.because()).hasSize(2);
    assertThat(change.verdicts())
        .isEqualTo(new Transition(CoverageStatus.MET, CoverageStatus.PARTIAL));
  }

  @Test
  void aKindThatTheOtherDoesNotJudgeIsSaidToBeSo() {
    City city = new World().community("a", 100, 0, 0, 100, 100).city();
    List<KindChange> changes =
        new StandardComparison(new Assessor(), KINDS)
            .compare(
                city, World.standard("kindergarten", 300), World.standard("primary_school", 500));
    assertThat(changes)
        .extracting(KindChange::kind, KindChange::judgedIn)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("kindergarten", JudgedIn.FIRST_ONLY),
            org.assertj.core.groups.Tuple.tuple("primary_school", JudgedIn.OTHER_ONLY));
  }

  @Test
  void theSameStandardChangesNothing() {
    City city =
        new World()
            .community("a", 100, 0, 0, 100, 100)
            .facility("kindergarten", "k", 0, 350)
            .city();
    KindChange change = only(city, row(300, "kindergarten"), row(300, "kindergarten"));
    assertThat(change.differences()).isEmpty();
    assertThat(change.changes()).isEmpty();
  }

  private static Geometry point(double x, double y) {
    return new GeometryFactory().createPoint(new Coordinate(x, y));
  }

  private static Provision floor(double sqm) {
    return new Provision(OptionalInt.empty(), OptionalDouble.of(sqm), OptionalDouble.empty());
  }

  private static KindChange only(City city, ServiceRule row, ServiceRule other) {
    List<KindChange> changes =
        new StandardComparison(new Assessor(), KINDS)
            .compare(city, standard("one", row), standard("other", other));
    assertThat(changes).hasSize(1);
    return changes.get(0);
  }

  private static ServiceStandard standard(String id, ServiceRule row) {
    ServiceStandard form = World.standard(row.kind(), 300);
    return new ServiceStandard(
        id,
        form.name(),
        Optional.empty(),
        form.thresholds(),
        form.thresholdNote(),
        form.population(),
        List.of(row));
  }

  private static ServiceRule row(double radius, String kind) {
    return World.standard(kind, radius).rules().get(0);
  }

  private static ServiceRule row(double radius, String kind, Thresholds thresholds) {
    ServiceRule row = row(radius, kind);
    return new ServiceRule(
        kind,
        row.satisfiedBy(),
        Reach.straight(radius),
        Optional.of(thresholds),
        row.requirement(),
        row.citation());
  }

  private static ServiceRule sized(ServiceRule row, double leastFloorSqm) {
    return new ServiceRule(
        row.kind(),
        row.satisfiedBy(),
        row.reach(),
        row.thresholds(),
        new Requirement(
            List.of(),
            Obligation.UNSTATED,
            OptionalDouble.of(leastFloorSqm),
            OptionalDouble.empty(),
            Optional.empty(),
            Optional.empty()),
        row.citation());
  }
}
