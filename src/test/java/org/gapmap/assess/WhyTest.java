package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.junit.jupiter.api.Test;

/** A square of 100 m with facilities at known distances to its right. */
class WhyTest {
  private static final String KIND = "fitness";

  @Test
  void everyFacilityIsThereWithItsDistanceAndWhyItDoesNotCount() {
    World world =
        square()
            .facility(KIND, "far", 700, 50)
            .facility(KIND, "near", 200, 50)
            .facility(KIND, "closed", 150, 50, FacilityStatus.CLOSED, FacilityAccess.PUBLIC)
            .facility(KIND, "planned", 160, 50, FacilityStatus.PLANNED, FacilityAccess.PUBLIC)
            .facility(KIND, "club", 170, 50, FacilityStatus.OPEN, FacilityAccess.MEMBERS)
            .facility(KIND, "neighbours'", 2050, 50, FacilityStatus.OPEN, OWN)
            .community("neighbours", 10, 2000, 0, 2100, 100);

    Why why = why(world, 300);

    assertThat(why.facilities())
        .extracting(c -> c.facility().name() + " " + Math.round(c.metres()) + " " + c.verdict())
        .containsExactly(
            "closed 50 CLOSED",
            "planned 60 PLANNED",
            "club 70 MEMBERS_ONLY",
            "near 100 COUNTED",
            "far 600 OUT_OF_REACH");
    assertThat(why.counted()).hasSize(1);
  }

  @Test
  void oneForTheResidentsOfAnotherCommunityDoesNotCount() {
    World world =
        square()
            .community("neighbours", 10, 200, 0, 300, 100)
            .facility(KIND, "neighbours'", 250, 50, FacilityStatus.OPEN, OWN);

    assertThat(why(world, 300).facilities())
        .extracting(Considered::verdict)
        .containsExactly(Verdict.OTHER_RESIDENTS_ONLY);
  }

  @Test
  void moreThanFiveAreThereWhereTheyLieWithinTwiceTheRadius() {
    World world = square();
    for (int i = 1; i <= 8; i++) {
      world.facility(KIND, "f" + i, 100 + i * 100, 50);
    }

    assertThat(why(world, 300).facilities()).hasSize(6);
    assertThat(why(world, 100).facilities()).hasSize(5);
  }

  @Test
  void theOwnShareIsThatOfOneCircleAndTheLineBeginsAtTheEdge() {
    Why why = why(square().facility(KIND, "left", -100, 50), 150);

    Considered only = why.facilities().get(0);
    // The part of a circle of 150 m beyond a chord 100 m off its centre, less what lies above and
    // below the square: the chord is 2 sqrt(150² - 100²) = 223 m long, the square 100 m high.
    double inside = 0;
    int steps = 100_000;
    for (int i = 0; i < steps; i++) {
      double y = -50 + 100 * (i + 0.5) / steps;
      inside += (Math.sqrt(150 * 150 - y * y) - 100) * 100 / steps;
    }
    assertThat(only.share()).isCloseTo(inside / 10_000, within(1e-6));
    assertThat(only.share()).isCloseTo(why.coverage().share(0), within(1e-12));
    assertThat(only.metres()).isCloseTo(100, within(1e-3));
    assertThat(only.way().from().x).isLessThan(why.coverage().city().plane(0).lon());
  }

  @Test
  void theSentenceIsBuiltFromTheFacts() {
    Why gap =
        why(
            square()
                .facility(KIND, "健身苑", 912, 50)
                .facility(KIND, "老球场", 150, 50, FacilityStatus.CLOSED, FacilityAccess.PUBLIC),
            300);
    Why met = why(square().facility(KIND, "健身苑", 50, 50), 300);

    assertThat(WhySentence.of(gap).en())
        .isEqualTo(
            "Gap: no facility that counts lies within 300 m; below 50 % is a gap, met needs 90 %."
                + " The nearest, '健身苑', is 812 m away."
                + " Of those within reach 1 does not count, such as '老球场': closed.");
    assertThat(WhySentence.of(gap).zh())
        .isEqualTo(
            "未达标：300 米内没有可计入的设施，低于 50 % 为未达标，达标须 90 %。最近的「健身苑」在 812 米外。范围内另有 1 处不计入，如「老球场」：已关闭。");
    assertThat(WhySentence.of(met).en())
        .isEqualTo("Met: 100 % of the area lies within 300 m of 1 facility; met needs 90 %.");
  }

  @Test
  void aListThatIsNotCompleteHereMakesTheVerdictUnknown() {
    Why why =
        why(square().facility(KIND, "far", 5000, 50).completeIn(KIND, 4000, 0, 6000, 100), 300);

    assertThat(why.lists()).extracting(Why.ListUsed::completeHere).containsExactly(false);
    assertThat(WhySentence.of(why).en())
        .startsWith("Unknown: the list is complete for 'a district' only");
  }

  @Test
  void withoutAnyListTheVerdictIsUnknown() {
    assertThat(WhySentence.of(why(square(), 300)).en())
        .isEqualTo("Unknown: no list of this kind has been imported.");
  }

  private static final FacilityAccess OWN = FacilityAccess.OWN_RESIDENTS;

  private static World square() {
    return new World().community("square", 1000, 0, 0, 100, 100);
  }

  private static Why why(World world, double radius) {
    var standard = World.standard(KIND, radius);
    return Why.of(new Assessor().assess(world.city(), standard, standard.rules().get(0)), 0);
  }
}
