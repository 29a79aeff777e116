package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.DistanceMode;
import org.gapmap.domain.PopulationAssumptions;
import org.gapmap.domain.Reach;
import org.gapmap.domain.Requirement;
import org.gapmap.domain.ServiceRule;
import org.gapmap.domain.ServiceStandard;
import org.junit.jupiter.api.Test;

class DistanceChoiceTest {
  private static final ServiceStandard STRAIGHT = World.standard("canteen", 300);
  private final Assessor assessor = new Assessor();

  private static ServiceStandard walking(double radiusMetres, double detour) {
    Reach reach =
        new Reach(OptionalDouble.of(radiusMetres), DistanceMode.WALKING, detour, List.of());
    return World.standard(
        PopulationAssumptions.NONE,
        new ServiceRule(
            "canteen",
            List.of("canteen"),
            reach,
            Optional.empty(),
            Requirement.NONE,
            World.CITATION));
  }

  private KindCoverage assess(City city, ServiceStandard standard) {
    return assessor.assess(city, standard, standard.rules().get(0));
  }

  /** A strip 100 m long beside the facility: of a reach r the first r metres are served. */
  @Test
  void aWalkIsTakenForTheStraightLineThatItComesTo() {
    City city =
        new World().community("strip", 10, 0, 0, 1000, 0.01).facility("canteen", "c", 0, 0).city();

    KindCoverage onFoot = assess(city, DistanceChoice.in(STRAIGHT, DistanceMode.WALKING));

    assertThat(onFoot.share(0)).isCloseTo(300 / 1.3 / 1000, within(1e-4));
    assertThat(onFoot.estimated()).isTrue();
    assertThat(onFoot.radiusMetres()).isEqualTo(300);
    assertThat(onFoot.citation().localChoice()).isTrue();
    assertThat(onFoot.citation().noteEn()).contains("on foot", "1.3");
    KindCoverage asTheCrowFlies =
        assess(city, DistanceChoice.in(walking(300, 1.25), DistanceMode.STRAIGHT));
    assertThat(asTheCrowFlies.share(0)).isCloseTo(0.3, within(1e-4));
    assertThat(asTheCrowFlies.estimated()).isFalse();
  }

  @Test
  void aRowThatIsMeasuredSoAlreadyKeepsItsOwnDetour() {
    ServiceStandard own = walking(300, 1.25);

    assertThat(DistanceChoice.in(own, DistanceMode.WALKING)).isSameAs(own);
    assertThat(DistanceChoice.in(STRAIGHT, DistanceMode.STRAIGHT)).isSameAs(STRAIGHT);
  }

  @Test
  void straightRowsTakeTheDetourOfTheStandardsWalkingRows() {
    ServiceStandard both =
        STRAIGHT.withRules(List.of(STRAIGHT.rules().get(0), walking(300, 1.4).rules().get(0)));

    ServiceStandard onFoot = DistanceChoice.in(both, DistanceMode.WALKING);

    assertThat(onFoot.rules().get(0).reach().detourFactor()).isEqualTo(1.4);
  }

  @Test
  void whoPassesOnFootPassesByRadius() {
    Random dice = new Random(5);
    World world = new World();
    for (int i = 0; i < 200; i++) {
      double x = dice.nextDouble(5000);
      double y = dice.nextDouble(5000);
      world.community("c" + i, 100, x, y, x + 20 + dice.nextDouble(150), y + 20);
    }
    for (int j = 0; j < 60; j++) {
      world.facility("canteen", "f" + j, dice.nextDouble(5000), dice.nextDouble(5000));
    }
    City city = world.city();

    KindCoverage straight = assess(city, STRAIGHT);
    KindCoverage onFoot = assess(city, DistanceChoice.in(STRAIGHT, DistanceMode.WALKING));

    int met = 0;
    for (int i = 0; i < city.size(); i++) {
      assertThat(onFoot.share(i)).isLessThanOrEqualTo(straight.share(i));
      if (onFoot.status(i) == CoverageStatus.MET) {
        met++;
        assertThat(straight.status(i)).isEqualTo(CoverageStatus.MET);
      }
    }
    assertThat(met).isPositive().isLessThan(straight.count(CoverageStatus.MET));
  }
}
