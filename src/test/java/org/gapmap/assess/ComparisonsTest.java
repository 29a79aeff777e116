package org.gapmap.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gapmap.assess.KindCoverage.JudgedBy;
import org.gapmap.assess.VersionComparison.Because;
import org.gapmap.assess.VersionComparison.KindChanges;
import org.gapmap.assess.VersionComparison.StatusChange;
import org.gapmap.domain.CoverageStatus;
import org.gapmap.domain.FacilityAccess;
import org.gapmap.domain.FacilityStatus;
import org.gapmap.domain.ServiceStandard;
import org.gapmap.domain.UserError;
import org.gapmap.standards.KindCatalogue;
import org.gapmap.store.CityStore;
import org.gapmap.store.DataVersion;
import org.gapmap.store.LayerStore;
import org.gapmap.store.StreetStore;
import org.gapmap.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A town of three compounds in two quarters, imported twice. */
class ComparisonsTest {
  private static final String KIND = "nursery";
  private static final ServiceStandard STANDARD = World.standard(KIND, 300);

  private static TestDatabase database;
  private static Cities cities;
  private static VersionComparison comparison;

  @BeforeAll
  static void importTwice() {
    database = TestDatabase.fresh();
    LayerStore layers = new LayerStore(database.dataSource());
    town()
        .facility(KIND, "stays", 50, 50)
        .facility(KIND, "shuts", 2050, 50)
        .facility(KIND, "goes", 9000, 50)
        .facility(KIND, "renamed", 20, 50, FacilityStatus.UNKNOWN, FacilityAccess.PUBLIC)
        .store(layers, "town");
    town()
        .facility(KIND, "opens", 1050, 50)
        .facility(KIND, "stays", 50, 80)
        .facility(KIND, "shuts", 2050, 50, FacilityStatus.CLOSED, FacilityAccess.PUBLIC)
        .facility(KIND, "renamed nursery", 20, 50)
        .store(layers, "town");
    KindCatalogue kinds = KindCatalogue.load();
    cities =
        new Cities(
            new CityStore(database.dataSource()), new StreetStore(database.dataSource()), kinds);
    comparison =
        new Comparisons(cities, kinds, new Assessor())
            .compare("town", STANDARD, JudgedBy.AREA, 2, 4);
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @Test
  void eachFacilitySaysWhatBecameOfIt() {
    assertThat(comparison.facilities())
        .extracting(change -> change.latest().name() + " " + change.type() + " " + change.fields())
        .containsExactlyInAnyOrder(
            "opens OPENED [listed]",
            "goes CLOSED [listed]",
            "shuts CLOSED [status]",
            "stays MOVED [place]",
            "renamed nursery CORRECTED [status, name]");
    assertThat(comparison.facilities())
        .filteredOn(change -> change.type() == FacilityChange.Type.MOVED)
        .extracting(change -> Math.round(change.metres()))
        .containsExactly(30L);
  }

  @Test
  void aCommunityWhoseStatusChangedNamesTheFacilitiesInReach() {
    KindChanges kind = comparison.kinds().get(0);

    assertThat(kind.changes())
        .extracting(ComparisonsTest::describe)
        .containsExactlyInAnyOrder("b GAP MET [opens] []", "c MET GAP [shuts] []");
  }

  @Test
  void theSameCommunitiesAreFoundAgain() {
    assertThat(comparison.added()).isEmpty();
    assertThat(comparison.removed()).isEmpty();
  }

  @Test
  void aListThatIsCompleteNowSaysSo() {
    TestDatabase own = TestDatabase.fresh();
    try (own) {
      LayerStore layers = new LayerStore(own.dataSource());
      town()
          .facility(KIND, "far", 9000, 50)
          .completeIn(KIND, 8000, 0, 9500, 100)
          .store(layers, "t");
      town().facility(KIND, "far", 9000, 50).store(layers, "t");
      KindCatalogue kinds = KindCatalogue.load();
      VersionComparison changed =
          new Comparisons(
                  new Cities(
                      new CityStore(own.dataSource()), new StreetStore(own.dataSource()), kinds),
                  kinds,
                  new Assessor())
              .compare("t", STANDARD, JudgedBy.AREA, 2, 4);

      assertThat(changed.facilities()).isEmpty();
      assertThat(changed.kinds().get(0).changes())
          .hasSize(3)
          .allSatisfy(
              change -> assertThat(change.others()).containsExactly(Because.LIST_COMPLETENESS));
    }
  }

  @Test
  void versionsAreListedWithWhatCameWithThem() {
    assertThat(cities.versions("town")).extracting(DataVersion::number).containsExactly(4, 3, 2, 1);
    assertThat(cities.versions("town").get(0).changed())
        .singleElement()
        .asString()
        .startsWith("facilities nursery");
  }

  @Test
  void aVersionThatNeverWasIsRefused() {
    Comparisons comparisons = new Comparisons(cities, KindCatalogue.load(), new Assessor());

    assertThatThrownBy(() -> comparisons.compare("town", STANDARD, JudgedBy.AREA, 99, 4))
        .isInstanceOf(UserError.class);
    assertThatThrownBy(() -> comparisons.compare("town", STANDARD, JudgedBy.AREA, 4, 4))
        .isInstanceOf(UserError.class);
  }

  private static String describe(StatusChange change) {
    KindChanges kind = comparison.kinds().get(0);
    List<String> facilities =
        change.facilities().stream()
            .map(n -> comparison.facilities().get(n).latest().name())
            .toList();
    CoverageStatus before = kind.before().status(change.indexBefore());
    CoverageStatus after = kind.after().status(change.index());
    String name = comparison.to().community(change.index()).name();
    return name + " " + before + " " + after + " " + facilities + " " + change.others();
  }

  private static World town() {
    return new World()
        .community("a", 100, 0, 0, 100, 100)
        .community("b", 200, 1000, 0, 1100, 100)
        .community("c", 300, 2000, 0, 2100, 100);
  }
}
