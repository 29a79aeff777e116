package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.gapmap.assess.KindCoverage.JudgedBy;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityRef;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.Population;
import org.gapmap.domain.Provision;
import org.gapmap.domain.ScenarioEdit;
import org.gapmap.domain.ScenarioEdit.AddFacility;
import org.gapmap.domain.ScenarioEdit.ChangeRule;
import org.gapmap.domain.ScenarioEdit.CloseFacility;
import org.gapmap.domain.ScenarioEdit.MoveFacility;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.TargetGroup;
import org.gapmap.domain.Thresholds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

/** A draft's effect is what two whole cities differ by, drawn as it is and as it is tried. */
class DraftEffectTest {
  private static final String KIND = "culture_station";
  private static final ServiceStandard STANDARD = World.standard(KIND, 300);
  private static final int ACROSS = 12;
  private static final int UP = 5;

  @ParameterizedTest
  @ValueSource(strings = {"area", "people"})
  void aDraftChangesWhatACityDrawnThatWayHasOtherwise(String judged) {
    JudgedBy by = JudgedBy.valueOf(judged.toUpperCase(java.util.Locale.ROOT));
    for (int round = 0; round < 30; round++) {
      Random random = new Random(round);
      double[] x = random.doubles(6, 0, 2400).toArray();
      double[] y = random.doubles(6, 0, 1000).toArray();
      World is =
          town(round).facility(KIND, "stays", x[0], y[0]).facility(KIND, "shuts", x[1], y[1]);
      is.facility(KIND, "moves", x[2], y[2]);
      World tried = town(round).facility(KIND, "stays", x[0], y[0]);
      tried.facility(KIND, "shuts", x[1], y[1], FacilityStatus.CLOSED, FacilityAccess.PUBLIC);
      tried.facility(KIND, "moves", x[3], y[3]).facility(KIND, "", x[4], y[4]);
      tried.facility(KIND, "", x[5], y[5]);
      List<ScenarioEdit> edits =
          new ArrayList<>(
              List.of(
                  add(is.lonLat(x[4], y[4])),
                  new CloseFacility(ref(is, "shuts", x[1], y[1])),
                  move(ref(is, "moves", x[2], y[2]), is.lonLat(x[3], y[3])),
                  add(is.lonLat(x[5], y[5]))));
      boolean ruled = round % 3 == 2;
      Thresholds bounds = new Thresholds(0.7, 0.2);
      if (ruled) {
        edits.add(new ChangeRule(KIND, OptionalDouble.of(420), Optional.of(bounds)));
      }

      DraftEffect effect = effect(is.city(), edits, by, Optional.empty());

      KindCoverage before = assess(is.city(), by, 300);
      KindCoverage after = assess(tried.city(), by, ruled ? 420 : 300);
      Thresholds judging = ruled ? bounds : STANDARD.thresholds();
      boolean[] changed = new boolean[before.city().size()];
      Arrays.stream(effect.changed()).forEach(i -> changed[i] = true);
      for (int i = 0; i < changed.length; i++) {
        CoverageStatus expected = judging.statusOf(after.judgedShare(i));
        if (changed[i]) {
          assertThat(effect.judgedShare(i)).isCloseTo(after.judgedShare(i), within(1e-9));
          assertThat(effect.statusAfter(i)).isEqualTo(expected);
          assertThat(effect.statusBefore(i)).isEqualTo(before.status(i));
        } else {
          assertThat(Double.isNaN(before.judgedShare(i)) ? 0 : before.judgedShare(i))
              .as("round %d, community %d does not change", round, i)
              .isCloseTo(
                  Double.isNaN(after.judgedShare(i)) ? 0 : after.judgedShare(i), within(1e-9));
          assertThat(before.status(i)).isEqualTo(expected);
        }
      }
      assertThat(effect.people(TargetGroup.ALL).gained())
          .isCloseTo(people(before, after, 1), within(1e-6));
      assertThat(effect.people(TargetGroup.ALL).lost())
          .isCloseTo(people(before, after, -1), within(1e-6));
      assertThat(effect.lifted()).isEqualTo(moved(before, after, judging, 1));
      assertThat(effect.lowered()).isEqualTo(moved(before, after, judging, -1));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {150, 300, 800})
  void aRadiusOfTheUsersHoldsBeforeAndAfter(double metres) {
    World is = town(1).facility(KIND, "k", 600, 500);
    World tried = town(1).facility(KIND, "k", 600, 500).facility(KIND, "", 1500, 500);

    DraftEffect effect =
        effect(is.city(), List.of(add(is.lonLat(1500, 500))), JudgedBy.AREA, Optional.of(metres));

    KindCoverage after = assess(tried.city(), JudgedBy.AREA, metres);
    assertThat(effect.changed()).isNotEmpty();
    for (int i : effect.changed()) {
      assertThat(effect.judgedShare(i)).isCloseTo(after.share(i), within(1e-9));
    }
    assertThat(effect.areaLostSqm()).isZero();
    assertThat(effect.areaGainedSqm())
        .isCloseTo(
            outOfReach(assess(is.city(), JudgedBy.AREA, metres)) - outOfReach(after), within(1e-3));
  }

  private static double outOfReach(KindCoverage coverage) {
    double sum = 0;
    for (int i = 0; i < coverage.city().size(); i++) {
      sum += coverage.areaOutOfReachSqm(i);
    }
    return sum;
  }

  /** Sixty communities; of a few nobody knows how many live there, in some the buildings say. */
  private static World town(int seed) {
    Random random = new Random(1000 + seed);
    World world = new World();
    for (int k = 0; k < ACROSS * UP; k++) {
      double x = k % ACROSS * 200;
      double y = Math.floorDiv(k, ACROSS) * 200;
      world.community("c" + k, k % 7 == 0 ? -1 : 100 + k, x, y, x + 150, y + 150);
      for (int b = 0; k % 4 == 1 && b < 3; b++) {
        Population people =
            Population.of(
                OptionalInt.empty(),
                OptionalInt.of(10 + random.nextInt(50)),
                OptionalInt.empty(),
                OptionalInt.empty());
        world.building(
            people, -1, x + 10 + random.nextDouble() * 130, y + 10 + random.nextDouble() * 130);
      }
    }
    return world;
  }

  private static DraftEffect effect(
      City city, List<ScenarioEdit> edits, JudgedBy by, Optional<Double> radius) {
    WhatIf base = WhatIf.nothing(city, STANDARD);
    WhatIf draft = WhatIf.of(city, STANDARD, edits);
    assertThat(draft.lost()).isEmpty();
    return DraftEffect.of(base, draft, STANDARD.rules().get(0), radius, by, new Assessor());
  }

  private static KindCoverage assess(City city, JudgedBy by, double metres) {
    return new Assessor().assess(city, STANDARD, STANDARD.rules().get(0), metres).judgedBy(by);
  }

  /** People who gain (1) or lose (-1), counted over the whole of two cities. */
  private static double people(KindCoverage before, KindCoverage after, int sign) {
    double sum = 0;
    for (int i = 0; i < before.city().size(); i++) {
      double more = sign * (before.residentsOutOfReach(i) - after.residentsOutOfReach(i));
      sum += more > 0 ? more : 0;
    }
    return sum;
  }

  private static int moved(KindCoverage before, KindCoverage after, Thresholds bounds, int sign) {
    int count = 0;
    for (int i = 0; i < before.city().size(); i++) {
      CoverageStatus was = before.status(i);
      CoverageStatus is = bounds.statusOf(after.judgedShare(i));
      boolean known = was != CoverageStatus.UNKNOWN && is != CoverageStatus.UNKNOWN;
      // In the order of the enumeration the best comes first.
      count += known && sign * was.compareTo(is) > 0 ? 1 : 0;
    }
    return count;
  }

  private static FacilityRef ref(World world, String name, double x, double y) {
    Coordinate place = world.lonLat(x, y);
    return new FacilityRef(KIND, "test", "", name, place.x, place.y);
  }

  private static AddFacility add(Coordinate place) {
    return new AddFacility(KIND, "", place.x, place.y, Provision.UNKNOWN);
  }

  private static MoveFacility move(FacilityRef facility, Coordinate place) {
    return new MoveFacility(facility, place.x, place.y);
  }
}
