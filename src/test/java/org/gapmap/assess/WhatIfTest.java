package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.gapmap.assess.KindCoverage.JudgedBy;
import org.gapmap.assess.ScenarioDifference.KindDifference;
import org.gapmap.domain.Facility;
import org.gapmap.domain.FacilityRef;
import org.gapmap.domain.Provision;
import org.gapmap.domain.ScenarioEdit;
import org.gapmap.domain.ScenarioEdit.AddFacility;
import org.gapmap.domain.ScenarioEdit.ChangeRule;
import org.gapmap.domain.ScenarioEdit.CloseFacility;
import org.gapmap.domain.ScenarioEdit.MoveFacility;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.Thresholds;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/** What is supposed must be what a city really drawn that way would answer. */
class WhatIfTest {
  private static final String KIND = "culture_station";
  private static final ServiceStandard STANDARD = World.standard(KIND, 300);
  private static final Assessor ASSESSOR = new Assessor();

  @Test
  void editsAnswerLikeACityDrawnThatWay() {
    Random random = new Random(11);
    for (int round = 0; round < 50; round++) {
      double[] x = random.doubles(4, 0, 1500).toArray();
      World world = town();
      World drawn = town();
      world.facility(KIND, "stays", x[0], 50).facility(KIND, "shuts", x[1], 50);
      world.facility(KIND, "moves", x[2], 50);
      drawn.facility(KIND, "stays", x[0], 50).facility(KIND, "moves", x[3], 80);
      drawn.facility(KIND, "new", x[1] + 100, 20);

      WhatIf whatIf =
          suppose(
              world,
              add(world.lonLat(x[1] + 100, 20)),
              new CloseFacility(ref(world, "shuts")),
              move(ref(world, "moves"), world.lonLat(x[3], 80)));

      KindCoverage supposed = assess(whatIf.city(), whatIf.standard());
      KindCoverage real = assess(drawn.city(), STANDARD);
      assertThat(whatIf.lost()).isEmpty();
      for (int i = 0; i < 3; i++) {
        assertThat(supposed.share(i)).as("round %d", round).isCloseTo(real.share(i), within(1e-9));
      }
    }
  }

  @Test
  void aRadiusAndBoundsOfItsOwnJudgeTheKind() {
    World world = town().facility(KIND, "k", 550, 50);

    WhatIf whatIf =
        suppose(
            world,
            new ChangeRule(KIND, OptionalDouble.of(1200), Optional.of(new Thresholds(0.5, 0.1))));

    KindCoverage supposed = assess(whatIf.city(), whatIf.standard());
    assertThat(supposed.radiusMetres()).isEqualTo(1200);
    assertThat(supposed.rule().citation().verification())
        .isEqualTo(org.gapmap.domain.Verification.UNVERIFIED);
    assertThat(supposed.rule().citation().localChoice()).isTrue();
    assertThat(supposed.count(org.gapmap.domain.CoverageStatus.MET)).isEqualTo(3);
    assertThat(whatIf.city().dataVersion()).isEqualTo(1);
  }

  @Test
  void theDifferenceCountsWhoGainsAndWhoLoses() {
    World world = town().facility(KIND, "k", 50, 50);
    City city = world.city();
    WhatIf whatIf =
        WhatIf.of(city, STANDARD, List.of(move(ref(world, "k"), world.lonLat(1050, 50))));

    ScenarioDifference difference =
        ScenarioDifference.of(WhatIf.nothing(city, STANDARD), whatIf, JudgedBy.AREA, ASSESSOR);

    KindDifference kind = difference.kinds().get(0);
    // a, of 100 people, was served; c, of 300, will be.
    assertThat(kind.lost()).isCloseTo(100, within(1e-6));
    assertThat(kind.gained()).isCloseTo(300, within(1e-6));
    assertThat(kind.changed()).containsExactly(0, 2);
  }

  @Test
  void nothingSupposedDiffersInNothing() {
    World world = town().facility(KIND, "k", 50, 50);
    City city = world.city();

    WhatIf whatIf = WhatIf.of(city, STANDARD, List.of());

    assertThat(whatIf.city()).isSameAs(city);
    assertThat(
            ScenarioDifference.of(WhatIf.nothing(city, STANDARD), whatIf, JudgedBy.AREA, ASSESSOR)
                .kinds())
        .isEmpty();
  }

  @Test
  void anEditWhoseFacilityIsGoneIsToldAndTheOthersHold() {
    World world = town().facility(KIND, "k", 50, 50);
    FacilityRef gone = new FacilityRef(KIND, "test", "", "elsewhere", 114.5, 30.7);

    WhatIf whatIf =
        suppose(
            world,
            new CloseFacility(gone),
            add(world.lonLat(1050, 50)),
            new ChangeRule("no_row", OptionalDouble.of(5), Optional.empty()));

    assertThat(whatIf.lost()).containsExactly(0, 2);
    assertThat(assess(whatIf.city(), STANDARD).share(2)).isEqualTo(1);
  }

  @Test
  void aFacilityThatMovesAndShutsDoesBoth() {
    World world = town().facility(KIND, "k", 50, 50);
    FacilityRef k = ref(world, "k");

    WhatIf whatIf = suppose(world, move(k, world.lonLat(1050, 50)), new CloseFacility(k));

    assertThat(assess(whatIf.city(), STANDARD).share(2)).isZero();
    assertThat(whatIf.city().facilities()).hasSize(1);
  }

  private static World town() {
    return new World()
        .community("a", 100, 0, 0, 100, 100)
        .community("b", 200, 500, 0, 600, 100)
        .community("c", 300, 1000, 0, 1100, 100);
  }

  private static WhatIf suppose(World world, ScenarioEdit... edits) {
    return WhatIf.of(world.city(), STANDARD, List.of(edits));
  }

  private static KindCoverage assess(City city, ServiceStandard standard) {
    return ASSESSOR.assess(city, standard, standard.rules().get(0));
  }

  private static FacilityRef ref(World world, String name) {
    Facility found =
        world.city().facilities().stream()
            .filter(f -> f.name().equals(name))
            .findFirst()
            .orElseThrow();
    return WhatIf.refTo(found);
  }

  private static AddFacility add(Coordinate place) {
    return new AddFacility(KIND, "new", place.x, place.y, Provision.UNKNOWN);
  }

  private static MoveFacility move(FacilityRef facility, Coordinate place) {
    return new MoveFacility(facility, place.x, place.y);
  }
}
