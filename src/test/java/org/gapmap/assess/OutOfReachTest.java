package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.gapmap.domain.Population;
import org.junit.jupiter.api.Test;

/** Communities wholly within reach or wholly out of it: people out of reach are all or none. */
class OutOfReachTest {
  private static final String CANTEEN = "elderly_canteen";
  private static final String NURSERY = "infant_care";
  private static final String PARK = "fitness";
  private final Assessor assessor = new Assessor();

  private static Population people(int residents, int elderly, int infants) {
    return Population.of(
        OptionalInt.empty(),
        OptionalInt.of(residents),
        OptionalInt.of(elderly),
        OptionalInt.of(infants));
  }

  private KindCoverage kind(City city, String kind) {
    var standard = World.standard(kind, 300);
    return assessor.assess(city, standard, standard.rules().get(0));
  }

  private static World town() {
    return new World()
        .community("has a canteen", people(1000, 200, 40), 0, 0, 100, 100)
        .community("has nothing", people(500, 100, 20), 5000, 0, 5100, 100)
        .community("has a nursery, uncounted", Population.UNKNOWN, 9000, 0, 9100, 100)
        .facility(CANTEEN, "c", 50, 50)
        .facility(NURSERY, "n", 9050, 50)
        .facility(PARK, "p", 50, 60)
        .facility(PARK, "p", 9050, 60);
  }

  @Test
  void ofOneKindTheElderlyAreCountedWhomeverItIsFor() {
    City city = town().city();

    OutOfReach canteen = OutOfReach.ofOne(kind(city, CANTEEN));
    OutOfReach park = OutOfReach.ofOne(kind(city, PARK));

    assertThat(canteen.elderly(0)).isZero();
    assertThat(canteen.people(1)).isEqualTo(100);
    assertThat(canteen.elderly(1)).isEqualTo(100);
    assertThat(canteen.residents(1)).isEqualTo(500);
    assertThat(canteen.elderly(2)).isNaN();
    assertThat(park.people(1)).isEqualTo(500);
    assertThat(park.elderly(1)).isEqualTo(100);
    // Nobody counted the preschoolers: the children are not known, though the infants are.
    assertThat(park.children(1)).isNaN();
    assertThat(OutOfReach.ofOne(kind(city, NURSERY)).children(1)).isEqualTo(20);
  }

  @Test
  void ofAllKindsTheWorstOneCountsAndNobodyTwice() {
    City city = town().city();

    OutOfReach all =
        OutOfReach.ofAll(
            List.of(kind(city, CANTEEN), kind(city, NURSERY), kind(city, PARK)), city.size());

    assertThat(all.residents(0)).isEqualTo(1000);
    assertThat(all.elderly(0)).isZero();
    assertThat(all.children(0)).isEqualTo(40);
    assertThat(all.residents(1)).isEqualTo(500);
    assertThat(all.elderly(1)).isEqualTo(100);
    assertThat(all.people(2)).isNaN();
    assertThat(List.of(all.shortOf(0), all.shortOf(1), all.shortOf(2))).containsExactly(1, 3, 1);
    assertThat(all.unknown(0)).isZero();
  }

  @Test
  void whatNobodyCanJudgeIsUnknownAndNotShort() {
    City city = town().completeIn(CANTEEN, -100, -100, 1000, 1000).city();

    OutOfReach canteen = OutOfReach.ofOne(kind(city, CANTEEN));

    assertThat(canteen.unknown(1)).isEqualTo(1);
    assertThat(canteen.shortOf(1)).isZero();
    assertThat(canteen.residents(1)).isNaN();
    assertThat(OutOfReach.ofAll(List.of(), city.size()).residents(0)).isNaN();
  }
}
